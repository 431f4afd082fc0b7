"""Links that the page's structured data states: of its gathering, and of the organisation that it describes."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.page.model import Item

_SURE = 0.95
_WHY = "gegevens in de pagina"
_PERSON = ("Person",)
_TOWN = ("Place",)
_OF_EVENT = (
    ("organizer.name", "ORGANISES", ORGANISATIONS), ("organizer", "ORGANISES", ORGANISATIONS),
    ("performer.name", "TAKES_PART_IN", _PERSON),
)  # fmt: skip
# The property, the link, and whether the organisation described is its object.
_OF_ORGANISATION = (
    ("subOrganization.name", "PART_OF", True), ("parentOrganization.name", "PART_OF", False),
    ("memberOf.name", "MEMBER_OF", False), ("founder.name", "FOUNDED", True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    """The things of a scene by the folded forms of their names."""

    scene: Scene
    by_key: dict[str, list[int]]

    def of(self, item: Item, name: str, kinds: tuple[str, ...]) -> list[int]:
        """The things of these kinds that a property of the data names."""
        told = item.first(name)
        found = self.by_key.get(folded(told.value), []) if told is not None else []
        return [n for n in found if self.scene.kinds[n] in kinds]


def add_data_links(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what the page's JSON-LD and microdata state."""
    if not scene.sheet.page.structured:
        return
    by_key: dict[str, list[int]] = {}
    for n, thing in enumerate(scene.things):
        for key in thing.keys:
            by_key.setdefault(key, []).append(n)
    names = _Names(scene, by_key)
    for item in scene.sheet.page.structured:
        if "Event" in item.type and scene.main is not None:
            _of_event(names, found, item, scene.main)
        if "Organization" in item.type:
            _of_organisation(names, found, item)


def _of_event(names: _Names, found: dict[Key, Link], item: Item, event: int) -> None:
    for name, kind, kinds in _OF_EVENT:
        for n in names.of(item, name, kinds):
            keep(found, Link(kind, n, event, _SURE, _WHY))
    towns = names.of(item, "location.address.addressLocality", _TOWN)
    for town in towns:
        keep(found, Link("HELD_IN", event, town, _SURE, _WHY))
    for host in names.of(item, "location.name", ORGANISATIONS):
        keep(found, Link("HELD_AT", event, host, _SURE, _WHY))
        for town in towns:
            keep(found, Link("BASED_IN", host, town, _SURE, _WHY))


def _of_organisation(names: _Names, found: dict[Key, Link], item: Item) -> None:
    for n in names.of(item, "name", ORGANISATIONS):
        for town in names.of(item, "address.addressLocality", _TOWN):
            keep(found, Link("BASED_IN", n, town, _SURE, _WHY))
        for name, kind, back in _OF_ORGANISATION:
            kinds = _PERSON if kind == "FOUNDED" else (*ORGANISATIONS, "Movement")
            for other in names.of(item, name, kinds):
                keep(found, Link(kind, *((other, n) if back else (n, other)), _SURE, _WHY))
