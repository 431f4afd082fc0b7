"""Short forms that a page gives with a name, ``Centrale Cliëntenraad (CCR)``: wherever they stand the name is meant."""

from __future__ import annotations

from collections import defaultdict

from ingest.extract.evidence import is_acronym
from ingest.extract.kinds import Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.scene import BODIES
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line

_SAID = frozenset("kortweg afgekort hierna ofwel oftewel tot als".split())
_LONGEST, _SHORTEST = 7, 2
_BETWEEN = 3
# A name with brackets in it has more tokens than this.
_BRACKETED = 2


def add_short_forms(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things, each also where its short form stands; a thing that was made of a short form alone goes into it."""
    owners = _owners(sheet, things)
    if not owners:
        return things
    by_key = {folded(short): owner for short, owner in owners.items()}
    gone = {id(t) for n, t in enumerate(things) if _is_short(t, by_key, n)}
    kept = [t for t in things if id(t) not in gone]
    taken = {(a, q) for t in kept if t.kind in BODIES for a, i, j in t.spots for q in range(i, j)}
    for line in sheet.order:
        if owners.keys().isdisjoint(line.words):
            continue
        for q, word in enumerate(line.words):
            owner = owners.get(word)
            if owner is not None and (line.index, q) not in taken:
                _add(things[owner], (line.index, q, q + 1), word)
    return kept


def _owners(sheet: Sheet, things: list[Thing]) -> dict[str, int]:
    """The only body that each short form is given with, by number."""
    meant: dict[str, set[int]] = defaultdict(set)
    for n, thing in enumerate(things):
        for index, i, j in thing.spots if thing.kind in BODIES else ():
            line = sheet.lines[index]
            # "Centrale Cliëntenraad (CCR) van O": it may stand within the name.
            inside = [q for q in range(i + 1, j) if line.words[q] == "("] if j - i > _BRACKETED else []
            for end in (j, *inside):
                short = _short_behind(line, end)
                if short and is_acronym(_without_article(line.text(i, end)), short):
                    meant[short].add(n)
    return {short: next(iter(found)) for short, found in meant.items() if len(found) == 1}


def _short_behind(line: Line, j: int) -> str:
    """The short form right behind a name, in brackets or behind a comma and ``kortweg``."""
    if j >= len(line.words) or line.words[j] not in ("(", ","):
        return ""
    q = j + 1
    while q < len(line.words) and q <= j + _BETWEEN and line.lows[q] in _SAID:
        q += 1
    said = line.words[j] == "(" or q > j + 1
    word = line.words[q] if q < len(line.words) else ""
    return word if said and word.isupper() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST else ""


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("de", "het") and rest else name


def _is_short(thing: Thing, owners: dict[str, int], n: int) -> bool:
    """Whether a body has no form but a short one of another; ``owners`` by the key of the short form."""
    return thing.kind in BODIES and all(owners.get(key, n) != n for key in thing.keys)


def _add(thing: Thing, spot: Spot, word: str) -> None:
    thing.spots = sorted({*thing.spots, spot})
    thing.names[word] = thing.names.get(word, 0)
    if folded(word) not in thing.keys:
        thing.keys.append(folded(word))
