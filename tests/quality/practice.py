"""Pages that we wrote for the reader to learn from: things marked in the text, and the links between them below it.

A file holds several pages, each under a line ``=== its name``. ``{P|Kring West}`` marks a name of a Partner,
``{P|de Kring=Kring West}`` another form of that name, and names may hold names; what is not marked is no thing. The
letters stand in ``KINDS``. Behind a line ``---`` stands one link a line, ``TYPE: name > name | role``; ``SELF`` is the
page itself. A page without that line teaches kinds only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.extract.evidence import candidates_of
from ingest.extract.structure import sheet_of
from ingest.page import read_page
from tests.quality.gold import Example, labels_of

FOLDER = Path(__file__).with_name("practice")
KINDS = {
    "C": "CareOrganisation", "D": "Document", "E": "Event", "H": "Person", "I": "Initiative", "K": "Keyword",
    "L": "Place", "M": "Movement", "P": "Partner", "R": "ClientCouncil", "S": "EventSeries", "T": "Theme",
}  # fmt: skip
_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)
_MARK = re.compile(r"\{([A-Z])\|([^{}=]*)(?:=([^{}]*))?\}")
_LINK = re.compile(r"([A-Z_]+): (.+?) > (.+?)(?: \|.*)?")
ITSELF = "SELF"

Forms = Mapping[str, tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A practice page as it is written down: its text as a reader sees it, and what is marked in it.

    ``forms`` holds of every thing, by its name, its kind and the forms that stand in the text; ``links`` are
    (kind, name, name). ``is_linked``: its links are written down, maybe none.
    """

    name: str
    text: str
    forms: Forms
    links: tuple[tuple[str, str, str], ...]
    is_linked: bool


@cache
def practice() -> tuple[Example, ...]:
    """All practice pages, by file and place in it."""
    return tuple(map(_example, marked_pages()))


def marked_pages() -> list[Marked]:
    """All practice pages as they are written down."""
    return [_marked(name, text) for path in sorted(FOLDER.glob("*.txt")) for name, text in _pages(path)]


def _pages(path: Path) -> Iterator[tuple[str, str]]:
    parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        yield f"{path.stem}: {name}", text


def _marked(name: str, whole: str) -> Marked:
    text, told, links = whole.partition("\n---\n")
    forms: dict[str, tuple[str, list[str]]] = {}
    while (match := _MARK.search(text)) is not None:
        letter, form, full = match.groups()
        forms.setdefault(full or form, (KINDS[letter], []))[1].append(form)
        text = text[: match.start()] + form + text[match.end() :]
    return Marked(name, text, forms, tuple(_link(line) for line in links.splitlines() if line.strip()), bool(told))


def _link(line: str) -> tuple[str, str, str]:
    match = _LINK.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"not a link: {line}")
    return match[1], match[2], match[3]


def _example(page: Marked) -> Example:
    form = "html" if page.text.lstrip().startswith("<") else "txt"
    sheet = sheet_of(read_page(page.text.encode(), f"file:practice.{form}"))
    pool = candidates_of(sheet)
    gold = _gold(page, sheet.page.title)
    return Example(page.name, gold, sheet, pool, labels_of(pool, gold))


def _gold(page: Marked, title: str) -> dict[str, Any]:
    """What a page names and says, in the shape of the annotated pages."""
    known = {name: (kind, name) for name, (kind, _) in page.forms.items()}
    entities: list[dict[str, Any]] = [
        {"type": kind, "name": name, "mentions": list(dict.fromkeys(forms))}
        for name, (kind, forms) in page.forms.items()
    ]
    if any(ITSELF in ends for _, *ends in page.links):
        known[ITSELF] = ("Document", title)
        entities.append({"type": "Document", "name": title, "self": True})
    if not page.is_linked:
        return {"entities": entities}
    relations = [
        {
            "type": kind, "subject": known[one][1], "subject_type": known[one][0], "object": known[other][1],
            "object_type": known[other][0],
        }
        for kind, one, other in page.links
    ]  # fmt: skip
    return {"entities": entities, "relations": relations}
