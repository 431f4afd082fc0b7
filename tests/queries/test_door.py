"""The researchers' door lets questions through that read the graph, and nothing else whatever one tries."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadQuestion, GraphUnavailable, NotAllowed, SamenspelError
from queries import Graph
from queries.door import LONGEST, MOST_ROWS, ask
from queries.door.statement import statement
from queries.door.tokens import tokens
from tests.queries import door_attempts as tried


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A server that nobody may come to."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture
def secrets(neighbourhood: Graph) -> Mapping[str, Any]:
    """What an attempt may know of the ledger beforehand."""
    page = neighbourhood.answer(
        lambda reading: reading.run(
            "MATCH (p:Page) WHERE p.text <> '' WITH p ORDER BY p.id LIMIT 1 MATCH (c:Claim {page: p.id}) "
            "RETURN p.id AS page, p.text AS text, c.id AS claim, elementId(p) AS node LIMIT 1"
        )
    )[0]
    assert page["text"]
    return page


def _contents(graph: Graph) -> list[dict[str, Any]]:
    """Everything in the store that an attempt could have changed."""
    return graph.answer(
        lambda reading: [
            *reading.run("MATCH (n) RETURN labels(n) AS labels, count(*) AS number ORDER BY labels"),
            *reading.run("MATCH (t:Thing) RETURN t.id AS id, t.name AS name ORDER BY id"),
            *reading.run("MATCH ()-[r]->() RETURN count(r) AS number"),
            *reading.run("MATCH (l:Ledger) RETURN l.version AS version, l.uid AS uid"),
        ]
    )


def _parameters(text: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if f"${name}" in text}


def _refused(graph: Graph, text: str, values: Mapping[str, Any]) -> SamenspelError | None:
    """How an attempt was refused; None when it was answered, with nothing of the ledger in its answer."""
    try:
        table = ask(graph, text, _parameters(text, values), seconds=5)
    except (NotAllowed, BadQuestion) as refused:
        return refused
    told = repr(table.rows)
    assert values["text"][:40] not in told
    assert values["claim"] not in told
    return None


def test_no_attempt_writes_governs_or_fetches(
    neighbourhood: Graph, secrets: Mapping[str, Any], trap: socket.socket
) -> None:
    before = _contents(neighbourhood)
    for text in (*tried.WRITES, *tried.GOVERNS, *tried.FETCHES):
        aimed = text.replace("$port", str(trap.getsockname()[1]))
        assert _refused(neighbourhood, aimed, secrets) is not None, text
    assert _contents(neighbourhood) == before
    with pytest.raises(BlockingIOError):  # nobody came
        trap.accept()


def test_no_attempt_reads_the_ledger(neighbourhood: Graph, secrets: Mapping[str, Any]) -> None:
    for text in tried.READS_OF_THE_LEDGER:
        assert _refused(neighbourhood, text, secrets) is not None, text


def test_what_the_words_let_through_the_engine_stops(
    neighbourhood: Graph, secrets: Mapping[str, Any], trap: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wall behind the words: rights, or access mode and plan."""
    monkeypatch.setattr("queries.door.answer.statement", lambda text: text)
    before = _contents(neighbourhood)
    port = str(trap.getsockname()[1])
    for text in (*tried.WRITES, *tried.FETCHES, *tried.READS_OF_THE_LEDGER):
        try:
            told = repr(ask(neighbourhood, text.replace("$port", port), _parameters(text, secrets), seconds=5).rows)
        except SamenspelError:
            continue
        assert secrets["text"][:40] not in told, text
    assert _contents(neighbourhood) == before
    with pytest.raises(BlockingIOError):
        trap.accept()


@pytest.mark.parametrize("text", tried.ENDLESS)
def test_an_endless_question_is_stopped(neighbourhood: Graph, text: str) -> None:
    with pytest.raises((BadQuestion, NotAllowed)):
        ask(neighbourhood, text, seconds=1)


def test_of_a_huge_answer_only_the_beginning_comes(neighbourhood: Graph) -> None:
    rows, wide, product = tried.HUGE
    found = ask(neighbourhood, rows)
    assert (found.total, found.cut) == (MOST_ROWS, True)
    with pytest.raises(BadQuestion, match="te groot"):
        ask(neighbourhood, wide)
    assert ask(neighbourhood, product).cut


@pytest.mark.parametrize("text", tried.NO_QUESTIONS)
def test_what_is_no_question_is_told_in_dutch(neighbourhood: Graph, text: str) -> None:
    with pytest.raises(BadQuestion):
        ask(neighbourhood, text)


def test_what_researchers_ask_is_answered(neighbourhood: Graph) -> None:
    answered = {text: ask(neighbourhood, text, _named(text)) for text in tried.RESEARCH}
    assert [text for text, table in answered.items() if table.rows and not table.columns] == []
    version = neighbourhood.answer(lambda reading: reading.version)
    assert {table.version for table in answered.values()} == {version}
    counted = answered[tried.RESEARCH[0]].rows[0][0]
    assert counted == len(_things(neighbourhood, "Initiative")) > 0
    assert len([table for table in answered.values() if table.rows]) > 15


def _named(text: str) -> dict[str, object]:
    return {"name": "Buurtkring Noord"} if "$name" in text else {}


def _things(graph: Graph, kind: str) -> list[dict[str, Any]]:
    return graph.answer(lambda reading: reading.run(f"MATCH (t:{kind}) RETURN t.id AS id"))


def test_things_links_and_paths_are_shown_alike(neighbourhood: Graph) -> None:
    found = ask(
        neighbourhood,
        "MATCH p = (a:Initiative {name: 'Buurtkring Noord'})-[r:STARTED]-(b) RETURN a, r, p, r.first_seen",
    )
    thing, link, path, seen = found.rows[0]
    assert thing["name"] == "Buurtkring Noord"
    assert not {"search", "cell"} & thing.keys()
    assert link["type"] == "STARTED"
    assert link["claims"]
    assert (len(path["things"]), len(path["links"])) == (2, 1)
    assert seen == "2025-07-01T08:00:00+00:00"


def test_kinds_that_come_later_are_read_too(graph: Graph) -> None:
    from tests.queries.pages import initiative, load, said

    assert ask(graph, "MATCH (i:Thing) RETURN i.name").rows == ()
    load(graph, [said(initiative("De Linde"), "form", "kring")])
    assert ask(graph, "MATCH (i:Initiative) RETURN i.name, i.form").rows == (("De Linde", "kring"),)


def test_a_question_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadQuestion, match="te lang"):
        statement("RETURN '" + "x" * LONGEST + "'")


def test_a_graph_that_is_gone_is_told() -> None:
    from queries import connect

    with connect("bolt://127.0.0.1:1", user="u", password="p") as gone, pytest.raises(GraphUnavailable):
        ask(gone, "MATCH (n:Thing) RETURN n")


@given(st.text(alphabet="abAB'\"`\\/*; \n$.(){}[]:|!%é\u2028\ud800", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = tokens(text)
    except BadQuestion:
        return
    assert all(token.text or token.sort == "quoted" for token in found)
    assert not any("/*" in token.text or "//" in token.text for token in found if token.sort in ("word", "sign"))
