"""A map as one file: all inside, nothing that runs but our own scripts, and pyvis' faults not in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph_model.errors import NotAllowed
from tests.visualizations.made_maps import HOSTILE, hostile_map, large_map
from visualizations.export import page, write
from visualizations.network import SCRIPTS, STATIC, fragment

VENDORED = STATIC / "vendor/vis-network"


class Reader(HTMLParser):
    """The elements of a page, and what stands in its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside.append((*self._open, data))
            self._open = None

    @property
    def policy(self) -> str:
        found = (attributes for tag, attributes in self.elements if tag == "meta" and "http-equiv" in attributes)
        return str(next(found)["content"])


@pytest.fixture(scope="module")
def hostile() -> Reader:
    return Reader(page(hostile_map()))


def test_the_policy_allows_exactly_the_scripts_and_the_style_in_the_file(hostile: Reader) -> None:
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        texts = [text for tag, attributes, text in hostile.inside if tag == element and "type" not in attributes]
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}
        allowed = re.search(rf"{directive} ([^;]+)", hostile.policy)
        assert allowed is not None
        assert set(allowed[1].split()) == hashes
    assert hostile.policy.startswith("default-src 'none';")


def test_no_element_comes_from_the_graph(hostile: Reader) -> None:
    ordinary = Reader(page(large_map(60, 60)))
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in ordinary.elements]
    assert not any(name.startswith("on") for _, attributes in hostile.elements for name in attributes)


def test_hostile_names_come_through_as_data(hostile: Reader) -> None:
    data = next(text for tag, attributes, text in hostile.inside if attributes.get("id") == "sm-data")
    assert set(HOSTILE) <= {thing["name"] for thing in json.loads(data)["things"]}


def test_a_hostile_heading_is_text() -> None:
    found = page(large_map(60, 60), heading=HOSTILE[0])
    assert "<script>hurt()" not in found
    assert "&lt;script&gt;hurt()" in found


def test_the_file_asks_for_nothing(hostile: Reader) -> None:
    addresses = [
        value for _, attributes in hostile.elements for name, value in attributes.items() if name in ("src", "href")
    ]
    assert addresses == ["data:,"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_stand_in_a_page_as_it_is(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"</script|<!--|\r", text, re.IGNORECASE)


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name.startswith("map/")])
def test_no_script_of_ours_makes_markup_or_code_of_text(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc", text)


def test_vis_network_is_the_file_that_its_note_names() -> None:
    note = (VENDORED / "ORIGIN.md").read_text(encoding="utf-8")
    assert hashlib.sha256((VENDORED / "vis-network.min.js").read_bytes()).hexdigest() in note
    assert {file.name for file in VENDORED.iterdir()} >= {"LICENSE-APACHE-2.0", "LICENSE-MIT"}


def test_physics_never_runs() -> None:
    config = Reader(fragment()).inside[0][2]
    assert json.loads(config)["options"]["physics"] == {"enabled": False}


def test_a_second_link_between_two_things_is_kept() -> None:
    drawn = hostile_map()
    assert len({(link.origin, link.target) for link in drawn.links}) < len(drawn.links)
    data = next(text for tag, attributes, text in Reader(page(drawn)).inside if attributes.get("id") == "sm-data")
    assert len(json.loads(data)["links"]) == len(drawn.links)


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="bestaat die map"):
        write(large_map(60, 60), tmp_path / "nergens" / "kaart.html")
    (tmp_path / "map").mkdir()
    with pytest.raises(NotAllowed):
        write(large_map(60, 60), tmp_path / "map")
    assert [entry.name for entry in tmp_path.iterdir()] == ["map"]
