"""What belongs to what: ``X, een locatie van Y``, ``X valt onder Y``, ``alle huizen zijn locaties van Y``, mergers."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.92
_HOUSES = (
    r"(?:\w*locaties?|\w*huis|\w*huizen|vestiging(?:en)?|onderdelen|onderdeel|dochter|afdeling(?:en)?|woonzorgcentr\w+)"
)
# Without one of these there is no such phrase: to look for them costs a tenth of looking for the phrase.
_HOUSES_OF = (
    "locatie van", "locaties van", "huis van", "huizen van", "vestiging van", "vestigingen van", "onderdelen van",
    "onderdeel van", "dochter van", "afdeling van", "afdelingen van", "woonzorgcentr",
)  # fmt: skip
_MERGERS = ("opgegaan", "gingen op", "ging op", "gaan op", "opgaan", "fuseerd")
_OF = re.compile(
    rf"(?:,|\b(?:is|zijn|was|waren|vormen|als)\b) (?:het )?(?:(?:een|de|één|alle) )?(?:van de )?{_HOUSES} van\b"
)
_UNDER = re.compile(r"\b(?:valt|vallen|hoort|horen|behoort|behoren) (?:\w+ ){0,2}?(?:onder|bij|tot)\b")
_ALL = re.compile(rf"\b[Aa]lle (?:[\w-]+ ){{0,6}}?(?:zijn|vallen|horen) (?:het )?(?:{_HOUSES} van|onder|bij)\b")
_MERGED = re.compile(r"\b(?:opgegaan|gingen op|ging op|gaan op|opgaan|gefuseerd tot|fuseerden tot)(?: in)?\b")
_LISTED = ("item", "row", "label", "heading")
_REACH = 8
# "O, waar ons huis bij hoort", "O, de organisatie waar De Linde onder valt": O is the last body before "waar".
_WHO_THERE = r"\bwaar (?P<who>(?:ons huis|onze \w+|wij|we)\b|[^,.;]{3,60}?) "
_WHERE = re.compile(
    _WHO_THERE + r"(?:[\w’'-]+ ){0,4}?"
    r"(?:bij hoor(?:t|en)|onder val(?:t|len)|deel van uitma(?:akt|ken)|"
    r"een (?:locatie|onderdeel|huis|vestiging) van (?:is|zijn))\b"
)
_JOINED = re.compile(
    _WHO_THERE + r"(?:[\w’'-]+ ){0,5}?"
    r"(?:lid van (?:is|zijn|werd|werden)|bij aanslo(?:ot|ten)|bij aangesloten (?:is|zijn))\b"
)
_OURS = ("ons", "onz", "wij", "we")
_FAR = 8

Held = list[tuple[int, int, int]]


def add_parts(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds the locations, parts and merged organisations that sentences state."""
    kinds, councils = scene.kinds, scene.counts["ClientCouncil"]
    for (index, number), held in scene.sentences.items():
        if councils:
            bodies = [body for x in held if (body := _body(scene, x)) is not None]
        else:
            bodies = [x for x in held if kinds[x[2]] in ORGANISATIONS]
        if not bodies:
            continue
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        text = line.text(a, z)
        for match in _OF.finditer(text) if any(map(text.__contains__, _HOUSES_OF)) else ():
            _owned(scene, found, line, bodies, *_tokens(line, a, match), by_list=True)
        for match in _UNDER.finditer(text) if "val" in text or "hoor" in text or "hore" in text else ():
            _owned(scene, found, line, bodies, *_tokens(line, a, match), by_list=False)
        for kind, pattern in (("PART_OF", _WHERE), ("MEMBER_OF", _JOINED)) if "waar " in text else ():
            if (where := pattern.search(text)) is not None:
                ours = where["who"].startswith(_OURS)
                _of_where(scene, found, kind, line, bodies, *_tokens(line, a, where), ours=ours)
        whole = _ALL.search(text) if "lle " in text else None
        merged = _MERGED.search(text) if any(map(text.__contains__, _MERGERS)) else None
        if whole is not None:
            _all(scene, found, line, bodies, _tokens(line, a, whole)[1])
        if merged is not None:
            _merged(scene, found, line, number, bodies, _tokens(line, a, merged))
    _drop_councils(scene, found)


def _of_where(
    scene: Scene, found: dict[Key, Link], kind: str, line: Line, bodies: Held, begin: int, end: int, *, ours: bool
) -> None:
    """``O, waar ons huis bij hoort``, ``O, waar X lid van is``: the page's own body or X is a part or member of O."""
    owner = next((x for x in reversed(bodies) if begin - _FAR <= x[1] <= begin), None)
    inner = next((n for i, _, n in bodies if begin < i < end), scene.top_body if ours else None)
    if owner is not None and inner is not None and inner != owner[2]:
        keep(found, Link(kind, inner, owner[2], _LIKELY, "waar het bij hoort", (line.index, owner[0], owner[1])))


def _drop_councils(scene: Scene, found: dict[Key, Link]) -> None:
    """The council of a part is no part of the whole: takes it back where only the model says so."""
    parts = {(a, c) for (kind, a, c), link in found.items() if kind == "PART_OF" and link.why != MODEL}
    for council, part in [x for x in parts if scene.kinds[x[0]] == "ClientCouncil"]:
        for _, owner in [x for x in parts if x[0] == part]:
            link = found.get(("PART_OF", council, owner))
            if link is not None and link.why == MODEL:
                del found[("PART_OF", council, owner)]


def _body(scene: Scene, spot: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """A body where it is named; for a council that which it is of, whose name ends the council's."""
    i, j, n = spot
    if scene.kinds[n] in ORGANISATIONS:
        return spot
    within = scene.things[n].within if scene.kinds[n] == "ClientCouncil" else ""
    if not within:
        return None
    owner = next((m for m, t in enumerate(scene.things) if within in t.keys), None)
    return (i, j, owner) if owner is not None and scene.kinds[owner] in ORGANISATIONS else None


def _tokens(line: Line, a: int, match: re.Match[str]) -> tuple[int, int]:
    """The first token of a match, and the one behind its last."""
    offset = line.begins[a]
    return line.token_at(offset + match.start()), line.token_at(offset + match.end() - 1) + 1


def _behind(line: Line, bodies: Held, end: int) -> tuple[int, int, int] | None:
    """The body right behind a phrase."""
    skip = 1 if end < len(line.lows) and line.lows[end] in ARTICLES else 0
    return next((x for x in bodies if end <= x[0] <= end + skip), None)


def _owned(
    scene: Scene, found: dict[Key, Link], line: Line, bodies: Held, start: int, end: int, *, by_list: bool
) -> None:
    owner = _behind(line, bodies, end)
    before = [x for x in bodies if x[1] <= start + 1 and x[1] > start - _REACH]
    if owner is None or not before:
        return
    runs = list_of(line, before[-1][0])
    members = [x for x in bodies if runs is not None and x[0] < start and list_of(line, x[0]) is runs]
    for i, _, n in (members if by_list or runs is not None else []) or before[-1:]:
        if n != owner[2]:
            keep(found, Link("PART_OF", n, owner[2], _LIKELY, "onderdeel van", (line.index, i, owner[1])))


def _all(scene: Scene, found: dict[Key, Link], line: Line, bodies: Held, end: int) -> None:
    """``Alle huizen in deze lijst zijn locaties van Y``: the care organisations of the page's lists are."""
    owner = _behind(line, bodies, end)
    if owner is None:
        return
    for n, thing in enumerate(scene.things):
        listed = any(scene.sheet.lines[a].block.kind in _LISTED for a, _, _, _ in scene.spots[n])
        if thing.kind == "CareOrganisation" and listed and n != owner[2]:
            keep(found, Link("PART_OF", n, owner[2], _LIKELY, "allemaal onderdeel van", (line.index, end, owner[1])))


def _merged(scene: Scene, found: dict[Key, Link], line: Line, number: int, bodies: Held, at: tuple[int, int]) -> None:
    """``A en B zijn opgegaan in Y``; ``beide`` are those of the sentence before."""
    start, end = at
    owner = next((x for x in bodies if end <= x[0] <= end + _REACH), None)
    merged = [x for x in bodies if x[1] <= start]
    a, _ = line.sentences[number]
    if not merged and number and line.lows[a] in ("beide", "samen"):
        merged = [x for x in scene.sentences.get((line.index, number - 1), ()) if scene.kinds[x[2]] in ORGANISATIONS]
    for i, _, n in merged if owner is not None else ():
        if owner is not None and n != owner[2]:
            keep(found, Link("PART_OF", n, owner[2], _LIKELY, "opgegaan in", (line.index, i, owner[1])))
