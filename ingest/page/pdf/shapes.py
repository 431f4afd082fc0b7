"""What a PDF draws beside text, as far as it tells how to read: dots before items, and the rules of tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_SMALLEST_DOT, _LARGEST_DOT = 1.0, 7.0  # points
_THICKEST_RULE, _SHORTEST_RULE = 2.5, 8.0
_MOST_POINTS = 60  # of one path; what has more is a picture
MOST_DOTS = 500
MOST_RULES = 800


@dataclass(slots=True)
class Shapes:
    """The path in the making, by its parts, and what was drawn: dots as (x, y), rules as (x0, y0, x1, y1)."""

    dots: list[Point] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    path: list[list[Point]] = field(default_factory=list)
    points: int = 0

    def move(self, numbers: list[float]) -> None:
        """Begin a part of the path."""
        self.path.append([])
        self.line(numbers)

    def line(self, numbers: list[float]) -> None:
        """Go on to one point, or over the points that bend a curve."""
        self.points += 1
        if self.points <= _MOST_POINTS and self.path:
            self.path[-1] += zip(numbers[::2], numbers[1::2], strict=True)

    def rectangle(self, numbers: list[float]) -> None:
        """Add a rectangle."""
        x, y, width, height = numbers
        self.move([x, y, x + width, y, x + width, y + height, x, y + height, x, y])

    def close(self) -> None:
        """Go back to where the part began."""
        if self.path and self.path[-1]:
            self.path[-1].append(self.path[-1][0])

    def end(self, base: Matrix, filled: bool, drawn: bool) -> None:
        """End the path: it is filled, drawn, both or neither."""
        path, whole = self.path, self.points <= _MOST_POINTS
        self.path, self.points = [], 0
        if not whole or not (filled or drawn):
            return
        a, b, c, d, e, f = base
        for part in path:
            shown = [(x * a + y * c + e, x * b + y * d + f) for x, y in part]
            if filled and shown:
                self._fill(shown)
            if drawn and len(self.rules) < MOST_RULES:
                self.rules += [(*one, *other) for one, other in pairwise(shown) if _is_rule(one, other)]

    def _fill(self, points: list[Point]) -> None:
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        wide, tall = right - left, high - low
        if _SMALLEST_DOT < wide < _LARGEST_DOT and _SMALLEST_DOT < tall < _LARGEST_DOT:
            if len(self.dots) < MOST_DOTS:
                self.dots.append(((left + right) / 2, (low + high) / 2))
        elif min(wide, tall) < _THICKEST_RULE and len(self.rules) < MOST_RULES:
            middle = (left, (low + high) / 2, right, (low + high) / 2) if tall < wide else (
                (left + right) / 2, low, (left + right) / 2, high
            )  # fmt: skip
            if _is_rule(middle[:2], middle[2:]):
                self.rules.append(middle)


def _is_rule(one: Point, other: Point) -> bool:
    """Whether a line is straight up or across, and no mere tick."""
    wide, tall = abs(one[0] - other[0]), abs(one[1] - other[1])
    return min(wide, tall) < 0.5 and max(wide, tall) > _SHORTEST_RULE
