"""The API gives what the commands print, typed and documented, and only once what did not change."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from ingest.resolve.queue import review
from queries import Graph
from queries.changes import changes
from queries.documents import document
from queries.evidence import claim
from queries.ledger.pages import withdraw
from queries.ledger.runs import begin_run
from queries.links import links
from queries.near import near
from queries.overview import overview
from queries.search import search
from queries.show import show
from queries.why import why
from tests.api.clients import client
from tests.api.conftest import Command
from tests.api.examples import QUESTIONS, answered
from tests.queries.pages import ADDRESS, AT, initiative, load, said
from visualizations.drawing import draw


def test_each_route_gives_the_json_of_its_question(web: httpx.Client, neighbourhood: Graph) -> None:
    thing = links(neighbourhood, "Buurtkring Noord").thing
    one = links(neighbourhood, "Buurtkring Noord").links[0].claims[0].id
    wanted = {
        "search?q=buurt&kind=initiatief&limit=1": search(neighbourhood, "buurt", kind="initiatief", limit=1),
        f"things/{thing.id}": show(neighbourhood, thing.id),
        "things/Het%20Naoberhoes": show(neighbourhood, "Het Naoberhoes"),
        f"things/{thing.id}/links?kind=PARTNER_OF": links(neighbourhood, thing.id, kind="PARTNER_OF"),
        f"things/{thing.id}/links?known=2999": links(neighbourhood, thing.id, known="2999"),
        f"things/{thing.id}/links?as_of=2021&after=1&limit=2": links(
            neighbourhood, thing.id, as_of="2021", after=1, limit=2
        ),
        "near?thing=De+Wilgenhof&km=10": near(neighbourhood, "De Wilgenhof", km=10),
        "near?thing=De+Wilgenhof&as_of=2021": near(neighbourhood, "De Wilgenhof", as_of="2021"),
        "why?from=De+Wilgenhof&to=Buurtkring+Noord&as_of=2024": why(
            neighbourhood, "De Wilgenhof", "Buurtkring Noord", as_of="2024"
        ),
        "changes?since=2025&limit=2": changes(neighbourhood, "2025", limit=2),
        "changes?since=2025&about=Buurtkring+Noord&all=true": changes(
            neighbourhood, "2025", about="Buurtkring Noord", everything=True
        ),
        "overview": overview(neighbourhood),
        "review?limit=3": review(neighbourhood, limit=3),
        "documents/Over%20Buurtkring%20Noord": document(neighbourhood, "Over Buurtkring Noord"),
        f"claims/{one}": claim(neighbourhood, one),
        "map?thing=Buurtkring+Noord&steps=1": draw(neighbourhood, "Buurtkring Noord", steps=1),
    }
    for address, answer in wanted.items():
        got = web.get(f"/api/v1/{address}")
        assert (got.status_code, got.text) == (200, answer.json_text()), address
        assert got.headers["content-type"] == "application/json"


def test_a_command_prints_what_the_route_of_its_question_gives(web: httpx.Client, samenspel: Command) -> None:
    pairs = {
        ("search", "buurt"): "search?q=buurt",
        ("show", "Buurtkring Noord"): "things/Buurtkring%20Noord",
        ("links", "De Wilgenhof"): "things/De%20Wilgenhof/links",
        ("near", "De Wilgenhof"): "near?thing=De+Wilgenhof",
        ("changes", "--since", "2025"): "changes?since=2025",
        ("overview",): "overview",
        ("review",): "review",
    }
    for words, address in pairs.items():
        assert samenspel(*words, "--json").out == web.get(f"/api/v1/{address}").text + "\n"


def test_the_whole_map_is_the_same_at_every_visit(web: httpx.Client, neighbourhood: Graph) -> None:
    first, second = web.get("/api/v1/map"), web.get("/api/v1/map?steps=2")
    assert first.status_code == 200
    assert first.json()["things"] == second.json()["things"] != []


def test_a_list_goes_on_where_the_part_before_it_ended(web: httpx.Client) -> None:
    address = "/api/v1/things/Buurtkring%20Noord/links"
    whole = [link["id"] for link in web.get(address).json()["links"]]
    found: list[str] = []
    after: int | None = 0
    while after is not None:
        part = web.get(address, params={"after": after, "limit": 3}).json()
        found += [link["id"] for link in part["links"]]
        after = part["next"]
    assert found == whole
    assert len(whole) > 3


def test_what_did_not_change_is_not_sent_again(web: httpx.Client) -> None:
    for address in ("/api/v1/overview", "/api/v1/things/Buurtkring%20Noord", "/", "/ding/Zutphen", "/over"):
        first = web.get(address, follow_redirects=True)
        tag = first.headers["etag"]
        assert first.headers["cache-control"] == "private, no-cache"
        assert set(first.headers["vary"].split(", ")) == {"Accept-Language", "Authorization", "Cookie"}
        again = web.get(first.url, headers={"If-None-Match": f'"other", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        # A browser puts these in the place of those that it kept with the page.
        assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_a_change_of_the_graph_makes_a_new_etag(graph: Graph, tmp_path: Path) -> None:
    load(graph, [said(initiative("De Linde"), "form", "kring")])
    with client(graph, tmp_path) as web:
        before = web.get("/api/v1/overview")
        withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), AT)
        after = web.get("/api/v1/overview", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["version"] > before.json()["version"]


def test_health_says_which_graph_answers(web: httpx.Client, neighbourhood: Graph) -> None:
    told = web.get("/health").json()
    assert told["status"] == "ok"
    assert (told["engine"], told["version"]) == (neighbourhood.engine, overview(neighbourhood).version)


def test_a_head_is_a_get_without_its_body(web: httpx.Client) -> None:
    full, bare = web.get("/api/v1/overview"), web.head("/api/v1/overview")
    assert (bare.status_code, bare.content) == (200, b"")
    assert bare.headers["etag"] == full.headers["etag"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_example_of_the_documentation_is_an_answer(name: str, web: httpx.Client, neighbourhood: Graph) -> None:
    routes = web.get("/api/v1/openapi.json").json()["paths"]
    shown = [
        content.get("example")
        for route in routes.values()
        for told in route.values()
        for content in told["responses"]["200"].get("content", {}).values()
    ]
    example = next(one for one in shown if one is not None and _alike(one, answered(neighbourhood, name)))
    QUESTIONS[name][0].model_validate(example)


def _alike(one: object, other: object) -> bool:
    """Whether two answers have the same keys, all the way down."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return type(one) is type(other)


def test_the_description_names_every_parameter_and_problem(web: httpx.Client) -> None:
    described = web.get("/api/v1/openapi.json").json()
    routes = {f"{method} {path}": told for path, ways in described["paths"].items() for method, told in ways.items()}
    for name, told in routes.items():
        assert told["description"], name
        assert "422" not in told["responses"] or "read" in name, name
        assert "application/problem+json" in told["responses"]["503"]["content"], name
        assert all(parameter["description"] for parameter in told.get("parameters", ())), name
