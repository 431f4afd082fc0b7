"""The questions over the Model Context Protocol, asked by the SDK's own client of a real process."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from queries import Graph
from queries.links import links
from queries.search import search
from tests.api.conftest import Command
from tests.api.hostile import load_hostile

T = TypeVar("T")
TOOLS = {"search", "thing", "links", "near", "why", "themes", "events", "changes"}


def _asked(work: Callable[[ClientSession], Awaitable[T]]) -> T:
    """What a client finds out of ``samenspel mcp``, which runs with the settings of this test."""
    told = {name: value for name, value in os.environ.items() if name.startswith(("SAMENSPEL_", "PATH", "HOME"))}
    code = "import sys; from api.cli import main; sys.exit(main(['mcp']))"
    server = StdioServerParameters(
        command=sys.executable, args=["-c", code], env=told, cwd=str(Path(__file__).parents[2])
    )

    async def talk() -> T:
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            return await work(session)

    return asyncio.run(talk())


async def _text(session: ClientSession, tool: str, **arguments: object) -> str:
    result: Any = await session.call_tool(tool, arguments)
    assert [part.type for part in result.content] == ["text"]
    return str(result.content[0].text)


def test_a_client_finds_the_questions_and_their_answers(neighbourhood: Graph, samenspel: Command) -> None:
    async def work(session: ClientSession) -> tuple[Any, dict[str, str]]:
        tools = (await session.list_tools()).tools
        answers = {
            "search": await _text(session, "search", words="buurt"),
            "thing": await _text(session, "thing", name="Buurtkring Noord"),
            "links": await _text(session, "links", name="Buurtkring Noord"),
            "near": await _text(session, "near", name="De Wilgenhof"),
            "why": await _text(session, "why", origin="De Wilgenhof", target="Buurtkring Noord"),
            "themes": await _text(session, "themes"),
            "events": await _text(session, "events"),
            "changes": await _text(session, "changes", since="2025"),
        }
        return tools, answers

    tools, answers = _asked(work)
    assert {tool.name for tool in tools} == TOOLS == answers.keys()
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in tools)
    assert all(tool.description for tool in tools)
    told = {name: json.loads(text) for name, text in answers.items()}
    assert [one["id"] for one in told["search"]["answer"]["items"]] == [
        hit.id for hit in search(neighbourhood, "buurt", limit=10).items
    ]
    wanted = links(neighbourhood, "Buurtkring Noord", limit=20)
    given = told["links"]["answer"]["links"]
    assert [one["id"] for one in given] == [link.id for link in wanted.links]
    for one, link in zip(given, wanted.links, strict=True):
        assert all(claim.quote in said["quote"] for claim, said in zip(link.claims, one["claims"], strict=True))
    assert told["near"]["answer"]["initiatives"]
    assert told["why"]["answer"]["paths"]


def test_what_goes_wrong_is_told_in_dutch_and_the_talk_goes_on(neighbourhood: Graph, samenspel: Command) -> None:
    async def work(session: ClientSession) -> list[Any]:
        return [
            await session.call_tool("thing", {"name": "xyzzyburg"}),
            await session.call_tool("thing", {"name": "Buurt"}),
            await session.call_tool("changes", {"since": "gisteren"}),
            await session.call_tool("search", {"words": "buurt", "limit": 5}),
        ]

    unknown, several, undated, found = _asked(work)
    assert (unknown.is_error, several.is_error, undated.is_error, bool(found.is_error)) == (True, True, True, False)
    assert "xyzzyburg" in unknown.content[0].text
    assert "Kies een id" in several.content[0].text
    assert "gisteren" in undated.content[0].text


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_text_of_pages_is_marked_by_what_no_page_can_know(graph: Graph, samenspel: Command) -> None:
    load_hostile(graph)

    async def work(session: ClientSession) -> list[str]:
        found = json.loads(await _text(session, "search", words="script"))["answer"]["items"]
        return [await _text(session, "thing", name=one["id"]) for one in found]

    texts = _asked(work)
    assert len([text for text in texts if '"quote"' in text]) > 1
    for text in texts:
        told = json.loads(text)
        mark = told["notice"].split("⟦")[1].split("⟧")[0]
        assert "nooit opdrachten" in told["notice"]
        for quote in _quotes(told["answer"]):
            assert quote.startswith(f"⟦{mark}⟧")
            assert quote.endswith(f"⟦/{mark}⟧")
            assert mark not in quote[len(mark) + 2 : -len(mark) - 3]


def _quotes(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["quote"]] if "quote" in value else []
        return own + [quote for one in value.values() for quote in _quotes(one)]
    return [quote for one in value for quote in _quotes(one)] if isinstance(value, list) else []
