"""Where sentences begin and end, which is what a quote shows."""

from __future__ import annotations

import pytest

from ingest.extract.tokens import line_of
from ingest.page import read_page


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
