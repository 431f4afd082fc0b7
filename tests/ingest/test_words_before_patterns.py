"""Where words or a first letter are looked for before a pattern, to save time, nothing that fits it is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import key_rules, own_statements, parts, reality, run_ons, sure_links, title_candidates
from ingest.extract.in_time import turns
from ingest.page import chrome, labels, plain_lines, published


def _same(text: str) -> str:
    return text


def _lower(text: str) -> str:
    return text.lower()


# An s of before 1800 (ſ) is an s to a pattern that minds no capitals, and to nobody who writes one of these words.
DUTCH = st.characters(codec="latin-1")

Words = Iterable[str]
BEFORE: dict[str, tuple[Words, Iterable[re.Pattern[str]], Callable[[str], str]]] = {
    "attendance": (labels._PRESENCE, [labels._PRESENT], _lower),
    "posted": (published._POSTING, [published.POSTED], _lower),
    "doubted": (reality._DOUBTS, [reality._DENIED, reality._PLANNED, reality._ENDED], _same),
    "turning": (turns._TURNING, [rule.pattern for rule in (*turns._STRAIGHT, *turns._TURNED)], _same),
    "own gathering": (sure_links._OWN_NOUNS, [sure_links._OWN_GATHERING], _same),
    "house of": (parts._HOUSES_OF, [parts._OF], _same),
    "several words": (
        (" ",), [key_rules._SERIES, key_rules._GATHERING, key_rules._HEADED, run_ons._AUTHORITY], _same,
    ),
    "rhythm": (title_candidates._OF_RHYTHMS, [title_candidates._RECURS], _lower),
    "merged": (parts._MERGERS, [parts._MERGED], _same),
    **{words[0]: (words, [pattern], _same) for words, pattern, _, _ in own_statements._SAID},
}  # fmt: skip


@pytest.mark.parametrize("before", BEFORE)
@settings(max_examples=50)
@given(data=st.data())
def test_what_fits_holds_one_of_the_words(before: str, data: st.DataObject) -> None:
    words, patterns, seen = BEFORE[before]
    pattern = data.draw(st.sampled_from(list(patterns)))
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags), fullmatch=True, alphabet=DUTCH))
    assert any(word in seen(text) for word in words), pattern.pattern


FIRST: dict[str, tuple[Callable[[str], object], re.Pattern[str]]] = {
    # Of texts that fit it to their end, what it looks forward to is a part.
    "bullet": (plain_lines._has_bullet, re.compile(plain_lines.BULLET.pattern.replace(r"(?=\S)", r"\S"))),
    "heading": (plain_lines.heading_mark, plain_lines.HEADING_MARK),
    "posting": (published.posting_of, published.POSTED),
    "taxonomy": (labels.taxonomy_of, labels.TAXONOMY),
    "taxonomy below": (labels.leads_taxonomy, labels.TAXONOMY_LEAD),
    "teaser": (chrome.is_teaser, chrome.TEASERS),
    "time": (plain_lines.time_led, plain_lines.TIME_LED),
}  # fmt: skip


@pytest.mark.parametrize("first", FIRST)
@settings(max_examples=50)
@given(data=st.data())
def test_what_fits_begins_with_a_letter_that_is_looked_at(first: str, data: st.DataObject) -> None:
    looked, pattern = FIRST[first]
    assert looked(data.draw(st.from_regex(pattern, fullmatch=True, alphabet=DUTCH)))


@pytest.mark.parametrize("icon", sorted(labels.ICONS))
def test_a_pictogram_is_looked_at(icon: str) -> None:
    assert labels.icon_of(icon) is not None or labels.ICON.match(icon) is None
