"""The lines of a Word paragraph, with their links and bold stretches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.page.html_lines import Line, spaced
from ingest.page.word.styles import W, value

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Removed text and what is no text; the words of drawings stand within runs, of which only the text itself is read.
_UNREAD = frozenset(W + name for name in ("del", "moveFrom", "pPr"))
_SHOWN = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}


@dataclass(slots=True)
class _Reading:
    """The lines so far, each in the parts that tabs divide it in."""

    targets: Mapping[str, str]
    lines: list[list[Line]] = field(default_factory=lambda: [[Line("")]])

    def walk(self, element: Any, target: str = "") -> None:
        for child in element:
            if child.tag == f"{W}r":
                self.run(child, target)
            elif child.tag not in _UNREAD:
                held = self.targets.get(child.get(_RELATION) or "", "") if child.tag == f"{W}hyperlink" else ""
                self.walk(child, held or target)

    def run(self, run: Any, target: str) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and _is_on(properties, "vanish"):
            return
        bold = properties is not None and _is_on(properties, "b")
        text = "".join(child.text or "" if child.tag == f"{W}t" else _SHOWN.get(child.tag, "") for child in run)
        for n, line in enumerate(text.split("\n")):
            if n:
                self.lines.append([Line("")])
            for m, part in enumerate(line.split("\t")):
                if m:
                    self.lines[-1].append(Line(""))
                _add(self.lines[-1][-1], part, bold, target)


def lines_of(paragraph: Any, targets: Mapping[str, str]) -> list[list[Line]]:
    """The lines of a paragraph that hold something, each in the parts that tabs divide it in.

    ``targets`` are the addresses of links by their id.
    """
    reading = _Reading(targets)
    reading.walk(paragraph)
    lines = ([part.part(0, len(part.text)) for part in line] for line in reading.lines)
    return [kept for line in lines if (kept := [part for part in line if part.text])]


def _add(line: Line, text: str, bold: bool, target: str) -> None:
    """Add what a run shows; white space is even over the border of runs too."""
    start = len(line.text)
    line.text += spaced(text, line.text)
    end = len(line.text)
    if bold and end > start:
        line.bold.append((start, end))
    if target and end > start:
        goes_on = line.links and line.links[-1][1:] == (start, target)
        line.links.append((line.links.pop()[0] if goes_on else start, end, target))


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(W + name)
    return found is not None and value(found).lower() not in ("0", "false", "off", "none")
