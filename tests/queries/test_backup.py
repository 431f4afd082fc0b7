"""A backup gives back an equal ledger and graph on either engine; what is not whole and ours changes nothing."""

from __future__ import annotations

import gzip
import json
import random
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from benchmarks.ledger import large_ledger
from graph_model import keys, names
from graph_model.errors import GraphUnavailable, NotAllowed, NotUnderstood, SamenspelError
from graph_model.evidence import End
from queries import Graph, connect, schema_version
from queries.backup import migrations, restore, write_backup
from queries.backup.form import LABELS, Seal, end_line, label_of
from queries.backup.loading import load
from queries.backup.rekeying import rekeyed
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.fresh import in_parts
from queries.engine.embedded.join import stop
from queries.ledger.erasing import erase
from queries.ledger.pages import record
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run
from tests.engines.address import SECRET
from tests.ingest.shapes import shape_of
from tests.queries.backups import lines_of
from tests.queries.held import AT, NAME, load_name, page, reading
from tests.queries.pages import load_neighbourhood

Rows = dict[str, list[dict[str, Any]]]


def ledger_of(graph: Graph) -> Rows:
    """The whole ledger, row by row."""
    return {
        label: graph.answer(
            lambda tx, label=label: tx.run(f"MATCH (n:{label}) RETURN properties(n) AS p ORDER BY n.id")
        )  # type: ignore[misc]
        for label in LABELS
    }


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """An embedded graph of its own, to restore into."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with connect(folder, secret=SECRET) as graph:
        graph.prepare()
        yield graph
    stop(EngineFolder(folder))


def test_a_backup_gives_back_an_equal_ledger_and_graph_also_on_another_engine(
    graph: Graph, elsewhere: Graph, tmp_path: Path
) -> None:
    load_name(graph)
    load_neighbourhood(graph)
    ledger, shape = ledger_of(graph), shape_of(graph)
    assert all(ledger[label] for label in ("Page", "Claim", "Decision", "Change", "Reply", "Run", "Layout"))
    report = write_backup(graph, tmp_path / "there", AT)
    assert report.rows["Claim"] == len(ledger["Claim"])
    assert (tmp_path / "there").stat().st_mode & 0o777 == 0o600
    restore(elsewhere, tmp_path / "there")
    assert (ledger_of(elsewhere), shape_of(elsewhere)) == (ledger, shape)
    write_backup(elsewhere, tmp_path / "back", AT)
    erase(graph, "Anna de Jong", AT)
    load_neighbourhood(graph)
    erase(graph, NAME, AT)
    restore(graph, tmp_path / "back")
    assert len(ledger_of(graph)["Suppression"]) == 3
    assert rebuild(graph, check=True).items == ()
    restore(elsewhere, tmp_path / "back")
    assert (ledger_of(elsewhere), shape_of(elsewhere)) == (ledger, shape)


@pytest.fixture
def backup(elsewhere: Graph, tmp_path: Path) -> Path:
    """A backup of the neighbourhood in lines, which stays where it was; of images see ``test_backup_image``."""
    if not ledger_of(elsewhere)["Page"]:
        load_neighbourhood(elsewhere)
    write_backup(elsewhere, tmp_path / "backup", AT, image=False)
    return tmp_path / "backup"


def _told(first: bytes, **more: object) -> bytes:
    return json.dumps({**json.loads(first), **more}).encode() + b"\n"


SPOILED: dict[str, Callable[[Path], bytes]] = {
    "no backup at all": lambda file: b"Beste mensen,",
    "empty": lambda file: b"",
    "cut off in the packing": lambda file: file.read_bytes()[:-400],
    "cut off at a line": lambda file: gzip.compress(b"".join(lines_of(file)[:-3])),
    "without its end": lambda file: gzip.compress(b"".join(lines_of(file)[:-1])),
    "a row less": lambda file: gzip.compress(b"".join(lines_of(file)[:5] + lines_of(file)[6:])),
    "a row changed": lambda file: gzip.compress(b"".join(lines_of(file)).replace(b"Truus", b"Geert")),
    "more after its end": lambda file: gzip.compress(b"".join([*lines_of(file), lines_of(file)[2]])),
    "other gzip": lambda file: gzip.compress(b'{"een": 1}\n'),
    "newer form": lambda file: gzip.compress(b"".join([_told(lines_of(file)[0], version=99), *lines_of(file)[1:]])),
    "newer ledger": lambda file: gzip.compress(b"".join([_told(lines_of(file)[0], schema=99), *lines_of(file)[1:]])),
}


@pytest.mark.parametrize("how", SPOILED)
def test_what_is_damaged_or_newer_is_refused_and_changes_nothing(
    elsewhere: Graph, backup: Path, tmp_path: Path, how: str
) -> None:
    before, version = ledger_of(elsewhere), elsewhere.answer(lambda tx: tx.version)
    spoiled = tmp_path / "spoiled"
    spoiled.write_bytes(SPOILED[how](backup))
    with pytest.raises(NotUnderstood) as refused:
        restore(elsewhere, spoiled)
    assert "nieuwere versie" in str(refused.value) if how.startswith("newer") else str(refused.value)
    assert (ledger_of(elsewhere), elsewhere.answer(lambda tx: tx.version)) == (before, version)


UNREADABLE = {
    "no row": b'["Claim",7]',
    "a row without an id": b'["Claim",{"page":"document|a.example|"}]',
    "a label that nobody knows": b'["Buurman",{"id":"1"}]',
    "no moment": b'["Page",{"id":"1","fetched":{"$moment":"gisteren"}}]',
}


@pytest.mark.parametrize("how", UNREADABLE)
def test_rows_that_nobody_can_read_change_nothing_though_their_seal_is_whole(
    graph: Graph, tmp_path: Path, how: str
) -> None:
    load_name(graph)
    write_backup(graph, tmp_path / "backup", AT)
    before = ledger_of(graph)
    lines = [*lines_of(tmp_path / "backup")[:-1], UNREADABLE[how] + b"\n"]
    seal = Seal()
    for number, line in enumerate(lines):
        seal.add(line, label_of(line) if number else "")
    (tmp_path / "odd").write_bytes(gzip.compress(b"".join([*lines, end_line(seal)])))
    with pytest.raises(NotUnderstood, match="beschadigd"):
        restore(graph, tmp_path / "odd")
    assert ledger_of(graph) == before
    assert rebuild(graph, check=True).items == ()


def test_any_byte_that_is_not_as_it_was_is_noticed(elsewhere: Graph, backup: Path, tmp_path: Path) -> None:
    raw = backup.read_bytes()
    version = elsewhere.answer(lambda tx: tx.version)
    chance = random.Random(7)
    for place in [*range(3), *(chance.randrange(10, len(raw)) for _ in range(150))]:
        spoiled = bytearray(raw)
        spoiled[place] ^= 1 << chance.randrange(8)
        (tmp_path / "spoiled").write_bytes(bytes(spoiled))
        if _unpacked(bytes(spoiled)) == _unpacked(raw):
            continue  # a bit that only fills up the last byte of what is packed
        with pytest.raises(NotUnderstood):
            restore(elsewhere, tmp_path / "spoiled")
    assert elsewhere.answer(lambda tx: tx.version) == version


def _unpacked(raw: bytes) -> bytes | None:
    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error):
        return None


def test_a_backup_made_with_another_secret_is_refused(backup: Path, tmp_path: Path) -> None:
    with connect(tmp_path / "other", secret=b"another secret altogether") as other:
        other.prepare()
        with pytest.raises(NotAllowed, match="ander geheim"):
            restore(other, backup)
        assert not ledger_of(other)["Page"]
    stop(EngineFolder(tmp_path / "other"))


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(elsewhere: Graph, tmp_path: Path) -> None:
    with pytest.raises(SamenspelError, match="geen back-up te schrijven"):
        write_backup(elsewhere, tmp_path / "no such folder" / "backup", AT)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_ledger(elsewhere: Graph, tmp_path: Path) -> None:
    peaks = []
    for claims in (2_000, 8_000):
        elsewhere.change(lambda tx: tx.run("MATCH (n) WHERE NOT n:Ledger DETACH DELETE n"))
        begin_run(elsewhere, "read", (), AT)
        load(elsewhere, large_ledger(claims))
        tracemalloc.start()
        write_backup(elsewhere, tmp_path / "backup", AT)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    elsewhere.change(lambda tx: tx.run("MATCH (n) WHERE NOT n:Ledger DETACH DELETE n"))
    assert peaks[1] < peaks[0] * 1.5


def test_a_store_of_a_newer_version_is_refused_in_plain_words(graph: Graph) -> None:
    load_neighbourhood(graph)
    graph.change(lambda tx: tx.run("MATCH (l:Ledger) SET l.schema = 99"))
    try:
        for ask in (lambda: graph.answer(lambda tx: 1), lambda: graph.change(lambda tx: 1), lambda: shape_of(graph)):
            with pytest.raises(GraphUnavailable, match="nieuwere versie van Samenspel"):
                ask()
    finally:
        upkeep = graph.for_upkeep()
        upkeep.change(lambda tx: tx.run("MATCH (l:Ledger) SET l.schema = 1"))


def test_a_change_of_folding_rekeys_what_was_made_before_it(
    graph: Graph, emptied: Callable[[], Graph], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_name(graph)
    load_neighbourhood(graph)
    ledger, shape = ledger_of(graph), shape_of(graph)
    emptied()
    with monkeypatch.context() as older:
        # As it might have been once: neither ordinals nor articles folded.
        older.setattr(names, "_ORDINALS", {})
        older.setattr(names, "_ARTICLES", frozenset())
        _forget_folding()
        load_name(graph)
        load_neighbourhood(graph)
        assert ledger_of(graph)["Claim"] != ledger["Claim"]
        write_backup(graph, tmp_path / "older", AT)
    _forget_folding()
    monkeypatch.setattr(schema_version, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "MIGRATIONS", MappingProxyType({1: rekeyed}))
    with pytest.raises(GraphUnavailable, match="oudere vorm"):
        shape_of(graph)
    restore(graph, tmp_path / "older")
    assert _stable(ledger_of(graph)) == _stable(ledger)
    assert shape_of(graph) == shape
    assert rebuild(graph, check=True).items == ()
    monkeypatch.undo()
    graph.for_upkeep().change(lambda tx: tx.run("MATCH (l:Ledger) SET l.schema = 1"))


def _forget_folding() -> None:
    for folding in (keys.key_of, names.fold, names.fold_person):
        folding.cache_clear()


def _stable(ledger: Rows) -> dict[str, object]:
    """A ledger but for what hangs on how frequently the graph was written to: numbers of runs and of versions."""
    return {label: ledger[label] for label in ("Page", "Claim", "Decision", "Reply")}


@for_all(st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b"") + b"\n")), st.integers(1, 20))
def test_rows_go_in_parts_of_whole_lines(lines: list[bytes], most: int) -> None:
    parts = list(in_parts(b"".join(lines), most))
    assert b"".join(parts) == b"".join(lines)
    assert all(part.endswith(b"\n") and (len(part) <= most or part.count(b"\n") == 1) for part in parts)


def test_odd_texts_come_back_as_they_were(elsewhere: Graph, backup: Path, tmp_path: Path) -> None:
    text = 'Wie \u2028 </script> \'t "huis" \\ \t 😀 #17:0 œ\nTweede regel'
    said = [(End("Initiative", "#17:0"), "url", value, "") for value in ("null", "true", "1e5", "2024-01-01", "{}")]
    role = (End("Person", "É. d’Été", "#17:0"), "HAS_ROLE", End("Initiative", "#17:0"), "'\"\\")
    record(
        elsewhere, [reading(page("https://dorp.example/#1:2", text), *said, role)], begin_run(elsewhere, "x", (), AT)
    )
    ledger, shape = ledger_of(elsewhere), shape_of(elsewhere)
    write_backup(elsewhere, tmp_path / "odd", AT)
    restore(elsewhere, tmp_path / "odd")
    assert (ledger_of(elsewhere), shape_of(elsewhere)) == (ledger, shape)
    restore(elsewhere, backup)
