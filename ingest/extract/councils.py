"""Client councils by rule: the noun with the organisation it is a council of; and that organisation gives care."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.extract.candidates import Pool
from ingest.extract.council_candidates import council_nouns, names_councils
from ingest.extract.kinds import ORGANISATIONS, Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.name_forms import stripped
from ingest.extract.places import is_place
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line

_STOPS = frozenset(
    ", . : en is was | heeft die wil koos kan moet nog geen niet ook al lid dat om werkt werkte zoekt zocht kwam komt "
    "gaat ging vroeg schreef vindt vond krijgt kreeg doet deed geeft gaf vergadert samen met".split()
)
_MEMBER = re.compile(
    r"\b([Cc]li[ëe]ntenraad|[Bb]ewonersraad|[Ff]amilieraad)s(?:lid|leden) (?:bij|van) (?:de |het )?"
    r"([A-ZÀ-Ý][\w’'-]*(?: [A-ZÀ-Ý][\w’'-]*){0,3})(?: \([^)]{2,30}\))?( (?:cirkel|regio|locatie|afdeling|team|kring) "
    r"[\w-]+)?"
)
_HAS = frozenset(("heeft", "kent", "had", "kreeg", "krijgt"))
_EIGEN = frozenset(("een", "ook", "eigen", "actieve", "centrale", "sinds", "dan"))
_SHARE = ("CareOrganisation", "Partner", "Initiative", "Place")
_REACH = 10
_SURE = 0.95
_LIKELY = 0.8


def add_councils(sheet: Sheet, pool: Pool, things: list[Thing]) -> list[Thing]:
    """The things with the client councils as the rule reads them; each knows its organisation as ``within``."""
    named, members = names_councils(sheet), "raadslid" in sheet.low or "raadsleden" in sheet.low
    if not named and not members:
        return [t for t in things if t.kind != "ClientCouncil"]
    starts: dict[tuple[int, int], list[int]] = defaultdict(list)
    for thing in things:
        if thing.kind in ORGANISATIONS or thing.kind == "Place":
            for index, i, j in thing.spots:
                starts[(index, i)].append(j)
    found: dict[str, tuple[str, list[Spot], str]] = {}
    for line in sheet.order:
        if line.block.kind != "taxonomy":
            for q in council_nouns(line.lows) if named else ():
                _read(line, q, starts, found)
            if members and ("raadslid" in line.block.text or "raadsleden" in line.block.text):
                _read_members(line, found)
    _join_bare(found)
    kept = [t for t in things if t.kind != "ClientCouncil" and t.key not in found]
    councils = [_council(key, *found[key]) for key in found]
    for council in councils:
        _tie(council, kept, pool)
    return [*kept, *councils]


def _read(
    line: Line, q: int, starts: dict[tuple[int, int], list[int]], found: dict[str, tuple[str, list[Spot], str]]
) -> None:
    """The council whose noun is token ``q``, when the line says of what it is one."""
    central = q > 0 and line.lows[q - 1] in ("centrale", "lokale")
    begin = q - 1 if central else q
    owner = _owner(line, q, starts)
    if owner is None and _read_had(line, q, found):
        return
    if owner is None and (not central or line.lows[q - 1] != "centrale"):
        return
    end = q + 1 if owner is None else owner[1]
    name, of = line.text(begin, end), "" if owner is None else line.text(*owner)
    key = folded(name)
    first, spots, within = found.setdefault(key, (name, [], of if of[:1].isupper() or of[:1] in "’'" else ""))
    spots.append((line.index, begin, end))
    if first.isupper():
        found[key] = (name, spots, within)


def _read_had(line: Line, q: int, found: dict[str, tuple[str, list[Spot], str]]) -> bool:
    """``O heeft een eigen cliëntenraad``, ``Daarom heeft O een cliëntenraad``: a council of O."""
    at, a = q - 1, line.sentences[line.sentence[q]][0]
    while at > a and line.lows[at] in _EIGEN:
        at -= 1
    if at == q - 1 or at <= a:
        return False
    end = at if line.lows[at] in _HAS else at + 1
    run = next((r for r in line.runs if r[1] == end and r[0] >= a), None)
    before = run is not None and line.lows[run[0] - 1 : run[0]] and line.lows[run[0] - 1] in _HAS
    if run is None or not (line.lows[at] in _HAS or before):
        return False
    of = line.text(*run)
    name = f"{line.lows[q]} van {of}"
    found.setdefault(folded(name), (name, [], of))[1].append((line.index, q, q + 1))
    return True


def _join_bare(found: dict[str, tuple[str, list[Spot], str]]) -> None:
    """``de centrale cliëntenraad``: the only council of the page whose longer name begins so."""
    for key in [key for key, (_, _, of) in found.items() if not of]:
        longer = [other for other in found if other.startswith(key + " ")]
        if len(longer) == 1:
            _, spots, _ = found.pop(key)
            found[longer[0]][1].extend(spots)


def _read_members(line: Line, found: dict[str, tuple[str, list[Spot], str]]) -> None:
    """``cliëntenraadslid bij X (sector) cirkel zuid``: the council of X, of that unit."""
    for match in _MEMBER.finditer(line.block.text):
        unit = match[3] or ""
        name = f"{match[1].lower()} {match[2].strip()}{unit}"
        i, j = line.token_at(match.start(2)), line.token_at(match.end() - 1) + 1
        _, spots, _ = found.setdefault(folded(name), (name, [], match[2].strip()))
        spots.append((line.index, i, j))


def _owner(line: Line, q: int, starts: dict[tuple[int, int], list[int]]) -> tuple[int, int] | None:
    """Where the organisation stands that follows within reach; the name of the council ends with it."""
    first, n = _behind_short(line, q + 1), len(line.words)
    y = first
    while y < n and y < q + _REACH and line.sentence[y] == line.sentence[q] and line.lows[y] not in _STOPS:
        ends = starts.get((line.index, y))
        direct = y <= first + 1 or "van" in line.lows[q + 1 : y] or "bij" in line.lows[q + 1 : y]
        if ends and direct:
            return y, max(ends)
        if line.capital[y] and line.words[y] not in ("De", "Het"):
            run = next((r for r in line.runs if r[0] <= y < r[1]), None)
            unit = run is not None and run[1] < n and line.words[run[1]] in ("(", "van")
            if run is not None and direct and not unit:
                # "Cliëntenraad Thuiszorg van Marente": of the thing with which the words end, if there is one.
                within = (x for x in range(y + 1, run[1]) if run[1] in starts.get((line.index, x), ()))
                return next(within, y - (line.words[y - 1] in ("De", "Het"))), run[1]
        y += 1
    return None


def _behind_short(line: Line, y: int) -> int:
    """The token behind a short form in brackets: ``de Lokale Cliëntenraad (LCR) De Linde``."""
    return y + 3 if line.words[y : y + 1] == ["("] and line.words[y + 2 : y + 3] == [")"] else y


def _council(key: str, name: str, spots: list[Spot], of: str) -> Thing:
    return Thing("ClientCouncil", key, name, _SURE, spots, [key], {name: len(spots)}, frozenset(("council",)),
                 rule="cliëntenraad van een organisatie", within=folded(of) if of else "")  # fmt: skip


def _tie(council: Thing, things: list[Thing], pool: Pool) -> None:
    """The organisation of a council is a care organisation, and is found even when nothing else speaks for it."""
    if len(council.within) < 3:
        council.within = ""
        return
    bare = stripped(council.within)
    shared = [t for t in things if t.kind in _SHARE]
    owner = next((t for t in shared if council.within in t.keys), None)
    if owner is None:
        owner = next((t for t in shared if t.kind != "Place" and bare in map(stripped, t.keys)), None)
    candidate = pool.by_key.get(council.within)
    if owner is None and candidate is not None and not is_place(council.within):
        spots = sorted({(m.line, m.i, m.j) for m in candidate.mentions if m.form in ("cap", "head")})
        if not spots:
            return
        owner = Thing("CareOrganisation", candidate.key, candidate.surface, _LIKELY, spots, [candidate.key],
                      dict(candidate.surfaces), candidate.forms)  # fmt: skip
        things.append(owner)
    if owner is not None:
        if owner.kind != "Place":
            owner.kind = "CareOrganisation"
        council.within = owner.key
