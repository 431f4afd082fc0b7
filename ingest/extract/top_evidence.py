"""Pairs with the organisation that the page is about, which its sentences mostly call "we" or leave unsaid."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.remembering import beginning
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import pulling, triggers_in

_WE = frozenset("wij we ons onze".split())
_OTHERS = frozenset((*ORGANISATIONS, "ClientCouncil", "Movement"))
_MOST_PLACES = 3
_TELLING = frozenset(("OWNE:we:org", "OWNE:we:take", "OWNE:we:neg"))
_SAID, _NEAR, _WE_SAY, _WE_TELL = pulling("S:"), pulling("N:"), pulling("we:"), pulling("OWNE:we:")
_BEFORE, _OWN_SUBJECT, _OWN_OBJECT = beginning("before="), beginning("OWN>"), beginning(">OWN")
_OWN_PLACE = beginning("OWNP:")


def add_top_pairs(scene: Scene, pairs: Pairs) -> None:
    """Pairs of the page's own organisation with places, organisations and gatherings that its text names."""
    top = scene.top_body
    if top is None:
        return
    said = {(a, s) for a, s, _, _ in scene.spots[top]}
    title = scene.sheet.page.title.lower()
    own = {f"OWN:named={min(3, len(scene.spots[top]))}", f"OWN:kind={scene.kinds[top][:4]}"}
    if any(key in title for key in scene.things[top].keys):
        own.add("OWN:title")
    _add_places(scene, pairs, top, own, title)
    for n, kind in enumerate(scene.kinds):
        if n == top or kind not in _OTHERS:
            continue
        elsewhere = [spot for spot in scene.spots[n] if spot[:2] not in said]
        if elsewhere:
            features = own.union(*[_said_of(scene.sheet.lines[index], s, i, j) for index, s, i, j in elsewhere])
            if (scene.kinds[top], kind) in LINKS_BETWEEN:
                pairs[top, n].update(map(_OWN_SUBJECT.__getitem__, features))
            if (kind, scene.kinds[top]) in LINKS_BETWEEN:
                pairs[n, top].update(map(_OWN_OBJECT.__getitem__, features))
    _add_gathering(scene, pairs, top, own)


def _pair(scene: Scene, pairs: Pairs, a: int, c: int, features: set[str]) -> None:
    if (scene.kinds[a], scene.kinds[c]) in LINKS_BETWEEN:
        pairs[(a, c)] |= features


def _said_of(line: Line, number: int, i: int, j: int) -> list[str]:
    """What a sentence says around a thing when it does not name the page's organisation."""
    a, z = line.sentences[number]
    said = triggers_in(line, a, z)
    found = [
        f"block={line.block.kind}", _BEFORE[line.lows[i - 1] if i > a else "^"], *_SAID[said],
        *_NEAR[triggers_in(line, max(a, i - 4), i)],
    ]  # fmt: skip
    if not _WE.isdisjoint(line.lows[a:z]):
        found += ["we", *_WE_SAY[said]]
    return found


def _add_places(scene: Scene, pairs: Pairs, top: int, own: set[str], title: str) -> None:
    """The places that the page names most, and whether title or opening name them."""
    places = [n for n, thing in enumerate(scene.things) if thing.kind == "Place" and scene.spots[n]]
    ranked = sorted(places, key=lambda n: (-len(scene.spots[n]), scene.spots[n][0], n))[:_MOST_PLACES]
    for rank, n in enumerate(ranked):
        features = own | {f"OWNP:rank={rank}", f"OWNP:said={min(4, len(scene.spots[n]))}"}
        if scene.things[n].key in title:
            features.add("OWNP:title")
        if scene.spots[n][0][0] == scene.sheet.first:
            features.add("OWNP:lead")
        for index, number, i, j in scene.spots[n]:
            # All but the kind of its block.
            features.update(map(_OWN_PLACE.__getitem__, _said_of(scene.sheet.lines[index], number, i, j)[1:]))
        _pair(scene, pairs, top, n, features)


def _add_gathering(scene: Scene, pairs: Pairs, top: int, own: set[str]) -> None:
    """The gathering of the page: whether "we" hold it."""
    event = scene.main if scene.main is not None else scene.only
    if event is None:
        return
    features = own | {"OWNE", f"OWNE:events={min(3, scene.counts['Event'])}"}
    for line in scene.sheet.order:
        if _WE.isdisjoint(line.lows):
            continue
        for a, z in line.sentences:
            if not _WE.isdisjoint(line.lows[a:z]):
                features |= _WE_TELL[triggers_in(line, a, z)] & _TELLING
    _pair(scene, pairs, top, event, features)
    _pair(scene, pairs, event, top, features)
