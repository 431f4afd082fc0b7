"""What joins by itself, and what a person has to decide."""

from __future__ import annotations

from graph_model.decisions import Decision, Verdict
from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import digest, key_of
from graph_model.names import own_name
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project

GIVEN = Given(secret=b"geheim", common_surnames=frozenset({"jansen", "de vries"}))


def says(
    page: str,
    subject: End,
    predicate: str,
    object: End | None = None,
    value: str = "",
    *,
    sure: float = 0.9,
    origin: Origin = Origin.PAGE,
    text: str = "",
) -> Claim:
    evidence = Evidence("samenspel", "1", "…", 0, 1, sure)
    host = page.split("/")[2]
    return Claim(
        key_of("Document", page), subject, predicate, object, value, evidence=(evidence,), origin=origin, host=host,
        fingerprint=digest(text or page), fetched="2024-01-01",
    )  # fmt: skip


def names(end: End, page: str = "https://a.nl/1", sure: float = 0.9, text: str = "") -> Claim:
    return says(page, End("Document", page), "MENTIONS", end, sure=sure, text=text)


def groups(graph: Projection, *ends: End) -> int:
    return len({graph.group_of[end.key] for end in ends})


def test_spellings_of_an_organisation_are_one_whatever_its_kind() -> None:
    one, other = End("Initiative", "De Linde"), End("Partner", "Stichting de Linde", "Zeist")
    graph = project([names(one), names(other, "https://b.nl/1", 0.6)], [], GIVEN)
    (node,) = (n for n in graph.nodes.values() if n.kind != "Document")
    assert node.kind == "Initiative"
    assert node.aliases


def test_a_decision_splits_namesakes_and_can_be_taken_back() -> None:
    here, there = End("Partner", "Zorgmaat", "Rotterdam"), End("Partner", "Zorgmaat", "Deventer")
    claims = [names(here), names(there)]
    apart = Decision(Verdict.DIFFERENT, here.key, there.key, by="test", at="2024-01-01")
    assert groups(project(claims, [], GIVEN), here, there) == 1
    assert groups(project(claims, [apart], GIVEN), here, there) == 2
    again = Decision(Verdict.SAME, here.key, there.key, by="test", at="2024-01-02")
    assert groups(project(claims, [apart, again], GIVEN), here, there) == 1


def test_what_goes_by_an_ordinary_word_is_one_only_where_it_is_named_alike() -> None:
    here, there = End("Initiative", "De Huiskamer", "dorp.example"), End("Initiative", "Huiskamer", "stad.example")
    again = End("Initiative", "Huiskamer", "dorp.example")
    claims = [names(here), names(there, "https://b.nl/1"), names(again, "https://c.nl/1")]
    assert groups(project(claims, [], GIVEN), here, again) == 1
    assert groups(project(claims, [], GIVEN), here, there) == 2
    same = Decision(Verdict.SAME, here.key, there.key, by="test", at="2024-01-01")
    assert groups(project(claims, [same], GIVEN), here, there) == 1


def test_one_name_of_residents_here_and_of_others_there_is_two_organisations() -> None:
    house, school = End("Initiative", "De Holm", "Vries"), End("Partner", "De Holm", "Groningen")
    assert groups(project([names(house), names(school, "https://b.nl/1")], [], GIVEN), house, school) == 2
    other = End("Initiative", "De Holm", "Groningen")
    assert groups(project([names(house), names(other, "https://b.nl/1")], [], GIVEN), house, other) == 1
    loose = End("Partner", "De Holm")
    told = project([names(house), names(school, "https://b.nl/1"), names(loose, "https://c.nl/1")], [], GIVEN)
    assert groups(told, school, loose) == 1


def test_one_title_on_one_day_in_two_towns_is_two_gatherings() -> None:
    here, there = (End("Event", "Dorpsdiner", f"2024-05-24@{town}") for town in ("Vasse", "Lierop"))
    again, loose = End("Event", "Dorpsdiner", "2024-05-24T18:00@vasse"), End("Event", "Dorpsdiner", "2024-05-24")
    coarse = End("Event", "Dorpsdiner", "2024-05@Vasse")
    both = [names(here), names(there, "https://b.nl/1")]
    assert again.key == here.key
    assert groups(project(both, [], GIVEN), here, there) == 2
    assert groups(project([*both, names(loose, "https://c.nl/1")], [], GIVEN), here, there, loose) == 3
    assert groups(project([*both, names(coarse, "https://c.nl/1")], [], GIVEN), here, coarse) == 1
    assert groups(project([names(here), names(loose, "https://c.nl/1")], [], GIVEN), here, loose) == 1
    assert groups(project([names(loose), names(coarse, "https://c.nl/1")], [], GIVEN), loose, coarse) == 1


def test_a_verdict_on_a_key_that_is_gone_speaks_of_its_name_unless_that_was_told_apart() -> None:
    old, now, other = End("Partner", "Charim"), End("Partner", "Charim", "Zeist"), End("Partner", "Zorggroep Charim")
    claims = [names(now), names(other, "https://b.nl/1")]
    same = Decision(Verdict.SAME, old.key, other.key, by="test", at="2024-01-01")
    assert groups(project(claims, [same], GIVEN), now, other) == 1
    apart = Decision(Verdict.DIFFERENT, old.key, now.key, by="test", at="2024-01-02")
    assert groups(project(claims, [same, apart], GIVEN), now, other) == 2


def test_an_alias_joins_only_when_one_group_claims_it() -> None:
    long, short, rival = (
        End("Partner", "Landelijk Overleg Cliënten"),
        End("Partner", "LOC"),
        End("Partner", "Linker Oever Club"),
    )
    claims = [names(long), names(short), says("https://a.nl/1", long, "alias", value="LOC")]
    assert groups(project(claims, [], GIVEN), long, short) == 1
    claims += [names(rival), says("https://b.nl/1", rival, "alias", value="LOC")]
    assert groups(project(claims, [], GIVEN), long, short, rival) == 3


def test_people_with_a_rare_name_are_one_and_with_a_common_name_one_by_organisation() -> None:
    rare = (End("Person", "Anna Ypma", "De Linde"), End("Person", "mevr. Anna Ypma", "De Eik"))
    common = (End("Person", "Jan Jansen", "De Linde"), End("Person", "Jan Jansen", "De Eik"))
    graph = project([names(end) for end in (*rare, *common)], [], GIVEN)
    assert groups(graph, *rare) == 1
    assert groups(graph, *common) == 2


def test_a_loose_mention_of_a_common_name_joins_the_one_person_there_is() -> None:
    known, loose = End("Person", "Jan Jansen", "De Linde"), End("Person", "Jan Jansen")
    assert groups(project([names(known), names(loose)], [], GIVEN), known, loose) == 1


def test_an_event_without_a_date_joins_the_one_that_fits() -> None:
    day, month, other = (End("Event", "Open dag", d) for d in ("2024-06-14", "2024-06", "2024-09-01"))
    assert groups(project([names(day), names(month)], [], GIVEN), day, month) == 1
    assert groups(project([names(day), names(month), names(other)], [], GIVEN), day, month, other) == 2
    nameless = End("Event", "Open dag")
    assert groups(project([names(day), names(other), names(nameless)], [], GIVEN), day, other, nameless) == 3


def test_the_report_and_the_programme_of_a_gathering_are_of_that_gathering_and_not_of_another_years() -> None:
    told = {name: End("Event", name, "2024-06-14") for name in ("Congres Buren", "Verslag congres Buren")}
    later = End("Event", "Programma congres Buren", "2025-06-13")
    claims = [names(end) for end in (*told.values(), later)]
    claims += [says("https://a.nl/1", end, "alias", value=own_name(end.name)) for end in (*told.values(), later)]
    graph = project(claims, [], GIVEN)
    assert groups(graph, *told.values()) == 1
    assert groups(graph, *told.values(), later) == 2
    assert sorted(node.name for node in graph.nodes.values() if node.kind == "Event") == [
        "Congres Buren",
        "Programma congres Buren",
    ]
    reports = [End("Event", name, "2024-06-14") for name in ("Verslag congres Buren", "Terugblik op congres Buren")]
    claims = [names(end) for end in reports]
    claims += [says("https://a.nl/1", end, "alias", value=own_name(end.name)) for end in reports]
    assert groups(project(claims, [], GIVEN), *reports) == 1


def test_places_join_by_number_and_homonyms_stay_apart() -> None:
    bosch = (End("Place", "Den Bosch", "gn3"), End("Place", "'s-Hertogenbosch", "gn3"))
    bergen = (End("Place", "Bergen", "gn1"), End("Place", "Bergen", "gn2"), End("Place", "Bergen"))
    graph = project([names(end) for end in (*bosch, *bergen)], [], GIVEN)
    assert groups(graph, *bosch) == 1
    assert groups(graph, *bergen) == 3


def test_an_equal_text_at_another_address_is_no_second_source() -> None:
    linde, eik = End("Initiative", "De Linde"), End("Initiative", "De Eik")
    pages = ("https://a.nl/1", "https://b.nl/9")
    claims = [says(page, linde, "PARTNER_OF", eik, text="een tekst") for page in pages]
    claims += [
        says(page, End("Document", page), "fingerprint", value=digest("een tekst"), text="een tekst") for page in pages
    ]
    graph = project(claims, [], GIVEN)
    (link,) = (found for found in graph.links.values() if found.kind == "PARTNER_OF")
    assert link.sources == 1
    assert sum(node.kind == "Document" for node in graph.nodes.values()) == 1
    assert not any(node.confirmed for node in graph.nodes.values() if node.kind == "Initiative")


def test_a_weak_claim_waits_until_both_ends_are_confirmed() -> None:
    linde, eik = End("Initiative", "De Linde"), End("Initiative", "De Eik")
    weak = says("https://c.nl/1", linde, "PARTNER_OF", eik, sure=0.4)
    once = [names(linde), names(eik)]
    assert not links(project([weak, *once], [], GIVEN))
    twice = [names(linde, "https://b.nl/1"), names(eik, "https://b.nl/1")]
    assert links(project([weak, *once, *twice], [], GIVEN)) == {"PARTNER_OF"}


def test_what_a_person_refused_never_enters_and_what_a_person_confirmed_does() -> None:
    linde, eik = End("Initiative", "De Linde"), End("Initiative", "De Eik")
    strong, weak = (says("https://a.nl/1", linde, "PARTNER_OF", eik, sure=sure) for sure in (0.9, 0.2))
    named = [names(linde), names(eik)]
    refused = Decision(Verdict.REFUSED, eik.key, linde.key, "PARTNER_OF", by="test", at="2024-01-01")
    confirmed = Decision(Verdict.CONFIRMED, linde.key, eik.key, "PARTNER_OF", by="test", at="2024-01-01")
    assert not links(project([strong, *named], [refused], GIVEN))
    assert links(project([weak, *named], [confirmed], GIVEN)) == {"PARTNER_OF"}


def test_a_correction_ranks_before_what_any_page_says() -> None:
    linde = End("Initiative", "De Linde")
    claims = [names(linde), says("https://a.nl/1", linde, "url", value="https://oud.nl")]
    corrected = Decision(
        Verdict.REPLACED, linde.key, "", "url", "https://oud.nl", replacement="https://nieuw.nl", by="t", at="2024"
    )
    graph = project(claims, [corrected], GIVEN)
    assert graph.nodes[graph.group_of[linde.key]].fields["url"] == "https://nieuw.nl"


def test_a_link_that_the_kinds_do_not_allow_is_listed_not_lost() -> None:
    council, town = End("ClientCouncil", "De Linde"), End("Partner", "De Linde")
    person = End("Person", "Anna Ypma")
    claims = [
        names(council), names(town), names(person),
        says("https://a.nl/1", End("Event", "Open dag"), "FOLLOWS_UP", End("Event", "Meet-up")),
        names(End("Event", "Open dag")), names(End("Event", "Meet-up")),
        says("https://a.nl/1", person, "TAKES_PART_IN", council),
    ]  # fmt: skip
    graph = project(claims, [], GIVEN)
    assert [misfit.kind for misfit in graph.misfits] == ["TAKES_PART_IN"]


def links(graph: Projection) -> set[str]:
    return {link.kind for link in graph.links.values()} - {"MENTIONS"}
