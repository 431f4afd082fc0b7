"""``Aangesloten bij: A, B``, ``Voorzitter: P``: what a labelled line says of the page's own organisation."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import classes_of

_LIKELY = 0.85
_SAYS = {
    "aangesloten bij": ("MEMBER_OF", ("Partner",)),
    "lid van": ("MEMBER_OF", ("Partner",)),
    "onderdeel van": ("PART_OF", ORGANISATIONS),
    "partners": ("PARTNER_OF", ORGANISATIONS),
    "onze partners": ("PARTNER_OF", ORGANISATIONS),
    "samenwerkingspartners": ("PARTNER_OF", ORGANISATIONS),
}
_NONE_HERE = tuple("auteur contact dagvoorzitter deelnem foto gast gespreksleid redacti schrijver spreker".split())
_LONGEST = 3


def add_own_labels(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds them, on a page that is about an organisation and no gathering."""
    top = scene.top_body
    if top is None or scene.main is not None:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        label = _label(line) if number == 0 else ""
        kind, kinds = _SAYS.get(label, ("", ()))
        for i, j, n in held if kind else ():
            if n != top and scene.kinds[n] in kinds:
                keep(found, Link(kind, top, n, _LIKELY, "regel met label", (index, i, j)))
        if label and _is_role(label):
            for i, j, n in [x for x in held if scene.kinds[x[2]] == "Person"]:
                keep(found, Link("HAS_ROLE", n, top, _LIKELY, "regel met label", (index, i, j), label))


def _is_role(label: str) -> bool:
    """Whether a label is the word of a role at a body: not of who made the page, leads a day or is to be called."""
    return "role" in classes_of(label) and not label.startswith(_NONE_HERE)


def _label(line: Line) -> str:
    """The words before the first colon, or the label of the line, in lower case."""
    if line.block.label:
        return line.block.label.lower()
    head = line.lows[: _LONGEST + 1]
    return " ".join(head[: head.index(":")]) if ":" in head else ""
