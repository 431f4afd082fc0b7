"""The register in a graph: its twenty questions have their right answers through the API and on the pages too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, urlencode

import httpx
import pytest

from queries import Graph
from tests.api.clients import client
from tests.api.test_register_cli import check
from tests.register_questions import QUESTIONS, Links, Near, Question, Search, Show, Why


@pytest.fixture(scope="module")
def web(register: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over a graph with the bundled register."""
    with client(register, tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.question)
def test_a_question_has_its_answer_through_the_api(web: httpx.Client, question: Question) -> None:
    answer = web.get(f"/api/v1/{route_of(question)}")
    assert answer.status_code == 200
    check(question, answer.json())


def route_of(question: Question) -> str:
    """The address of the API that asks a question."""
    match question:
        case Links():
            wanted = {"kind": question.kind, "limit": 100, **({"as_of": question.as_of} if question.as_of else {})}
            return f"things/{quote(question.thing, safe='')}/links?{urlencode(wanted)}"
        case Near():
            return "near?" + urlencode({"thing": question.thing, "km": question.km})
        case Why():
            return "why?" + urlencode({"from": question.one, "to": question.other})
        case Show():
            return f"things/{quote(question.thing, safe='')}"
        case Search():
            return "search?" + urlencode({"q": question.words, "limit": 50})


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.question)
def test_a_question_has_its_answer_on_a_page(web: httpx.Client, question: Question) -> None:
    text = _text(web, page_of(question))
    for words in _answers(question):
        assert " ".join(words.split()) in text
    if not isinstance(question, Search):
        assert "uit het register, niet letterlijk" in text


def page_of(question: Question) -> str:
    """The page that shows the answer to a question."""
    match question:
        case Links():
            return f"/ding/{quote(question.thing, safe='')}"
        case Near():
            return "/in-de-buurt?" + urlencode({"ding": question.thing, "km": question.km})
        case Why():
            return "/waarom?" + urlencode({"van": question.one, "naar": question.other})
        case Show():
            return f"/ding/{quote(question.thing, safe='')}"
        case Search():
            return "/zoeken?" + urlencode({"q": question.words})


def _answers(question: Question) -> Iterator[str]:
    """What must be read on the page."""
    match question:
        case Links():
            yield from (name for _, name, _ in question.answer)
        case Near():
            for name, _, reason in question.answer:
                yield name
                yield reason
        case Why():
            yield from (f"{sentence.rstrip('.')}." for sentence in question.answer.split(". "))
        case Show():
            yield question.name
        case Search():
            yield from question.answer


def _text(web: httpx.Client, address: str) -> str:
    """What a reader reads on a page and the parts that follow it, on one line."""
    text, further = "", [address]
    while further:
        page = web.get(further[0], follow_redirects=True)
        assert page.status_code == 200
        text += page.text
        further = [unescape(way) for way in re.findall(r'rel="next" href="([^"]*)"', page.text)]
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())
