"""Five years told in thirty pages: after every step the graph is what follows from the ledger, and the past is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby

import pytest

from graph_model.decisions import Decision, Verdict
from graph_model.errors import Ambiguous, NotFound
from queries import Graph
from queries.changes import changes
from queries.corrections import Signed, confirm
from queries.ledger.deciding import decide, take_back
from queries.ledger.pages import record, withdraw
from queries.ledger.rebuild import rebuild
from queries.ledger.records import PageReading
from queries.ledger.runs import begin_run, undo_run
from queries.links import links
from queries.map import map_of
from queries.near import near
from queries.results import Changes
from queries.show import show
from queries.stale import stale
from queries.why import why
from tests.queries.chronicle import BETTER, DEVENTER, FIELD, GONE_IN_2024, LITTLE_FIELD, ROTTERDAM, YEARS

pytestmark = pytest.mark.timeout(600)
AS_OF = ("2020", "2021", "2022", "2023", "2024")
VALLEY, LIME, NET = "Zorggroep De Vallei", "De Linde", "Zorgzame Dorpen"
ALMEN, VIERAKKER, RING, THEFIELD = "Dorpstafel Almen", "Dorpshuis Vierakker", "Buurtkring Noord", "Buurtkring Het Veld"


class Told:
    """The story on one graph, told step by step; each step is held against a rebuild."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.shown: dict[str, list[object]] = {}
        for year, pages in YEARS.items():
            for (command, _), same_day in groupby(pages, key=_command_and_day):
                self.read(list(same_day), command)
            {"2022": self.two_that_are_one_name, "2023": self.one_that_has_two_names, "2024": self.last_things}.get(
                year, lambda: None
            )()
            self.shown[year] = [shown(graph, thing) for thing in (NET, LIME, RING)]

    def read(self, pages: list[PageReading], command: str) -> None:
        at = "2022-06-01T00:00:00+00:00" if command == "reread" else pages[0].page.fetched
        record(self.graph, pages, begin_run(self.graph, command, [page.page.address for page in pages], at))
        self.check()

    def two_that_are_one_name(self) -> None:
        """Zorgmaat in Rotterdam and in Deventer turn out to be two."""
        decide(self.graph, Decision(Verdict.DIFFERENT, ROTTERDAM.key, DEVENTER.key, by="Anna", at="2022-12-01"))
        self.check()

    def one_that_has_two_names(self) -> None:
        """Het Veld and Veldbuurt turn out to be one; that was taken back once, by mistake."""
        same = Decision(Verdict.SAME, FIELD.key, LITTLE_FIELD.key, by="Anna", at="2023-06-01")
        decide(self.graph, same)
        take_back(self.graph, same.id)
        self.check()
        decide(self.graph, Decision(Verdict.SAME, FIELD.key, LITTLE_FIELD.key, by="Anna", at="2023-06-02"))
        self.check()

    def last_things(self) -> None:
        """A page is gone whose link another holds up; a wrong withdrawal is taken back; somebody confirms."""
        for address in (GONE_IN_2024, "https://achterhoek.example/over"):
            run = begin_run(self.graph, "withdraw", [address], "2024-04-01T00:00:00+00:00")
            withdraw(self.graph, address, run, "2024-04-01T00:00:00+00:00")
            self.check()
        undo_run(self.graph, run, "2024-04-02T00:00:00+00:00")
        self.check()
        roles = links(self.graph, VALLEY, kind="HAS_ROLE").links
        klaas = next(link for link in roles if link.other.name == "Klaas Wolterink")
        confirm(self.graph, klaas.claims[0].id, Signed("Anna", "2026-01-01T00:00:00+00:00"))
        self.check()

    def check(self) -> None:
        assert rebuild(self.graph, check=True).items == ()


def _command_and_day(page: PageReading) -> tuple[str, str]:
    return "reread" if page is BETTER else "read", page.page.fetched


def shown(graph: Graph, thing: str, known: str = "") -> set[tuple[str, str, str, str, int]]:
    """The links of a thing, as known on a day or now."""
    return {
        (link.kind, link.direction, link.other.name, link.role, link.sources)
        for link in links(graph, thing, known=known).links
    }


@pytest.fixture(scope="module")
def story(emptied: Callable[[], Graph]) -> Told:
    return Told(emptied())


@pytest.fixture(scope="module")
def told(story: Told) -> Graph:
    return story.graph


def test_what_was_known_in_each_year_is_what_was_shown_then(story: Told) -> None:
    assert any(story.shown["2020"])
    for year in story.shown:
        assert [shown(story.graph, thing, known=year) for thing in (NET, LIME, RING)] == story.shown[year], year
    assert shown(story.graph, NET, known="2019") == set()


def linked(graph: Graph, thing: str, kind: str, year: str) -> set[str]:
    """What a thing is linked with by this kind in a year."""
    return {link.other.name for link in links(graph, thing, kind=kind, as_of=year).links}


def by_year(answer: Callable[[str], set[str]]) -> list[set[str]]:
    return [answer(year) for year in AS_OF]


def test_who_took_part_in_each_year(told: Graph) -> None:
    # Almen is on no list any more, and no list said from when to when; Veldbuurt is Het Veld.
    assert by_year(lambda year: linked(told, NET, "MEMBER_OF", year)) == [
        {LIME}, {LIME, VIERAKKER}, {VIERAKKER, THEFIELD}, {VIERAKKER, THEFIELD, RING}, {VIERAKKER, THEFIELD, RING},
    ]  # fmt: skip


def test_who_chaired_in_each_year(told: Graph) -> None:
    jan, marie = {"Jan Pieterzoon"}, {"Marie Haverkamp"}
    assert by_year(lambda year: linked(told, LIME, "HAS_ROLE", year)) == [jan, marie, marie, marie, marie]


def test_who_directed_under_the_old_and_the_new_name(told: Graph) -> None:
    petra, klaas = {"Petra Bosmanda"}, {"Klaas Wolterink"}
    assert by_year(lambda year: linked(told, VALLEY, "HAS_ROLE", year)) == [petra, petra, klaas, klaas, klaas]
    assert show(told, "Zorggroep Oost").id == show(told, VALLEY).id


def test_where_they_were_in_each_year(told: Graph) -> None:
    before, after = {"Lochem"}, {"Borculo"}
    assert by_year(lambda year: linked(told, LIME, "BASED_IN", year)) == [before, after, after, after, after]
    now = show(told, LIME).position
    assert now is not None
    assert now.via is not None
    assert now.via.name == "Borculo"


def test_what_it_was_called_in_each_year(told: Graph) -> None:
    old = "Zorggroep Oost"
    assert [show(told, VALLEY, as_of=year).name_then for year in AS_OF] == [old, old, None, None, None]
    (name,) = show(told, VALLEY).names
    assert (name.name, name.valid_to, name.claims[0].document.url) == (
        old,
        "2022-01",
        "https://oost.example/nieuwe-naam",
    )


def test_what_went_up_in_what_in_each_year(told: Graph) -> None:
    both = {"Welzijn Noord", "Welzijn Zuid"}
    answer = by_year(lambda year: linked(told, "Welzijn Achterhoek", "SUCCEEDS", year))
    assert answer == [set(), set(), set(), both, both]


def test_what_was_near_in_each_year(told: Graph) -> None:
    def close(year: str) -> set[str]:
        return {one.thing.name for one in near(told, VALLEY, km=1, as_of=year).initiatives}

    in_town = {ALMEN, VIERAKKER, RING, THEFIELD}
    assert by_year(close) == [in_town, in_town, in_town, in_town - {ALMEN}, in_town - {ALMEN}]


def test_how_far_it_was_in_each_year(told: Graph) -> None:
    def km(year: str) -> float:
        found = near(told, VALLEY, km=50, as_of=year).initiatives
        return next(one.distance_km or 0 for one in found if one.thing.name == LIME)

    assert [round(km(year), 1) for year in ("2020", "2022")] == [2.2, 2.2]
    assert near(told, VALLEY, km=50, as_of="2020").as_of == "2020"


def test_why_they_were_linked_in_each_year(told: Graph) -> None:
    def way(year: str) -> int:
        return len(why(told, "Jan Pieterzoon", NET, as_of=year).paths)

    assert [way(year) for year in AS_OF] == [1, 0, 0, 0, 0]
    (path,) = why(told, "Jan Pieterzoon", NET, as_of="2020").paths
    assert [step.other.name for step in path.steps] == [LIME, NET]


def test_what_was_around_it_on_the_map_in_each_year(told: Graph) -> None:
    def around(year: str) -> set[str]:
        return {thing.name for thing in map_of(told, NET, steps=1, as_of=year).things} - {NET}

    assert by_year(around) == by_year(lambda year: linked(told, NET, "MEMBER_OF", year))
    everything = {thing.name for thing in map_of(told, as_of="2023").things}
    assert ALMEN not in everything
    assert ALMEN in {thing.name for thing in map_of(told, as_of="2022").things}


def test_what_has_no_date_is_shown_in_every_year_and_marked(told: Graph) -> None:
    for year in AS_OF:
        (link,) = links(told, zorgmaat_in_deventer(told), kind="PARTNER_OF", as_of=year).links
        assert (link.other.name, link.note) == (RING, "datum onbekend")


def zorgmaat_in_deventer(graph: Graph) -> str:
    """The id of that one of the two."""
    with pytest.raises(Ambiguous) as told_apart:
        show(graph, "Zorgmaat")
    found = [c.id for c in told_apart.value.candidates]
    assert len(found) == 2
    return next(i for i in found if RING in {link.other.name for link in links(graph, i).links})


def test_one_name_is_two_and_two_names_are_one(told: Graph) -> None:
    with pytest.raises(Ambiguous):
        show(told, "Zorgmaat")
    assert show(told, "Veldbuurt").id == show(told, THEFIELD).id
    assert linked(told, "Veldbuurt", "PARTNER_OF", "2024") == {VALLEY}


def test_what_another_page_holds_up_stays_and_what_no_page_says_is_gone(told: Graph) -> None:
    assert linked(told, VALLEY, "HAS_ROLE", "2024") == {"Klaas Wolterink"}
    assert linked(told, "Welzijn Achterhoek", "BASED_IN", "2024") == {"Zutphen"}
    assert NET not in {link.other.name for link in links(told, ALMEN).links}


def test_what_a_list_told_of_then_is_history_though_it_never_said_until_when(told: Graph) -> None:
    def past(year: str) -> set[str]:
        return {one.sentence for one in links(told, NET, as_of=year).lapsed}

    there = {"Dorpstafel Almen doet mee met Zorgzame Dorpen"}
    assert by_year(past) == [there, there, set(), set(), set()]
    (one,) = links(told, ALMEN, kind="MEMBER_OF", as_of="2020").lapsed
    assert (one.first_seen[:4], one.last_seen[:4], one.claims[0].document.url) == (
        "2020", "2021", "https://zorgzamedorpen.example/leden",
    )  # fmt: skip


def test_what_nobody_saw_or_confirmed_for_long(told: Graph) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    seen = [(item.link.sentence, item.link.last_seen or "") for item in stale(told, months=36, now=at, limit=200).items]
    assert seen == sorted(seen, key=lambda one: one[1])
    assert {year[:4] for _, year in seen} == {"2020", "2021", "2022", "2023"}
    assert not any("Klaas" in sentence for sentence, _ in seen)  # confirmed in 2026
    assert not any(sentence.startswith("Jan Pieterzoon") for sentence, _ in seen)  # over, so it need not be seen again


def told_since(graph: Graph, since: str, **more: bool) -> Changes:
    return changes(graph, since, limit=500, **more)


def test_what_changed_since_each_year_as_sentences_with_quotes(told: Graph) -> None:
    words = {item.words for item in told_since(told, "2022").items}
    assert {
        "Zorggroep De Vallei heette tot januari 2022 Zorggroep Oost",
        "Klaas Wolterink is nu directeur bij Zorggroep De Vallei (sinds april 2022)",
        "De Linde doet niet meer mee met Zorgzame Dorpen (2019 tot november 2022)",
        "Dorpstafel Almen doet niet meer mee met Zorgzame Dorpen, volgens de bron die het eerder zei",
        "Welzijn Noord is opgegaan in Welzijn Achterhoek (sinds januari 2023)",
        "Dorpstafel Almen is gestopt (augustus 2023)",
        "Buurtkring Noord doet nu mee met Zorgzame Dorpen (sinds september 2023)",
    } <= words
    assert all(item.claims and item.claims[0].quote for item in told_since(told, "2022").items)
    late = told_since(told, "2024").items
    assert {item.what for item in late} >= {"new", "lapsed"}
    assert not any("Klaas" in item.words for item in late)  # another page still says so


def test_what_a_better_reader_found_is_told_only_when_asked_for(told: Graph) -> None:
    found = [item for item in told_since(told, "2022", everything=True).items if item.cause == "reader"]
    assert [item.words for item in found] == ["Nieuw: Buurtkring Noord houdt zich bezig met Zorgzame buurten"]
    assert found[0].claims[0].first_seen == "2020-03-01T09:00:00+00:00"
    assert "reader" not in {item.cause for item in told_since(told, "2022").items}
    people = [item.words for item in told_since(told, "2022", everything=True).items if item.what == "decided"]
    assert len(people) == 3


def test_nothing_is_known_of_what_nobody_told(told: Graph) -> None:
    with pytest.raises(NotFound):
        show(told, "Zorggroep West")
