"""The invented neighbourhood says what it should."""

from __future__ import annotations

from collections import Counter

from graph_model.examples import PAGES, claims
from graph_model.projection.given import Given
from graph_model.projection.project import project
from graph_model.surnames import load_common_surnames


def test_every_quote_stands_where_it_says_in_the_text_of_its_page() -> None:
    for page in PAGES:
        for claim in page.claims:
            (evidence,) = claim.evidence
            if page.text:
                assert page.text[evidence.start : evidence.end] == evidence.quote
            else:
                assert (evidence.start, evidence.end) == (-1, -1)


def test_it_holds_what_real_pages_hold() -> None:
    projection = project(claims(), [], Given(common_surnames=load_common_surnames()))
    kinds = Counter(node.kind for node in projection.nodes.values())
    assert not projection.misfits
    assert kinds["Initiative"] == 5
    assert kinds["Event"] == 4
    assert kinds["Place"] == 4
    assert kinds["Theme"] == 3
    names = [node.name for node in projection.nodes.values()]
    assert names.count("Anna de Jong") == 2
    assert sum("aoberhoes" in name.lower().replace("ê", "e") for name in names if "ontstond" not in name) == 2
    published = {claim for link in projection.links.values() for claim in link.claims}
    assert any(claim.id not in published for claim in claims() if claim.object)
