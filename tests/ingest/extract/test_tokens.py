"""Where sentences begin and end, which is what a quote shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.tokens import TOKEN, line_of
from ingest.page import read_page
from ingest.page.model import Block, Offsets


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Zij begon klein. "Met een koffiekan", zegt ze.', ["Zij begon klein.", '"Met een koffiekan", zegt ze.']),
        ('"Het begon klein." Nu is het groot.', ['"Het begon klein."', "Nu is het groot."]),
        ("“Het begon klein.” Nu is het groot.", ["“Het begon klein.”", "Nu is het groot."]),
        ("Zij begon klein. 'Met een sleutel', zegt ze.", ["Zij begon klein.", "'Met een sleutel', zegt ze."]),
    ],
)
def test_a_quote_mark_goes_with_the_sentence_that_it_touches(text: str, told: list[str]) -> None:
    page = read_page(f"Een kop\n\n{text}\n".encode(), "urn:proef:pagina.txt")
    line = line_of(0, next(block for block in page.blocks if block.kind == "paragraph"))
    assert [line.text(a, z) for a, z in line.sentences] == told


@given(text=st.text("abJTt.K-'’s`@/&Éé,\"1 \t\xa0", max_size=20))
def test_what_stands_between_two_blanks_is_cut_as_in_the_whole_text(text: str) -> None:
    line = line_of(0, Block("paragraph", 0, len(text), text, Offsets((0,), (0,))))
    told = list(zip(line.words, line.begins, line.ends, strict=True))
    assert told == [(token[0], *token.span()) for token in TOKEN.finditer(text)]
