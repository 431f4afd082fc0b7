"""What is kept of who is at home where changes no answer, and is forgotten with its version."""

from __future__ import annotations

import pytest

from graph_model.evidence import Claim, End
from queries import Graph
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.near import near
from tests.queries.pages import ADDRESS, AT, at_home, initiative, load, said

HOME = End("CareOrganisation", "De Wilg")
TOWN, VILLAGE, FAR = End("Place", "Veen"), End("Place", "Broek"), End("Place", "Verderop")


def _around() -> list[Claim]:
    return [
        said(HOME, "position", "52.0,5.0,address"), said(TOWN, "position", "52.01,5.0,place"),
        said(VILLAGE, "position", "52.04,5.0,place"), said(FAR, "position", "52.3,5.0,place"),
        said(initiative("Ark"), "BASED_IN", TOWN), said(initiative("Ark"), "BASED_IN", VILLAGE),
        said(initiative("Bron"), "BASED_IN", VILLAGE), said(initiative("Bron"), "BASED_IN", FAR),
        said(initiative("Cirkel"), "BASED_IN", FAR), said(initiative("Dak"), "BASED_IN", TOWN, until="2020"),
        said(initiative("Erf"), "BASED_IN", VILLAGE), said(initiative("Erf"), "founded", "2023"),
        said(HOME, "PARTNER_OF", initiative("Cirkel")), *at_home("Fonds", 52.02, 5.0),
    ]  # fmt: skip


@pytest.mark.parametrize("first", [{"km": 2}, {"km": 60}, {"km": 2, "as_of": "2019"}], ids=["less", "more", "then"])
def test_who_was_asked_about_before_changes_no_answer(graph: Graph, first: dict[str, object]) -> None:
    load(graph, _around())
    for asked in ({"km": 15}, {"km": 50}, {"as_of": "2019"}, {"as_of": "2024"}, {"km": 2}):
        warm, cold = Graph(graph._engine, graph.secret), Graph(graph._engine, graph.secret)
        near(warm, "De Wilg", **first)  # type: ignore[arg-type]
        assert near(warm, "De Wilg", **asked) == near(cold, "De Wilg", **asked)  # type: ignore[arg-type]


def test_who_came_to_live_there_since_is_told(graph: Graph) -> None:
    load(graph, _around())
    before = {one.thing.name for one in near(graph, "De Wilg").initiatives}
    withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), AT)
    load(graph, [*_around(), said(initiative("Gast"), "BASED_IN", TOWN)])
    assert {one.thing.name for one in near(graph, "De Wilg").initiatives} == before | {"Gast"}
    assert before == {"Ark", "Bron", "Erf", "Fonds"}
