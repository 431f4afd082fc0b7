"""Reading that is killed loses nothing it acknowledged, leaves nothing half in, and goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries.ledger.rebuild import rebuild
from tests.engines.emptying import empty_out
from tests.engines.killing import Campaign
from tests.engines.place import Place
from tests.ingest.shapes import Shape, shape_of
from tests.material import write_pages

PAGES = 24
pytestmark = pytest.mark.timeout(1_500)


def test_killed_at_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=5)


@pytest.mark.soak
def test_killed_at_a_hundred_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=100)


def _kill_and_go_on(place: Place, tmp_path: Path, moments: int) -> None:
    folder = tmp_path / "pages"
    write_pages(folder, PAGES)
    reading = Campaign(place, "tests.ingest.reading_process", ("", str(folder)))
    peace = reading.in_peace()
    with place.open() as graph:
        whole = shape_of(graph)
        empty_out(graph)
    for said in reading.kills(moments, peace):
        _nothing_lost_nothing_half(place, said, whole)
        with place.open() as graph:
            read_into(graph, list_sources([str(folder)]))  # here, where all that reading needs is loaded already
            assert shape_of(graph) == whole
            empty_out(graph)


def _nothing_lost_nothing_half(place: Place, said: list[str], whole: Shape) -> None:
    acknowledged = max((int(line) for line in said if line.isdigit()), default=0)
    with place.open() as graph:
        now = shape_of(graph)
        assert len(now.pages) >= acknowledged
        for page, claims in now.pages.items():
            assert claims == whole.pages[page]
        assert rebuild(graph, check=True).items == ()
