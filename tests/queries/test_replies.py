"""What second readers answered is kept in the ledger, found again, masked with its page, and moved with its text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import Graph
from queries.ledger.replies import Reply, keep_replies, kept_replies, mask_replies, masked_json

AT = "2025-03-01T12:00:00+00:00"


def _reply(fingerprint: str, name: str = "Jo Vos", prompt: str = "p1", model: str = "m") -> Reply:
    return Reply(fingerprint, prompt, model, json.dumps({"things": [{"name": name}]}, separators=(",", ":")), AT)


def _cover(text: str) -> str:
    return text.replace("Jo Vos", "██ ███")


def test_a_reply_is_found_by_text_prompt_and_model_together(graph: Graph) -> None:
    replies = [_reply("a"), _reply("a", prompt="p2"), _reply("a", model="n"), _reply("b")]
    keep_replies(graph, replies)
    assert kept_replies(graph, [reply.id for reply in replies]) == {reply.id: reply for reply in replies}
    assert kept_replies(graph, [_reply("c").id]) == {}
    assert kept_replies(graph, []) == {}


def test_a_later_reply_to_the_same_question_takes_the_place_of_the_earlier_one(graph: Graph) -> None:
    keep_replies(graph, [_reply("a", "Een")])
    keep_replies(graph, [_reply("a", "Twee")])
    assert kept_replies(graph, [_reply("a").id]) == {_reply("a").id: _reply("a", "Twee")}


def test_erasing_masks_every_reply_and_moves_those_of_texts_that_changed(graph: Graph) -> None:
    untouched = _reply("other", "Iemand Anders")
    # More than are fetched at once: what is moved must be neither missed nor masked twice.
    keep_replies(graph, [untouched, *(_reply(f"text-{n}") for n in range(120)), _reply("version of long ago")])
    moved = {f"text-{n}": f"masked-{n}" for n in range(120)}
    assert graph.change(lambda tx: mask_replies(tx, _cover, moved)) == 121
    assert kept_replies(graph, [_reply(old).id for old in moved]) == {}
    found = kept_replies(graph, [_reply(new).id for new in moved.values()])
    assert {reply.text for reply in found.values()} == {_cover(_reply("x").text)}
    assert len(found) == 120
    old = _reply("version of long ago")
    assert "Vos" not in kept_replies(graph, [old.id])[old.id].text
    assert kept_replies(graph, [untouched.id]) == {untouched.id: untouched}
    assert graph.change(lambda tx: mask_replies(tx, _cover, {})) == 0


@pytest.mark.parametrize("text", ['{"a": "Jo Vos"', "Jo Vos", ""])
def test_what_is_no_json_is_masked_too(text: str) -> None:
    assert "Vos" not in masked_json(text, _cover)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(_values)
def test_a_mask_that_covers_nothing_changes_nothing_that_is_said(value: object) -> None:
    assert json.loads(masked_json(json.dumps(value), lambda text: text)) == value


def test_a_name_that_is_written_with_escapes_is_masked() -> None:
    assert "Zo" not in masked_json('{"n": "Zo\\u00eb Vos"}', lambda text: text.replace("Zoë Vos", "███ ███"))
