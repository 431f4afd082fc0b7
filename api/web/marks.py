"""The mark of a kind of thing beside its name: the same shapes and colours as on the network map."""

from __future__ import annotations

import math
from functools import cache

from markupsafe import Markup

from visualizations.style import LOOKS

_R = 7.0


def _regular(corners: int, turn: float, size: float) -> list[tuple[float, float]]:
    angles = [turn + 2 * math.pi * i / corners for i in range(corners)]
    return [(size * math.cos(angle), size * math.sin(angle)) for angle in angles]


_UP = -math.pi / 2
_STAR = [
    (x * (0.55 if i % 2 else 1.25), y * (0.55 if i % 2 else 1.25)) for i, (x, y) in enumerate(_regular(10, _UP, 1))
]
_PLUS = [(-0.38, -1.0), (0.38, -1.0), (0.38, -0.38), (1.0, -0.38), (1.0, 0.38), (0.38, 0.38), (0.38, 1.0),
         (-0.38, 1.0), (-0.38, 0.38), (-1.0, 0.38), (-1.0, -0.38), (-0.38, -0.38)]  # fmt: skip
_CORNERS = {
    "square": [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
    "diamond": _regular(4, _UP, 1.2),
    "star": _STAR,
    "hexagon": _regular(6, 0, 1.08),
    "triangle": _regular(3, _UP, 1.28),
    "triangle_down": _regular(3, -_UP, 1.28),
    "pentagon": _regular(5, _UP, 1.12),
    "plus": _PLUS,
    "cross": [((x - y) * 0.74, (x + y) * 0.74) for x, y in _PLUS],
    "page": [(-0.72, -0.95), (0.3, -0.95), (0.72, -0.5), (0.72, 0.95), (-0.72, 0.95)],
}
_CIRCLE = "M{r} 0A{r} {r} 0 1 1 -{r} 0A{r} {r} 0 1 1 {r} 0Z"


@cache
def mark(kind: str) -> Markup:
    """The mark of this kind as SVG; it says nothing to who does not see it, for the word stands beside it."""
    look = LOOKS[kind]
    return Markup(
        '<svg class="mark" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">'
        '<path d="{}" fill="{}" fill-rule="evenodd"/></svg>'
    ).format(_outline(look.shape), look.colour)


def _outline(shape: str) -> str:
    if shape in _CORNERS:
        points = " ".join(f"{x * _R:.1f} {y * _R:.1f}" for x, y in _CORNERS[shape])
        return f"M{points}Z"
    ring = _CIRCLE.format(r=_R / 2) if shape == "ring" else ""
    return _CIRCLE.format(r=_R) + ring
