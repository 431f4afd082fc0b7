"""What a PDF shows on a sheet: runs of text and where they stand, from the operators that draw them.

Coordinates are in points, x to the right and y upwards, with the sheet turned as a reader sees it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from ingest.page.pdf.faces import Face, Faces
from ingest.page.pdf.shapes import Matrix, Shapes

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WORD_GAP = 0.17  # of the size; kerning moves less
_COLUMN_GAP = 0.9
_TURNED = 0.1  # text that is set at more of an angle is a mark on the sheet, not part of its text
_DEEPEST = 6  # forms within forms
_FORM = 60  # operators that opening a form is worth


@dataclass(slots=True)
class Run:
    """Text drawn in one go, from ``x0`` to ``x1`` on the baseline ``y``, at a ``size`` in points."""

    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(slots=True)
class _State:
    """The part of the graphics state that moves text."""

    base: Matrix = IDENTITY
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Source:
    """The document that sheets are drawn from, its fonts, and how many operators may still be followed in it."""

    document: Any
    left: int
    faces: Faces = field(default_factory=Faces)


class Drawing:
    """Follows the operators of one sheet and keeps the runs of text and the shapes that they draw."""

    def __init__(self, source: Source, turn: Matrix) -> None:
        self.source = source
        self.state = _State(turn)
        self.stack: list[_State] = []
        self.text = self.line = IDENTITY
        self.runs: list[Run] = []
        self.shapes = Shapes()

    def follow(self, contents: Any, resources: Any, depth: int = 0) -> None:
        """Draw a content stream with its resources, as far as the source allows."""
        from pypdf.generic import ContentStream

        fonts = _part(resources, "/Font")
        forms = _part(resources, "/XObject")
        for operands, operator in ContentStream(contents, self.source.document, "bytes").operations:
            self.source.left -= 1
            if self.source.left < 0:
                return
            step = _STEPS.get(operator)
            # An operator that is broken draws nothing; the rest of the sheet may be sound.
            with suppress(TypeError, ValueError, IndexError, OverflowError):
                if step is not None:
                    step(self, operands)
                elif operator == b"Tf":
                    self.state.face = self.source.faces.of(fonts.get(operands[0])) if fonts else None
                    self.state.size = float(operands[1])
                elif operator == b"Do" and forms and depth < _DEEPEST:
                    self.form(forms.get(operands[0]), resources, depth)

    def form(self, resource: Any, around: Any, depth: int) -> None:
        """Draw a form, which is a sheet within the sheet."""
        self.source.left -= _FORM
        drawn = resource.get_object() if resource is not None else None
        if drawn is None or drawn.get("/Subtype") != "/Form":
            return
        self.stack.append(replace(self.state))
        held = self.text, self.line
        matrix = drawn.get("/Matrix")
        if matrix is not None:
            self.state.base = times(_matrix(list(matrix)), self.state.base)
        inner = drawn.get("/Resources")
        self.follow(drawn, inner.get_object() if inner is not None else around, depth + 1)
        self.text, self.line = held
        self.state = self.stack.pop() if self.stack else self.state

    # operators

    def save(self, _: list[Any]) -> None:
        self.stack.append(replace(self.state))

    def restore(self, _: list[Any]) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def transform(self, operands: list[Any]) -> None:
        self.state.base = times(_matrix(operands), self.state.base)

    def begin(self, _: list[Any]) -> None:
        self.text = self.line = IDENTITY

    def place(self, operands: list[Any]) -> None:
        self.text = self.line = _matrix(operands)

    def move(self, operands: list[Any]) -> None:
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1])), self.line)

    def move_leading(self, operands: list[Any]) -> None:
        self.state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _: list[Any]) -> None:
        self.move([0.0, -self.state.leading])

    def show(self, operands: list[Any]) -> None:
        self.draw([operands[-1]])

    def show_parts(self, operands: list[Any]) -> None:
        self.draw(list(operands[0]))

    def show_next(self, operands: list[Any]) -> None:
        if len(operands) == 3:
            self.state.word, self.state.spacing = float(operands[0]), float(operands[1])
        self.next_line([])
        self.show(operands)

    def draw(self, parts: list[Any]) -> None:
        """Show strings; the numbers between them move the pen, and wide moves are gaps."""
        state = self.state
        if state.face is None:
            return
        shown: list[str] = []
        at = begin = 0.0
        for part in parts:
            if isinstance(part, bytes):
                for text, width in state.face.glyphs(part):
                    shown.append(text)
                    space = state.word if text == " " else 0.0
                    at += (width / 1000 * state.size + state.spacing + space) * state.stretch
            elif isinstance(part, int | float):
                gap = -float(part) / 1000
                if gap > _COLUMN_GAP and shown:
                    self.keep("".join(shown), begin, at)
                    shown, begin = [], at + gap * state.size * state.stretch
                elif gap > _WORD_GAP and shown and shown[-1] != " ":
                    shown.append(" ")
                at += gap * state.size * state.stretch
        self.keep("".join(shown), begin, at)
        self.text = times((1.0, 0.0, 0.0, 1.0, at, 0.0), self.text)

    def keep(self, text: str, begin: float, end: float) -> None:
        whole = times(self.text, self.state.base)
        a, b, c, d, e, f = whole
        if not text.strip() or abs(b) > _TURNED * abs(a) or a <= 0 or self.state.face is None:
            return
        size = abs(self.state.size) * hypot(c, d)
        x0, x1 = e + begin * a, e + end * a
        y = f + self.state.rise * d
        if 0.5 < size < 500 and all(abs(v) < 1e5 for v in (x0, x1, y)):
            self.runs.append(Run(min(x0, x1), max(x0, x1), y, size, self.state.face.bold, text))


def _set(name: str, scale: float = 1.0) -> Any:
    def step(drawing: Drawing, operands: list[Any]) -> None:
        setattr(drawing.state, name, float(operands[0]) * scale)

    return step


def _path(step: Callable[[Shapes, list[float]], None]) -> Any:
    return lambda drawing, operands: step(drawing.shapes, [float(operand) for operand in operands])


def _ends(filled: bool | None, drawn: bool = False, closed: bool = False) -> Any:
    """The step of an operator that ends a path, or only closes it (None)."""

    def step(drawing: Drawing, _: list[Any]) -> None:
        if closed or filled is None:
            drawing.shapes.close()
        if filled is not None:
            drawing.shapes.end(drawing.state.base, filled, drawn)

    return step


_STEPS: dict[bytes, Any] = {
    b"q": Drawing.save, b"Q": Drawing.restore, b"cm": Drawing.transform, b"BT": Drawing.begin, b"Tm": Drawing.place,
    b"Td": Drawing.move, b"TD": Drawing.move_leading, b"T*": Drawing.next_line, b"Tj": Drawing.show,
    b"TJ": Drawing.show_parts, b"'": Drawing.show_next, b'"': Drawing.show_next, b"Tc": _set("spacing"),
    b"m": _path(Shapes.move), b"l": _path(Shapes.line), b"c": _path(Shapes.line), b"v": _path(Shapes.line),
    b"y": _path(Shapes.line), b"re": _path(Shapes.rectangle), b"h": _ends(None), b"f": _ends(True, False),
    b"F": _ends(True, False), b"f*": _ends(True, False), b"B": _ends(True, True), b"B*": _ends(True, True),
    b"b": _ends(True, True, True), b"b*": _ends(True, True, True), b"S": _ends(False, True),
    b"s": _ends(False, True, True), b"n": _ends(False, False),
    b"Tw": _set("word"), b"Tz": _set("stretch", 0.01), b"TL": _set("leading"),
    b"Ts": _set("rise"),
}  # fmt: skip


def times(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return a, b, c, d, e, f


def _part(resources: Any, name: str) -> Any:
    found = resources.get(name) if resources is not None else None
    return found.get_object() if found is not None else None
