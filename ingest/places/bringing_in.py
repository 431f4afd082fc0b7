"""A list of places into the graph: its lines stored, its claims made of the places that are known, what improved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field

from graph_model.errors import SamenspelError
from graph_model.evidence import End, Origin
from graph_model.keys import block_of, fingerprint, key_of, qualifier_of
from graph_model.names import fold
from ingest.gazetteer import load
from ingest.pipeline import now
from ingest.places.files import places_in
from ingest.report import Trouble
from queries import Graph
from queries.engine.base import Reading
from queries.ledger import place_list
from queries.ledger.pages import record
from queries.ledger.place_list import PlaceLine, PlaceList, Source
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.runs import begin_run, end_run
from queries.near.coverage import precisions
from queries.results import Ref, Shape


class Improved(Ref):
    """A place of which it is known more exactly where it is: how it was known before, null for not at all."""

    was: str | None


class PlacesReport(Shape):
    """What bringing in a list of places did.

    ``lines`` of the file went in, ``stored`` lines are kept in all, of ``known`` places in the graph the list gives
    ``placed`` their position. ``improved`` are those of which no position, or only the municipality, was known.
    ``initiatives`` counts, before and after, by how exactly it is known where they are ("" for not at all).
    """

    run: str | None
    source: str
    lines: int
    stored: int
    known: int
    placed: int
    improved: tuple[Improved, ...]
    initiatives_before: dict[str, int] = Field(default_factory=dict)
    initiatives_after: dict[str, int] = Field(default_factory=dict)
    not_understood: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of where places are: refs and precision of each, and their keys, and that of initiatives."""

    places: dict[str, tuple[Ref, str | None]]
    ends: tuple[End, ...]
    initiatives: dict[str, int]


def import_places(
    graph: Graph, path: Path, arguments: Sequence[str] = (), *, clock: Callable[[], str] = now
) -> PlacesReport:  # fmt: skip
    """Bring in a list of places, in the place of what a file of this name brought in before.

    :raises NotUnderstood: the file is no such list; nothing is changed.
    """
    found, wrong = places_in(path)
    lines = [replace(line, sole=fold(line.name) not in load()) for line in found]
    before = graph.answer(_state)
    stored = graph.answer(lambda reading: _stored_beside(reading, path.name))
    text = "\n".join(sorted({line.text for line in (*stored, *lines)}))
    run = begin_run(graph, "places", arguments, clock())
    try:
        reading = _reading(text, before.ends, clock())
        record(graph, [reading], run)
    except BaseException:
        with suppress(SamenspelError):
            end_run(graph, run, "failed", {}, clock())
        raise
    after = graph.answer(_state)
    placed = {claim.subject_key for claim in reading.claims if claim.subject.kind == "Place"}
    report = PlacesReport(
        run=run, source=path.name, lines=len(lines), stored=text.count("\n") + 1, known=len(after.places),
        placed=len(placed), improved=_improved(before, after), initiatives_before=before.initiatives,
        initiatives_after=after.initiatives,
        not_understood=tuple(Trouble(source=f"{path.name}, regel {one.line}", message=one.message) for one in wrong),
    )  # fmt: skip
    end_run(graph, run, "done", {"placed": len(placed), "improved": len(report.improved)}, clock())
    return report


def _stored_beside(reading: Reading, source: str) -> list[PlaceLine]:
    """The lines that other files brought in before."""
    rows = reading.ask("ledger/place_list", id=place_list.KEY)
    lines = place_list.stored_list(reading, rows[0]["fingerprint"]).lines if rows else []
    return [line for line in lines if line.list != source]


def _reading(text: str, ends: Sequence[End], fetched: str) -> PageReading:
    mark = fingerprint(text)
    page = PageRecord(
        place_list.ADDRESS, place_list.TITLE, text, mark, place_list.HOST, fetched, format="places",
        origin=Origin.GAZETTEER,
    )  # fmt: skip
    claims = PlaceList(text).claims(ends, Source(mark, fetched))
    return PageReading(page, place_list.READER, place_list.VERSION, tuple(claims))


def _state(reading: Reading) -> _State:
    rows = reading.ask("ledger/place_keys")
    places = {
        row["id"]: (Ref(id=row["id"], kind="Place", name=row["name"]), row["precision"]) for row in rows
    }  # fmt: skip
    ends = tuple(_end(row["name"], key) for row in sorted(rows, key=lambda row: str(row["id"])) for key in row["keys"])
    return _State(places, ends, precisions(reading))


def _end(name: str, key: str) -> End:
    """The end of a key: by the place's name where that is its own, else by the folded one."""
    folded = block_of(key).partition("|")[2]
    own = block_of(key_of("Place", name)) == block_of(key)
    return End("Place", name if own else folded, qualifier_of(key))


def _improved(before: _State, after: _State) -> tuple[Improved, ...]:
    found = []
    for id_, (ref, precision) in after.places.items():
        was = before.places[id_][1] if id_ in before.places else None
        if precision == "place" and was in (None, "municipality"):
            found.append(Improved(**ref.model_dump(), was=was))
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))
