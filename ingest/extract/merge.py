"""Name variants within a page: several forms of one thing become one, and of one occasion one candidate stays."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.extract.evidence import is_acronym
from ingest.extract.kinds import ORGANISATIONS, Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import Sheet

_HEADS = re.compile(
    r"^(?:stichting|vereniging|cooperatie|zorgcooperatie|dorpscooperatie|buurtcooperatie|wijkcooperatie|werkgroep|"
    r"project|"
    r"initiatief|burgerinitiatief|netwerk|coalitie|platform|programma|dorpshuis|buurthuis|thuiszorg|zorggroep|"
    r"zorgorganisatie|welzijnsorganisatie|woningcorporatie|sociale cooperatie|reeks|actieteam|actieplatform|"
    r"kennisinstituut|mfc|festival|roadshow|ministerie van|ledenvereniging|verpleeghuis|woonzorgcentrum|zorgcentrum|"
    r"beweging|initiatiefgroep|kerngroep|wzc|dorpscentrum|wijkcentrum|inloophuis|wooncentrum|woonzorglocatie|"
    r"ontmoetingscentrum|buurtcentrum|dienstencentrum|wooncooperatie|verzorgingshuis|hospice|zorgboerderij) "
)
_LEGAL = re.compile(r" (?:u a|b v|bv|ua|e o)$")
_ARTICLE = re.compile(r"^(?:de|het|t) ")
_BRACKETED = re.compile(r" \([A-Z][A-Za-z&]{1,9}\)")
_ACRONYM = re.compile(r"([A-ZÀ-Ý][^()]{4,90}?) \(([A-Z][A-Za-z&]{1,9})\)")
_PARTICLE_FIRST = re.compile(r"(?:van|de|den|der|te|ter|ten|op) ")
_ADDRESS = frozenset(("mevrouw", "heer", "dhr", "mevr", "mw", "burgemeester", "wethouder"))
_SHORTEST_WORD = 3
_SPACED = frozenset((*ORGANISATIONS, "EventSeries", "Movement"))

Ref = tuple[str, str]


def stripped(key: str) -> str:
    """The key without nouns that head it, articles, and legal forms: two of one kind that share it are one."""
    key = _LEGAL.sub("", key)
    while True:
        shorter = _ARTICLE.sub("", _HEADS.sub("", key)) or key
        if shorter == key:
            return key
        key = shorter


class _Groups:
    """Which thing each thing went into."""

    def __init__(self, things: list[Thing]) -> None:
        self.by_ref: dict[Ref, Thing] = {(t.kind, t.key): t for t in things}
        self._parent: dict[Ref, Ref] = {}

    def root(self, ref: Ref) -> Ref:
        while ref in self._parent:
            ref = self._parent[ref]
        return ref

    def join(self, ref: Ref, into: Ref) -> None:
        ref, into = self.root(ref), self.root(into)
        if ref != into:
            self._parent[ref] = into


def merge(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things of a page with all forms of one joined; the form that stands most gives the name."""
    things = sorted(things, key=lambda t: (-len(t.spots), t.key))
    groups = _Groups(things)
    by_kind: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        by_kind[thing.kind].append(thing)
    _join_people(groups, by_kind["Person"])
    for kind in sorted(by_kind):
        if kind not in ("Person", "Event"):
            _join_forms(groups, by_kind[kind])
    _join_kinds(groups, [t for kind in ORGANISATIONS for t in by_kind[kind]])
    _join_beginnings(groups, [t for kind in ORGANISATIONS for t in by_kind[kind]])
    _join_acronyms(sheet, groups)
    _join_initials(groups, [t for kind in ORGANISATIONS for t in by_kind[kind]])
    members: dict[Ref, list[Thing]] = defaultdict(list)
    for thing in things:
        members[groups.root((thing.kind, thing.key))].append(thing)
    joined = [_joined(groups.by_ref[root], found) for root, found in members.items()]
    return _one_per_occasion(sheet, joined)


def _join_people(groups: _Groups, people: list[Thing]) -> None:
    """First names, surnames and forms of address join the full name of the page, of several the one said last."""
    full = [p for p in people if " " in p.key and not _PARTICLE_FIRST.match(p.key)]
    whole, ends = {id(p) for p in full}, _by_ends(full)
    for person in people:
        words = person.key.split()
        if id(person) in whole and words[0] not in _ADDRESS:
            continue
        likely = sorted({*ends.get(words[0], ()), *ends.get(words[-1], ())})
        hits = [full[n] for n in likely if full[n] is not person and _same_person(person.key, full[n].key)]
        if not hits:
            continue
        first = person.spots[0]
        before = [p for p in hits if p.spots and p.spots[0] <= first]
        chosen = max(before, key=lambda p: max(s for s in p.spots if s <= first)) if before else hits[0]
        groups.join((person.kind, person.key), (chosen.kind, chosen.key))


def _by_ends(full: list[Thing]) -> dict[str, list[int]]:
    """The full names by their first and their last word."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, person in enumerate(full):
        words = person.key.split()
        found[words[0]].append(n)
        found[words[-1]].append(n)
    return found


def _same_person(short: str, full: str) -> bool:
    words = full.split()
    return words[0] == short or full.endswith(" " + short) or (
        short.split()[-1] == words[-1] and short.split()[0] in _ADDRESS
    )  # fmt: skip


def _join_forms(groups: _Groups, things: list[Thing]) -> None:
    seen: dict[str, Thing] = {}
    for thing in sorted(things, key=lambda t: (len(t.key), t.key), reverse=True):
        forms = [thing.key if thing.kind == "Place" else stripped(thing.key)]
        if thing.kind in _SPACED:
            forms.append(forms[0].replace(" ", ""))
        for form in forms:
            other = seen.setdefault(form, thing)
            if other is not thing:
                groups.join((thing.kind, thing.key), (other.kind, other.key))


def _join_kinds(groups: _Groups, bodies: list[Thing]) -> None:
    """A name with and without the noun that heads it is one body, of the kind that is surer."""
    by_form: dict[str, list[Thing]] = defaultdict(list)
    for thing in bodies:
        by_form[stripped(thing.key)].append(thing)
    for found in by_form.values():
        surest = max(found, key=lambda t: (t.confidence, len(t.spots), t.key))
        for thing in found:
            if thing.kind != surest.kind:
                groups.join((thing.kind, thing.key), (surest.kind, surest.key))


def _join_beginnings(groups: _Groups, bodies: list[Thing]) -> None:
    """``het Netwerk``, ``LSA``: the one body of the page whose longer name begins with that word.

    Of care organisations the longer name is mostly that of a location.
    """
    bare = {id(t): _ARTICLE.sub("", t.key) for t in bodies}
    for thing in bodies:
        word = bare[id(thing)]
        if " " in word or len(word) < _SHORTEST_WORD:
            continue
        longer = [t for t in bodies if bare[id(t)].startswith(word + " ")]
        roots = {groups.root((t.kind, t.key)) for t in longer}
        if len(roots) == 1 and not thing.kind == longer[0].kind == "CareOrganisation":
            groups.join((thing.kind, thing.key), roots.pop())


def _join_acronyms(sheet: Sheet, groups: _Groups) -> None:
    for line in sheet.order:
        if not _BRACKETED.search(line.block.text):
            continue
        for match in _ACRONYM.finditer(line.block.text):
            short = folded(match[2])
            refs = [(kind, short) for kind in ORGANISATIONS if (kind, short) in groups.by_ref]
            words = match[1].split()
            names = [" ".join(words[q:]) for q in range(len(words))]
            long = next(
                ((kind, folded(name)) for name in names for kind in ORGANISATIONS
                 if (kind, folded(name)) in groups.by_ref and is_acronym(name, match[2])), None
            )  # fmt: skip
            if long is not None:
                for ref in refs:
                    groups.join(ref, long)


def _join_initials(groups: _Groups, bodies: list[Thing]) -> None:
    """``LVKK``: the one body of the page whose name those letters shorten."""
    for thing in bodies:
        word = _ARTICLE.sub("", thing.key)
        short = thing.name.split()[-1]
        if " " in word or not short.isupper() or len(short) < _SHORTEST_WORD:
            continue
        names = [(t, name) for t in bodies if t is not thing and " " in t.key for name in t.names]
        meant = {groups.root((t.kind, t.key)) for t, name in names if _shortens(short, name)}
        if len(meant) == 1:
            groups.join((thing.kind, thing.key), meant.pop())


def _shortens(short: str, name: str) -> bool:
    """Whether the letters are the initials of a name, or four and more that stand in it in this order."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper() and word not in ("De", "Het"))
    return short == initials or (len(short) > _SHORTEST_WORD and is_acronym(name, short))


def _joined(root: Thing, members: list[Thing]) -> Thing:
    for thing in members:
        if thing is root:
            continue
        root.spots.extend(thing.spots)
        root.keys.extend(thing.keys)
        root.confidence = max(root.confidence, thing.confidence)
        for name, count in thing.names.items():
            root.names[name] = root.names.get(name, 0) + count
    root.spots = sorted(set(root.spots))
    return root


def _one_per_occasion(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """A gathering that lies within just one longer one is a form of it; within several, it names none of them."""
    events = [t for t in things if t.kind == "Event"]
    gone: set[int] = set()
    _absorb_page(sheet, events, gone)
    for thing in sorted(events, key=lambda t: (len(t.key), t.key)):
        if id(thing) in gone:
            continue
        if "event" not in thing.forms or thing.forms & {"title", "line"}:
            continue
        outer = [e for e in events if e is not thing and id(e) not in gone and _holds(e, thing)]
        if len(outer) == 1 and _prefers(thing, outer[0]):
            gone.add(id(outer[0]))
            _absorb(thing, outer[0])
        elif len(outer) == 1:
            gone.add(id(thing))
            _absorb(outer[0], thing)
        elif outer:
            gone.add(id(thing))
    return [t for t in things if id(t) not in gone]


def _absorb_page(sheet: Sheet, events: list[Thing], gone: set[int]) -> None:
    """The page's gathering said again: a part of its title, its title with its day, ``deze bijeenkomst``.

    Of a title that goes on in lower case the text gives mostly the beginning as a name.
    """
    title = folded(sheet.page.title)
    titled = [e for e in events if "title" in e.forms]
    page = next((e for e in titled if e.key == title), next((e for e in titled if " " in e.key), None))
    if page is None:
        return
    for event in events:
        if event is not page and ((event in titled and event.key in page.key) or _is_said_again(sheet, page, event)):
            gone.add(id(event))
            _absorb(page, event)


def _is_said_again(sheet: Sheet, page: Thing, event: Thing) -> bool:
    if "event" not in event.forms or event.forms & {"title", "line"}:
        return False
    if event.key.startswith(page.key + " ") or (" " in event.key and page.key.startswith(event.key + " ")):
        return True
    return " " not in event.name and all(_is_this(sheet, spot) for spot in event.spots)


def _is_this(sheet: Sheet, spot: Spot) -> bool:
    """``deze bijeenkomst``: the one that the page is about."""
    line, i, _ = spot
    return i > 0 and sheet.lines[line].lows[i - 1] in ("deze", "dit")


def _holds(outer: Thing, inner: Thing) -> bool:
    return len(inner.key) <= len(outer.key) and any(
        x[0] == y[0] and x[1] <= y[1] and y[2] <= x[2] for x in outer.spots for y in inner.spots
    )


def _prefers(inner: Thing, outer: Thing) -> bool:
    """Whether the shorter form is the better name: the longer one is no line of its own, undated and less sure."""
    if outer.forms & {"title", "line"} or any(c.isdigit() for c in outer.key):
        return False
    return inner.confidence > outer.confidence


def _absorb(thing: Thing, other: Thing) -> None:
    thing.spots = sorted({*thing.spots, *other.spots})
    thing.keys += other.keys
    for name, count in other.names.items():
        thing.names[name] = thing.names.get(name, 0) + count
