"""A person's verdict on who is who: what it does to the graph, what speaks against it, and that it is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from graph_model.decisions import Verdict
from graph_model.errors import Ambiguous, BadQuestion, NotFound, NotUnderstood
from graph_model.evidence import End
from graph_model.keys import digest
from ingest.resolve.queue import look_at, review
from queries import Graph
from queries.corrections import Signed
from queries.ledger.pages import record, withdraw
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run
from queries.review.moving import exported, take_over
from queries.review.ruling import decided, rule_on_pair, undo_pair
from queries.show import show
from tests.ledgers import Say, reading_of

ANNA = Signed("Anna", "2026-01-02T00:00:00+00:00", "gebeld")
BO = Signed("Bo", "2026-01-03T00:00:00+00:00")
CEES = Signed("Cees", "2026-01-04T00:00:00+00:00")
LONG, SHORT = End("CareOrganisation", "Zorggroep Charim"), End("CareOrganisation", "Charim")
ZEIST, EDE = End("Place", "Zeist"), End("Place", "Ede")


def is_in(end: End, place: End) -> Say:
    return Say(end, "BASED_IN", place, "", "", 0.9, True, "")


def alias(end: End, name: str) -> Say:
    return Say(end, "alias", None, name, "", 0.9, True, "")


def read(graph: Graph, page: str, *says: Say, day: int = 1) -> None:
    """One page that says this, in place of what it said before."""
    reading = reading_of(f"https://{page}.example/", f"tekst van {page} {day}", says, day)
    record(graph, [reading], begin_run(graph, "read", (), ANNA.at))


def two(graph: Graph, *more: Say) -> None:
    """A graph that knows Charim by two names."""
    read(graph, "a", is_in(LONG, ZEIST))
    read(graph, "b", is_in(SHORT, ZEIST), *more)


def rule(graph: Graph, left: str, right: str, verdict: str, who: Signed = ANNA, *, anyway: bool = False) -> bool:
    """Decide; gives whether the two are one thing now."""
    return rule_on_pair(graph, left, right, Verdict(verdict), who, anyway).joined


def waiting(graph: Graph) -> list[set[str]]:
    return [{item.left.name, item.right.name} for item in review(graph).items]


BOTH = {"Zorggroep Charim", "Charim"}


def test_two_names_of_one_thing_wait_with_reasons_and_the_quotes_of_both(graph: Graph) -> None:
    two(graph)
    (item,) = review(graph).items
    assert {item.left.name, item.right.name} == BOTH
    assert {reason.feature for reason in item.reasons} == {"form", "town"}
    assert item.left.claims
    assert item.right.claims
    assert (item.joined, item.warnings, item.decision) == (False, (), None)
    assert review(graph, "Zeist").total == 0


def test_the_same_are_one_thing_until_that_is_taken_back(graph: Graph) -> None:
    two(graph)
    assert rule(graph, "Charim", "Zorggroep Charim", "same")
    assert show(graph, "Charim").id == show(graph, "Zorggroep Charim").id
    assert waiting(graph) == []
    (held,) = decided(graph).items
    assert (held.verdict, held.by, held.reason) == ("same", "Anna", "gebeld")
    assert not undo_pair(graph, "Charim", "Zorggroep Charim").joined
    assert waiting(graph) == [BOTH]
    assert rebuild(graph, check=True).items == ()
    with pytest.raises(NotFound):
        undo_pair(graph, "Charim", "Zorggroep Charim")


def test_the_different_never_wait_again_whatever_comes_to_be_known(graph: Graph) -> None:
    two(graph)
    assert not rule(graph, "Charim", "Zorggroep Charim", "different")
    site = Say(SHORT, "url", None, "https://charim.example", "", 0.9, True, "")
    read(graph, "c", site, Say(LONG, "url", None, "https://charim.example", "", 0.9, True, ""))
    assert waiting(graph) == []


def test_the_unsure_wait_again_once_something_new_is_known_of_either(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "unsure")
    assert waiting(graph) == []
    read(graph, "c", Say(End("Document", "https://c.example/"), "MENTIONS", SHORT, "", "", 0.9, True, ""))
    assert waiting(graph) == [], "that one more page names it is nothing new"
    read(graph, "d", Say(SHORT, "address", None, "Kade 1", "", 0.9, True, ""))
    assert waiting(graph) == [BOTH]
    assert review(graph).items[0].decision is not None


def test_a_verdict_outlasts_the_pages_and_holds_for_spellings_that_fold_alike(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "same")
    for page in ("a", "b"):
        withdraw(graph, f"https://{page}.example/", begin_run(graph, "withdraw", (), ANNA.at), ANNA.at)
    read(graph, "c", is_in(End("Partner", "Stichting CHARIM"), EDE))
    read(graph, "d", is_in(End("CareOrganisation", "de zorggroep-Charim"), EDE))
    assert show(graph, "Charim").id == show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()


def test_a_verdict_holds_when_a_name_is_only_known_with_a_town_from_then_on(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "same")
    here = End("CareOrganisation", "Charim", "Zeist")
    read(graph, "b", is_in(here, ZEIST), day=2)
    assert show(graph, "Charim").id == show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()
    undo_pair(graph, decided(graph).items[0].id)
    assert show(graph, "Charim").id != show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()


def test_the_different_stay_apart_when_a_source_calls_the_one_by_the_name_of_the_other(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "different")
    read(graph, "c", alias(LONG, "Charim"))
    assert show(graph, "Charim").id != show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()


def test_a_new_alias_brings_a_third_name_under_a_verdict(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "same")
    read(graph, "c", alias(SHORT, "De Charimgroep"), is_in(End("CareOrganisation", "De Charimgroep"), ZEIST))
    assert show(graph, "De Charimgroep").id == show(graph, "Zorggroep Charim").id
    rule(graph, "De Charimgroep", "Charim", "different", BO)
    assert show(graph, "De Charimgroep").id != show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()


def test_what_joined_by_itself_in_two_towns_is_asked_and_can_be_told_apart(graph: Graph) -> None:
    here, there = End("CareOrganisation", "Zorgmaat", "Zeist"), End("CareOrganisation", "Zorgmaat", "Ede")
    read(graph, "a", is_in(here, ZEIST))
    read(graph, "b", is_in(there, EDE))
    (item,) = review(graph).items
    assert (item.joined, item.reasons[0].feature) == (True, "two_towns")
    assert not rule(graph, item.left.key, item.right.key, "different")
    assert review(graph).total == 0
    assert rebuild(graph, check=True).items == ()
    assert len({thing.id for thing in (show(graph, item.left.key), show(graph, item.right.key))}) == 2


def test_one_thing_named_twice_asks_which_of_its_keys_are_meant(graph: Graph) -> None:
    read(graph, "a", is_in(End("CareOrganisation", "Zorgmaat", "Zeist"), ZEIST))
    with pytest.raises(BadQuestion, match="één ding"):
        rule(graph, "Zorgmaat", "zorgmaat", "different")
    read(graph, "b", is_in(End("CareOrganisation", "Zorgmaat", "Ede"), EDE))
    with pytest.raises(Ambiguous) as asked:
        rule(graph, "Zorgmaat", "zorgmaat", "different")
    one, other = (candidate.id for candidate in asked.value.candidates)
    assert not rule(graph, one, other, "different")
    with pytest.raises(BadQuestion, match="ander slag"):
        rule(graph, one, "Zeist", "same")


def test_a_verdict_against_earlier_ones_through_others_is_told_before_it_is_taken(graph: Graph) -> None:
    third = End("CareOrganisation", "Charim Zorg")
    two(graph, is_in(third, ZEIST))
    rule(graph, "Charim", "Zorggroep Charim", "same")
    rule(graph, "Charim", "Charim Zorg", "different", BO)
    told = rule_on_pair(graph, "Zorggroep Charim", "Charim Zorg", Verdict.SAME, CEES)
    assert (told.decided, told.joined) == (False, False)
    assert any("Bo" in warning and "verschillend" in warning for warning in told.warnings)
    assert decided(graph).total == 2, "nothing is stored without a yes"
    forced = rule_on_pair(graph, "Zorggroep Charim", "Charim Zorg", Verdict.SAME, CEES, True)
    assert (forced.decided, forced.joined) == (True, False)
    assert [held.followed for held in decided(graph).items] == [False, True, True]
    assert rebuild(graph, check=True).items == ()


def test_telling_apart_what_a_chain_of_verdicts_made_one_names_the_chain(graph: Graph) -> None:
    third = End("CareOrganisation", "Charim Zorg")
    two(graph, is_in(third, ZEIST))
    rule(graph, "Charim", "Zorggroep Charim", "same")
    rule(graph, "Charim", "Charim Zorg", "same", BO)
    keys = ("organisation|zorggroepcharim|", "organisation|charimzorg|")
    told = rule_on_pair(graph, *keys, Verdict.DIFFERENT, CEES)
    assert not told.decided
    assert any("Anna" in warning and "Bo" in warning for warning in told.warnings)
    assert not rule(graph, *keys, "different", CEES, anyway=True)
    assert rebuild(graph, check=True).items == ()


def test_turning_a_verdict_round_says_whose_it_was(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "different")
    told = rule_on_pair(graph, "Charim", "Zorggroep Charim", Verdict.SAME, BO)
    assert not told.decided
    assert "Anna besloot op 2 januari 2026" in told.warnings[0]
    assert rule(graph, "Charim", "Zorggroep Charim", "same", BO, anyway=True)


def test_other_towns_kinds_and_dates_are_told_before_they_become_one(graph: Graph) -> None:
    read(graph, "a", is_in(LONG, ZEIST))
    read(graph, "b", is_in(End("Initiative", "Charim"), EDE))
    told = rule_on_pair(graph, "Charim", "Zorggroep Charim", Verdict.SAME, ANNA)
    assert not told.decided
    assert [warning.split()[1] for warning in told.warnings] == ["soort", "plaats"]
    assert look_at(graph, "Charim", "Zorggroep Charim").warnings == told.warnings
    events = [End("Event", "Meet-up Zeist", "2024-06-14"), End("Event", "Meetup in Zeist", "2024-06-21")]
    read(graph, "c", *(Say(end, "start", None, end.qualifier, "", 0.9, True, "") for end in events))
    told = rule_on_pair(graph, "Meet-up Zeist", "Meetup in Zeist", Verdict.SAME, ANNA)
    assert any("datum" in warning for warning in told.warnings)


def test_decisions_move_to_another_graph_once_and_a_taken_back_one_stays_taken_back(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "same")
    text, number = exported(graph)
    assert number == 1
    assert take_over(graph, text).known == 1
    undo_pair(graph, "Charim", "Zorggroep Charim")
    done = take_over(graph, text)
    assert (done.added, done.taken_back) == (0, 1)
    assert take_over(graph, _file(text.splitlines()[1].replace("Anna", "Bo"))).added == 1
    assert show(graph, "Charim").id == show(graph, "Zorggroep Charim").id
    assert rebuild(graph, check=True).items == ()


def _file(line: str) -> str:
    """A file with this one line behind a header that is right."""
    header = {"format": "samenspel-besluiten", "version": 1, "decisions": 1, "hash": digest(line)}
    return f"{json.dumps(header)}\n{line}\n"


SPOILT: tuple[Callable[[str], str], ...] = (
    lambda text: text[:-30],
    lambda text: text.replace("same", "different"),
    lambda text: text.replace('"version": 1', '"version": 2'),
    lambda text: text.split("\n", 1)[1],
    lambda text: "",
    lambda text: _file('{"left": 3}'),
    lambda text: _file(text.splitlines()[1].replace("organisation|", "iets|")),
    lambda text: _file(text.splitlines()[1].replace('"value": ""', '"value": 7')),
    lambda text: "[" * 100_000,
)


def test_a_damaged_or_newer_file_is_refused_and_changes_nothing(graph: Graph) -> None:
    two(graph)
    rule(graph, "Charim", "Zorggroep Charim", "same")
    text, _ = exported(graph)
    undo_pair(graph, "Charim", "Zorggroep Charim")
    before = graph.answer(lambda reading: reading.version)
    for spoil in SPOILT:
        with pytest.raises(NotUnderstood):
            take_over(graph, spoil(text))
    assert graph.answer(lambda reading: reading.version) == before
