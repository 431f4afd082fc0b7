"""Fifty readers ask while pages are read: every answer is whole, of one version of the graph."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph_model.evidence import End
from graph_model.keys import host_of, key_of
from queries import Graph
from queries.ledger.pages import record
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.runs import begin_run
from tests.api.clients import served
from tests.queries.pages import AT, initiative, said

READERS = 50
TOWNS = ("Zutphen", "Lochem", "Vorden")
HUB = End("Partner", "Netwerk De Spil")


def _page(number: int) -> PageReading:
    """A page of which each says three things about an initiative and the network that they all belong to."""
    address = f"https://lezen.example/{number}"
    name = f"Kring nummer {number}"
    claims = [
        said(initiative(name), "MEMBER_OF", HUB), said(initiative(name), "form", "kring"),
        said(initiative(name), "BASED_IN", End("Place", TOWNS[number % 3])),
        said(initiative(name), "PARTNER_OF", initiative(f"Kring nummer {number // 2}")),
    ]  # fmt: skip
    page = PageRecord(address, name, "", str(number), host_of(address), AT)
    owned = tuple(replace(claim, page=key_of("Document", address), host=page.host) for claim in claims)
    return PageReading(page, "proef", "1", owned)


@dataclass
class Reader:
    """Somebody who goes on asking until told to stop, and looks whether each answer is whole."""

    address: str
    seed: int
    stop: threading.Event
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        chance = random.Random(self.seed)
        with httpx.Client(base_url=f"{self.address}/api/v1", timeout=120) as web:
            while not self.stop.is_set() or not self.asked:
                look = chance.choice(LOOKS)
                try:
                    self.wrong += look(web, chance)
                except httpx.HTTPError as error:
                    self.wrong.append(repr(error))
                self.asked += 1


def _got(web: httpx.Client, path: str, **params: object) -> dict[str, Any]:
    got = web.get(path, params=params)  # type: ignore[arg-type]
    assert got.status_code == 200, (path, got.status_code, got.text[:300])
    told: dict[str, Any] = got.json()
    return told


def _claims_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "quote" in value and "document" in value:
            yield value
        for one in value.values():
            yield from _claims_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _claims_in(one)


def _resolve(web: httpx.Client, chance: random.Random, told: dict[str, Any]) -> list[str]:
    """A claim of an answer, asked for by its id."""
    claims = list(_claims_in(told))
    if not claims:
        return []
    one = chance.choice(claims)
    found = web.get(f"claims/{one['id']}")
    return [] if found.status_code == 200 and found.json()["quote"] == one["quote"] else [f"claim {one['id']}"]


def _links(web: httpx.Client, chance: random.Random) -> list[str]:
    told = _got(web, f"things/{HUB.name}/links", limit=1000)
    wrong = [] if sum(told["counts"].values()) == told["total"] == len(told["links"]) else ["counts of links"]
    for link in told["links"]:
        if link["claim_count"] != len(link["claims"]) or link["sources"] < 1:
            wrong.append(f"link {link['id']}: {link['claim_count']} claims, {len(link['claims'])} given")
    return wrong + _resolve(web, chance, told)


def _parts(web: httpx.Client, _: random.Random) -> list[str]:
    seen: list[str] = []
    after: str | None = ""
    while after is not None and len(seen) < 60:
        told = _got(web, f"things/{HUB.name}/links", limit=20, after=after, kind="MEMBER_OF")
        seen += [link["id"] for link in told["links"]]
        after = told["next"]
    return [] if len(seen) == len(set(seen)) else ["a link came twice"]


def _search(web: httpx.Client, _: random.Random) -> list[str]:
    told = _got(web, "search", q="kring nummer", limit=1000)
    return [] if told["total"] == len(told["items"]) else ["total of search"]


def _near(web: httpx.Client, chance: random.Random) -> list[str]:
    told = _got(web, "near", thing=HUB.name, limit=20)
    return _resolve(web, chance, told)


def _why(web: httpx.Client, chance: random.Random) -> list[str]:
    told = _got(web, "why", **{"from": "Kring nummer 1", "to": HUB.name})
    wrong = [] if all(len(path["steps"]) == path["length"] for path in told["paths"]) else ["length of a path"]
    return wrong + _resolve(web, chance, told)


def _overview(web: httpx.Client, _: random.Random) -> list[str]:
    counts = _got(web, "overview")["counts"]
    # Every page says four things, one of which (of page 0) is a link of a thing with itself.
    return [] if counts["claims"] >= counts["links"]["MEMBER_OF"] * 4 - 1 else [f"counts: {counts}"]


LOOKS: tuple[Callable[[httpx.Client, random.Random], list[str]], ...] = (
    _links,
    _parts,
    _search,
    _near,
    _why,
    _overview,
)


def _read_while_asked(graph: Graph, folder: Path, seconds: float) -> tuple[int, int]:
    """How many pages were read and how many answers given meanwhile; every answer was whole."""
    run = begin_run(graph, "read", [], AT)
    record(graph, [_page(number) for number in range(20)], run)
    stop = threading.Event()
    pages = 20
    with served(graph, folder) as address:
        readers = [Reader(address, seed, stop) for seed in range(READERS)]
        threads = [threading.Thread(target=reader.run) for reader in readers]
        for thread in threads:
            thread.start()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            record(graph, [_page(number) for number in range(pages, pages + 5)], run)
            pages += 5
        stop.set()
        for thread in threads:
            thread.join()
    assert [wrong for reader in readers for wrong in reader.wrong] == []
    assert all(reader.asked for reader in readers)
    return pages, sum(reader.asked for reader in readers)


def test_fifty_readers_get_whole_answers_while_pages_are_read(graph: Graph, tmp_path: Path) -> None:
    _read_while_asked(graph, tmp_path, 5)


@pytest.mark.soak
def test_fifty_readers_get_whole_answers_while_very_many_pages_are_read(
    graph: Graph, tmp_path: Path, say: Callable[[str], None]
) -> None:
    pages, answers = _read_while_asked(graph, tmp_path, 60)
    say(f"{graph.engine}: {answers} whole answers while {pages} pages were read")
