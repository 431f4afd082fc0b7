"""Who is who on the command line: what waits, deciding, taking back, and decisions in a file."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.resolve.queue import review
from queries import Graph
from tests.api.conftest import Command


def _keys(graph: Graph) -> tuple[str, str]:
    """The keys of the two people called Anna de Jong, who wait in the invented neighbourhood."""
    (item,) = review(graph).items
    return item.left.key, item.right.key


def test_what_waits_is_told_with_reasons_quotes_and_how_to_decide(samenspel: Command, neighbourhood: Graph) -> None:
    left, right = _keys(neighbourhood)
    said = samenspel("review")
    assert said.status == 0
    assert "Anna de Jong  ↔  Anna de Jong" in said.out
    assert "heten gelijk" in said.out
    assert "“" in said.out
    assert f"{left} {right}" in said.out
    assert samenspel("review", "show", left, right).out in said.out
    assert json.loads(samenspel("review", "list", "--json").out)["total"] == 1
    assert samenspel("review", "--least", "90").out.startswith("Er wacht niets")
    assert samenspel("review", "--about", "De Wilgenhof").out.startswith("Er wacht niets")


def test_a_verdict_is_taken_listed_and_taken_back(samenspel: Command, neighbourhood: Graph) -> None:
    pair = _keys(neighbourhood)
    said = samenspel("review", "same", *pair, "--by", "Bo", "--reason", "gebeld")
    assert (said.status, "nu één ding" in said.out) == (0, True)
    assert samenspel("review").out.startswith("Er wacht niets")
    held = json.loads(samenspel("review", "list", "--decided", "--json").out)["items"]
    assert [(item["verdict"], item["by"], item["reason"]) for item in held] == [("same", "Bo", "gebeld")]
    assert "hetzelfde, door Bo" in samenspel("review", "--decided").out
    assert samenspel("review", "undo", held[0]["id"]).out.startswith("Teruggenomen")
    assert samenspel("review", "undo", *pair).status == 3
    assert samenspel("review", "unsure", *pair).status == 0
    assert samenspel("review").out.startswith("Er wacht niets")


def test_against_an_earlier_verdict_a_yes_is_needed(samenspel: Command, neighbourhood: Graph) -> None:
    pair = _keys(neighbourhood)
    assert samenspel("review", "different", *pair, "--by", "Bo").status == 0
    said = samenspel("review", "same", *pair)
    assert (said.status, "! Bo besloot" in said.out, "--yes" in said.err) == (2, True, True)
    told = samenspel("review", "same", *pair, "--json")
    assert (told.status, json.loads(told.out)["decided"]) == (2, False)
    assert samenspel("review", "same", *pair, "--yes").status == 0


def test_decisions_go_out_to_a_file_and_come_in_once(samenspel: Command, neighbourhood: Graph, tmp_path: Path) -> None:
    file = tmp_path / "besluiten.jsonl"
    samenspel("review", "different", *_keys(neighbourhood))
    assert samenspel("review", "export", str(file)).out.startswith("1 besluit geschreven")
    assert json.loads(samenspel("review", "import", str(file), "--json").out)["known"] == 1
    file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    assert samenspel("review", "import", str(file)).status == 4
    assert samenspel("review", "import", str(tmp_path / "er-is-niets")).status == 4
    assert samenspel("review", "export", str(tmp_path / "geen" / "map")).status == 4


def test_what_makes_no_sense_is_refused_in_plain_words(samenspel: Command, neighbourhood: Graph) -> None:
    for words in (["same", "Zutphen"], ["list", "Zutphen"], ["export"], ["undo", "niets"], ["wat"]):
        assert samenspel("review", *words).status == 2, words
    assert samenspel("review", "same", "De Wilgenhof", "bestaat niet").status == 3
    assert samenspel("review", "same", "De Wilgenhof", "Zutphen").status == 2
