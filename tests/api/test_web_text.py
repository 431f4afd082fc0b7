"""Text on its way into a page: marked quotes, text fragments, linked names, both catalogues of words."""

from __future__ import annotations

import re
import tomllib
from html import unescape
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web import visit
from api.web.language import LANGUAGES, words_in
from api.web.marking import marked, spans_of
from api.web.marks import mark
from api.web.text import linked, text_fragment, web_address
from graph_model.schema import FIELD_KINDS, LINK_KINDS, NODE_KINDS
from queries.results import Ref

WEB = Path(visit.__file__).parent
TEMPLATES = WEB.parent / "templates"
TABLES = {"kind", "link", "field", "months"}
places = st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 40)), max_size=8)


def _plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), max_size=30), places)
def test_marking_changes_no_text_and_closes_what_it_opens(text: str, found: list[tuple[int, int]]) -> None:
    spans = spans_of(((start, end, f"c{n}") for n, (start, end) in enumerate(found)), len(text))
    made = str(marked(text, spans))
    assert _plain(made) == text
    depth = 0
    for tag in re.findall(r"</?mark", made):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0
    inside = {f"c{n}" for n, (start, end) in enumerate(found) if 0 <= start < end <= len(text)}
    assert sorted(re.findall(r'id="(c\d+)"', made)) == sorted(inside)


def test_a_quote_in_a_quote_is_a_mark_in_a_mark() -> None:
    made = marked("een twee drie", spans_of([(0, 13, "a"), (4, 8, "b"), (4, 8, "c")], 13))
    assert made == '<mark id="a">een <mark id="b"><span id="c"></span>twee</mark> drie</mark>'


def test_quotes_that_overlap_are_cut_where_they_do() -> None:
    made = marked("abcdef", spans_of([(0, 4, "a"), (2, 6, "b")], 6))
    assert made == '<mark id="a">ab<mark id="b">cd</mark></mark><mark>ef</mark>'


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("Truus richtte het op", "Truus%20richtte%20het%20op"),
        ("in co-productie, samen & meer", "in%20co%2Dproductie%2C%20samen%20%26%20meer"),
        (" ".join("abcdefghijklmnop"), "a%20b%20c%20d%20e,l%20m%20n%20o%20p"),
        ("Bel ██████ of kom langs bij ons", "of%20kom%20langs%20bij%20ons"),
        ("", ""),
    ],
)
def test_the_words_of_a_quote_are_found_on_the_original_page(quote: str, fragment: str) -> None:
    assert text_fragment(quote) == fragment


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//x.nl", "urn:x", "", None, "http://", "https://a b", "https://[x"],
)
def test_only_web_pages_become_links(address: str | None) -> None:
    assert web_address(address) == ""


def test_a_web_page_is_a_link() -> None:
    assert web_address(" HTTPS://dorp.nl/a?b=1 ") == "HTTPS://dorp.nl/a?b=1"


def test_names_in_a_sentence_lead_to_their_things_the_longest_first() -> None:
    one, other = (
        Ref(id="oa", kind="Initiative", name="De <Linde>"),
        Ref(id="ob", kind="Initiative", name="De <Linde> Noord"),
    )
    made = str(linked("De <Linde> Noord bracht De <Linde> voort", [one, other]))
    assert _plain(made) == "De <Linde> Noord bracht De <Linde> voort"
    assert re.findall(r'href="([^"]*)"', made) == ["/ding/ob"]


def _catalogue(language: str) -> dict[str, str]:
    told = tomllib.loads((WEB / "messages" / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{part}.{key}": text for part, keys in told.items() if part not in TABLES for key, text in keys.items()}


def test_both_languages_say_the_same_things_with_the_same_facts() -> None:
    dutch, english = _catalogue("nl"), _catalogue("en")
    assert dutch.keys() == english.keys()
    facts = {key: {name for _, name, _, _ in Formatter().parse(text) if name} for key, text in dutch.items()}
    assert facts == {key: {n for _, n, _, _ in Formatter().parse(text) if n} for key, text in english.items()}


def test_every_text_that_a_template_asks_for_is_there_and_every_text_is_asked_for() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.html"))
    known = _catalogue("nl").keys()
    parts = "|".join({key.partition(".")[0] for key in known})
    asked = re.findall(rf'["\']((?:{parts})\.[a-z_.-]*)["\'](\s*~)?', source)
    whole = {key for key, more in asked if not more and not key.endswith((".html", ".css", ".svg"))}
    assert {key for key in whole if key not in known and f"{key}_one" not in known} == set()
    starts = tuple(key for key, more in asked if more)
    assert {
        key for key in known if re.sub("_(one|many)$", "", key) not in whole and not key.startswith(starts)
    } <= whole


def test_english_has_a_word_for_every_kind() -> None:
    english = words_in("en")
    assert english.tables["kind"].keys() == NODE_KINDS.keys()
    assert english.tables["link"].keys() == LINK_KINDS.keys()
    shown = {name for name, field in FIELD_KINDS.items() if not field.hidden}
    assert english.tables["field"].keys() == shown - {"name", "kind", "alias", "url", "position"}
    assert set(LANGUAGES) == {file.stem for file in (WEB / "messages").glob("*.toml")}


def test_dates_and_numbers_are_written_as_each_language_does() -> None:
    dutch, english = words_in("nl"), words_in("en")
    assert (dutch.day("2025-03-18T19:30"), english.day("2025-03-18T19:30")) == (
        "18 maart 2025, 19.30 uur",
        "18 March 2025, 19:30",
    )
    assert (dutch.day("2024-21"), english.day("2024-21")) == ("voorjaar 2024", "spring 2024")
    assert (dutch.number(1234.5, 1), english.number(1234.5, 1)) == ("1.234,5", "1,234.5")
    assert dutch.day("ooit") == english.day("ooit") == "ooit"


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_every_kind_has_a_mark(kind: str) -> None:
    assert re.fullmatch(r'<svg class="mark".*<path d="M[^"]+Z" fill="#[0-9a-f]{6}".*</svg>', str(mark(kind)))
