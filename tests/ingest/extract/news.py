"""A page of news around a text: it has a title, and an opening that says nothing."""

from __future__ import annotations

from ingest.extract import read
from ingest.page import read_page
from ingest.reading import Reading


def news(text: str) -> Reading:
    """What is read on such a page."""
    page = f"Nieuws uit de streek\n\nIn deze nieuwsbrief staat weer van alles over zorg in de buurt.\n\n{text}\n"
    return read(read_page(page.encode(), "file:page.txt"))
