"""A text with quotes marked in it, each to be found by the ids of what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from api.web.text import clean

_END = Markup("</mark>")


@dataclass(frozen=True, slots=True)
class Span:
    """A quote in the text, from ``start`` up to ``end`` in characters, and the ids of the claims that it supports."""

    start: int
    end: int
    ids: tuple[str, ...]


def spans_of(found: Iterable[tuple[int, int, str]], length: int) -> list[Span]:
    """One span for all claims with one quote; a quote that lies outside the text has none."""
    ids: dict[tuple[int, int], list[str]] = defaultdict(list)
    for start, end, claim in found:
        if 0 <= start < end <= length:
            ids[start, end].append(claim)
    return [
        Span(*place, tuple(claims)) for place, claims in sorted(ids.items(), key=lambda one: (one[0][0], -one[0][1]))
    ]


def marked(text: str, spans: Iterable[Span]) -> Markup:
    """The text with a ``<mark>`` around each span: nested where one lies in another, cut where they only overlap."""
    ordered = list(spans)
    edges = sorted({edge for span in ordered for edge in (span.start, span.end)} | {len(text)})
    starting: dict[int, list[Span]] = defaultdict(list)
    for span in ordered:
        starting[span.start].append(span)
    parts: list[Markup] = []
    inside: list[Span] = []
    at = 0
    for edge in edges:
        parts.append(escape(clean(text[at:edge])))
        parts += _closed(inside, edge)
        for span in starting[edge]:
            parts.append(_begin(span))
            inside.append(span)
        at = edge
    return Markup("").join(parts)


def _closed(inside: list[Span], edge: int) -> list[Markup]:
    """Close what ends here; what only lies in between is closed too, and opened again without its ids."""
    parts, again = [], []
    while any(span.end == edge for span in inside):
        span = inside.pop()
        parts.append(_END)
        if span.end != edge:
            again.append(span)
    for span in reversed(again):
        parts.append(Markup("<mark>"))
        inside.append(span)
    return parts


def _begin(span: Span) -> Markup:
    first, *others = span.ids
    anchors = Markup("").join(Markup('<span id="{}"></span>').format(other) for other in others)
    return Markup('<mark id="{}">').format(first) + anchors
