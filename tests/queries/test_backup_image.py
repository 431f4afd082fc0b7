"""The image in a backup gives the graph that its rows give; where it does not fit, or is not ours, rows are taken."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from graph_model.errors import NotUnderstood
from queries import Graph, connect
from queries.backup import finish_sweep, imaging, restore, write_backup
from queries.backup.counter import counter_of
from queries.backup.form import Seal, end_line, label_of
from queries.backup.reading import verified
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from queries.ledger.erasing import erase
from queries.ledger.rebuild import rebuild
from tests.engines.address import SECRET
from tests.ingest.shapes import shape_of
from tests.queries.backups import image_of, lines_of, unpack_image
from tests.queries.disk import files_with
from tests.queries.held import AT, NAME, OTHER, load_name, where_held
from tests.queries.pages import load_neighbourhood
from tests.queries.test_backup import ledger_of


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a graph of its own, on the engine that makes images."""
    return tmp_path_factory.mktemp("imaged")


@pytest.fixture(scope="module")
def kept(home: Path) -> Iterator[Graph]:
    """That graph, of a neighbourhood."""
    with connect(home, secret=SECRET) as graph:
        graph.prepare()
        load_neighbourhood(graph)
        yield graph
    stop(EngineFolder(home))


@pytest.fixture
def backup(kept: Graph, tmp_path: Path) -> Path:
    """A backup of it, with its image."""
    write_backup(kept, tmp_path / "backup", AT)
    return tmp_path / "backup"


def test_the_image_gives_back_what_the_rows_give(kept: Graph, home: Path, backup: Path, tmp_path: Path) -> None:
    ledger, shape, version = ledger_of(kept), shape_of(kept), kept.answer(lambda tx: tx.version)
    write_backup(kept, tmp_path / "rows", AT, image=False)
    assert backup.stat().st_size > (tmp_path / "rows").stat().st_size
    for file, by_image in ((backup, True), (tmp_path / "rows", False), (backup, True)):
        load_name(kept)
        assert ledger_of(kept) != ledger
        assert restore(kept, file).by_image is by_image
        assert (ledger_of(kept), shape_of(kept)) == (ledger, shape)
        assert rebuild(kept, check=True).items == ()
        last, version = version, kept.answer(lambda tx: tx.version)
        assert version > last  # what was worked out of an earlier version counts no more
    load_name(kept)  # the graph goes on: what was read, drawn and indexed is of a piece
    assert rebuild(kept, check=True).items == ()
    restore(kept, backup)
    assert not any(EngineFolder(home).images.rglob("*.zip"))


def test_another_graph_takes_the_image_and_stays_itself(kept: Graph, backup: Path, tmp_path: Path) -> None:
    with connect(tmp_path / "other", secret=SECRET) as other:
        other.prepare()
        uid = _uid(other)
        assert restore(other, backup).by_image
        assert (ledger_of(other), shape_of(other)) == (ledger_of(kept), shape_of(kept))
        assert _uid(other) == uid != _uid(kept)
    stop(EngineFolder(tmp_path / "other"))


def _uid(graph: Graph) -> str:
    return str(graph.answer(counter_of)["uid"])


def test_a_server_takes_the_rows(graph: Graph, kept: Graph, backup: Path) -> None:
    restored = restore(graph, backup)
    assert restored.by_image is (graph.engine == "embedded")
    assert (ledger_of(graph), shape_of(graph)) == (ledger_of(kept), shape_of(kept))


def _with_image(backup: Path, image: bytes, told: Callable[[dict[str, object]], dict[str, object]]) -> bytes:
    """The backup with another image, and another end that tells of it."""
    lines = lines_of(backup)[:-1]
    seal = Seal()
    for number, line in enumerate(lines):
        seal.add(line, label_of(line) if number else "")
    true = {**json.loads(lines_of(backup)[-1])["image"], "size": len(image), "sha256": sha256(image).hexdigest()}
    seal.image = told(true)
    return gzip.compress(b"".join([*lines, end_line(seal)])) + image


UNFIT = {
    "not made with our secret": {"mark": "0" * 64},
    "of another engine": {"form": "arcadedb 1"},
    "of another program": {"program": "0.0.1"},
}


@pytest.mark.parametrize("how", UNFIT)
def test_an_image_that_does_not_fit_is_not_given_to_the_engine(
    kept: Graph, backup: Path, tmp_path: Path, how: str
) -> None:
    assert imaging.image_for(kept, backup, verified(backup)) is not None
    (tmp_path / "unfit").write_bytes(_with_image(backup, image_of(backup), lambda told: {**told, **UNFIT[how]}))
    assert imaging.image_for(kept, tmp_path / "unfit", verified(tmp_path / "unfit")) is None


def test_without_an_image_that_fits_the_rows_are_taken(kept: Graph, backup: Path, tmp_path: Path) -> None:
    ledger, shape = ledger_of(kept), shape_of(kept)
    (tmp_path / "strange").write_bytes(_with_image(backup, b"PK and no more", lambda told: told))
    assert not restore(kept, tmp_path / "strange").by_image
    assert (ledger_of(kept), shape_of(kept)) == (ledger, shape)


@pytest.mark.parametrize("what", ["no zip", "of another ledger"])
def test_an_image_that_is_ours_but_wrong_is_left_for_the_rows(
    kept: Graph, backup: Path, tmp_path: Path, what: str
) -> None:
    ledger, shape = ledger_of(kept), shape_of(kept)
    image = b"PK and no more"
    if what == "of another ledger":
        load_name(kept)
        write_backup(kept, tmp_path / "later", AT)
        image = image_of(tmp_path / "later")
    head, mark = json.loads(lines_of(backup)[0]), imaging._mark
    marked = mark(SECRET, sha256(image).hexdigest(), head["uid"], head["ledger_version"])
    (tmp_path / "wrong").write_bytes(_with_image(backup, image, lambda told: {**told, "mark": marked}))
    assert not restore(kept, tmp_path / "wrong").by_image
    assert (ledger_of(kept), shape_of(kept)) == (ledger, shape)


def test_an_image_that_is_damaged_is_refused(kept: Graph, backup: Path, tmp_path: Path) -> None:
    raw, version = backup.read_bytes(), kept.answer(lambda tx: tx.version)
    start, chance = len(raw) - len(image_of(backup)), random.Random(3)
    spoiled = [raw[:-1], raw[:start], raw + b"\0", raw[: start + 5] + raw[start + 6 :]]
    for place in (start, len(raw) - 1, *(chance.randrange(start, len(raw)) for _ in range(40))):
        changed = bytearray(raw)
        changed[place] ^= 1 << chance.randrange(8)
        spoiled.append(bytes(changed))
    for bytes_ in spoiled:
        (tmp_path / "spoiled").write_bytes(bytes_)
        with pytest.raises(NotUnderstood, match="er is niets veranderd"):
            restore(kept, tmp_path / "spoiled")
    assert kept.answer(lambda tx: tx.version) == version


def test_who_was_erased_is_in_no_image(tmp_path: Path) -> None:
    with connect(tmp_path / "data", secret=SECRET) as graph:
        graph.prepare()
        load_name(graph)
        write_backup(graph, tmp_path / "before", AT)
        unpack_image(tmp_path / "before", tmp_path / "image before")
        assert files_with(tmp_path / "image before", NAME)
        erase(graph, NAME, AT)
        write_backup(graph, tmp_path / "unswept", AT)
        assert image_of(tmp_path / "unswept") == b""  # the files of the engine may still hold the name
        assert finish_sweep(graph)
        write_backup(graph, tmp_path / "swept", AT)
        unpack_image(tmp_path / "swept", tmp_path / "image")
        assert files_with(tmp_path / "image", NAME) == files_with(tmp_path / "image", OTHER) == []
        assert restore(graph, tmp_path / "swept").by_image
        restored = restore(graph, tmp_path / "before")
        assert (restored.by_image, restored.kept_out) == (False, 2)
        assert where_held(graph, NAME) == where_held(graph, OTHER) == set()
        assert files_with(tmp_path / "data", NAME) == []
    stop(EngineFolder(tmp_path / "data"))


def test_an_image_that_a_kill_left_goes_at_the_next_start(tmp_path: Path) -> None:
    left = EngineFolder(tmp_path).images / "samenspel" / "left.zip"
    left.parent.mkdir(parents=True)
    left.touch()
    with connect(tmp_path, secret=SECRET) as graph:
        graph.prepare()
        assert not left.exists()
    stop(EngineFolder(tmp_path))
