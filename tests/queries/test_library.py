"""The library reads each question as its file states it, and refuses what does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from graph_model.errors import Fault
from queries import Graph
from queries.engine.base import Asked, Reading
from queries.library import question, questions, read, together

GOOD = """// Which things bear this name
// $name: the folded name
// $limit: how many at most
MATCH (t:Thing {name: $name})  // not $this, nor '$that'
WHERE t.note <> 'costs $5' AND t.`odd $name2` IS NULL /* $neither */
RETURN t.id AS id LIMIT $limit
"""


def test_a_question_is_read_with_its_parameters() -> None:
    found = read("things/by_name", GOOD)
    assert found.answers == "Which things bear this name"
    assert found.parameters == {"name": "the folded name", "limit": "how many at most"}
    assert found.text.startswith("MATCH (t:Thing")
    assert found.with_parameters({"limit": 5, "name": "a"}) == found.text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "eerste regel"),
        ("MATCH (t) RETURN t", "eerste regel"),
        ("// $name: the name\nRETURN $name", "eerste regel"),
        ("// What\n// name is the name\nRETURN 1", "geen parameter uitlegt"),
        ("// What\n// $name:\nRETURN $name", "geen parameter uitlegt"),
        ("// What\n// $name: the name\nRETURN 1", "noemt de parameters"),
        ("// What\nRETURN $name", "gebruikt"),
        ("// What\n// $name: the name\nRETURN $name + $other", "gebruikt"),
    ],
)
def test_a_header_that_does_not_fit_its_body_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Fault, match=reason):
        read("a/b", source)


@pytest.mark.parametrize("given", [{}, {"name": "a"}, {"name": "a", "limit": 1, "more": 2}])
def test_a_call_with_other_parameters_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(Fault, match="andere parameters"):
        read("things/by_name", GOOD).with_parameters(given)


@pytest.mark.parametrize("name", ["nope/nope", "nope", "../ledger", "things/../x", "/etc/passwd", "Things/Find"])
def test_a_question_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(Fault):
        question(name)


def test_every_question_of_the_library_can_be_read() -> None:
    names = [found.name for found in questions()]
    assert names == sorted(set(names))


def test_questions_asked_together_keep_their_own_parameters() -> None:
    text = together(("near/ties", "things/by_id"))
    first, second = text.split("\nUNION ALL\n")
    assert "$ids_0" in first
    assert "$ids_1" in second
    assert first.endswith(", 0 AS part")
    assert second.endswith(", 1 AS part")


@pytest.mark.parametrize("name", ["links/counts", "near/precisions"])
def test_a_question_that_does_not_collect_all_its_rows_is_not_asked_together_with_others(name: str) -> None:
    with pytest.raises(Fault, match="verzamelt"):
        together(("near/ties", name))


def test_questions_asked_together_are_answered_as_each_by_itself(neighbourhood: Graph) -> None:
    ids = [row["id"] for row in neighbourhood.answer(lambda r: r.run("MATCH (i:Initiative) RETURN i.id AS id"))]
    asked: list[Asked] = [
        ("near/ties", {"ids": ids, "few": 0}), ("near/ties", {"ids": [], "few": 9}), ("things/by_id", {"ids": ids[:2]}),
        ("near/itself", {"id": "oaaaaaaaaaaaa"}), ("evidence/documents", {"keys": ["document|nowhere.example|"]}),
    ]  # fmt: skip

    def both(reading: Reading) -> tuple[list[Any], list[Any]]:
        return reading.ask_together(*asked), [reading.ask(name, **given) for name, given in asked]

    answers, each = neighbourhood.answer(both)
    assert answers[0]
    assert not answers[1]
    assert len(answers[2]) == 2
    assert list(map(_sorted, answers)) == list(map(_sorted, each))


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(str(sorted(row.items(), key=lambda item: item[0])) for row in rows)


def test_questions_asked_together_are_checked_against_their_parameters(neighbourhood: Graph) -> None:
    with pytest.raises(Fault, match="andere parameters"):
        neighbourhood.answer(lambda reading: reading.ask_together(("near/ties", {"id": "oaaaaaaaaaaaa"})))
