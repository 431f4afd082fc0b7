"""The network map as a page: pyvis' Network filled with a drawn map, rendered by templates of our own.

What pyvis 0.3.2 does by itself is not used: its templates load from other hosts, put names into the page as HTML and
let physics run for minutes. Its Network is the holder of data and options; here the template environment escapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader

from visualizations.drawing import DrawnMap
from visualizations.style import legend

STATIC = Path(str(files("visualizations"))) / "static"
STYLES = ("map/map.css",)
SCRIPTS = (
    "vendor/vis-network/vis-network.min.js",
    *(
        f"map/{name}.js"
        for name in (
            "text", "model", "shapes", "filters", "painter", "picture", "view", "search", "quotes", "details", "legend",
            "table", "share", "keys", "saving", "source", "app", "start",
        )
    ),
)  # fmt: skip
"""Under :data:`STATIC`, in the order in which a page needs them (``defer`` keeps it)."""

OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "keyboard": {"enabled": False, "bindToWindow": False},
        "selectConnectedEdges": False,
        "selectable": False,
        "zoomSpeed": 0.7,
    },
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"width": 1.4, "chosen": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}},
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a served map fetches and leads to; ``{id}`` stands for an id. A file has none of them.

    ``data``: the map as JSON. ``links``: the links of a thing with their quotes, as :class:`queries.results.Links`.
    ``thing``, ``source``: the page of a thing, and that of a source with the quote marked under its claim's id.
    """

    data: str = ""
    links: str = ""
    thing: str = ""
    source: str = ""


SERVED = Addresses("/api/v1/map", "/api/v1/things/{id}/links", "/ding/{id}", "/bron/{id}")


@cache
def fragment(addresses: Addresses = SERVED) -> str:
    """The map as a part of a page, without data: its script fetches that.

    The page around it links :data:`STYLES` in its head and :data:`SCRIPTS` with ``defer``; it needs no more of a
    content security policy than ``default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';
    img-src 'self' data: blob:``.
    """
    return render("fragment.html", None, addresses)


def render(template: str, drawn: DrawnMap | None, addresses: Addresses, heading: str = "", **more: object) -> str:
    """A template of ours with a network in it; ``more`` are further names that the template knows."""
    from pyvis.network import Network

    network = Network(directed=True, heading=heading, cdn_resources="local")
    data = drawn.model_dump(mode="json", exclude_defaults=True) if drawn else {}
    # Straight into the lists: add_node searches all of them for each one, and add_edge drops a second link.
    network.nodes, network.edges = data.pop("things", []), data.pop("links", [])
    network.options = dict(OPTIONS)
    network.templateEnv = _environment(
        quotes=data.pop("quotes", {}),
        rest=data,
        config={"legend": legend(), "options": OPTIONS, "addresses": asdict(addresses)},
        **more,
    )
    network.path = template
    return str(network.generate_html())


def _environment(**known: object) -> Environment:
    environment = Environment(loader=PackageLoader("visualizations"), autoescape=True, trim_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals.update(known)
    return environment
