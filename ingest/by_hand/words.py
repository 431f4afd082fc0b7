"""What the middle word of a fact by hand means: a link, read forwards or backwards, or a field and its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph_model.dates import is_date
from graph_model.errors import BadQuestion
from graph_model.names import fold
from graph_model.schema import FIELD_KINDS, LINK_KINDS, NODE_KINDS, FieldKind, LinkKind

# These a person gives otherwise (by correcting), or are bookkeeping.
_NOT_BY_HAND = frozenset(("name", "kind", "fingerprint"))
_CODES = {
    "mode": ("online", "in_person", "hybrid", "unknown"),
    "status": ("announced", "held", "moved", "cancelled"),
}
_POSITION = re.compile(r"-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?,(?:address|place|municipality)")


@dataclass(frozen=True, slots=True)
class Meant:
    """A link (``turned``: told from its end), or a field."""

    link: LinkKind | None = None
    turned: bool = False
    field: FieldKind | None = None


def meant_by(word: str, subject_kind: str) -> Meant:
    """What a word means for a thing of this kind.

    :raises BadQuestion: nothing that such a thing has.
    """
    folded = fold(word)
    for link in LINK_KINDS.values():
        forwards = (fold(link.name), fold(link.forwards))
        if folded in forwards and _may_start(link, subject_kind):
            return Meant(link)
    for link in LINK_KINDS.values():
        if folded in (fold(link.name), fold(link.backwards)) and _may_end(link, subject_kind):
            return Meant(link, turned=True)
    for name in NODE_KINDS[subject_kind].fields:
        field = FIELD_KINDS[name]
        if name not in _NOT_BY_HAND and folded in (fold(field.name), fold(field.dutch)):
            return Meant(field=field)
    raise BadQuestion(_unknown(word, subject_kind))


def _may_start(link: LinkKind, kind: str) -> bool:
    return any(start == kind for start, _ in link.ends)


def _may_end(link: LinkKind, kind: str) -> bool:
    return any(end == kind for _, end in link.ends)


def _unknown(word: str, kind: str) -> str:
    links = ", ".join(link.name for link in LINK_KINDS.values() if _may_start(link, kind) or _may_end(link, kind))
    fields = ", ".join(name for name in NODE_KINDS[kind].fields if name not in _NOT_BY_HAND)
    dutch = NODE_KINDS[kind].dutch
    return f"Een {dutch} heeft geen {word!r}. Verbanden: {links}. Gegevens: {fields}."


def checked_value(field: FieldKind, value: str) -> str:
    """The value as the graph keeps it.

    :raises BadQuestion: it is no value for this field.
    """
    value = value.strip()
    if not value:
        raise BadQuestion(f"Zeg ook wat {field.dutch} is.")
    if field.date and not is_date(value):
        raise BadQuestion(f"{field.dutch}: {value!r} is geen datum zoals 2024, 2024-06 of 2024-06-14.")
    if field.name in _CODES and value not in _CODES[field.name]:
        raise BadQuestion(f"{field.dutch}: kies uit {', '.join(_CODES[field.name])}.")
    if field.name == "url" and urlsplit(value).scheme not in ("http", "https"):
        raise BadQuestion(f"{value!r} is geen webadres dat met http:// of https:// begint.")
    if field.name == "position" and not _POSITION.fullmatch(value):
        raise BadQuestion("Een positie is breedte,lengte,precisie: 52.1,6.2,address (of place, municipality).")
    return value
