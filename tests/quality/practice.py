"""Pages that we wrote for the reader to learn from: things marked in the text, and the links between them below it.

A file holds several pages, each under a line ``=== its name``. ``{P|Kring West}`` marks a name of a Partner,
``{P|de Kring=Kring West}`` another form of that name, and names may hold names; what is not marked is no thing. The
letters stand in ``KINDS``. Behind a line ``---`` stands one link a line, ``TYPE: name > name | role``; ``SELF`` is the
page itself. A page without that line teaches kinds only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ingest.extract.evidence import candidates_of
from ingest.extract.structure import Sheet, sheet_of
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

Forms = dict[str, tuple[str, list[str]]]


@cache
def practice() -> tuple[Example, ...]:
    """All practice pages, by file and place in it."""
    return tuple(_example(name, text) for path in sorted(FOLDER.glob("*.txt")) for name, text in _pages(path))


def _pages(path: Path) -> Iterator[tuple[str, str]]:
    parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        yield f"{path.stem}: {name}", text


def _example(name: str, whole: str) -> Example:
    marked, told, links = whole.partition("\n---\n")
    text, forms = _unmarked(marked)
    sheet = sheet_of(read_page(text.encode(), "file:practice.txt"))
    pool = candidates_of(sheet)
    gold = _gold(sheet, forms, links) if told else {"entities": _entities(forms)}
    return Example(name, gold, sheet, pool, labels_of(pool, gold))


def _unmarked(text: str) -> tuple[str, Forms]:
    """The text as a reader sees it, and of every thing in it its kind and forms, by its name."""
    forms: Forms = {}
    while (match := _MARK.search(text)) is not None:
        letter, form, name = match.groups()
        forms.setdefault(name or form, (KINDS[letter], []))[1].append(form)
        text = text[: match.start()] + form + text[match.end() :]
    return text, forms


def _entities(forms: Forms) -> list[dict[str, Any]]:
    return [{"type": kind, "name": name, "mentions": list(dict.fromkeys(said))} for name, (kind, said) in forms.items()]


def _gold(sheet: Sheet, forms: Forms, links: str) -> dict[str, Any]:
    """What a page names and says, in the shape of the annotated pages."""
    itself = {"SELF": ("Document", sheet.page.title)} if re.search(r"\bSELF\b", links) else {}
    known = {name: (kind, name) for name, (kind, _) in forms.items()} | itself
    entities = _entities(forms) + [{"type": kind, "name": title, "self": True} for kind, title in itself.values()]
    return {"entities": entities, "relations": [_link(line, known) for line in links.splitlines() if line.strip()]}


def _link(line: str, known: dict[str, tuple[str, str]]) -> dict[str, str]:
    match = _LINK.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"not a link: {line}")
    kind, (subject_kind, subject), (object_kind, object_) = match[1], known[match[2]], known[match[3]]
    return {
        "type": kind, "subject": subject, "subject_type": subject_kind, "object": object_, "object_type": object_kind,
    }  # fmt: skip
