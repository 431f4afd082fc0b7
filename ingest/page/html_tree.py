"""HTML bytes-as-text to a flat list of elements in document order, which everything else walks without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

UNSEEN = frozenset(
    """script style noscript template svg math iframe object embed canvas select option textarea input audio video link
    base source track map progress meter datalist""".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre search section
    summary table tbody td tfoot th thead tr ul""".split()
)
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Element:
    """An element, or a text node (``tag`` is ""). Its descendants are the elements up to ``end``.

    ``size`` counts the characters of visible text beneath it; ``names`` is its class, id and role in lower case.
    """

    tag: str
    parent: int
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    names: str = ""
    end: int = 0
    size: int = 0


@dataclass(slots=True)
class Tree:
    """A page's elements (the first is ``html``), with what stands in its head."""

    elements: list[Element]
    head_title: str
    language: str
    metas: list[dict[str, str]]
    json_ld: list[str]

    def words(self, i: int) -> str:
        """The visible text beneath element ``i``, white space collapsed."""
        parts: list[str] = []
        for element in self.elements[i : self.elements[i].end]:
            if element.tag == "":
                parts.append(element.text)
            elif element.tag in BLOCKS or element.tag == "br":
                parts.append(" ")
        return _SPACE.sub(" ", "".join(parts)).strip()

    def ancestors(self, i: int) -> list[int]:
        """The elements around element ``i``, innermost first."""
        found: list[int] = []
        i = self.elements[i].parent
        while i >= 0:
            found.append(i)
            i = self.elements[i].parent
        return found


def parse(source: str) -> Tree:
    """A page's tree; broken or cut-off HTML is mended the way browsers do."""
    root = LexborHTMLParser(source).root
    tree = Tree([], "", "", [], [])
    if root is not None:
        tree.language = (root.attributes.get("lang") or "").strip()
        _flatten(root, tree)
        _measure(tree.elements)
    return tree


def _flatten(root: LexborNode, tree: Tree) -> None:
    node: LexborNode | None = root
    open_elements: list[int] = []
    depth = 0
    while node is not None:
        child = _enter(node, tree, open_elements[-1] if open_elements else -1)
        if child is not None:
            open_elements.append(len(tree.elements) - 1)
            depth += 1
            node = child
            continue
        while node is not None and node.next is None and depth:
            node = node.parent
            depth -= 1
            tree.elements[open_elements.pop()].end = len(tree.elements)
        node = node.next if node is not None and depth else None


def _enter(node: LexborNode, tree: Tree, parent: int) -> LexborNode | None:
    """Note a node; its first child when its inside is to be seen."""
    tag = node.tag or ""
    if tag == "-text":
        tree.elements.append(Element("", parent, node.text_content or "", end=len(tree.elements) + 1))
        return None
    if tag.startswith(("-", "!")):
        return None
    attributes = {k: v or "" for k, v in node.attributes.items()}
    if tag in UNSEEN or tag == "title":
        _note_unseen(tag, node, attributes, tree)
        return None
    if tag == "meta":
        tree.metas.append(attributes)
        if "itemprop" not in attributes:
            return None
    names = " ".join(attributes.get(k, "") for k in ("class", "id", "role")).lower() if attributes else ""
    tree.elements.append(Element(tag, parent, attributes=attributes, names=names, end=len(tree.elements) + 1))
    return node.first_child


def _note_unseen(tag: str, node: LexborNode, attributes: dict[str, str], tree: Tree) -> None:
    if tag == "title" and not tree.head_title:
        tree.head_title = _SPACE.sub(" ", node.text() or "").strip()
    elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
        tree.json_ld.append(node.text() or "")


def _measure(elements: list[Element]) -> None:
    for element in reversed(elements):
        if element.tag == "":
            element.size = len(element.text.strip())
        if element.parent >= 0:
            elements[element.parent].size += element.size
