"""Replies that were recorded to annotated pages, as they are and spoiled, through the gate and beside our reader."""

from __future__ import annotations

import json
from functools import cache

import pytest

from ingest.extract import read
from ingest.second_reader.agreement import LINE
from ingest.second_reader.extracting import both
from ingest.second_reader.reading import together
from ingest.second_reader.reply import told_in
from tests.quality.second_reader.material import REPLIES, Asked, asked, held_out, replies
from tests.quality.second_reader.measure import show, table
from tests.quality.second_reader.spoil import spoiled

pytestmark = pytest.mark.skipif(not REPLIES.is_dir(), reason="../shared is absent")
SHARES = (0.0, 0.1, 0.3, 0.5)
# Well under what was measured: below this something was lost, whatever the luck of the dice.
_LEAST_PRECISION = {0.1: 0.9, 0.3: 0.82, 0.5: 0.75}


@cache
def pages() -> tuple[Asked, ...]:
    """The pages with the built-in reading of the shipped models, which have seen them: for laws, not for figures."""
    from tests.quality.second_reader.material import page_of

    return tuple(asked({name: read(page_of(name)) for name in replies()}))


@pytest.mark.parametrize("share", SHARES)
def test_every_claim_has_a_quote_that_stands_in_the_page(share: float) -> None:
    claims = 0
    for page in pages():
        found = together(page.page, told_in(json.dumps(spoiled(page.reply, share, 1))), page.first, "1")
        for said in found.second.statements:
            quote = page.page.text[said.quote.start : said.quote.end]
            assert quote.strip()
            claims += said.confidence >= LINE
    assert claims > 100


def test_the_same_reply_always_gives_the_same_claims() -> None:
    for page in pages():
        text = json.dumps(page.reply)
        once, again = (together(page.page, told_in(text), page.first, "1") for _ in range(2))
        assert repr(once) == repr(again)


@pytest.mark.parametrize("share", SHARES[1:])
def test_what_is_spoiled_does_not_get_through_as_easily_as_what_is_not(share: float) -> None:
    """Of links that were turned into others, far fewer are published than of those that were left alone."""
    left, spoilt = [0, 0], [0, 0]
    for page in pages():
        bad = spoiled(page.reply, share, 7)
        found = both(together(page.page, told_in(json.dumps(bad)), page.first, "1"))
        shown = {
            (found.things[s.subject].name, s.predicate, found.things[s.object].name)
            for s in found.statements if s.confidence >= LINE
        }  # fmt: skip
        for was, now in zip(page.reply["links"], bad["links"], strict=True):
            count = left if was == now else spoilt
            count[0] += 1
            count[1] += (now["subject"], now["link"], now["object"]) in shown
    assert spoilt[1] / spoilt[0] < 0.6 * left[1] / left[0]


@pytest.mark.soak
def test_both_readers_together_are_right_where_neither_was_fitted() -> None:
    found = table(asked(held_out()))
    show(found)
    strict, as_one = found[("both, published", 0.0)]
    assert as_one.precision >= 0.96
    assert as_one.recall >= 0.9
    assert strict.precision >= 0.9
    for share, least in _LEAST_PRECISION.items():
        raw, checked = found[("reply as it stands", share)][1], found[("both, published", share)][1]
        assert checked.precision >= least
        assert checked.precision >= raw.precision + 0.1
