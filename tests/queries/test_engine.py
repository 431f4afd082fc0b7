"""What a graph promises to those who ask it and change it, on both engines."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadQuestion, Fault, GraphUnavailable, NotAllowed
from queries import Graph, connect
from queries.engine.base import Reading, Writing
from tests.engines.address import Address

ROOT = Path(__file__).parents[2]
ON_NEO4J = pytest.mark.parametrize("engine", ["neo4j"], indirect=True)


@pytest.fixture
def another(address: Address, graph: Graph) -> Iterator[Graph]:
    """A second connection to the graph of the test."""
    with connect(address.where, user=address.user, password=address.password, database=address.database) as other:
        yield other


def _add(graph: Graph, name: str) -> int:
    def work(writing: Writing) -> int:
        writing.run("CREATE (:Thing {id: $id})", {"id": name})
        return writing.version

    return graph.change(work)


def _names(graph: Graph) -> set[str]:
    rows = graph.answer(lambda reading: reading.run("MATCH (t:Thing) RETURN t.id AS id"))
    return {row["id"] for row in rows}


def test_each_change_makes_the_next_version(graph: Graph) -> None:
    before = graph.answer(lambda reading: reading.version)
    assert [_add(graph, name) for name in "ab"] == [before + 1, before + 2]
    assert graph.answer(lambda reading: reading.version) == before + 2


def test_work_that_fails_leaves_nothing_behind(graph: Graph) -> None:
    before = graph.answer(lambda reading: reading.version)

    def work(writing: Writing) -> None:
        writing.run("CREATE (:Thing {id: 'half'})")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        graph.change(work)
    assert _names(graph) == set()
    assert graph.answer(lambda reading: reading.version) == before


def test_an_answer_that_saw_two_versions_is_asked_again(graph: Graph, another: Graph) -> None:
    seen: list[tuple[int, int]] = []

    def question(reading: Reading) -> int:
        before = len(reading.run("MATCH (t:Thing) RETURN t.id AS id"))
        if not seen:
            _add(another, "meanwhile")
        seen.append((before, len(reading.run("MATCH (t:Thing) RETURN t.id AS id"))))
        return seen[-1][1]

    assert graph.answer(question) == 1
    assert seen[-1] == (1, 1)


@pytest.mark.parametrize("when", ["after the first", "after the last"])
def test_an_answer_whose_looks_ride_along_is_asked_again(graph: Graph, another: Graph, when: str) -> None:
    _add(graph, "here")
    versions: list[int] = []

    def question(reading: Reading) -> list[dict[str, object]]:
        before = reading.ask("things/by_id", ids=["here"])
        if not versions and when == "after the first":
            _add(another, "meanwhile")
        found = reading.ask("things/by_id", ids=["here", "meanwhile"])
        if not versions and when == "after the last":
            _add(another, "meanwhile")
            found += reading.run("MATCH (t:Thing {id: 'meanwhile'}) RETURN t.id AS id")
        versions.append(reading.version)
        assert len(before) == 1
        return found

    assert len(graph.answer(question)) == 2
    assert versions == [versions[0], versions[0] + 1]


def test_the_parts_of_a_statement_are_answered_one_after_the_other(graph: Graph, another: Graph) -> None:
    look = "MATCH (l:Ledger {id: 'ledger'}) RETURN collect({version: l.version}) AS rows"
    long = "UNWIND range(1, $many) AS n WITH n WHERE n % 7 = 3 WITH count(n) AS m RETURN collect(m) AS rows"
    parts = "\nUNION ALL\n".join(f"{text}, {part} AS part" for part, text in enumerate((look, long, look)))
    many, seen = 500_000, [0, 0]
    while seen[0] == seen[1] and many < 500_000_000:  # until a change is kept halfway
        many *= 2
        writer = threading.Timer(0.1, _add, (another, f"meanwhile-{many}"))
        writer.start()
        rows = graph._engine.bolt.read(lambda session, many=many: session.run(parts, {"many": many}).data())
        writer.join()
        seen = [row["rows"][0]["version"] for row in rows if row["part"] != 1]
    assert [row["part"] for row in rows] == [0, 1, 2]
    assert seen[1] == seen[0] + 1


def test_an_answer_that_keeps_moving_is_read_while_writers_wait(graph: Graph, another: Graph) -> None:
    tries: list[int] = []
    late = threading.Thread(target=_add, args=(another, "late"))

    def question(reading: Reading) -> set[str]:
        tries.append(reading.version)
        if len(tries) < 3:
            _add(another, f"meanwhile-{len(tries)}")
        else:
            late.start()
            late.join(0.3)
            assert late.is_alive()
        return {row["id"] for row in reading.run("MATCH (t:Thing) RETURN t.id AS id")}

    assert graph.answer(question) == {"meanwhile-1", "meanwhile-2"}
    late.join()
    assert len(tries) == 3
    assert _names(graph) == {"meanwhile-1", "meanwhile-2", "late"}


COUNTER = """
import os, sys
from queries import connect

where, user, password, database, name = sys.argv[1:]

def work(writing):
    found = writing.run("MATCH (t:Thing {id: 'hub'}) RETURN t.count AS count")
    writing.run("MERGE (t:Thing {id: 'hub'}) SET t.count = $count", {"count": found[0]["count"] + 1 if found else 1})

with connect(where, user=user, password=password, database=database) as graph:
    for _ in range(20):
        graph.change(work)
"""


def test_writers_that_read_and_then_write_never_miss_each_other(graph: Graph, address: Address) -> None:
    words = [str(address.where), address.user, address.password, address.database]
    writers = [subprocess.Popen([sys.executable, "-c", COUNTER, *words, name], cwd=ROOT) for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0] * 4
    rows = graph.answer(lambda reading: reading.run("MATCH (t:Thing {id: 'hub'}) RETURN t.count AS count"))
    assert rows == [{"count": 80}]


def test_threads_share_one_graph(graph: Graph) -> None:
    threads = [threading.Thread(target=_add, args=(graph, f"t{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _names(graph) == {f"t{number}" for number in range(8)}


def test_a_key_that_exists_is_refused_for_nodes_and_for_links(graph: Graph) -> None:
    graph.change(lambda w: w.run("CREATE (:Thing {id: 'a'})-[:PART_OF {id: 'l'}]->(:Thing {id: 'b'})"))
    for text in (
        "CREATE (:Thing {id: 'a'})",
        "MATCH (a:Thing {id: 'a'}), (b:Thing {id: 'b'}) CREATE (b)-[:PART_OF {id: 'l'}]->(a)",
    ):
        with pytest.raises(Fault, match="ConstraintValidationFailed"):
            graph.change(lambda writing, text=text: writing.run(text))


def test_names_are_found_by_the_tokens_of_their_folded_text(graph: Graph) -> None:
    graph.change(lambda w: w.run("CREATE (:Thing {id: 'a', search: 'laefhoes in de buurt'}), (:Thing {id: 'b'})"))
    text = "CALL db.index.fulltext.queryNodes('zoek_namen', $q) YIELD node RETURN node.id AS id"
    for words in ("laefhoes", "laef*", "laefhoos~1", "buurt laefhoes"):
        assert graph.answer(lambda reading, q=words: reading.run(text, {"q": q})) == [{"id": "a"}]


_VALUES = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40),
    st.sampled_from(["'", '"', "\\", "ë", "’", "</script>", "'t Laêfhoes", "{x: 1}", "$id", "`"]),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),
    st.dates(),
)


@given(value=st.one_of(_VALUES, st.lists(st.text("aë'\\", max_size=5), min_size=1, max_size=4)))
def test_what_is_stored_is_read_back_as_it_was(opened: Graph, value: object) -> None:
    opened.change(lambda writing: writing.run("MERGE (t:Thing {id: 'value'}) SET t.value = $value", {"value": value}))
    text = "MATCH (t:Thing {id: 'value'}) RETURN t.value AS value, t AS node"
    rows = opened.answer(lambda reading: reading.run(text))
    assert rows == [{"value": value, "node": {"id": "value", "value": value}}]
    assert type(rows[0]["value"]) is type(value)


def test_rows_hold_plain_values(graph: Graph) -> None:
    when = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)
    rows = graph.answer(
        lambda reading: reading.run(
            "UNWIND $rows AS row RETURN row.name AS name, [row.when] AS times, {day: row.day} AS more",
            {"rows": [{"name": "a", "when": when, "day": date(2025, 3, 18)}, {"name": "b", "when": None, "day": None}]},
        )
    )
    assert rows == [
        {"name": "a", "times": [when], "more": {"day": date(2025, 3, 18)}},
        {"name": "b", "times": [None], "more": {"day": None}},
    ]
    assert type(rows[0]["times"][0].tzinfo) is type(UTC)


@pytest.mark.parametrize("text", ["RETRN 1", "RETURN $missing", "MATCH (n) RETURN m"])
def test_text_that_makes_no_sense_is_a_bad_question(graph: Graph, text: str) -> None:
    with pytest.raises(BadQuestion):
        graph.answer(lambda reading: reading.run(text))


def test_a_graph_that_was_replaced_is_not_taken_for_the_old_one(graph: Graph, another: Graph) -> None:
    before = _names(graph)
    uid = graph.answer(lambda reading: reading.run("MATCH (l:Ledger) RETURN l.uid AS uid"))[0]["uid"]
    graph.change(lambda writing: writing.run("MATCH (l:Ledger) SET l.uid = 'another'"))
    try:
        with pytest.raises(GraphUnavailable, match="door een andere vervangen"):
            _names(graph)
    finally:
        another.change(lambda writing: writing.run("MATCH (l:Ledger) SET l.uid = $uid", {"uid": uid}))
    assert _names(graph) == before


def test_preparing_again_changes_nothing(graph: Graph) -> None:
    before = graph.answer(lambda reading: reading.run("MATCH (l:Ledger) RETURN l"))
    graph.prepare()
    assert graph.answer(lambda reading: reading.run("MATCH (l:Ledger) RETURN l")) == before


PREPARE = """
import sys
from queries import connect

with connect(sys.argv[1], user=sys.argv[2], password=sys.argv[3]) as graph:
    graph.prepare()
"""


@ON_NEO4J
def test_many_may_prepare_one_server_at_once(address: Address) -> None:
    where, user, password = str(address.where), address.user, address.password
    with connect(where, user=user, password=password) as graph:
        graph.prepare()
        graph.change(lambda writing: writing.run("MATCH (l:Ledger) SET l.prepared = 'of an earlier version'"))
        for kind in ("CONSTRAINT", "INDEX"):
            shown = f"SHOW {kind}{'S' if kind == 'CONSTRAINT' else 'ES'} YIELD name, type WHERE type <> 'LOOKUP'"
            for row in graph.answer(lambda reading, text=shown: reading.run(f"{text} RETURN name")):
                graph._engine.bolt.define(f"DROP {kind} {row['name']}")
    processes = [subprocess.Popen([sys.executable, "-c", PREPARE, where, user, password], cwd=ROOT) for _ in range(4)]
    assert [process.wait(120) for process in processes] == [0] * 4


@pytest.mark.parametrize("value", ["\ud800", 2**63])
def test_a_value_that_cannot_be_sent_is_refused(graph: Graph, value: object) -> None:
    with pytest.raises(Fault, match="niet te bewaren"):
        graph.change(lambda writing: writing.run("CREATE (:Thing {id: 'a', value: $value})", {"value": value}))
    assert _names(graph) == set()


def test_an_error_of_the_work_itself_stays_what_it_is(graph: Graph) -> None:
    with pytest.raises(FileNotFoundError):
        graph.change(lambda _: Path("/nope").read_text())


@ON_NEO4J
def test_a_wrong_password_is_not_allowed(address: Address) -> None:
    with (
        connect(address.where, user=address.user, password="wrong") as graph,
        pytest.raises(NotAllowed, match="wachtwoord"),
    ):
        graph.answer(lambda reading: reading.version)


@ON_NEO4J
def test_a_database_that_does_not_exist_is_said_so(address: Address) -> None:
    with (
        connect(address.where, user=address.user, password=address.password, database="nope") as graph,
        pytest.raises(GraphUnavailable, match="geen database"),
    ):
        graph.answer(lambda reading: reading.version)


def test_a_server_that_is_down_is_said_so() -> None:
    with connect("bolt://127.0.0.1:1") as graph, pytest.raises(GraphUnavailable, match="niet bereikbaar"):
        graph.answer(lambda reading: reading.version)


def test_an_address_that_is_none_is_said_so() -> None:
    with connect("bolt://user@:x:y") as graph, pytest.raises(GraphUnavailable, match="adres"):
        graph.prepare()


def test_a_database_in_which_somebody_keeps_something_else_is_left_as_it_is(graph: Graph) -> None:
    def write(text: str, **values: object) -> None:
        graph._engine.bolt.transact("WRITE", lambda tx: tx.run(text, **values).consume())

    (kept,) = graph.answer(lambda tx: tx.run("MATCH (l:Ledger) RETURN properties(l) AS row"))
    write("MATCH (l:Ledger) DELETE l CREATE (:Film {titel: 'Iets heel anders'})")
    try:
        with pytest.raises(NotAllowed, match="niet van Samenspel"):
            graph.prepare()
        with pytest.raises(GraphUnavailable):
            graph.answer(lambda tx: tx.version)
    finally:
        write("MATCH (f:Film) DELETE f CREATE (l:Ledger) SET l = $row", row=kept["row"])
