"""Change, time and facts by hand on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from queries import Graph
from tests.api.conftest import Command

LINDE = "Zorgcoöperatie De Linde"
HERE = f"{LINDE}\n\n{LINDE} is een initiatief in Lochem.\nJan Pieterzoon is sinds 2018 voorzitter van {LINDE}.\n"
THERE = f"{LINDE}\n\n{LINDE} is een initiatief in Borculo.\nJan Pieterzoon was tot 2021 voorzitter van {LINDE}.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "linde.txt"
    file.write_text(HERE)
    return file


def test_what_a_changed_page_would_and_did_change_is_told_in_sentences(
    samenspel: Command, graph: Graph, page: Path
) -> None:
    assert "erbij: Zorgcoöperatie De Linde is gevestigd in Lochem." in samenspel("read", "--dry-run", str(page)).out
    samenspel("read", str(page))
    page.write_text(THERE)
    told = samenspel("read", "--dry-run", str(page))
    assert "weg: Zorgcoöperatie De Linde is gevestigd in Lochem." in told.out
    assert "anders: Jan Pieterzoon is voorzitter bij Zorgcoöperatie De Linde (tot 2021)." in told.out
    samenspel("read", str(page))
    changed = samenspel("changes", "--since", "2020")
    assert "Zorgcoöperatie De Linde is verhuisd van Lochem naar Borculo." in changed.out
    assert "Jan Pieterzoon is niet meer voorzitter bij Zorgcoöperatie De Linde (tot 2021)." in changed.out
    assert "“Zorgcoöperatie De Linde is een initiatief in Borculo.”" in changed.out
    assert "niets veranderd" in samenspel("changes", "--since", "2999").out
    assert samenspel("changes").status == 2
    run = json.loads(samenspel("runs", "list", "--json").out)["items"][0]["id"]
    assert "Zorgcoöperatie De Linde is verhuisd van Lochem naar Borculo." in samenspel("runs", "show", run).out
    assert "Jan Pieterzoon" in samenspel("links", LINDE, "--as-of", "2020").out
    assert "Jan Pieterzoon" not in samenspel("show", LINDE, "--as-of", "2022").out


def test_a_page_is_withdrawn_when_it_was_said_what_that_takes_away(
    samenspel: Command, graph: Graph, page: Path
) -> None:
    samenspel("read", str(page))
    told = samenspel("withdraw", "--dry-run", str(page))
    assert (told.status, "weg: Zorgcoöperatie De Linde is gevestigd in Lochem." in told.out) == (0, True)
    assert samenspel("withdraw", str(page)).status == 0
    assert samenspel("withdraw", "--dry-run", str(page)).status == 3
    assert (
        "De bron is weg: Zorgcoöperatie De Linde is gevestigd in Lochem."
        in samenspel("changes", "--since", "2020", "--about", "Lochem").out
        + samenspel("changes", "--since", "2020").out
    )


def test_a_fact_by_hand_is_added_shown_and_taken_back(samenspel: Command, graph: Graph, page: Path) -> None:
    samenspel("read", str(page))
    assert samenspel("add", LINDE, "doet mee met", "Zorgzame Dorpen").status == 2
    unknown = samenspel("add", LINDE, "doet mee met", "Zorgzame Dorpen", "--seen")
    assert (unknown.status, "--new" in unknown.err) == (3, True)
    words = ("add", LINDE, "doet mee met", "Zorgzame Dorpen", "--seen", "--by", "Anna")
    told = json.loads(samenspel(*words, "--new", "beweging", "--from", "2024", "--json").out)
    assert (told["verdict"], told["words"]) == ("added", f"{LINDE} doet mee met Zorgzame Dorpen")
    assert "(beweging, sinds 2024)" in samenspel("links", LINDE).out
    assert samenspel(*words, "--undo").out.startswith("Teruggenomen")
    assert "Zorgzame Dorpen" not in samenspel("links", LINDE).out


def test_conflicting_values_are_shown_side_by_side_with_the_rule_that_chose(
    samenspel: Command, graph: Graph, page: Path
) -> None:
    samenspel("read", str(page))
    samenspel("add", LINDE, "vorm", "stichting", "--source", "https://kvk.example", "--by", "Anna")
    shown = " ".join(samenspel("show", LINDE).out.split())
    assert "stichting (met de hand vastgelegd; anderen zeggen: zorgcoöperatie)" in shown


def test_what_is_stale_is_fresh_again_once_confirmed(samenspel: Command, graph: Graph, page: Path) -> None:
    samenspel("read", str(page))
    assert "Geen enkel verband" in samenspel("stale").out
    stale = json.loads(samenspel("stale", "--months", "0", "--json").out)
    role = next(one["link"] for one in stale["items"] if one["link"]["kind"] == "HAS_ROLE")
    assert samenspel("confirm", role["claims"][0]["id"], "--by", "Anna").status == 0
    (link,) = json.loads(samenspel("links", LINDE, "--kind", "HAS_ROLE", "--json").out)["links"]
    assert link["confirmed"]["by"] == "Anna"
    assert "bevestigd door Anna" in samenspel("links", LINDE).out


def test_reading_stored_texts_again_finds_nothing_new_with_the_same_reader(
    samenspel: Command, graph: Graph, page: Path
) -> None:
    samenspel("read", str(page))
    page.unlink()
    assert samenspel("reread").out.startswith("0 pagina's gelezen")
    assert samenspel("reread", "--dry-run").status == 0
