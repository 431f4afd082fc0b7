"""How answers look on a terminal: width, colour, wrapping, quotes. Colour only where a terminal shows it."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import TextIO

WIDEST = 100
_BOLD, _DIM, _ACCENT, _WARN, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m", "\x1b[0m"
# What a page says may hold anything; a control character must not reach the terminal.
_BLANK = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_GONE = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))
_UNSAFE: dict[int, str | None] = {**_BLANK, **_GONE}


def clean(text: str) -> str:
    """Text from outside, safe to print: on one line, without control characters or direction marks."""
    return " ".join(text.translate(_UNSAFE).split())


def print_json(text: str) -> None:
    """The answer as JSON, exactly as the API gives it."""
    sys.stdout.write(text + "\n")


@dataclass(frozen=True, slots=True)
class Paper:
    """Where text goes: how wide it is, and whether it shows colour."""

    width: int
    colour: bool
    stream: TextIO

    def line(self, text: str = "", indent: int = 0) -> None:
        """One paragraph, wrapped; further lines hang under the first."""
        if not text:
            self.stream.write("\n")
            return
        margin = " " * indent
        self.stream.write(textwrap.fill(
            text, self.width, initial_indent=margin, subsequent_indent=margin, break_long_words=False,
            break_on_hyphens=False,
        ) + "\n")  # fmt: skip

    def raw(self, text: str, indent: int = 0) -> None:
        """A line that must stay as it is (it may hold colours)."""
        self.stream.write(" " * indent + text + "\n")

    def heading(self, text: str) -> None:
        self.raw(self.paint(text, _BOLD))

    def quote(self, text: str, source: str, indent: int) -> None:
        """A quote of a page, with its source below it."""
        wrapped = self._wrapped(f"“{clean(text)}”", indent, indent + 1)
        for row in wrapped:
            self.raw(self.paint(row, _ACCENT))
        for row in self._wrapped(f"— {clean(source)}", indent + 2, indent + 4):
            self.raw(self.paint(row, _DIM))

    def _wrapped(self, text: str, first: int, further: int) -> list[str]:
        return textwrap.wrap(
            text, self.width, initial_indent=" " * first, subsequent_indent=" " * further, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip

    def table(self, rows: list[tuple[str, str]], indent: int = 2) -> None:
        """Two columns: a word, and what belongs to it, wrapped in its own column."""
        first = max((len(left) for left, _ in rows), default=0) + 2
        for left, right in rows:
            lines = textwrap.wrap(right, max(20, self.width - indent - first), break_long_words=False) or [""]
            self.raw(f"{left:<{first}}{lines[0]}", indent)
            for more in lines[1:]:
                self.raw(" " * first + more, indent)

    def dim(self, text: str) -> str:
        return self.paint(text, _DIM)

    def bold(self, text: str) -> str:
        return self.paint(text, _BOLD)

    def warn(self, text: str) -> str:
        return self.paint(text, _WARN)

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{_PLAIN}" if self.colour and text else text


def paper(colour: bool, stream: TextIO | None = None) -> Paper:
    """The paper that a stream is: standard output unless said otherwise."""
    stream = stream or sys.stdout
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    return Paper(max(40, min(columns, WIDEST)), colour and stream.isatty(), stream)


def on_day(moment: str) -> str:
    """The day of a moment (ISO 8601) as people write it; as it is, where it is none."""
    from graph_model.dates import in_words, is_date

    return in_words(moment[:10]) if is_date(moment[:10]) else moment
