"""Evidence over the whole page: how frequently and where a candidate stands, and what its relatives say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.extract.candidates import Candidate, Pool
from ingest.extract.conjunctions import add_conjunctions
from ingest.extract.council_candidates import add_councils, names_councils
from ingest.extract.event_candidates import add_dated_names, add_events
from ingest.extract.lexicon.folding import folded
from ingest.extract.name_candidates import add_names
from ingest.extract.name_evidence import add_name_evidence
from ingest.extract.places import is_place
from ingest.extract.quoted_candidates import add_linked, add_quoted
from ingest.extract.structure import Sheet, is_programme_row
from ingest.extract.surroundings import Surroundings
from ingest.extract.title_candidates import add_titles
from ingest.extract.titled_candidates import add_titled
from ingest.extract.tokens import Line
from ingest.extract.words import is_ordinary

_CONTEXT_FORMS = frozenset(("cap", "head", "quote", "link", "derived", "council"))
_BRACKETED = re.compile(r" \([A-Z][A-Za-z&]{1,9}\)")
_ACRONYM = re.compile(r"([A-ZÀ-Ý][^()]{4,90}?) \(([A-Z][A-Za-z&]{1,9})\)")
_LEGAL_HEAD = re.compile(r"^(?:De |Het )?(?:Stichting|Vereniging|Coöperatie|Landelijke|Netwerk) ")
_MOST_MENTIONS = 10
# By how many there are.
_MENTIONS = tuple(f"mentions={count}" for count in ("0", "1", "2", "3-4", "3-4", "5+"))


def candidates_of(sheet: Sheet) -> Pool:
    """All candidates of a page with their evidence."""
    pool, councils = Pool(), names_councils(sheet)
    for line in sheet.order:
        if line.block.kind != "taxonomy":
            _add_of_line(pool, sheet, line, councils=councils)
    add_titles(pool, sheet)
    candidates = list(pool.by_key.values())
    top = _most_named(candidates)
    title, lead = folded(sheet.page.title), _lead(sheet)
    movement = "radicale vernieuwing" in sheet.low
    around = Surroundings(sheet)
    told = []
    for candidate in candidates:
        told.append(add_name_evidence(candidate))
        _add_contexts(sheet, candidate, around)
        _add_place_on_page(candidate, title, lead, top)
        if movement:
            candidate.features.add("page:movement")
            if "list" in candidate.features:
                candidate.features.add("page:movement&list")
    _add_relatives([c for c, words in zip(candidates, told, strict=True) if words.personal], pool)
    _add_fixed(candidates, pool)
    _add_acronyms(sheet, pool)
    for candidate, words in zip(candidates, told, strict=True):
        add_conjunctions(candidate, words)
    return pool


def _add_of_line(pool: Pool, sheet: Sheet, line: Line, *, councils: bool) -> None:
    """All candidates within a line; ``councils``: whether the page names any council."""
    add_names(pool, line)
    if councils:
        add_councils(pool, line)
    if not is_programme_row(line):
        add_events(pool, line, sheet.counts)
    if line.dated:
        add_dated_names(pool, line)
    add_quoted(pool, line)
    add_titled(pool, line)
    if line.block.links:
        add_linked(pool, line)


def _lead(sheet: Sheet) -> str:
    line = sheet.lines.get(sheet.first)
    return folded(line.block.text) if line is not None else ""


def _most_named(candidates: list[Candidate]) -> list[str]:
    counts: Counter[str] = Counter()
    for candidate in candidates:
        if len(candidate.mentions) < 2:
            continue
        places = {(m.line, m.i) for m in candidate.mentions if m.form in ("cap", "head")}
        if len(places) > 1 and not is_place(candidate.key):
            counts[candidate.key] = len(places)
    keys = [key for key, _ in counts.most_common(12)]
    return [key for key in keys if " " in key or not is_ordinary(key)][:3]


def _add_contexts(sheet: Sheet, candidate: Candidate, around: Surroundings) -> None:
    mentions = [m for m in candidate.mentions if m.form in _CONTEXT_FORMS]
    if not mentions:
        return
    if len(mentions) > 1:
        mentions = list({(m.line, m.i, m.j): m for m in mentions}.values())
    cues: set[str] = set()
    opens = True
    for mention in mentions[:_MOST_MENTIONS]:
        line = sheet.lines[mention.line]
        around.add(candidate, line, mention.i, mention.j, cues)
        opens = opens and line.opens[mention.i]
    add, count = candidate.features.add, len(mentions)
    add(_MENTIONS[min(count, len(_MENTIONS) - 1)])
    if opens:
        add("only-opens")
        if count > 1:
            add("only-opens:many")
        if "ordinary=1" in candidate.features:
            add("only-opens&ordinary")
    if "beside=00" not in candidate.features:
        add("never-whole")
    add("fills" if candidate.fills else "fills-not")
    if len(cues) > 2:
        told = Counter(cue.partition(":")[0] for cue in cues)
        candidate.features.update(f"{cue}+" for cue, words in told.items() if words > 2)


def _add_place_on_page(candidate: Candidate, title: str, lead: str, top: list[str]) -> None:
    add, key = candidate.features.add, candidate.key
    if len(key) > 3:
        if key in title:
            add("in:title")
        if key in lead:
            add("in:lead")
    if key in top:
        add(f"top={min(top.index(key) + 1, 2)}")


def _add_fixed(candidates: list[Candidate], pool: Pool) -> None:
    """A stretch that comes back whole, while parts of it never stand without the rest."""
    repeated = [c for c in candidates if len(c.mentions) > 1]
    counts = {c.key: len({(m.line, m.i) for m in c.mentions if m.form == "cap"}) for c in repeated}
    for candidate in repeated:
        words = candidate.key.split()
        count = counts[candidate.key]
        if len(words) < 2 or count < 2:
            continue
        parts = [" ".join(words[:n]) for n in range(1, len(words))] + [
            " ".join(words[n:]) for n in range(1, len(words))
        ]
        inner = [pool.by_key[part] for part in parts if counts.get(part) == count]
        if inner:
            candidate.features.add("fixed")
        for part in inner:
            part.features.add("inner-only")


def _add_relatives(people: list[Candidate], pool: Pool) -> None:
    """Single words that are the first or last word of a person's full name on the page."""
    for candidate in people:
        words = candidate.key.split()
        if len(words) < 2:
            continue
        taken = {(m.line, q) for m in candidate.mentions for q in range(m.i, m.j)}
        for word, side in ((words[0], "first"), (words[-1], "last"), (" ".join(words[1:]), "last")):
            other = pool.by_key.get(word)
            if other is None or other is candidate:
                continue
            other.features.add(f"part-of-person={side}")
            if any((m.line, m.i) not in taken for m in other.mentions):
                other.features.add(f"alone&part-of-person={side}")
                candidate.features.add(f"part-alone={side}")


def _add_acronyms(sheet: Sheet, pool: Pool) -> None:
    for names, short in bracketed(sheet):
        for name in names:
            long = pool.by_key.get(folded(name))
            if long is None or not is_acronym(name, short):
                continue
            long.features.add("has:acronym")
            candidate = pool.by_key.get(folded(short))
            if candidate is not None:
                candidate.features.add("acronym")
            break


def bracketed(sheet: Sheet) -> Iterator[tuple[list[str], str]]:
    """Each ``Name of a body (NAB)`` of a page: the names, from long to short, that may end there, and the brackets."""
    for line in sheet.order:
        text = line.block.text
        for match in _ACRONYM.finditer(text) if " (" in text and _BRACKETED.search(text) else ():
            words = match[1].split()
            yield [" ".join(words[q:]) for q in range(len(words))], match[2]


def is_acronym(name: str, short: str) -> bool:
    """Whether the letters of ``short`` stand in this order in ``name``, and both begin alike."""
    if name[0] != short[0]:
        name = _LEGAL_HEAD.sub("", name)
    letters = [c.lower() for c in short if c.isalpha()]
    initials = [word[0].lower() for word in re.findall(r"\w+", name)]
    if initials[:1] != letters[:1]:
        return False
    rest = iter("".join(re.findall(r"\w", name.lower())))
    return all(letter in rest for letter in letters)
