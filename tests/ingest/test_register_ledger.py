"""A register beside pages that are really read: each keeps what it says, in whatever order they come."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import key_of
from queries import Graph
from queries.evidence import NOT_LITERAL
from queries.ledger.pages import addresses_read_by, record, withdraw
from queries.ledger.rebuild import projected
from queries.ledger.records import Outcome, PageReading, PageRecord
from queries.ledger.runs import begin_run
from queries.links import links

ADDRESS = "https://www.dorp.example/nieuws/"
TEXT = "Anna de Vries is voorzitter van De Linde."
LINDE, ANNA = End("Initiative", "De Linde"), End("Person", "Anna de Vries", "De Linde")
REGISTER = "register:proef"


def _claim(page: PageRecord, reader: str, version: str, quote: str, role: str, start: int) -> Claim:
    evidence = Evidence(reader, version, quote, start, start + len(quote) if start >= 0 else -1, 0.9)
    return Claim(
        page.key, ANNA, "HAS_ROLE", LINDE, role=role, evidence=(evidence,), origin=page.origin, host=page.host,
        fingerprint=page.fingerprint, fetched=page.fetched,
    )  # fmt: skip


def _read_page(day: int, version: str = "1", roles: tuple[str, ...] = ("voorzitter",)) -> PageReading:
    fetched = f"2025-07-{day:02d}T00:00:00+00:00"
    page = PageRecord(ADDRESS, "Nieuws", TEXT, "hash", "dorp.example", fetched)
    return PageReading(page, "samenspel", version, tuple(_claim(page, "samenspel", version, TEXT, r, 0) for r in roles))


def _row(day: int, version: str = "1", roles: tuple[str, ...] = ("voorzitter",)) -> PageReading:
    fetched = f"2025-07-{day:02d}T00:00:00+00:00"
    page = PageRecord(ADDRESS, "", "", "", "dorp.example", fetched, format="register", origin=Origin.REGISTER)
    claims = tuple(_claim(page, REGISTER, version, f"Anna de Vries is {r} bij De Linde.", r, -1) for r in roles)
    return PageReading(page, REGISTER, version, claims)


def _stored(graph: Graph) -> dict[str, object]:
    rows = graph.answer(lambda reading: reading.ask("ledger/whole_pages", ids=[key_of("Document", ADDRESS)]))
    return dict(rows[0]["page"])


def _run(graph: Graph) -> str:
    return begin_run(graph, "read", [], "2025-07-01T00:00:00+00:00")


@pytest.mark.parametrize("register_first", [True, False])
def test_the_text_of_a_page_stays_when_a_register_cites_it(graph: Graph, register_first: bool) -> None:
    run = _run(graph)
    both = [_row(2, roles=("oprichter",)), _read_page(3)] if register_first else [_read_page(1), _row(2)]
    for reading in both:
        record(graph, [reading], run)
    page = _stored(graph)
    assert (page["text"], page["fingerprint"], page["origin"], page["title"]) == (TEXT, "hash", "page", "Nieuws")
    assert page["readers"] == '{"register:proef": "1", "samenspel": "1"}'


def test_both_readers_of_one_statement_are_kept_and_the_literal_quote_is_shown_as_such(graph: Graph) -> None:
    record(graph, [_read_page(1), _row(2)], _run(graph))
    (link,) = links(graph, "De Linde", kind="HAS_ROLE").links
    (claim,) = link.claims
    assert claim.origin == "register"
    (stored,) = graph.answer(lambda reading: reading.ask("evidence/claims", ids=[claim.id]))
    assert '"register:proef"' in stored["evidence"]
    assert '"samenspel"' in stored["evidence"]


def test_a_register_row_is_marked_as_not_literal(graph: Graph) -> None:
    record(graph, [_row(1)], _run(graph))
    (claim,) = links(graph, "De Linde").links[0].claims
    assert (claim.note, claim.start, claim.by) == (NOT_LITERAL, None, "register:proef 1")


def test_the_order_of_a_register_and_a_page_does_not_count(emptied: Callable[[], Graph]) -> None:
    graphs = []
    for order in permutations((_row(2), _read_page(1), _read_page(3, "2", ("voorzitter", "oprichter")))):
        graph = emptied()
        run = _run(graph)
        for reading in order:
            record(graph, [reading], run)
        nodes, drawn = projected(graph).nodes, projected(graph).links
        graphs.append((nodes, {id_: (link.claims, link.role, link.sources) for id_, link in drawn.items()}))
    assert all(found == graphs[0] for found in graphs)


def test_what_a_register_does_not_say_any_more_goes_and_what_the_page_says_stays(graph: Graph) -> None:
    run = _run(graph)
    record(graph, [_read_page(1)], run)
    record(graph, [_row(2, roles=("voorzitter", "oprichter"))], run)
    (outcome,) = record(graph, [_row(3, version="2", roles=())], run)
    assert (outcome.outcome, outcome.retired) == (Outcome.CHANGED, 1)
    (link,) = links(graph, "De Linde").links
    assert (link.role, link.claims[0].origin, link.claims[0].by) == ("voorzitter", "page", "samenspel 1")


def test_a_register_that_says_the_same_changes_nothing(graph: Graph) -> None:
    run = _run(graph)
    record(graph, [_row(1)], run)
    assert [o.outcome for o in record(graph, [_row(2)], run)] == [Outcome.UNCHANGED]
    record(graph, [_read_page(3)], run)
    assert [o.outcome for o in record(graph, [_row(4)], run)] == [Outcome.UNCHANGED]


def test_it_is_known_which_pages_a_register_cites_and_which_only_it_does(graph: Graph) -> None:
    run = _run(graph)
    record(graph, [_row(1)], run)
    assert addresses_read_by(graph, REGISTER) == {ADDRESS: True}
    assert addresses_read_by(graph, "register:pro") == {}
    record(graph, [_read_page(2)], run)
    assert addresses_read_by(graph, REGISTER) == {ADDRESS: False}
    withdraw(graph, ADDRESS, run, "2025-07-03T00:00:00+00:00")
    assert addresses_read_by(graph, REGISTER) == {}
