"""Pairs with the organisation that the page is about, which its sentences mostly call "we" or leave unsaid."""

from __future__ import annotations

from graph_model.values import value
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.remembering import beginning
from ingest.extract.scene import Place, Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import pulling, triggers_in

_WE = frozenset("wij we ons onze".split())
_OTHERS = frozenset((*ORGANISATIONS, "ClientCouncil", "Movement"))
_MOST_PLACES = 3
_TELLING = frozenset(("OWNE:we:org", "OWNE:we:take", "OWNE:we:neg"))
_SAID, _NEAR, _WE_SAY, _WE_TELL = pulling("S:"), pulling("N:"), pulling("we:"), pulling("OWNE:we:")
_BEFORE, _OWN_SUBJECT, _OWN_OBJECT = beginning("before="), beginning("OWN>"), beginning(">OWN")
_OWN_PLACE = beginning("OWNP:")


@value(frozen=True, slots=True)
class _Sayings:
    """What sentences say that do not name the page's organisation; what holds of all things of one is kept."""

    lines: dict[int, Line]
    of_all: dict[Place, list[str]]

    def around(self, spot: tuple[int, int, int, int]) -> list[str]:
        """What the sentence says around a thing that it names; first the kind of block."""
        index, number, i, _ = spot
        line = self.lines[index]
        a, z = line.sentences[number]
        found = self.of_all.get((index, number))
        if found is None:
            said = triggers_in(line, a, z)
            found = self.of_all[index, number] = [f"block={line.block.kind}", *_SAID[said]]
            if not _WE.isdisjoint(line.lows[a:z]):
                found += ["we", *_WE_SAY[said]]
        return [*found, _BEFORE[line.lows[i - 1] if i > a else "^"], *_NEAR[triggers_in(line, max(a, i - 4), i)]]


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
    sayings = _Sayings(scene.sheet.lines, {})
    _add_places(scene, pairs, top, own, sayings)
    for n, kind in enumerate(scene.kinds):
        if n == top or kind not in _OTHERS:
            continue
        elsewhere = [spot for spot in scene.spots[n] if spot[:2] not in said]
        if elsewhere:
            features = own.union(*map(sayings.around, elsewhere))
            if (scene.kinds[top], kind) in LINKS_BETWEEN:
                pairs[top, n].update(map(_OWN_SUBJECT.__getitem__, features))
            if (kind, scene.kinds[top]) in LINKS_BETWEEN:
                pairs[n, top].update(map(_OWN_OBJECT.__getitem__, features))
    _add_gathering(scene, pairs, top, own)


def _pair(scene: Scene, pairs: Pairs, a: int, c: int, features: set[str]) -> None:
    if (scene.kinds[a], scene.kinds[c]) in LINKS_BETWEEN:
        pairs[(a, c)] |= features


def _add_places(scene: Scene, pairs: Pairs, top: int, own: set[str], sayings: _Sayings) -> None:
    """The places that the page names most, and whether title or opening name them."""
    places = [n for n, thing in enumerate(scene.things) if thing.kind == "Place" and scene.spots[n]]
    ranked = sorted(places, key=lambda n: (-len(scene.spots[n]), scene.spots[n][0], n))[:_MOST_PLACES]
    title = scene.sheet.page.title.lower()
    for rank, n in enumerate(ranked):
        features = own | {f"OWNP:rank={rank}", f"OWNP:said={min(4, len(scene.spots[n]))}"}
        if scene.things[n].key in title:
            features.add("OWNP:title")
        if scene.spots[n][0][0] == scene.sheet.first:
            features.add("OWNP:lead")
        for spot in scene.spots[n]:
            # All but the kind of its block.
            features.update(map(_OWN_PLACE.__getitem__, sayings.around(spot)[1:]))
        _pair(scene, pairs, top, n, features)


def _add_gathering(scene: Scene, pairs: Pairs, top: int, own: set[str]) -> None:
    """The gathering of the page: whether "we" hold it."""
    event = scene.main if scene.main is not None else scene.only
    if event is None:
        return
    features = own | {"OWNE", f"OWNE:events={min(3, scene.counts['Event'])}"}
    for line in () if scene.sheet.counts.keys().isdisjoint(_WE) else scene.sheet.order:
        if _WE.isdisjoint(line.lows):
            continue
        for a, z in line.sentences:
            if not _WE.isdisjoint(line.lows[a:z]):
                features |= _WE_TELL[triggers_in(line, a, z)] & _TELLING
    _pair(scene, pairs, top, event, features)
    _pair(scene, pairs, event, top, features)
