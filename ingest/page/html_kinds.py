"""What an HTML element means for the text in it."""

from __future__ import annotations

import re

from ingest.page.chrome import CHROME_HEADING
from ingest.page.html_tree import HEADINGS, Element, Tree

_META = re.compile(
    r"(?:^|[-_ ])(?:meta\w*|byline|datum|date\w*|posted\w*|published|publicatie\w*|author|auteur|time|timestamp|"
    r"entry-meta|article-info|post-date|submitted|info-line)(?:$|[-_ ])"
)
_CAPTION = re.compile(r"caption|bijschrift|onderschrift")
_QUOTE = re.compile(r"quote|citaat|streamer|(?:^|[-_ ])pull(?:$|[-_ ])")
_BUTTON = re.compile(r"(?:^|[-_ ])(?:btn|button|knop|cta)(?:$|[-_ ])")
_BY_TAG = {
    **{tag: ("heading", level) for tag, level in HEADINGS.items()},
    "summary": ("heading", 4), "button": ("heading", 4), "dt": ("term", 0), "blockquote": ("quote", 0),
    "figcaption": ("caption", 0), "caption": ("caption", 0),
}  # fmt: skip
_OUTER = frozenset(("td", "article", "main", "section", "body"))


def kind_of(elements: list[Element], stack: list[int], lists: int) -> tuple[str, int]:
    """The kind and level of text within the open elements ``stack``; ``lists`` counts the open lists."""
    for nearness, i in enumerate(reversed(stack)):
        element = elements[i]
        if element.tag in _BY_TAG:
            return _BY_TAG[element.tag]
        named = _kind_by_name(element, nearness) if element.names else ""
        if named:
            return named, 0
        if element.tag == "li" and lists:
            return "item", lists
        if element.tag in _OUTER:
            break
    return "paragraph", 0


def _kind_by_name(element: Element, nearness: int) -> str:
    if nearness < 4 and _QUOTE.search(element.names):
        return "quote"
    if nearness < 3 and _CAPTION.search(element.names):
        return "caption"
    if nearness < 3 and element.size < 160 and _META.search(element.names):
        return "meta"
    return ""


def is_layout(tree: Tree, i: int, title: int) -> bool:
    """Whether a table serves to place things: it holds headings, other tables or the title."""
    inside = tree.elements[i + 1 : tree.elements[i].end]
    placed = ("h1", "h2", "h3", "table", "article", "main")
    return i < title < tree.elements[i].end or any(e.tag in placed for e in inside)


def is_control(tree: Tree, element: Element) -> bool:
    """Whether an element is a control rather than text; the switch of an accordion is a heading."""
    if element.tag == "a":
        return element.attributes.get("role") == "button" or bool(_BUTTON.search(element.names))
    if element.tag == "label":
        return element.size < 60
    if element.tag != "button":
        return False
    after = next((e for e in tree.elements[element.end : element.end + 3] if e.tag), None)
    return after is None or after.size < 40 or element.size < 8


def behind_teasers(tree: Tree, i: int, root: int, title: int) -> int:
    """Where to go on when heading ``i`` opens teasers or the like: behind its container, or behind its section."""
    elements = tree.elements
    if i == title or not CHROME_HEADING.match(tree.words(i)):
        return i
    holder, container = i, elements[i].parent
    while container not in (root, -1) and not container <= title < elements[container].end:
        if any(e.tag == "" and e.size for e in elements[container:i]):
            break
        holder, container = container, elements[container].parent
    if holder != i:
        return elements[holder].end
    level = HEADINGS.get(elements[i].tag, 6)
    j = elements[i].end
    while j < elements[container].end and HEADINGS.get(elements[j].tag, 9) > level:
        if j <= title < elements[j].end:
            break
        j = elements[j].end
    return j
