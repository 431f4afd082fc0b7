"""The library reads each question as its file states it, and refuses what does not fit."""

from __future__ import annotations

import pytest

from graph_model.errors import Fault
from queries.library import question, questions, read

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
