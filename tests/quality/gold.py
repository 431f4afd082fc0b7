"""The annotated pages as the trainer and the measures read them: page, gold, and the kinds that its forms stand for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.extract.anaphora import add_anaphora
from ingest.extract.candidates import Pool
from ingest.extract.evidence import candidates_of
from ingest.extract.kinds import ORGANISATIONS, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import Sheet, sheet_of
from ingest.page import read_page

UNTRAINED = ("Theme", "Keyword")
_ORGANISATIONS = (*ORGANISATIONS, "ClientCouncil", "Movement")


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated page with its candidates."""

    name: str
    gold: dict[str, Any]
    sheet: Sheet
    pool: Pool
    labels: dict[str, str]

    @property
    def source(self) -> str:
        return str(self.gold.get("source_url") or self.name)


def examples(folder: Path) -> list[Example]:
    """All annotated pages of a folder, by name."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = folder / gold["document"]
        if not document.exists():
            document = folder.parents[1] / "seeds" / gold["document"]
        page = read_page(document.read_bytes(), f"file:{document.name}")
        sheet = sheet_of(page)
        pool = candidates_of(sheet)
        found.append(Example(Path(gold["document"]).stem, gold, sheet, pool, labels_of(pool, gold)))
    return found


def labels_of(pool: Pool, gold: dict[str, Any]) -> dict[str, str]:
    """The kind of every candidate: that of the gold thing which has it as a name, else as a mention, else none."""
    forms: dict[str, list[tuple[bool, str]]] = {}
    for thing in gold["entities"]:
        if thing["type"] in UNTRAINED:
            continue
        for position, form in enumerate((thing["name"], *thing.get("mentions", ()))):
            forms.setdefault(folded(form), []).append((position > 0, thing["type"]))
    return {key: min(forms[key])[1] if key in forms else "none" for key in pool.by_key}


def gold_things(example: Example) -> list[Thing]:
    """The annotated things of a page, placed where their forms stand; for training links on right ends."""
    things: list[Thing] = []
    for entity in example.gold["entities"]:
        keys = list(dict.fromkeys(folded(form) for form in (entity["name"], *entity.get("mentions", ()))))
        found = [example.pool.by_key[key] for key in keys if key in example.pool.by_key]
        spots = sorted({(m.line, m.i, m.j) for c in found for m in c.mentions})
        forms = frozenset(form for c in found for form in c.forms)
        thing = Thing(
            entity["type"], folded(entity["name"]), entity["name"], 1.0, spots, keys, {entity["name"]: 1}, forms
        )
        things.append(thing)
    _drop_inner(things)
    add_anaphora(example.sheet, things)
    return things


_HOLDING = ("Event", "ClientCouncil", "Document", "EventSeries", "Theme", "Keyword")


def _drop_inner(things: list[Thing]) -> None:
    """Mentions that lie inside a longer mention of another thing are no mentions of this one."""
    spots = [(t, s) for t in things if t.kind not in _HOLDING for s in t.spots]
    for thing in things:
        if thing.kind in _HOLDING:
            continue
        outer = [
            s for s in thing.spots
            if not any(o[0] == s[0] and o[1] <= s[1] and s[2] <= o[2] and o[2] - o[1] > s[2] - s[1] for _, o in spots)
        ]  # fmt: skip
        thing.spots = outer or thing.spots


def family(kind: str) -> str:
    """The kind, with the kinds of organisation as one."""
    return "Organisation" if kind in _ORGANISATIONS else kind


def truths(things: list[Thing], gold: dict[str, Any], *, as_one: bool = False) -> set[tuple[str, int, int]]:
    """The annotated links between the things of a page, by number; ``as_one``: whatever kind of organisation it is."""
    kind_of = family if as_one else str
    forms: dict[tuple[str, str], int] = {}
    for n, entity in enumerate(gold["entities"]):
        for form in (entity["name"], *entity.get("mentions", ())):
            forms.setdefault((kind_of(entity["type"]), folded(form)), n)
    for n, entity in enumerate(gold["entities"]):
        forms[(kind_of(entity["type"]), folded(entity["name"]))] = n
    meant = {}
    for n, thing in enumerate(things):
        named = next((key for key in (thing.key, *thing.keys) if (kind_of(thing.kind), key) in forms), None)
        if named is not None:
            meant.setdefault(forms[(kind_of(thing.kind), named)], n)
    found = set()
    for link in gold["relations"]:
        a = meant.get(forms.get((kind_of(link["subject_type"]), folded(link["subject"])), -1))
        c = meant.get(forms.get((kind_of(link["object_type"]), folded(link["object"])), -1))
        if a is not None and c is not None:
            found.add((link["type"], a, c))
            if link["type"] == "PARTNER_OF":
                found.add((link["type"], c, a))
    return found
