"""Which names of a page name one body: with and without its head noun, its beginning, its short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from ingest.extract.evidence import bracketed, is_acronym
from ingest.extract.kinds import ORGANISATIONS, Thing
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
_SHORTEST_WORD = 3
_SPACED = frozenset((*ORGANISATIONS, "EventSeries", "Movement"))

Ref = tuple[str, str]


@lru_cache(maxsize=8_192)
def stripped(key: str) -> str:
    """The key without nouns that head it, articles, and legal forms: two of one kind that share it are one."""
    if " " not in key:
        return key
    key = _LEGAL.sub("", key)
    while True:
        head = _HEADS.match(key)
        bare = key[head.end() :] if head is not None else key
        article = _ARTICLE.match(bare)
        shorter = (bare[article.end() :] if article is not None else bare) or key
        if shorter == key:
            return key
        key = shorter


@lru_cache(maxsize=8_192)
def _bare(key: str) -> str:
    """The key without an article."""
    return _ARTICLE.sub("", key)


class Groups:
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


def join_bodies(sheet: Sheet, groups: Groups, by_kind: dict[str, list[Thing]]) -> None:
    """Joins the names of bodies, of one kind and of kinds of organisation that the page tells less apart."""
    bodies = [thing for kind in ORGANISATIONS for thing in by_kind[kind]]
    _join_kinds(groups, bodies)
    _join_beginnings(groups, bodies)
    _join_acronyms(sheet, groups)
    _join_initials(groups, bodies)


def join_forms(groups: Groups, things: list[Thing]) -> None:
    """Joins the names of things of one kind that differ in articles, head nouns and blanks."""
    seen: dict[str, Thing] = {}
    for thing in sorted(things, key=lambda t: (len(t.key), t.key), reverse=True):
        forms = [thing.key if thing.kind == "Place" else stripped(thing.key)]
        if thing.kind in _SPACED:
            forms.append(forms[0].replace(" ", ""))
        for form in forms:
            other = seen.setdefault(form, thing)
            if other is not thing:
                groups.join((thing.kind, thing.key), (other.kind, other.key))


def _join_kinds(groups: Groups, bodies: list[Thing]) -> None:
    """A name with and without the noun that heads it is one body, of the kind that is surer."""
    by_form: dict[str, list[Thing]] = defaultdict(list)
    for thing in bodies:
        by_form[stripped(thing.key)].append(thing)
    for found in by_form.values():
        surest = max(found, key=lambda t: (t.confidence, len(t.spots), t.key))
        for thing in found:
            if thing.kind != surest.kind:
                groups.join((thing.kind, thing.key), (surest.kind, surest.key))


def _join_beginnings(groups: Groups, bodies: list[Thing]) -> None:
    """``het Netwerk``, ``LSA``: the one body of the page whose longer name begins with that word.

    Of care organisations the longer name is mostly that of a location.
    """
    bare = [_bare(t.key) for t in bodies]
    for thing, word in zip(bodies, bare, strict=True):
        if " " in word or len(word) < _SHORTEST_WORD:
            continue
        longer = [t for t, name in zip(bodies, bare, strict=True) if name.startswith(word + " ")]
        roots = {groups.root((t.kind, t.key)) for t in longer}
        if len(roots) == 1 and not thing.kind == longer[0].kind == "CareOrganisation":
            groups.join((thing.kind, thing.key), roots.pop())


def _join_acronyms(sheet: Sheet, groups: Groups) -> None:
    for names, short in bracketed(sheet) if "(" in sheet.low else ():
        refs = [ref for kind in ORGANISATIONS if (ref := (kind, folded(short))) in groups.by_ref]
        long = next(
            (ref for name in names for kind in ORGANISATIONS
             if (ref := (kind, folded(name))) in groups.by_ref and is_acronym(name, short)), None
        )  # fmt: skip
        if long is not None:
            for ref in refs:
                groups.join(ref, long)


def _join_initials(groups: Groups, bodies: list[Thing]) -> None:
    """``LVKK``: the one body of the page whose name those letters shorten."""
    for thing in bodies:
        short = thing.name.split()[-1]
        if not short.isupper() or len(short) < _SHORTEST_WORD or " " in _bare(thing.key):
            continue
        names = [(t, name) for t in bodies if t is not thing and " " in t.key for name in t.names]
        meant = {groups.root((t.kind, t.key)) for t, name in names if _shortens(short, name)}
        if len(meant) == 1:
            groups.join((thing.kind, thing.key), meant.pop())


def _shortens(short: str, name: str) -> bool:
    """Whether the letters are the initials of a name, or four and more that stand in it in this order."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper() and word not in ("De", "Het"))
    return short == initials or (len(short) > _SHORTEST_WORD and is_acronym(name, short))
