"""The agenda: what is when and where, in which order, and who meets whom."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import Claim, End
from queries import Graph
from queries.events import Wanted, agenda
from queries.events.found import Found
from queries.events.meetings import CROWD, meetings
from queries.results.events import Agenda
from tests.queries.pages import at_home, initiative, load, said

NOW = datetime(2025, 7, 1, tzinfo=UTC)
THEME = End("Theme", "Samen eten")
EMMEN, GORSSEL = End("Place", "Emmen"), End("Place", "Gorssel")
TRUUS = End("Person", "Truus Zeldenthuis", "De Linde")


def meeting(name: str, start: str, *more: tuple[str, End | str]) -> list[Claim]:
    """A gathering with its date, and what else is said of it."""
    event = End("Event", name, start)
    dated = [said(event, "start", start)] if start else [said(event, "mode", "unknown")]
    return [*dated, *(said(event, kind, target) for kind, target in more)]


@pytest.fixture
def year(graph: Graph) -> Graph:
    """A year of gatherings: with a clock time, a day, a month, a year and no date at all."""
    series = End("EventSeries", "Eetweken")
    load(graph, [
        said(EMMEN, "municipality", "Emmen"), said(EMMEN, "province", "Drenthe"),
        said(EMMEN, "position", "52.78,6.9,place"), *at_home("De Linde", 52.79, 6.9), *at_home("De Berk", 52.1, 5.1),
        said(GORSSEL, "municipality", "Lochem"), said(GORSSEL, "province", "Gelderland"),
        said(initiative("De Linde"), "BASED_IN", EMMEN), said(series, "HAS_THEME", THEME),
        *meeting("Maaltijd", "2025-09-12T17:00", ("end", "2025-09-12T20:00"), ("HELD_IN", EMMEN), ("HAS_THEME", THEME)),
        *meeting("Wandeling", "2025-08-02", ("HELD_AT", initiative("De Linde")), ("PART_OF", series)),
        *meeting("Congres", "2025-06-14", ("HELD_IN", GORSSEL), ("status", "cancelled")),
        *meeting("Markt", "2025-05", ("HELD_IN", GORSSEL)), *meeting("Feest", "2024"), *meeting("Borrel", ""),
        said(initiative("De Linde"), "ORGANISES", End("Event", "Maaltijd", "2025-09-12T17:00")),
        said(initiative("De Berk"), "TAKES_PART_IN", End("Event", "Maaltijd", "2025-09-12T17:00"), "kok"),
        said(TRUUS, "TAKES_PART_IN", End("Event", "Maaltijd", "2025-09-12T17:00"), "spreker"),
        said(initiative("De Berk"), "TAKES_PART_IN", End("Event", "Wandeling", "2025-08-02")),
        said(initiative("De Berk"), "ORGANISES", End("Event", "Congres", "2025-06-14")),
        said(initiative("De Linde"), "TAKES_PART_IN", End("Event", "Congres", "2025-06-14")),
    ])  # fmt: skip
    return graph


def names(found: Agenda) -> list[str]:
    return [item.name for item in found.items]


def ask(graph: Graph, **wanted: str | float) -> Agenda:
    return agenda(graph, Wanted(**wanted), now=NOW)  # type: ignore[arg-type]


def test_what_is_to_come_stands_first_then_what_was_latest_first_then_what_has_no_date(year: Graph) -> None:
    found = ask(year)
    assert names(found) == ["Wandeling", "Maaltijd", "Congres", "Markt", "Feest", "Borrel"]
    assert [item.past for item in found.items] == [False, False, True, True, True, False]
    assert (found.undated, found.inexact, found.message) == (1, 2, "6 bijeenkomsten; van 3 is de dag niet bekend.")


def test_every_date_is_told_as_well_as_it_is_known(year: Graph) -> None:
    told = {item.name: (item.precision, item.when) for item in ask(year).items}
    assert told == {
        "Maaltijd": ("minute", "12 september 2025, 17.00 uur tot 20.00 uur"), "Wandeling": ("day", "2 augustus 2025"),
        "Congres": ("day", "14 juni 2025"), "Markt": ("month", "mei 2025"), "Feest": ("year", "2024"),
        "Borrel": ("unknown", "datum onbekend"),
    }  # fmt: skip


def test_a_period_goes_by_date_and_holds_what_may_lie_in_it(year: Graph) -> None:
    assert names(ask(year, since="2025-05-10", until="2025-08")) == ["Markt", "Congres", "Wandeling"]
    assert names(ask(year, since="2025-09-12")) == ["Maaltijd"]
    assert names(ask(year, until="2024-02-01")) == ["Feest"]
    with pytest.raises(BadQuestion):
        ask(year, since="2025", until="2024")


def test_the_theme_of_a_series_is_that_of_its_gatherings(year: Graph) -> None:
    assert names(ask(year, theme="samen eten")) == ["Wandeling", "Maaltijd"]
    with pytest.raises(NotFound):
        ask(year, theme="De Linde")


def test_a_region_holds_what_is_held_there_or_hosted_by_who_is_at_home_there(year: Graph) -> None:
    assert names(ask(year, region="Drenthe")) == ["Wandeling", "Maaltijd"]
    assert names(ask(year, region="gemeente Lochem")) == ["Congres", "Markt"]


def test_near_a_thing_distances_are_told(year: Graph) -> None:
    found = ask(year, near="De Linde", km=5.0)
    assert {item.name: item.distance_km is not None and item.distance_km < 2 for item in found.items} == {
        "Wandeling": True, "Maaltijd": True,
    }  # fmt: skip
    with pytest.raises(BadQuestion):
        ask(year, near="De Linde", km=0.0)


def test_what_somebody_has_a_part_in_says_how(year: Graph) -> None:
    found = ask(year, organisation="De Berk")
    assert names(found) == ["Wandeling", "Maaltijd", "Congres"]
    parts = {(part.thing.name, part.words) for part in found.items[1].parts}
    assert parts == {
        ("De Linde", "georganiseerd door"), ("De Berk", "met medewerking van (kok)"),
        ("Truus Zeldenthuis", "met medewerking van (spreker)"),
    }  # fmt: skip
    assert names(ask(year, organisation="Truus Zeldenthuis")) == ["Maaltijd"]


def test_who_meets_whom_is_counted_without_what_was_cancelled(year: Graph) -> None:
    found = ask(year)
    met = {(one.a.name, one.b.name): one.times for one in found.meetings}
    assert met == {
        ("De Berk", "De Linde"): 2, ("De Berk", "Truus Zeldenthuis"): 1, ("De Linde", "Truus Zeldenthuis"): 1,
    }  # fmt: skip
    assert found.meetings[0].words == (
        "De Berk en De Linde hebben deel aan 2 bijeenkomsten: Wandeling (2 augustus 2025) en "
        "Maaltijd (12 september 2025, 17.00 uur, Emmen)"
    )
    assert {one.a.name for one in ask(year, organisation="Truus Zeldenthuis").meetings} == {"Truus Zeldenthuis"}


def test_every_gathering_has_the_quote_that_says_when_it_is(year: Graph) -> None:
    quotes = {item.name: {claim.quote for claim in item.claims} for item in ask(year).items}
    assert quotes["Markt"] == {"Markt start 2025-05"}
    assert quotes["Maaltijd"] == {"Maaltijd start 2025-09-12T17:00"}


def test_pages_of_the_agenda_follow_on_each_other(year: Graph) -> None:
    first = agenda(year, limit=4, now=NOW)
    rest = agenda(year, after=first.next or 0, limit=4, now=NOW)
    assert [*names(first), *names(rest)] == names(ask(year))
    assert (first.next, rest.next, first.total) == (4, None, 6)


people = st.lists(st.sets(st.sampled_from("abcdef"), max_size=5), max_size=12)


def _gathering(number: int, who: set[str], status: str = "") -> Found:
    row = {"id": f"e{number}", "kind": "Event", "name": f"Bijeenkomst {number}", "status": status}
    return Found(row, tuple(
        {"kind": "TAKES_PART_IN", "direction": "in", "role": "", "other_id": one, "other_kind": "Initiative",
         "other_name": one.upper(), "claims": ()} for one in sorted(who)
    ))  # fmt: skip


@given(people)
def test_meetings_are_those_of_brute_force(groups: list[set[str]]) -> None:
    wanted = Counter(pair for group in groups for pair in combinations(sorted(group), 2))
    found = meetings(_gathering(number, group) for number, group in enumerate(groups))
    assert {(one.a.id, one.b.id): one.times for one in found} == wanted
    assert [one.times for one in found] == sorted(wanted.values(), reverse=True)
    assert meetings(_gathering(number, group, "cancelled") for number, group in enumerate(groups)) == []


def test_a_crowd_does_not_meet_one_by_one() -> None:
    assert meetings([_gathering(1, {f"o{n}" for n in range(CROWD + 1)})]) == []
