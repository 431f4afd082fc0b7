"""Words that mean harm, wherever a question takes words: an answer, or one of our sentences, never a fault."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph_model.errors import Fault, SamenspelError
from ingest.gazetteer.finding import spots
from queries import Graph
from queries.links import links
from queries.near import near
from queries.results import Shape
from queries.search import search
from queries.show import show
from queries.suggest import suggest
from queries.why import why

HOSTILE = {
    "cypher": "x'}) DETACH DELETE n //", "cypher in quotes": '" OR 1=1 RETURN n; MATCH (n) SET n.name = "x',
    "parameters": "$id {id} ${id} %s {{7*7}}", "html": "</script><script>alert(1)</script>",
    "path": "../../../../etc/passwd\x00.txt", "address": "https://evil.example/?q=<svg onload=x>",
    "right to left": "\u202eRechtsom\u202c Zorg", "zero width": "Zorg\u200b\u200d\ufeffkring",
    "half a character": "Zorg\ud800kring\udfff", "half a character alone": "\udcff", "nul": "Zorg\x00kring",
    "marks without letters": "\u0301\u0302\u20dd", "digits of elsewhere": "١٢٣ ４５", "formula": "=HYPERLINK(\"http://x\")",
    "index": "naober~9 AND (wilg* OR", "megabyte": "zorg " * 200_000, "one long word": "a" * 1_000_000,
    "street": "1" * 290, "many commas": "a, " * 95, "postcode": "1234 AB " * 30, "letters": "ß ŉ İ ı ﬃ ǆ",
}  # fmt: skip
PLACES: dict[str, Callable[[Graph, str], Shape]] = {
    "near": lambda graph, text: near(graph, text, places=spots),
    "near theme": lambda graph, text: near(graph, "De Wilgenhof", theme=text),
    "near form": lambda graph, text: near(graph, "De Wilgenhof", form=text),
    "near as of": lambda graph, text: near(graph, "De Wilgenhof", as_of=text),
    "links": links,
    "links kind": lambda graph, text: links(graph, "De Wilgenhof", kind=text),
    "show": show,
    "search": search,
    "search place": lambda graph, text: search(graph, "zorg", place=text),
    "search theme": lambda graph, text: search(graph, "zorg", theme=text),
    "suggest": suggest,
    "why": lambda graph, text: why(graph, "De Wilgenhof", text),
    "why through": lambda graph, text: why(graph, "De Wilgenhof", "naoberhoes", through=text),
}


@pytest.mark.parametrize("place", PLACES)
def test_harm_in_words_is_an_answer_or_one_of_our_sentences(neighbourhood: Graph, place: str) -> None:
    before = neighbourhood.answer(lambda reading: reading.version)
    for name, text in HOSTILE.items():
        try:
            told = PLACES[place](neighbourhood, text).json_text()
        except Fault:
            pytest.fail(f"a fault on {name}")
        except SamenspelError as error:
            told = str(error)
        assert told.encode(), name
    assert neighbourhood.answer(lambda reading: reading.version) == before
