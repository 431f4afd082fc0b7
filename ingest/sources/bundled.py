"""The descriptions that ship with the program, and one made on the spot for walking on from an address."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph_model.keys import canonical_address
from ingest.sources.checking import describe_source
from ingest.sources.description import SourceOf

_FOLDER = Path(__file__).parent / "described"
# Of a place that nobody described, so that a walk does not become a siege.
_MOST = 500


@cache
def described_names() -> tuple[str, ...]:
    """The names of the bundled descriptions."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


@cache
def described(name: str) -> SourceOf:
    """The bundled description with this name."""
    return describe_source(_FOLDER / f"{name}.toml")


def neighbourhood(address: str) -> SourceOf:
    """The page at an address and what lies below it on the same site."""
    place = canonical_address(address).partition("?")[0]
    last = place.rpartition("/")[2]
    folder = place.rpartition("/")[0] if "/" in place and "." in last else place
    around = (place, folder, f"{folder}/**")
    return SourceOf(name=place, title=address, start=(address,), follow=around, read=around, most=_MOST)
