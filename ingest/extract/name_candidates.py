"""Candidates that are written with capitals, with or without the noun that heads them, and client councils."""

from __future__ import annotations

import re

from ingest.extract.candidates import Pool
from ingest.extract.lexicon import lexicon
from ingest.extract.remembering import Remembered
from ingest.extract.spans import regions
from ingest.extract.tokens import Line
from ingest.extract.words import APOSTROPHES, ARTICLES, TAILS

# Nouns that belong to the name that they head (`gemeente Goes`, `actieteam X`).
NAME_HEADS = frozenset(
    "gemeente gemeenten provincie provincies stadsdeel waterschap actieteam coalitie dorpsraad wijkraad cliëntenraad "
    "ministerie adviesraad dorpsbelangen netwerk vereniging stichting zorgcoöperatie dorpscoöperatie buurtcoöperatie "
    "coöperatie beraad initiatief burgerinitiatief zorggroep werkgroep kerngroep initiatiefgroep project platform "
    "programma festival roadshow reeks universiteit bewonersgroep odensehuis stadsdorp dorpshuis buurtvereniging "
    "ledenvereniging energiecoöperatie wijkcoöperatie wooncoöperatie verkenningstafel mini-symposium symposium "
    "conferentie themabijeenkomst meet-up meetup meet-ups stad regioraad gebruikersraad bewonersraad "
    "familieraad".split()
)
_HEADS_WITH_VAN = frozenset(
    "ministerie cliëntenraad beraad coalitie netwerk meet-up meetup dorpshuis buurthuis dorpsraad".split()
)
_PLURAL_HEADS = {"gemeenten": "gemeente", "provincies": "provincie", "wethouders": "gemeente"}
_OFFICE = re.compile(
    r"\b(?:[Ww]ethouder|[Bb]urgemeester|[Gg]edeputeerde)s?\b[^.;()]{2,45}? (?:van|uit) "
    r"(?!de gemeente|de provincie|gemeente|provincie)"
    r"((?:De |Het |’t |')?[A-ZÀ-Ý][\w’'-]+(?: (?:en|aan den|op) [A-Z][\w-]+)?)"
)
_FIRST_NAME_ONLY = re.compile(r"\w+ ([\w’'-]+) van ")
_MOVEMENT = re.compile(
    r"\b[Rr]adicale [Vv]ernieuw(?:ing|ers?)(?: (?:langdurige|verpleeghuiszorg|zorgonderwijs|zorg|ggz|gehandicaptenzorg|"
    r"thuiszorg|ouderenzorg)){0,2}"
)
_BRACKETED_FIRST = re.compile(
    r"(?:(?:[A-Z]\.){1,5} ?\(([A-ZÀ-Ý][a-zà-ÿ-]+)\)|([A-ZÀ-Ý][a-zà-ÿ-]+) \((?:[A-Z]\.){1,5}\)) "
    r"((?:(?:van|de|der|den|ten|ter|te|'t|’t) ){0,3}[A-ZÀ-Ý][\w’'-]+)"
)
_MAX_WORDS = 8
# Words that alone are never a name, though they open a sentence: half of what opens one.
_NO_NAMES = frozenset(
    "de het een den in op wat met dat van er en die ook voor bij ze over aan niet nu we geen na waar daar daarna uit "
    "hoe dit zo sinds nee toen dan tot wel deze om je maar alle waarom is of als zonder te ja ter namens zelf "
    "niemand iedereen nog mijn vanaf hun achter ten beide daarom omdat elk elke inmiddels wanneer per toch was naar "
    "uw kan sindsdien dus niets daarvoor daarmee naast alles volgens tussen ieder hieronder verder eerst onze ons "
    "hij zij welke iemand iets soms moet vooraf weer tegen ooit nooit nou hebben heeft werd wordt zijn waren "
    "intussen voorlopig tijdens ongeveer mocht neem juist allerlei zoals zodra hoewel terwijl indien dankzij vanwege "
    "behalve mede alleen want tenzij voordat nadat totdat binnen rond rondom langs via".split()
)


def add_names(pool: Pool, line: Line) -> None:
    """All candidates of a line that stand out by their capitals."""
    for start, end, tail in regions(line):
        _add_region(pool, line, start, end, tail)
    _add_shared_heads(pool, line)
    if "-" in line.block.text:
        _add_employers(pool, line)
    if "ethouder" in line.block.text or "urgemeester" in line.block.text or "edeputeerde" in line.block.text:
        _add_offices(pool, line)
    if "adicale" in line.block.text:
        _add_movements(pool, line)
    if ".)" in line.block.text or ". (" in line.block.text or ".(" in line.block.text:
        _add_bracketed(pool, line)


def _add_region(pool: Pool, line: Line, start: int, end: int, tail: int) -> None:
    words, capital, text, begins, stops = line.words, line.capital, line.block.text, line.begins, line.ends
    ends = [
        q for q in range(start, tail)
        if capital[q] or words[q][0].isdigit() or (words[q] in TAILS and q > start)
        or (q > start + 1 and words[q - 1] in APOSTROPHES and words[q].isalpha())
    ]  # fmt: skip
    for x in range(start, end):
        if not (capital[x] or (x == start and words[x][0].isdigit())):
            continue
        for y in ends:
            far = y - x
            if 0 < far <= _MAX_WORDS or (not far and _MAY_STAND_ALONE[words[x]]):
                if words[y] in APOSTROPHES:
                    continue
                candidate = pool.add(text[begins[x] : stops[y]], "cap", line, x, y + 1)
                if candidate is not None and x == start and y == end - 1:
                    candidate.fills += 1
        _add_headed(pool, line, x, ends)


def _add_employers(pool: Pool, line: Line) -> None:
    """``LOC-adviseur`` names LOC."""
    for q, word in enumerate(line.words):
        if "-" in word and not line.capital[q] and word[0].isupper() and len(word.split("-", 1)[0]) > 1:
            pool.add(word.split("-", 1)[0], "cap", line, q, q + 1, ("of=role",))


def _may_stand_alone(word: str) -> bool:
    """Whether one word may be a name: ``Zorgbelang`` and ``DAT``, not ``Dat``."""
    return not word.isdigit() and (word.lower() not in _NO_NAMES or (word.isupper() and len(word) > 2))


_MAY_STAND_ALONE = Remembered(_may_stand_alone)


def _add_headed(pool: Pool, line: Line, x: int, ends: list[int]) -> None:
    head = x - 1
    if head < 0 or line.sentence[head] != line.sentence[x]:
        return
    word = line.lows[head]
    if word not in NAME_HEADS:
        if word in ARTICLES and head:
            head -= 1
            word = line.lows[head]
        if word not in ("van", "voor", "bij") or not head or line.lows[head - 1] not in _HEADS_WITH_VAN:
            return
        head -= 1
    for y in ends:
        if x <= y <= x + 6:
            text, first = line.text(head, y + 1), line.words[head]
            if first in ("gemeenten", "provincies"):
                text = text.replace(first, _PLURAL_HEADS[first], 1)
            pool.add(text, "head", line, head, y + 1)


def _add_shared_heads(pool: Pool, line: Line) -> None:
    """``gemeenten A en B`` names the gemeente B as well."""
    for runs in line.lists:
        first = runs[0][0]
        head = _PLURAL_HEADS.get(line.lows[first - 1]) if first else None
        if head:
            for i, j in runs:
                pool.add(f"{head} {line.text(i, j)}", "head", line, i, j)


def _add_offices(pool: Pool, line: Line) -> None:
    """``wethouder X van Y`` names the gemeente Y, ``gedeputeerde X van Y`` the provincie Y."""
    for match in _OFFICE.finditer(line.block.text):
        alone = _FIRST_NAME_ONLY.match(match[0])
        if alone is not None and alone[1] in lexicon().first_names:
            continue  # "burgemeester Marijke van Beek" has that name, and is of wherever
        head = "provincie" if match[0].lower().startswith("ged") else "gemeente"
        i = line.token_at(match.start(1))
        pool.add(f"{head} {match[1]}", "derived", line, i, i + len(match[1].split()), nested=True)


def _add_movements(pool: Pool, line: Line) -> None:
    for match in _MOVEMENT.finditer(line.block.text):
        i = line.token_at(match.start())
        before = line.lows[i - 1] if i else "^"
        pool.add(match[0], "cap", line, i, i + len(match[0].split()), ("movement", f"movement:before={before}"))


def _add_bracketed(pool: Pool, line: Line) -> None:
    """``W.T. (Wim) van Almen`` and ``Wim (W.T.) van Almen`` name Wim van Almen."""
    for match in _BRACKETED_FIRST.finditer(line.block.text):
        i, j = line.token_at(match.start()), line.token_at(match.end() - 1) + 1
        pool.add(f"{match[1] or match[2]} {match[3]}", "cap", line, i, j, ("bracketed-first",))
