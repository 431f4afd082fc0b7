"""The questions on the command line: as text with quotes, as the JSON of the models, and when there is no answer."""

from __future__ import annotations

import json

from queries import Graph
from queries.links import links
from queries.near import near
from queries.overview import overview
from queries.search import search
from queries.show import show
from queries.why import why
from tests.api.conftest import Command

QUOTE = "“Wij werken samen met 't Naoberhoês”"


def test_each_question_prints_exactly_the_json_of_its_model(samenspel: Command, neighbourhood: Graph) -> None:
    wanted = {
        ("search", "naober"): search(neighbourhood, "naober"),
        ("show", "Het", "Naoberhoes"): show(neighbourhood, "Het Naoberhoes"),
        ("links", "Naoberhoes", "--kind", "FOUNDED"): links(neighbourhood, "Naoberhoes", kind="FOUNDED"),
        ("links", "De Wilgenhof", "--as-of", "2021"): links(neighbourhood, "De Wilgenhof", as_of="2021"),
        ("near", "De Wilgenhof", "--km", "10"): near(neighbourhood, "De Wilgenhof", km=10),
        ("overview",): overview(neighbourhood),
    }
    for words, answer in wanted.items():
        said = samenspel(*words, "--json")
        assert (said.status, said.out) == (0, answer.json_text() + "\n"), words
    # Whether a tie has ended depends on the present moment, so only the shape is the same.
    assert (
        json.loads(samenspel("why", "Naoberhoes", "De Wilgenhof", "--json").out).keys()
        == json.loads(why(neighbourhood, "Naoberhoes", "De Wilgenhof").json_text()).keys()
    )


def test_links_are_told_with_a_quote_and_its_source_under_each(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("links", "'t Naoberhoes")
    assert said.status == 0
    lines = [line.strip() for line in said.out.splitlines()]
    assert "werkt samen met" in lines
    assert lines[lines.index("Buurtkring Noord  (initiatief)") + 1] == QUOTE
    assert lines[lines.index(QUOTE) + 1].startswith("— Over Buurtkring Noord, 3 februari 2025, https://")
    assert "\x1b" not in said.out


def test_ended_links_say_so_and_a_day_leaves_them_out(samenspel: Command, neighbourhood: Graph) -> None:
    assert "(beweging, tot 2022)" in samenspel("links", "Zorggroep De Berkelbrug").out
    assert "Samen Sterker" not in samenspel("links", "Zorggroep De Berkelbrug", "--as-of", "2024").out


def test_near_gives_distance_and_reason(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("near", "De Wilgenhof", "--km", "10")
    assert said.out.index("1. Buurtkring Noord") < said.out.index("km van De Wilgenhof")
    assert "• De Wilgenhof werkt samen met Buurtkring Noord" in said.out


def test_why_tells_a_path_or_that_there_is_none(samenspel: Command, neighbourhood: Graph) -> None:
    path = samenspel("why", "Naoberhoes", "De Wilgenhof", "--max", "1")
    assert "Weg 1: " in path.out
    assert "“" in path.out
    none = samenspel("why", "Dorpstafel Ampsen", "De Wilgenhof")
    assert (none.status, "geen verband bekend" in none.out) == (0, True)


def test_an_unknown_name_is_status_3_on_every_question(samenspel: Command, neighbourhood: Graph) -> None:
    for words in (["show"], ["links"], ["near"], ["search"], ["why", "De Wilgenhof"]):
        said = samenspel(*words, "Xyzzyburg")
        assert said.status == 3, words
        assert said.out == ""
        assert "Xyzzyburg" in said.err


def test_several_that_match_are_shown_with_their_ids(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("show", "Buurt")
    assert (said.status, said.out) == (3, "")
    ids = [line.split()[0] for line in said.err.splitlines() if line.startswith("  ")]
    assert len(ids) >= 2
    assert samenspel("show", ids[0]).status == 0


def test_a_kind_that_does_not_exist_is_wrong_usage(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("links", "De Wilgenhof", "--kind", "eenhoorn")
    assert (said.status, said.out) == (2, "")
    assert "eenhoorn" in said.err


def test_the_overview_counts_in_dutch(samenspel: Command, neighbourhood: Graph) -> None:
    said = samenspel("overview")
    assert "initiatieven" in said.out
    assert "beweringen" in said.out
