"""What is remembered of pages that were fetched."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from graph_model.errors import GraphUnavailable
from ingest.fetch.crawl import Leads
from ingest.fetch.outcomes import Validators
from ingest.fetch.snapshots import FILE_NAME, LastRun, Snapshot, Snapshots

PAGE = "https://www.a.nl/nieuws/een/"
SNAPSHOT = Snapshot(
    PAGE, Validators("https://a.nl/nieuws/een", '"1"', "Mon, 01 Jun 2026 10:00:00 GMT"), "lezer 1", "2026-06-01",
    {"https://a.nl/nieuws/een": "abc"}, Leads(("https://a.nl/twee",), ("https://a.nl/kaart.xml",)), "bron",
)  # fmt: skip


@pytest.fixture
def snapshots(tmp_path: Path) -> Iterator[Snapshots]:
    with Snapshots(tmp_path / "nieuw" / FILE_NAME) as opened:
        yield opened


def test_what_is_saved_is_found_under_any_spelling_of_the_address(snapshots: Snapshots) -> None:
    snapshots.save([SNAPSHOT])
    assert snapshots.find(PAGE) == SNAPSHOT
    spelled = "http://a.nl/nieuws/een?utm_source=x#y"
    assert snapshots.find(spelled) == replace(SNAPSHOT, asked=spelled)
    assert snapshots.find("https://a.nl/nieuws/twee") is None


def test_it_is_still_there_the_next_time_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    run = LastRun("bron", "Bron", "2026-06-01T10:00:00+00:00", "r1", 3, {"Event": 2}, ("te weinig",))
    with Snapshots(path) as first:
        first.save([SNAPSHOT])
        first.save_run(run)
    with Snapshots(path) as second:
        assert second.find(PAGE) == SNAPSHOT
        assert second.last_runs() == {"bron": run}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_page_is_gone_since_it_was_first_seen_to_be_and_until_it_is_back(snapshots: Snapshots) -> None:
    assert snapshots.mark_gone(PAGE, "2026-06-02") is None
    snapshots.save([SNAPSHOT, replace(SNAPSHOT, asked="https://a.nl/lijst", texts={})])
    assert snapshots.mark_gone("https://a.nl/lijst", "2026-06-02") is None  # nothing was read from it
    for at in ("2026-06-02", "2026-06-03"):
        assert snapshots.mark_gone(PAGE, at) == replace(SNAPSHOT, gone="2026-06-02")
    snapshots.save([SNAPSHOT])
    assert snapshots.mark_gone(PAGE, "2026-06-04") == replace(SNAPSHOT, gone="2026-06-04")


def test_a_name_in_an_address_is_forgotten_down_to_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with Snapshots(path) as snapshots:
        leading = replace(SNAPSHOT, asked="https://a.nl/mensen", leads=Leads(("https://a.nl/jan-jansen",)))
        snapshots.save([SNAPSHOT, leading, replace(SNAPSHOT, asked="https://a.nl/team/jan-jansen", leads=Leads())])
        assert snapshots.forget(lambda address: "jan-jansen" in address) == 2
        assert snapshots.find(PAGE) == SNAPSHOT
    assert b"jan-jansen" not in path.read_bytes()


def test_a_file_of_another_version_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with Snapshots(path) as snapshots:
        snapshots.save([SNAPSHOT])
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA user_version = 99")
    store.close()
    with Snapshots(path) as snapshots:
        assert snapshots.find(PAGE) is None
        snapshots.save([SNAPSHOT])


def test_a_broken_file_is_told_and_may_go(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"geen database " * 500)
    with pytest.raises(GraphUnavailable, match="Het mag weg"):
        Snapshots(path)


def test_several_threads_and_programs_may_use_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    pages = [replace(SNAPSHOT, asked=f"https://a.nl/{k}") for k in range(40)]
    with Snapshots(path) as one, Snapshots(path) as other, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda k: (one if k % 2 else other).save([pages[k]]), range(40)))
        assert [one.find(page.asked) for page in pages] == pages
