"""The register of the movement that ships with the program: how much it says, of whom, and what has no place in it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graph_model.evidence import Claim
from graph_model.names import fold
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project
from ingest.register import BUNDLED
from ingest.register.making.__main__ import make
from ingest.register.making.names import write_names
from ingest.register.making.people import roles_of
from ingest.register.making.raw import raw_tables
from ingest.register.making.relations import relations
from ingest.register.names import FILE, register_names
from ingest.register.reading import RegisterReading, read_register

DATA = BUNDLED.parent
FORMAL = re.compile(
    r"(oud-|mede-?|interim-)*((algemeen )?directeur|bestuurder|(bestuurs)?voorzitter|initiatiefneem?(st)?er"
    r"|initiatiefnemer|\w*wethouder|burgemeester|gedeputeerde|minister|staatssecretaris)\b.*"
)


@cache
def bundled() -> RegisterReading:
    return read_register(BUNDLED, "2025-07-01T10:00:00+00:00")


def claims() -> list[Claim]:
    return [claim for reading in bundled().readings for claim in reading.claims]


@cache
def graph() -> Projection:
    supporting = [claim for reading in bundled().readings for claim in reading.supporting]
    return project([*claims(), *supporting], (), Given())


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_nothing_in_it_is_wrong_and_nobody_is_left_out() -> None:
    assert (bundled().problems, bundled().left_out, bundled().stopped) == ((), (), False)


def test_it_holds_enough_to_look_around_in() -> None:
    kinds = Counter(node.kind for node in graph().nodes.values())
    links = Counter(link.kind for link in graph().links.values())
    assert kinds["Initiative"] >= 200
    assert kinds["CareOrganisation"] >= 190
    assert sum(count for kind, count in links.items() if kind != "MENTIONS") >= 1200
    assert graph().misfits == ()


def test_every_initiative_and_care_organisation_of_the_tables_is_in_the_graph() -> None:
    names = {fold(n) for node in graph().nodes.values() for n in (node.name, *node.aliases)}
    listed = {fold(row["name"]) for table in ("initiatives", "care_organisations") for row in rows(table)}
    assert listed - names == set()


def test_every_claim_has_a_web_address_as_its_source_but_for_what_is_general_knowledge() -> None:
    inferred = {claim.predicate for claim in claims() if claim.page == "document|register:beweging|"}
    assert inferred == {"BASED_IN"}
    for claim in claims():
        if claim.page == "document|register:beweging|":
            assert (claim.best.stated, claim.best.confidence) == (False, 0.5)
    addresses = {reading.page.address for reading in bundled().readings} - {"register:beweging"}
    assert all(re.match(r"https?://[^/]+\.[^/]+", address) for address in addresses)


def test_of_people_only_formal_public_roles_are_in_it() -> None:
    people = [claim for claim in claims() if "Person" in (claim.subject.kind, claim.object and claim.object.kind)]
    assert {claim.predicate for claim in people} == {"HAS_ROLE", "FOUNDED"}
    assert [c.role for c in people if c.predicate == "HAS_ROLE" and not FORMAL.fullmatch(c.role)] == []
    assert [c.subject.name for c in people if len(c.subject.name.split()) < 2] == []


@pytest.mark.parametrize(
    ("cell", "organisation", "roles"),
    [
        ("oud-voorzitter; initiatiefnemer; ambassadeur; auteur", "De Linde", ["oud-voorzitter", "initiatiefnemer"]),
        ("secretaris en initiatiefnemer", "De Linde", ["initiatiefnemer"]),
        ("voorzitter; oud-voorzitter", "De Linde", ["oud-voorzitter"]),
        ("minister VWS; minister van VWS", "Ministerie", ["minister vws"]),
        ("directeur/bestuurder (vertrekkend)", "De Linde", ["directeur-bestuurder"]),
        ("voorzitter cliëntenraad", "De Linde", []),
        ("voorzitter werkgroep Zorg", "De Linde", []),
        ("voorzitter dorpsraad", "Dorpsraad De Linde", ["voorzitter dorpsraad"]),
        ("voorzitter Raad van Toezicht", "De Linde", ["voorzitter raad van toezicht"]),
        ("initiatiefnemer moestuin", "De Linde", []),
        ("dagvoorzitter; juryvoorzitter; vicevoorzitter; lid raad van bestuur", "De Linde", []),
        ("bewoner; vrijwilliger; cliëntenraadslid; bestuurslid; woordvoerder", "De Linde", []),
    ],
)
def test_which_roles_are_formal(cell: str, organisation: str, roles: list[str]) -> None:
    assert [role.role.lower() for role in roles_of(cell, organisation)] == roles


def test_a_role_that_ended_says_so() -> None:
    (former,) = roles_of("toenmalig bestuurder", "De Linde")
    (dated,) = roles_of("voorzitter raad van bestuur (tot 1 november 2023)", "De Linde")
    (coming,) = roles_of("bestuurder (per 1 januari 2018)", "De Linde")
    assert [(r.since, r.until) for r in (former, dated, coming)] == [("", ".."), ("", "2023-11-01"), ("2018-01-01", "")]


def test_what_has_no_place_in_the_graph_is_kept_apart_with_the_reason() -> None:
    reasons = Counter(row["why"] for row in rows("without_place"))
    assert reasons == {
        "an initiative that follows another did not take its place": 2,
        "a theme is nothing that somebody starts": 1,
        "an initiative is no gathering": 1,
        "a programme is no gathering": 1,
        "a word for many organisations": 1,
    }


def test_relations_are_told_apart_by_number(shared: Path) -> None:
    made = relations(raw_tables(shared / "registry"))
    assert (len(made.without_place), made.of_private_people, made.said_already) == (6, 14, 356)


def test_the_shipped_files_are_what_the_tables_make(shared: Path, tmp_path: Path) -> None:
    make(shared / "registry", tmp_path)
    for file in sorted(tmp_path.iterdir()):
        assert file.read_bytes() == (DATA / file.name).read_bytes(), file.name


def test_no_row_cites_our_own_test_pages() -> None:
    assert [path.name for path in DATA.glob("*.csv") if "seed:" in path.read_text(encoding="utf-8")] == []


def test_the_names_are_those_of_the_register(tmp_path: Path) -> None:
    write_names(claims(), tmp_path / "names.tsv")
    assert (tmp_path / "names.tsv").read_text(encoding="utf-8") == FILE.read_text(encoding="utf-8")
    names = register_names()
    assert names["zorgvrijstaat"] == names["laefhoes"] == "Initiative"
    assert names["radicale vernieuwing langdurige ggz"] == "Movement"
    assert all(name == fold(name) for name in names)
    assert not {"Person", "Place"} & set(names.values())
