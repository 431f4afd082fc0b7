"""Links that a sentence states by a turn of phrase that leaves no doubt: roles, parts, hosts, places, series."""

from __future__ import annotations

import re

from ingest.extract.affiliations import drop_affiliations
from ingest.extract.apposed_roles import add_apposed_roles
from ingest.extract.boards import add_boards
from ingest.extract.cooperation import add_cooperation, spoken_of
from ingest.extract.enumerations import Stretch, enumerations
from ingest.extract.founders import add_founders
from ingest.extract.founding_topics import add_founding_topics
from ingest.extract.gathering_again import add_gatherings_again
from ingest.extract.held_there import add_held_there
from ingest.extract.joining import add_joining
from ingest.extract.kinds import ORGANISATIONS, OWNERS
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.listed_bodies import add_listed_bodies
from ingest.extract.listed_people import add_listed_people
from ingest.extract.members import add_members
from ingest.extract.named_after import add_named_after
from ingest.extract.offices import add_offices
from ingest.extract.organised_again import add_organised_again
from ingest.extract.own_labels import add_own_labels
from ingest.extract.own_statements import add_own_statements
from ingest.extract.participants import add_participants
from ingest.extract.partners import add_partners
from ingest.extract.parts import add_parts
from ingest.extract.performing import add_performing
from ingest.extract.reality import drop_locations, settle_reality
from ingest.extract.respectively import add_respectively
from ingest.extract.role_topics import add_role_topics
from ingest.extract.same_place import add_same_places
from ingest.extract.scene import BODIES, Scene
from ingest.extract.section_lines import add_section_lines
from ingest.extract.spans import list_of
from ingest.extract.speakers import drop_spoken_of
from ingest.extract.tokens import Line

_SURE = 0.92
_LIKELY = 0.75
_LOCATION = re.compile(
    r"^,? (?:een|één|eén) van de (?:woon|zorg)?(?:locaties|huizen|vestigingen|woningen) (?:van|binnen)\b"
)
_PART = re.compile(r"\b(?:is|zijn|was|vormt|vormen) (?:een )?onderdeel van\b")
_FOLLOWS = re.compile(r"\b(?:is|was) (?:een |het )?vervolg op\b")
_GUEST = re.compile(r"\bte gast\b")
_TIE = re.compile(r"\bverbinding(?:en)? (?:gelegd )?met\b|\btrekker van\b")
_TIE_WORDS = frozenset(("verbinding", "verbindingen", "trekker"))
_THEY = frozenset(("zij", "ze", "hij", "wij", "we"))
_JOINS = re.compile(r"\b(?:meedoen|deelnemen|deelname|mee te doen|deel te nemen) aan\b")
_FOUNDING = re.compile(r"^(?:mede-?)?(?:initiatiefne\w+|oprichters?|oprichtster|grondlegger)$")

_BOTH = frozenset("allebei beide beiden alle".split())
_APPOSED = 6

Held = list[tuple[int, int, int]]


def add_sure_statements(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what sentences state."""
    series = scene.counts["EventSeries"]
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        text = line.text(a, z)
        if len(held) > 1:
            _roles(scene, found, line, held)
            _based(scene, found, line, held)
            _brackets(scene, found, line, held)
        if "van de" in text:
            _locations(scene, found, line, held)
        if ("onderdeel van" in text and _PART.search(text)) or ("vervolg op" in text and _FOLLOWS.search(text)):
            _gatherings(scene, found, line, held, text)
        if "te gast" in text and _GUEST.search(text):
            _guests(scene, found, line, held)
        if ("verbinding" in text or "trekker van" in text) and _TIE.search(text):
            _ties(scene, found, line, held)
        if series and any(scene.kinds[n] == "EventSeries" for _, _, n in held):
            _series(scene, found, line, held, text)
    add_same_places(scene, found)
    add_named_after(scene, found)
    add_cooperation(scene, found)
    add_joining(scene, found)
    add_own_statements(scene, found)
    add_own_labels(scene, found)
    add_section_lines(scene, found)
    add_gatherings_again(scene, found)
    add_organised_again(scene, found)
    add_held_there(scene, found)
    add_performing(scene, found)
    add_founders(scene, found)
    add_members(scene, found)
    add_participants(scene, found)
    add_listed_bodies(scene, found)
    add_parts(scene, found)
    add_partners(scene, found)
    add_offices(scene, found)
    add_apposed_roles(scene, found)
    add_respectively(scene, found)
    add_boards(scene, found)
    add_listed_people(scene, found)
    add_role_topics(scene, found)
    add_founding_topics(scene, found)
    drop_spoken_of(scene, found)
    drop_affiliations(scene, found)
    settle_reality(scene, found)
    drop_locations(scene, found)


def _add(found: dict[Key, Link], kind: str, a: int, c: int, sure: float, why: str, line: Line, i: int, j: int) -> None:
    if a != c:
        keep(found, Link(kind, a, c, sure, why, (line.index, i, j)))


def _drop_model(found: dict[Key, Link], kind: str, a: int | None, c: int) -> None:
    """Takes back what only the model says."""
    link = found.get((kind, a, c)) if a is not None else None
    if link is not None and link.why == MODEL:
        del found[(kind, link.subject, link.object)]


def _roles(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``P (voorzitter O, O2)``, ``ORG-adviseur P``."""
    for i, j, n in held:
        if scene.kinds[n] != "Person":
            continue
        if i and "-" in line.words[i - 1] and "role" in line.classes[i - 1]:
            for x, y, owner in held:
                if y == i and x == i - 1 and scene.kinds[owner] in OWNERS:
                    _add(found, "HAS_ROLE", n, owner, _SURE, "organisatie in het woord voor de rol", line, x, j)
        if j + 1 < len(line.words) and line.words[j] == "(" and "role" in line.classes[j + 1]:
            close = next((q for q in range(j, len(line.words)) if line.words[q] == ")"), len(line.words))
            for x, y, owner in held:
                if j < x and y <= close and scene.kinds[owner] in OWNERS:
                    _add(found, "HAS_ROLE", n, owner, _SURE, "rol tussen haakjes", line, i, y)
                    if _FOUNDING.match(line.lows[j + 1]) and scene.kinds[owner] in ORGANISATIONS:
                        _add(found, "FOUNDED", n, owner, _SURE, "initiatiefnemer", line, i, y)


def _based(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``X in P`` right behind one another."""
    at = {i: (j, n) for i, j, n in held if scene.kinds[n] == "Place"}
    if not at:
        return
    at |= {i - 1: at[i] for i in list(at) if i and line.lows[i - 1] in ("het", "de", "den")}
    taken: set[int] = set()
    placed: list[tuple[int, int]] = []
    for i, j, n in held:
        place = at.get(j + 1)
        if (
            place is not None
            and scene.kinds[n] in ORGANISATIONS
            and line.capital[j - 1]
            and _leads_to(line, j, place[0])
        ):
            _add(found, "BASED_IN", n, place[1], _SURE, "naam in plaats", line, i, place[0])
            taken.add(place[1])
            placed.append((n, place[1]))
            for x, y, other in _rest_of(scene, line, held, j + 1):
                _add(found, "BASED_IN", n, other, _SURE, "naam in plaatsen", line, x, y)
    _based_together(scene, found, line, held)
    # Of parallel pairs (``A in P, B in Q``) the others are no pairs.
    for n, own in placed:
        for other in taken - {own}:
            _drop_model(found, "BASED_IN", n, other)


def _based_together(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``A en B, allebei uit P``; ``A, de koepel in P``: what is said behind a comma."""
    groups: dict[int, Stretch] | None = None
    for x, y, place in held:
        before = x - 1 - (line.lows[x - 1] in ("de", "het", "den")) if x else -1
        if scene.kinds[place] != "Place" or before < 0 or line.lows[before] not in ("in", "uit", "te"):
            continue
        bodies = [h for h in held if h[1] < before and scene.kinds[h[2]] in ORGANISATIONS]
        if not bodies or line.lows[bodies[-1][1]] != "," or before - bodies[-1][1] > _APPOSED:
            continue
        said = line.lows[bodies[-1][1] + 1 : before]
        both = bool(said) and said[0] in _BOTH
        if both:
            groups = enumerations(scene, line, held) if groups is None else groups
            stretch = groups.get(bodies[-1][0])
            members = [h for h in bodies if stretch is not None and groups.get(h[0]) == stretch] or bodies[-1:]
        elif said and said[0] in ("de", "het", "een") and all(low.isalpha() for low in said):
            members = bodies[-1:]
        else:
            continue
        for i, _, n in members:
            _add(found, "BASED_IN", n, place, _LIKELY, "gevestigd, achter een komma", line, i, y)
            for u, v, other in _rest_of(scene, line, held, x):
                _add(found, "BASED_IN", n, other, _LIKELY, "gevestigd, achter een komma", line, u, v)


def _rest_of(scene: Scene, line: Line, held: Held, at: int) -> Held:
    """The other places of an enumeration of places that begins at a token."""
    runs = list_of(line, at)
    if runs is None or runs[0][0] != at:
        return []
    places = [x for x in held if at < x[0] < runs[-1][1] and scene.kinds[x[2]] == "Place"]
    return places if len(places) == len(runs) - 1 else []


def _leads_to(line: Line, at: int, end: int) -> bool:
    """Whether the word or bracket at a token ties the name before it to the place that ends at ``end``."""
    if line.lows[at] in ("in", "te", "uit", "voor"):
        return True
    return line.words[at] == "(" and end < len(line.words) and line.words[end] == ")"


def _locations(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    for _, j, n in held:
        rest = line.block.text[line.ends[j - 1] :]
        if scene.kinds[n] in ORGANISATIONS and _LOCATION.match(rest):
            owner = next(((x, y, o) for x, y, o in held if x > j and scene.kinds[o] in ORGANISATIONS), None)
            if owner is not None:
                _add(found, "PART_OF", n, owner[2], _SURE, "een van de locaties van", line, j - 1, owner[1])
    for i, j, n in held:
        if scene.kinds[n] == "Movement":
            for x, y, o in held:
                if x == j and scene.kinds[o] in ORGANISATIONS:
                    _add(found, "MEMBER_OF", o, n, _SURE, "naam van de beweging voor de naam", line, i, y)


def _subject_gathering(scene: Scene, line: Line, held: Held, before: int) -> int | None:
    """The gathering that a sentence speaks of: named before this token, or else the one that the line is about."""
    named = [n for i, _, n in held if scene.kinds[n] == "Event" and i < before]
    if named:
        return named[0]
    return scene.main if scene.main is not None else scene.gathering(line.index)[0]


def _gatherings(scene: Scene, found: dict[Key, Link], line: Line, held: Held, text: str) -> None:
    offset = line.begins[line.sentences[line.sentence[held[0][0]]][0]]
    for pattern, kind in ((_PART, "PART_OF"), (_FOLLOWS, "FOLLOWS_UP")):
        match = pattern.search(text)
        if match is None:
            continue
        at = line.token_at(offset + match.start())
        subject = _subject_gathering(scene, line, held, at)
        for i, j, n in held:
            ends = ("Event",) if kind == "FOLLOWS_UP" else ("Event", "EventSeries")
            if subject is not None and i > at and scene.kinds[n] in ends:
                # Whatever a gathering follows or belongs to is one itself.
                scene.things[n].confidence = max(scene.things[n].confidence, _LIKELY)
                _add(found, kind, subject, n, _SURE, match[0], line, i, j)


def _brackets(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``dienst (Organisatie)``: the one in brackets is what it belongs to, unless it is a short name."""
    for _, j, n in held:
        if scene.kinds[n] not in ORGANISATIONS or j + 1 >= len(line.words) or line.words[j] != "(":
            continue
        for x, y, o in held:
            whole = x == j + 1 and y < len(line.words) and line.words[y] == ")" and y - x > 1
            if whole and scene.kinds[o] in ORGANISATIONS and scene.kinds[n] == scene.kinds[o]:
                _add(found, "PART_OF", n, o, _LIKELY, "tussen haakjes", line, j - 1, y)


def _guests(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``waren we te gast in P bij O``."""
    event = next((n for _, _, n in held if scene.kinds[n] == "Event"), None)
    if event is None:
        event = scene.gathering(line.index)[0]
    host = next(
        ((i, j, n) for i, j, n in held if scene.kinds[n] in ORGANISATIONS and "bij" in line.lows[max(0, i - 4) : i]),
        None,
    )
    if event is None or host is None:
        return
    i, j, n = host
    _add(found, "HELD_AT", event, n, _SURE, "te gast bij", line, i, j)
    if scene.kinds[n] == "Initiative":
        _add(found, "FEATURES", event, n, _LIKELY, "te gast bij", line, i, j)
    for x, y, place in held:
        if scene.kinds[place] == "Place":
            _add(found, "HELD_IN", event, place, _LIKELY, "te gast in", line, x, y)
            _add(found, "BASED_IN", n, place, _LIKELY, "te gast in", line, x, y)


def _ties(scene: Scene, found: dict[Key, Link], line: Line, held: Held) -> None:
    """``A heeft een verbinding gelegd met B``, ``A is trekker van B``; ``zij`` are those that the text is about."""
    first, last = line.sentences[line.sentence[held[0][0]]]
    at = next((q for q in range(first, last) if line.lows[q] in _TIE_WORDS), None)
    if at is None:
        return
    left = {n for _, j, n in held if j <= at and scene.kinds[n] in ORGANISATIONS}
    right = [(i, j, n) for i, j, n in held if i > at and scene.kinds[n] in ORGANISATIONS]
    # Of "Z (O)" the tie is with Z: O is what it belongs to.
    ends = {j for _, j, _ in right}
    right = [(i, j, n) for i, j, n in right if not (line.words[i - 1] == "(" and i - 1 in ends)]
    if _THEY.intersection(line.lows[first:at]) and (they := spoken_of(scene, line.index)) is not None:
        left.add(they)
    for a in sorted(left):
        for i, j, c in right:
            _add(found, "PARTNER_OF", a, c, _LIKELY, line.words[at], line, i, j)


def _series(scene: Scene, found: dict[Key, Link], line: Line, held: Held, text: str) -> None:
    """What a sentence says of a series: where it was guest, who organises it, who joins in."""
    for i, j, s in held:
        if scene.kinds[s] != "EventSeries":
            continue
        after = line.lows[j : j + 2]
        for x, y, n in held:
            if "bij" in after and x > j and scene.kinds[n] == "Initiative":
                _add(found, "FEATURES", s, n, _LIKELY, "reeks bij", line, x, y)
                _drop_model(found, "FEATURES", scene.main, n)
            verb = line.lows[x - 1] if x else ""
            if scene.kinds[n] in BODIES and x < i and verb in ("organiseert", "organiseren", "organiseerde", "houdt"):
                _add(found, "ORGANISES", n, s, _LIKELY, verb, line, x, y)
            if scene.kinds[n] == "Person" and x < i and _JOINS.search(text):
                _add(found, "TAKES_PART_IN", n, s, _LIKELY, "doet mee aan", line, x, y)
