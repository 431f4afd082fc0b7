"""The researchers' door, by command and over HTTP: the same table, and only for who may."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.tokens import Role, new_token
from queries import Graph
from queries.door import LONGEST, ask
from tests.api.clients import client, client_with_token, settings
from tests.api.conftest import Command

ADDRESS = "/api/v1/cypher"
QUERY = "MATCH (i:Initiative) WHERE i.name STARTS WITH $begin RETURN i.name AS naam, i.form ORDER BY naam"


@pytest.fixture
def web(neighbourhood: Graph, tmp_path: Path) -> Iterator[httpx.Client]:
    with client_with_token(neighbourhood, tmp_path, Role.REVIEWER) as made:
        yield made


def test_route_and_command_give_the_same_table(web: httpx.Client, neighbourhood: Graph, samenspel: Command) -> None:
    got = web.post(ADDRESS, json={"query": QUERY, "parameters": {"begin": "Vo"}})
    wanted = ask(neighbourhood, QUERY, {"begin": "Vo"})
    assert (got.status_code, got.text) == (200, wanted.json_text())
    assert wanted.rows
    assert samenspel("cypher", QUERY, "--with", "begin=Vo", "--json").out == got.text + "\n"
    shown = samenspel("cypher", QUERY, "--with", "begin=Vo").out.splitlines()
    assert shown[0] == "naam\ti.form"
    assert [line.split("\t")[0] for line in shown[1:-1]] == [row[0] for row in wanted.rows]
    assert shown[-1] == ("1 rij." if wanted.total == 1 else f"{wanted.total} rijen.")


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({"query": "MATCH (n:Thing) DETACH DELETE n"}, 403, "alleen te lezen"),
        ({"query": "MATCH (p:Page) RETURN p.text"}, 403, "grootboek"),
        ({"query": "MATCH (n:Thing) RETURN m"}, 400, "m"),
        ({"query": "x" * (LONGEST + 1)}, 400, "tekens"),
        ({"query": "MATCH (n:Thing {name: $naam}) RETURN n"}, 400, ""),
        ({"query": "RETURN $x", "parameters": {"x": 10**30}}, 400, ""),
        ({"query": "RETURN $x", "parameters": {"x": "\ud800"}}, 400, ""),
        ({"query": "RETURN '\ud800'"}, 400, "kan niet"),
        ({"query": "RETURN 1", "anders": 1}, 400, "anders"),
        ({}, 400, "query ontbreekt"),
        ([], 400, ""),
        ("tekst", 400, ""),
    ],
)
def test_what_cannot_be_asked_is_told_in_dutch(web: httpx.Client, body: object, status: int, words: str) -> None:
    got = web.post(ADDRESS, content=json.dumps(body), headers={"Content-Type": "application/json"})
    told = got.json()
    assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json"), told
    assert words in told["detail"]


def test_only_a_reviewer_or_a_keeper_may_ask(web: httpx.Client, tmp_path: Path, neighbourhood: Graph) -> None:
    tokens = {role: new_token(settings(tmp_path), role) for role in Role}
    body = {"query": "MATCH (n:Initiative) RETURN count(n)"}
    with client(neighbourhood, tmp_path) as fresh:
        seen = {
            role: fresh.post(ADDRESS, json=body, headers={"Authorization": f"Bearer {token}"}).status_code
            for role, token in tokens.items()
        }
        without = fresh.post(ADDRESS, json=body)
        wrong = fresh.post(ADDRESS, json=body, headers={"Authorization": "Bearer anders"})
    assert seen == {Role.READER: 403, Role.REVIEWER: 200, Role.KEEPER: 200}
    assert (without.status_code, wrong.status_code) == (401, 401)
    assert "nakijker" in without.json()["detail"]
    assert without.headers["www-authenticate"] == "Bearer"


def test_the_command_says_why_it_refuses(neighbourhood: Graph, samenspel: Command) -> None:
    refused = samenspel("cypher", "CREATE (n:Thing)")
    assert (refused.status, refused.out) == (6, "")
    assert "CREATE verandert de graaf" in refused.err
    assert samenspel("cypher", "MATCH (n:Thing) RETURN m").status == 2
    assert samenspel("cypher", "RETURN 1", "--with", "zomaar").status == 2
