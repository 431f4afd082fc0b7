"""Endless lines: they are read in pieces whose quotes still stand in the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.extract import read
from ingest.extract.pieces import LONGEST, pieces_of
from ingest.page import read_page
from ingest.page.model import Block, Offsets

_WORDS = st.sampled_from(["soep ", "De Brug ", "zorg. ", "12 ", "één\u00a0", "x" * 700 + " "])


@given(st.lists(_WORDS, max_size=4_000).map("".join), st.integers(0, 50))
def test_pieces_are_the_block_and_lie_where_it_lies(text: str, start: int) -> None:
    block = Block("paragraph", start, start + len(text), text, Offsets((0,), (start,)))
    pieces = list(pieces_of(block))
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.text) <= 2 * LONGEST for piece in pieces)
    stored = " " * start + text
    assert all(stored[piece.start : piece.end] == piece.text for piece in pieces)


def test_a_page_of_one_endless_list_is_read_with_quotes_that_stand_in_it() -> None:
    names = ", ".join(f"Stichting Buurt{n:03} uit Zeist" for n in range(900))
    page = read_page(f"Leden\n\nOnze leden zijn {names}.\n".encode(), "file:list.txt")
    reading = read(page)
    assert len(reading.things) > 500
    assert all(page.text[m.start : m.end].strip() for thing in reading.things for m in thing.mentions)
