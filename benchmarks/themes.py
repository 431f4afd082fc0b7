"""The table of 5,000 initiatives by 200 themes: the answer with its JSON, as a share of what somebody should wait.

Measured are the processor seconds of this process, engine not counted, when the graph is known (warm) and when its rows
have to be read; and the wall time of the latter. It looks for garbage as ``samenspel serve`` does.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure
from graph_model.collecting import ANSWERING, collect_seldom
from queries import Graph, connect
from queries.themes import themes

INITIATIVES, THEMES, EVENTS, PAGES = 5_000, 200, 2_500, 2_000
WARM, COLD = 0.3, 6.0
BATCH = 2_000
Row = dict[str, Any]


def measures() -> Iterator[Measure]:
    """Seconds as shares of the goals."""
    folder = tempfile.TemporaryDirectory(prefix="samenspel-bench-")
    with folder as place, connect(Path(place), secret=b"only for the benchmark") as graph:
        graph.prepare()
        fill(graph)
        collect_seldom(ANSWERING)
        took, cold = _seconds(lambda: themes(graph))
        yield Measure("themes-first/6s", took / COLD, 1, f"{took:.2f} s by the clock", at_least=False)
        cells = len(themes(graph).cells)
        kept = min(_seconds(lambda: themes(graph).json_text())[1] for _ in range(5))
        # Another limit is another question: its table is reckoned anew from rows that are known.
        anew = min(_seconds(lambda: themes(graph, limit=51).json_text())[1] for _ in range(5))
        detail = f"{cells} squares with their JSON: {anew:.3f} s of one core reckoned anew, {kept:.3f} s asked again"
        yield Measure("themes-warm/0.3s", anew / WARM, 1, f"{detail}; rows read {cold:.2f} s", at_least=False)


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of this process."""
    clock, began = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - began


def fill(graph: Graph) -> None:
    """A graph of nothing but initiatives, themes, gatherings, their links, and a claim behind each."""
    chance = random.Random(7)
    nodes = {
        "Initiative": [_thing("Initiative", n) for n in range(INITIATIVES)],
        "Theme": [_thing("Theme", n) for n in range(THEMES)],
        "Event": [_thing("Event", n) | {"start": "2024-06-14"} for n in range(EVENTS)],
    }
    links = [("Initiative", "HAS_THEME", "Theme", n, chance.randrange(THEMES)) for n in range(INITIATIVES)]
    links += [("Initiative", "HAS_THEME", "Theme", n, chance.randrange(THEMES)) for n in range(INITIATIVES)]
    links += [("Event", "HAS_THEME", "Theme", n, chance.randrange(THEMES)) for n in range(EVENTS)]
    links += [
        ("Initiative", "ORGANISES", "Event", chance.randrange(INITIATIVES), n) for n in range(EVENTS) for _ in "ab"
    ]
    graph.change(lambda tx: tx.run(
        "UNWIND $rows AS row CREATE (p:Page) SET p = row",
        {"rows": [{"id": f"document|p{n}|", "published": "2024-06"} for n in range(PAGES)]},
    ))  # fmt: skip
    for kind, rows in nodes.items():
        _in_batches(graph, f"UNWIND $rows AS row CREATE (t:Thing:{kind}) SET t = row", rows)
    _in_batches(
        graph, "UNWIND $rows AS row CREATE (c:Claim) SET c = row", [_claim(n, chance) for n in range(len(links))]
    )
    for start, link, end in dict.fromkeys((start, link, end) for start, link, end, _, _ in links):
        rows = [
            {"id": f"l{n}", "a": f"{start}{a}", "b": f"{end}{b}", "claims": [f"c{n}"]}
            for n, (from_, kind, to, a, b) in enumerate(links) if (from_, kind, to) == (start, link, end)
        ]  # fmt: skip
        text = (
            "UNWIND $rows AS row MATCH (a:Thing {id: row.a}) MATCH (b:Thing {id: row.b}) "
            f"CREATE (a)-[l:{link}]->(b) SET l.id = row.id, l.claims = row.claims, l.role = ''"
        )
        _in_batches(graph, text, rows)


def _thing(kind: str, number: int) -> Row:
    return {"id": f"{kind}{number}", "kind": kind, "name": f"{kind} {number}", "keys": [f"{kind}|{number}|"]}


def _claim(number: int, chance: random.Random) -> Row:
    page = f"document|p{chance.randrange(PAGES)}|"
    return {"id": f"c{number}", "page": page, "origin": "page", "retired": False, "strength": 900}


def _in_batches(graph: Graph, text: str, rows: list[Row]) -> None:
    for first in range(0, len(rows), BATCH):
        part = rows[first : first + BATCH]
        graph.change(lambda tx, part=part: tx.run(text, {"rows": part}))  # type: ignore[misc]
