"""A folder with files of every format is read and extracted; a file with several pages counts as these."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.extracting import Wishes, lines_of
from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import Graph
from queries.ledger.rebuild import projected, rebuild
from tests.ingest.papers import docx_of

PAGES = Path(__file__).parents[1] / "pages"
# A feed of three entries that say something, one of another site, a calendar of three, a report, minutes.
FILES = 3 + 1 + 3 + 1 + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("afspraken.ics", "berichten.atom", "berichten.rss", "jaarverslag.pdf", "sitemap.xml"):
        shutil.copy(PAGES / name, tmp_path)
    (tmp_path / "verslag.docx").write_bytes(docx_of(lambda made: made.add_paragraph("Mina Hagedoorn is voorzitter.")))
    return tmp_path


def test_a_run_reads_files_of_every_format_and_the_second_finds_nothing_new(graph: Graph, folder: Path) -> None:
    shutil.copy(folder / "berichten.rss", folder / "nogmaals.rss")  # the same addresses, once more in one batch
    report = read_into(graph, list_sources([str(folder)]))
    assert [(Path(trouble.source).name, trouble.message) for trouble in report.not_understood] == [
        ("sitemap.xml", "Dit is een sitemap: die noemt alleen adressen, en heeft zelf geen tekst.")
    ]
    assert report.faults == ()
    assert rebuild(graph, check=True).items == ()
    names = {node.name for node in projected(graph).nodes.values()}
    assert {"Koffie en kringen: wat kan er in de straat?", "Zorggroep Veldzicht", "Marjolein Aardenburg"} <= names
    again = read_into(graph, list_sources([str(folder)]))
    assert set(again.outcomes) == {"unchanged"}
    assert (again.added, again.updated, again.retired) == (0, 0, 0)


def test_extract_gives_a_line_for_every_entry(folder: Path) -> None:
    lines = list(lines_of(list_sources([str(folder)]), Wishes()))
    errors = [line["document"] for line in lines if "error" in line]
    assert errors == ["sitemap.xml"]
    named = [line["document"] for line in lines if "error" not in line]
    assert len(named) == len(set(named)) == FILES
    assert {"jaarverslag.pdf", "verslag.docx", "https://debrug.example/agenda/koffie"} <= set(named)
