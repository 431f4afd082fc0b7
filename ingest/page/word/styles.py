"""What the styles of a Word document say of a paragraph: a heading, a title, an item of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|kop) ?([1-9])")
_KINDS = {
    "title": "title", "titel": "title", "subtitle": "heading", "ondertitel": "heading", "quote": "quote",
    "citaat": "quote", "intense quote": "quote", "duidelijk citaat": "quote", "caption": "caption",
    "bijschrift": "caption",
}  # fmt: skip
_DEEPEST = 10  # styles that build on styles


@dataclass(frozen=True, slots=True)
class Style:
    """``kind`` is that of a block ("" for running text); ``level`` of a heading or item; ``toc``: a table of contents.

    ``size`` is in half points, 0 when the style does not say.
    """

    kind: str = ""
    level: int = 0
    toc: bool = False
    size: int = 0


def styles_of(root: Any) -> dict[str, Style]:
    """The styles by their id. ``root`` is the element of the styles part."""
    elements = {value(style, "styleId"): style for style in root.iter(f"{W}style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, Any]) -> Style:
    """What a style says, or else the ones that it builds on."""
    found = Style()
    for _ in range(_DEEPEST):
        element = elements.get(name)
        if element is None:
            break
        own = _own(element)
        found = Style(found.kind or own.kind, found.level or own.level, found.toc or own.toc, found.size or own.size)
        name = text_of(element, "basedOn")
    return found


def _own(element: Any) -> Style:
    name = text_of(element, "name").lower()
    size = number_of(element, "rPr", "sz") or 0
    outline = number_of(element, "pPr", "outlineLvl")
    heading = _HEADING.fullmatch(name)
    if heading:
        return Style("heading", int(heading[1]), size=size)
    if name in _KINDS:
        return Style(_KINDS[name], 1, size=size)
    if outline is not None and outline < 9:
        return Style("heading", outline + 1, size=size)
    if name.startswith(("list bullet", "list number")) or element.find(f"{W}pPr/{W}numPr/{W}numId") is not None:
        return Style("item", 1, size=size)
    return Style(toc=name.startswith(("toc ", "inhopg ")) and name[-1:].isdigit(), size=size)


def text_of(element: Any, *path: str) -> str:
    """The ``val`` of the element at a path, "" when there is none."""
    found = element.find("/".join(W + name for name in path))
    return value(found) if found is not None else ""


def number_of(element: Any, *path: str) -> int | None:
    """The same as a whole number; None when it is none."""
    text = text_of(element, *path)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def value(element: Any, name: str = "val") -> str:
    """An attribute of Word's own, "" when absent."""
    return str(element.get(W + name) or "")
