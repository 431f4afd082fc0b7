"""What SOURCE may be."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from graph_model.errors import NotUnderstood
from ingest.sources import BIGGEST_PAGE, Listed, address_of, list_sources, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.md", "sub/d.pdf", "e.PNG", ".verborgen/f.txt", ".g.txt", "geen"):
        file = tmp_path / "map" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return tmp_path / "map"


def test_a_folder_gives_its_pages_by_name_and_says_what_it_passes_over(folder: Path) -> None:
    listing = list_sources([str(folder)])
    assert [page.name for page in listing.pages] == [
        str(folder / name) for name in ("a.html", "b.txt", "sub/c.md", "sub/d.pdf")
    ]
    assert listing.problems == ()
    assert [note.partition(": ")[2] for note in listing.notes] == ["1 × .png, 1 × zonder extensie."]


def test_a_page_named_twice_is_read_once(folder: Path) -> None:
    listing = list_sources([str(folder / "b.txt"), str(folder), str(folder / "sub" / ".." / "b.txt")])
    assert [Path(page.name).name for page in listing.pages] == ["b.txt", "a.html", "c.md", "d.pdf"]


def test_a_file_that_is_named_may_end_in_anything(folder: Path) -> None:
    assert [page.file for page in list_sources([str(folder / "geen")]).pages] == [folder / "geen"]


def test_what_is_no_source_is_told_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    sources = ["https://a.example:x/", str(tmp_path / "leeg"), str(tmp_path / "niets"), str(folder / "b.txt")]
    listing = list_sources(sources)
    assert [page.file for page in listing.pages] == [folder / "b.txt"]
    assert [problem.source for problem in listing.problems] == sources[:3]
    assert [str(problem).split(":")[0].split("(")[0].strip() for problem in listing.problems] == [
        "Dit is geen geldig webadres.",
        "In deze map staan geen pagina's",
        "Er is geen bestand of map met deze naam.",
    ]


def test_the_address_of_a_file_does_not_depend_on_how_it_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert address_of("b.txt") == address_of("./sub/../b.txt") == (folder / "b.txt").as_uri()
    assert address_of("https://a.example/x") == "https://a.example/x"
    assert address_of("urn:samenspel:voorbeeld:a") == "urn:samenspel:voorbeeld:a"
    assert list_sources(["b.txt"]).pages[0].address == address_of("b.txt")


def test_a_page_is_loaded_as_bytes(folder: Path) -> None:
    assert load(list_sources([str(folder / "b.txt")]).pages[0]) == ((folder / "b.txt").as_uri(), b"b.txt")


def test_standard_input_gets_an_address_that_follows_from_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(raw: bytes) -> tuple[str, bytes]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return load(list_sources(["-"]).pages[0])

    address, raw = given(b"een pagina")
    assert raw == b"een pagina"
    assert address.startswith("urn:samenspel:invoer:")
    assert given(b"een pagina")[0] == address != given(b"een andere")[0]


def test_what_is_too_big_or_no_file_or_gone_is_not_understood(tmp_path: Path) -> None:
    big = tmp_path / "groot.txt"
    with big.open("wb") as file:
        file.truncate(BIGGEST_PAGE + 1)
    pipe = tmp_path / "pijp.txt"
    os.mkfifo(pipe)
    for file, says in (
        (big, "groter dan"),
        (pipe, "geen gewoon bestand"),
        (tmp_path / "weg.txt", "geen gewoon bestand"),
    ):
        with pytest.raises(NotUnderstood, match=says):
            load(Listed(file.as_uri(), file.name, file))


def test_a_link_that_leads_round_in_a_circle_is_followed_once(folder: Path) -> None:
    (folder / "rond").symlink_to(folder)
    assert len(list_sources([str(folder)]).pages) == 4
