"""``samenspel map``: one file, told what is in it, and told why when there is none."""

from __future__ import annotations

import json
from pathlib import Path

from queries import Graph
from tests.api.conftest import Command


def test_a_map_of_everything_is_one_file_that_names_nothing_outside_itself(
    neighbourhood: Graph, samenspel: Command, tmp_path: Path
) -> None:
    file = tmp_path / "kaart.html"
    said = samenspel("map", "--out", str(file))
    assert (said.status, said.err) == (0, "")
    assert "Kaart met 29 dingen en 40 verbanden geschreven naar" in " ".join(said.out.split())
    text = file.read_text(encoding="utf-8")
    assert "Wij werken samen met 't Naoberhoês".replace("'", "\\u0027") in text
    assert 'src="' not in text


def test_a_map_around_a_thing_is_named_after_it(neighbourhood: Graph, samenspel: Command, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    assert samenspel("map", "laefhoes", "--out", str(file)).status == 3
    assert samenspel("map", "Naoberhoes", "--steps", "1", "--out", str(file)).status == 0
    assert "<title>Rond &#39;t Naoberhoês</title>" in file.read_text(encoding="utf-8")


def test_the_map_as_json_has_a_place_for_everything(neighbourhood: Graph, samenspel: Command) -> None:
    said = samenspel("map", "Buurtkring Noord", "--json")
    found = json.loads(said.out)
    assert found["thing"]["name"] == "Buurtkring Noord"
    assert all(isinstance(thing["x"], float) and isinstance(thing["y"], float) for thing in found["things"])
    assert {"from", "to", "kind"} <= found["links"][0].keys()


def test_without_a_file_the_command_says_how_to_name_one(neighbourhood: Graph, samenspel: Command) -> None:
    said = samenspel("map")
    assert (said.status, said.out) == (2, "")
    assert "--out kaart.html" in said.err


def test_a_folder_that_is_not_there_is_told(neighbourhood: Graph, samenspel: Command, tmp_path: Path) -> None:
    said = samenspel("map", "--out", str(tmp_path / "nergens" / "kaart.html"))
    assert said.status == 6
    assert "bestaat die map" in said.err


def test_a_small_map_says_what_it_leaves_out(neighbourhood: Graph, samenspel: Command, tmp_path: Path) -> None:
    said = samenspel("map", "--limit", "5", "--out", str(tmp_path / "kaart.html"))
    assert "van 29; meer met --limit" in " ".join(said.out.split())
