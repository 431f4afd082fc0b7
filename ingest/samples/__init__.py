"""Twelve invented pages about one neighbourhood, one of each kind of page that the movement writes.

The people and organisations do not exist, the towns do. The same ones return from page to page in other spellings.
"""

from __future__ import annotations

from pathlib import Path

from ingest.sources import Listed, Listing

_KINDS = {
    "zomertafel.html": "event page",
    "oogstmiddag.txt": "event page as text, with signs for date, time and place",
    "berkelberaad.txt": "programme",
    "naoberhoes.txt": "practice example",
    "berkelontmoeting.md": "report of a meet-up",
    "nieuwsbrief.md": "newsletter: who joined, left, merged, was renamed",
    "agenda.html": "agenda",
    "clientenraad.txt": "minutes of a client council, with who was there",
    "over-ons.html": "page about an organisation, its team and its partners",
    "dorpstaxi.html": "news item with comments",
    "achtersteveld.html": "page of an initiative, with its address",
    "jaarverslag.txt": "text copied from a PDF",
}
SAMPLE_NAMES = tuple(_KINDS)


def sample_pages() -> Listing:
    """The sample pages, under addresses of their own that do not depend on where the program lies."""
    folder = Path(__file__).parent
    pages = (Listed(f"urn:samenspel:voorbeeld:{name}", name, folder / name) for name in SAMPLE_NAMES)
    return Listing(tuple(pages), (), ())
