"""Pages that we wrote for the reader to learn kinds from: names marked in the text, nothing else annotated.

A file holds several pages, each under a line ``=== its name``. ``{P|Kring West}`` is a name of a Partner, and names may
hold names. What is not marked is no thing. The letters stand in ``KINDS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ingest.extract.evidence import candidates_of
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import sheet_of
from ingest.page import read_page
from tests.quality.gold import Example

FOLDER = Path(__file__).with_name("practice")
KINDS = {
    "C": "CareOrganisation", "D": "Document", "E": "Event", "H": "Person", "I": "Initiative", "L": "Place",
    "M": "Movement", "P": "Partner", "R": "ClientCouncil", "S": "EventSeries",
}  # fmt: skip
_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)
_MARK = re.compile(r"\{([A-Z])\|([^{}]*)\}")


@cache
def practice() -> tuple[Example, ...]:
    """All practice pages, by file and place in it."""
    return tuple(_example(name, text) for path in sorted(FOLDER.glob("*.txt")) for name, text in _pages(path))


def _pages(path: Path) -> Iterator[tuple[str, str]]:
    parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        yield f"{path.stem}: {name}", text


def _example(name: str, marked: str) -> Example:
    kinds: dict[str, str] = {}
    text = marked
    while (match := _MARK.search(text)) is not None:
        kinds.setdefault(folded(match[2]), KINDS[match[1]])
        text = text[: match.start()] + match[2] + text[match.end() :]
    sheet = sheet_of(read_page(text.encode(), "file:practice.txt"))
    pool = candidates_of(sheet)
    return Example(name, {}, sheet, pool, {key: kinds.get(key, "none") for key in pool.by_key})
