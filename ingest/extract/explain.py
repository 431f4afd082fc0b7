"""Why the reader says what it says: the rule or the loudest features behind a claim, and the part of the page."""

from __future__ import annotations

from dataclasses import replace

from ingest.extract.candidates import Pool
from ingest.extract.links import MODEL, pairs_of
from ingest.extract.model import LogLinear
from ingest.extract.scene import Scene
from ingest.reading import Reading, Statement

_PARTS = {
    "title": "titel", "heading": "kop", "paragraph": "alinea", "item": "lijstitem", "label": "regel met label",
    "header": "tabelkop", "row": "tabelrij of programmaregel", "quote": "citaat", "meta": "kopregel",
    "caption": "bijschrift", "taxonomy": "themaregel",
}  # fmt: skip
_IN_DATA = "gegevens van de pagina"


def explained(reading: Reading, scene: Scene, pool: Pool, kinds: LogLinear, links: LogLinear) -> Reading:
    """The reading with the reasons of every claim in its ``why``."""
    kept = [n for n, thing in enumerate(scene.things) if scene.spots[n] or thing.is_page]
    pairs = pairs_of(scene)
    things = tuple(
        replace(found, why=f"{_why_thing(scene, pool, kinds, n)}; staat in: {_parts(scene, n)}")
        for found, n in zip(reading.things, kept, strict=True)
    )
    statements = tuple(
        replace(said, why=f"{_why_link(said, pairs.get((a, c), set()), links)}; staat in: {_place(scene, said)}")
        for said in reading.statements
        for a, c in ((kept[said.subject], kept[said.object]),)
    )
    return replace(reading, things=things, statements=statements)


def _why_thing(scene: Scene, pool: Pool, kinds: LogLinear, n: int) -> str:
    thing = scene.things[n]
    candidate = pool.by_key.get(thing.key)
    if thing.rule or candidate is None or thing.kind not in kinds.classes:
        return f"regel: {thing.rule or 'vorm'}"
    ruled = candidate.rule is not None and thing.kind in candidate.rule[0]
    weight = f"regel {candidate.rule[1]:+.1f}, " if ruled and candidate.rule is not None else ""
    return f"kenmerken: {weight}{_told(kinds, candidate.features, thing.kind)}"


def _why_link(said: Statement, features: set[str], links: LogLinear) -> str:
    if said.why != MODEL:
        return f"regel: {said.why}"
    return f"kenmerken: {_told(links, features, said.predicate)}"


def _told(model: LogLinear, features: set[str], label: str) -> str:
    return ", ".join(f"{weight:+.2f} {feature}" for feature, weight in model.reasons(features, label)) or "geen"


def _parts(scene: Scene, n: int) -> str:
    """The kinds of page part in which a thing stands, in the order in which they come."""
    found = dict.fromkeys(_PARTS.get(scene.sheet.lines[a].block.kind, _IN_DATA) for a, _, _, _ in scene.spots[n])
    return ", ".join(found) or _IN_DATA


def _place(scene: Scene, said: Statement) -> str:
    """The kind of page part that holds a statement's quote."""
    for line in scene.sheet.order:
        if line.block.start <= said.quote.start < max(line.block.end, line.block.start + 1):
            return _PARTS.get(line.block.kind, _IN_DATA)
    return _IN_DATA
