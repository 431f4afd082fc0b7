"""Words that speak for names: plain ones and patterns, each as a whole."""

from __future__ import annotations

from ingest.extract.speaking import Speaking

_SPEAKING = Speaking(
    (("care", r"afdeling verpleeghui\w+ oud-\w+"), ("part", "afdeling bij"), ("series", r"edities? \w+en"))
)


def test_a_word_speaks_for_every_name_that_has_it_or_a_pattern_of_it() -> None:
    asked = ("afdeling", "verpleeghuizen", "oud-lid", "editie", "bij")
    assert [_SPEAKING.of(word) for word in asked] == [[0, 1], [0, 2], [0], [2], [1]]


def test_a_part_of_a_word_speaks_for_nothing() -> None:
    assert not any(map(_SPEAKING.of, ("", "afdelings", "verpleeghui", "oud-", "subedities")))
