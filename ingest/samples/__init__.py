"""Three invented pages about one neighbourhood, for a first look: the people and organisations do not exist."""

from __future__ import annotations

from pathlib import Path

from ingest.sources import Listed, Listing

_NAMES = ("naoberhoes.txt", "nieuwsbrief.md", "zomertafel.html")


def sample_pages() -> Listing:
    """The sample pages, under addresses of their own that do not depend on where the program lies."""
    folder = Path(__file__).parent
    pages = (Listed(f"urn:samenspel:voorbeeld:{name}", name, folder / name) for name in _NAMES)
    return Listing(tuple(pages), (), ())
