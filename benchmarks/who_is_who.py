"""Who is who: proposing over 10,000 names, and how soon a verdict shows in a graph of 100,000 claims."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.ledger import AT, large_ledger
from benchmarks.material import empty_graph
from benchmarks.measure import Measure
from graph_model.decisions import Verdict
from ingest.extract.lexicon import lexicon
from ingest.gazetteer import load as places
from ingest.resolve import propose
from queries import Graph
from queries.backup.loading import load
from queries.corrections import Signed
from queries.ledger.runs import begin_run
from queries.review.profiles import Profile, profiles_from
from queries.review.ruling import rule_on_pair, undo_pair

NAMES, PROPOSE_GOAL = 10_000, 5.0
CLAIMS, DECISIONS, DECIDE_GOAL = 100_000, 15, 0.1
_SORTS = ("Zorgcoöperatie", "Dorpscoöperatie", "Stichting", "Buurtkring", "Odensehuis", "Knarrenhof", "Zorggroep",
          "Woonzorgcentrum", "Gemeente", "Stadsdorp", "Huiskamer", "Netwerk", "Cliëntenraad", "")  # fmt: skip
_WORDS = ("Samen", "Ons Huis", "De Linde", "De Brug", "Leefbaar", "Goed voor Elkaar", "De Schakel", "Het Anker")


def measures() -> Iterator[Measure]:
    """Seconds of one core for proposing; seconds on the clock for a verdict."""
    made = made_profiles(NAMES)
    propose({profile.id: profile for profile in list(made.values())[:50]})  # the word lists are loaded
    began = time.process_time()
    pairs = propose(made)
    took = time.process_time() - began
    detail = f"{took:.2f} s of one core, {len(pairs)} pairs of {len(made)} names"
    yield Measure("propose-10,000/5s", took / PROPOSE_GOAL, 1, detail, at_least=False)
    with empty_graph() as graph:
        begin_run(graph, "bench", (), AT)
        load(graph, large_ledger(CLAIMS))
        yield _deciding(graph)


def made_profiles(number: int) -> dict[str, Profile]:
    """So many invented organisations, people and gatherings with towns and sites, one in ten misspelt or shortened."""
    chance = random.Random(7)
    towns = [name.title() for name in sorted(places().names()) if " " not in name]
    first, last = sorted(lexicon().first_names), sorted(lexicon().last_names)
    things: list[dict[str, object]] = []
    while len(things) < number:
        kind, name = _one(chance, towns, first, last)
        for written in (name, _spoilt(chance, name)) if chance.random() < 0.1 else (name,):
            id_ = f"o{len(things):012d}"
            things.append({"id": id_, "kind": kind, "name": written, "keys": [f"organisation|{len(things)}|"]})
    homes = [{"id": f"l{n:012d}", "kind": "Place", "name": town, "keys": [f"place|{n}|gn{n}"]}
             for n, town in enumerate(towns[:500])]  # fmt: skip
    ties = [{"here": thing["id"], "there": chance.choice(homes)["id"], "kind": "BASED_IN", "out": True}
            for thing in things if thing["kind"] != "Person"]  # fmt: skip
    return profiles_from([*things, *homes], ties)


def _one(chance: random.Random, towns: list[str], first: list[str], last: list[str]) -> tuple[str, str]:
    if chance.random() < 0.3:
        return "Person", f"{chance.choice(first).title()} {chance.choice(last).title()}"
    sort, town = chance.choice(_SORTS), chance.choice(towns)
    middle = chance.choice(_WORDS) if chance.random() < 0.5 else chance.choice(last).title()
    return "Initiative", f"{sort} {middle} {town if chance.random() < 0.6 else ''}".strip()


def _spoilt(chance: random.Random, name: str) -> str:
    if chance.random() < 0.5 and " " in name:
        return name.split(" ", 1)[1]
    at = chance.randrange(1, len(name))
    return name[:at] + name[at + 1 :] or name


def _deciding(graph: Graph) -> Measure:
    took = []
    for number in range(DECISIONS):
        pair = (f"Buurtkring {number}", f"Buurtkring {number + 100}")
        signed = Signed("bench", datetime.now(UTC).isoformat())
        began = time.perf_counter()
        done = rule_on_pair(graph, *pair, Verdict.SAME, signed, True)
        took.append(time.perf_counter() - began)
        assert done.joined, "a verdict is in the graph when it is told"
        undo_pair(graph, done.decision or "")
    middle = statistics.median(took)
    detail = f"{middle * 1000:.0f} ms, slowest {max(took) * 1000:.0f} ms, of {DECISIONS} at {CLAIMS} claims"
    return Measure("verdict-visible/100ms", middle / DECIDE_GOAL, 1, detail, at_least=False)
