"""What a search found, counted by kind, place and theme, and narrowed down by those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph_model.names import fold
from queries import results
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches
from queries.results import Ref
from queries.words import kind_words

# So many places and themes are counted in an answer, the most frequent ones.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a thing is, in which municipalities (folded), and what it is about."""

    places: tuple[Ref, ...] = ()
    municipalities: frozenset[str] = frozenset()
    themes: tuple[Ref, ...] = ()

    def is_in(self, place: Ref | None) -> bool:
        """Whether it is in this place, or in the municipality of that name; without a place it always is."""
        return place is None or place in self.places or fold(place.name) in self.municipalities

    def is_about(self, theme: Ref | None) -> bool:
        """Whether it is about this theme or keyword; without one it always is."""
        return theme is None or theme in self.themes


_NOWHERE = Sides()


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Hits that were narrowed down, and the counts by which they can be narrowed further."""

    hits: tuple[results.Hit, ...]
    facets: results.Facets


def narrowed(
    reading: Reading, hits: Sequence[results.Hit], kinds: Collection[str], place: Ref | None, theme: Ref | None
) -> Narrowed:
    """The hits of these kinds, in this place and about this theme.

    Each facet is counted over the hits that the other two leave, so that one choice does not hide its alternatives.
    """
    sides = _sides_of(reading, [hit.id for hit in hits])
    of = {hit.id: sides.get(hit.id, _NOWHERE) for hit in hits}
    by_kind = [hit for hit in hits if of[hit.id].is_in(place) and of[hit.id].is_about(theme)]
    right = [hit for hit in hits if hit.kind in kinds]
    by_place = [of[hit.id] for hit in right if of[hit.id].is_about(theme)]
    by_theme = [of[hit.id] for hit in right if of[hit.id].is_in(place)]
    facets = results.Facets(
        kinds=_kinds(by_kind),
        places=_counted(ref for one in by_place for ref in one.places),
        themes=_counted(ref for one in by_theme for ref in one.themes),
    )
    return Narrowed(tuple(hit for hit in by_kind if hit.kind in kinds), facets)


def _sides_of(reading: Reading, ids: list[str]) -> dict[str, Sides]:
    found: dict[str, Sides] = {}
    for batch in in_batches(ids):
        for row in reading.ask("search/facets", ids=batch):
            municipalities = frozenset(fold(p["municipality"]) for p in row["places"] if p["municipality"])
            found[row["id"]] = Sides(_refs(row["places"]), municipalities, _refs(row["themes"]))
    return found


def _refs(rows: Iterable[Mapping[str, str]]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(Ref(id=row["id"], kind=row["kind"], name=row["name"]) for row in rows))


def _kinds(hits: Iterable[results.Hit]) -> tuple[results.KindCount, ...]:
    counts = Counter(hit.kind for hit in hits)
    ordered = sorted(counts, key=lambda kind: (-counts[kind], kind))
    return tuple(results.KindCount(kind=kind, words=kind_words(kind), count=counts[kind]) for kind in ordered)


def _counted(refs: Iterable[Ref]) -> tuple[results.RefCount, ...]:
    counts = Counter(refs)
    ordered = sorted(counts, key=lambda ref: (-counts[ref], ref.name, ref.id))[:SHOWN]
    return tuple(results.RefCount(id=r.id, kind=r.kind, name=r.name, count=counts[r]) for r in ordered)
