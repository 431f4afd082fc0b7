"""The examples of the API's documentation; ``python -m tests.api.examples`` writes them anew.

They are the answers on the invented neighbourhood, with their longer lists cut short.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ingest.resolve.queue import review
from ingest.sources.standing import SourceStandings, standings
from queries import Graph, connect
from queries.analytics import measures
from queries.changes import changes
from queries.documents import Source, document
from queries.door import ask
from queries.events import agenda
from queries.evidence import claim
from queries.gaps import gaps
from queries.links import links
from queries.map import Map
from queries.near import near
from queries.overview import overview
from queries.results import Claim, Hits, Links, Near, Overview, Review, Shown, Suggestions, Why
from queries.results.changes import Changes
from queries.results.door import Table
from queries.results.events import Agenda
from queries.results.gaps import Gaps
from queries.results.measures import Measures
from queries.results.themes import Themes
from queries.search import search
from queries.show import show
from queries.suggest import suggest
from queries.themes import themes
from queries.why import why
from tests.queries.pages import load_neighbourhood
from visualizations.drawing import DrawnMap, draw

FOLDER = Path(__file__).parents[2] / "api" / "examples"
_LONGEST = 2


def _one_claim(graph: Graph) -> BaseModel:
    return claim(graph, links(graph, "Buurtkring Noord", kind="STARTED").links[0].claims[0].id)


QUESTIONS: Mapping[str, tuple[type[BaseModel], Callable[[Graph], BaseModel]]] = {
    "search": (Hits, lambda graph: search(graph, "buurt")),
    "suggest": (Suggestions, lambda graph: suggest(graph, "naob")),
    "thing": (Shown, lambda graph: show(graph, "Buurtkring Noord", limit=2)),
    "links": (Links, lambda graph: links(graph, "'t Naoberhoes", kind="STARTED")),
    "near": (Near, lambda graph: near(graph, "De Wilgenhof", km=10, limit=1, explain=True)),
    "why": (Why, lambda graph: why(graph, "'t Naoberhoes", "De Wilgenhof", paths=1)),
    "overview": (Overview, overview),
    "document": (Source, lambda graph: document(graph, "Over Buurtkring Noord")),
    "claim": (Claim, _one_claim),
    "review": (Review, lambda graph: review(graph, limit=1)),
    "themes": (Themes, lambda graph: themes(graph, theme="Langer thuis wonen")),
    "gaps": (Gaps, lambda graph: gaps(graph, limit=2)),
    "events": (Agenda, lambda graph: agenda(graph, limit=1)),
    "measures": (Measures, lambda graph: measures(graph, limit=2)),
    "changes": (Changes, lambda graph: changes(graph, "2025", limit=2)),
    "sources": (SourceStandings, lambda _: standings({})),
    "cypher": (Table, lambda graph: ask(graph, "MATCH (i:Initiative) RETURN i.name AS naam, i.form AS vorm LIMIT 2")),
    "map": (DrawnMap, lambda graph: draw(graph, "Voorzorgcirkel Deventerweg", steps=1)),
}


def shortened(value: Any) -> Any:
    """The same JSON with at most two entries in each list, and in each object of lists of claims."""
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    return [shortened(one) for one in value[:_LONGEST]] if isinstance(value, list) else value


def answered(graph: Graph, name: str) -> Any:
    """The answer to the example question of this name on a graph, shortened."""
    answer = QUESTIONS[name][1](graph)
    return shortened(json.loads(answer.model_dump_json(exclude_defaults=isinstance(answer, Map))))


def main() -> None:
    """Write all examples."""
    with tempfile.TemporaryDirectory() as folder, connect(Path(folder), secret=b"only to make examples") as graph:
        graph.prepare()
        load_neighbourhood(graph)
        for name in QUESTIONS:
            text = json.dumps(answered(graph, name), ensure_ascii=False, indent=1)
            (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
