"""The shape of a reply, made from the kinds that the graph knows: words for the prompt, JSON schema for the server."""

from __future__ import annotations

from typing import Any

from graph_model.schema import LINK_KINDS, NODE_KINDS, ORGANISATION_KINDS, LinkKind
from ingest.second_reader.gate import NEVER_TOLD

_FIELDS = ("start_date", "end_date", "start_time", "end_time", "mode")
_ORGANISATION = "organisatie"
LINKS = tuple(kind for kind in LINK_KINDS if kind not in NEVER_TOLD)


def kinds_in_words() -> str:
    """One line for each kind of thing."""
    return "\n".join(f"- {kind.name} ({kind.dutch}): {kind.description}" for kind in NODE_KINDS.values())


def links_in_words() -> str:
    """One line for each kind of link, with the kinds that it may join."""
    return "\n".join(f"- {name} ({LINK_KINDS[name].forwards}): {_ends(LINK_KINDS[name])}" for name in LINKS)


def _ends(kind: LinkKind) -> str:
    """Which kinds it leads from and to; the five kinds of organisation as one word."""
    froms: dict[tuple[str, ...], list[str]] = {}
    for start in NODE_KINDS:
        targets = tuple(end for end in NODE_KINDS if kind.allows(start, end))
        if targets:
            froms.setdefault(targets, []).append(start)
    return "; ".join(f"{_names(starts)} → {_names(targets)}" for targets, starts in froms.items())


def _names(kinds: list[str] | tuple[str, ...]) -> str:
    if set(ORGANISATION_KINDS) <= set(kinds):
        return ", ".join((_ORGANISATION, *(kind for kind in kinds if kind not in ORGANISATION_KINDS)))
    return ", ".join(kinds)


def reply_schema() -> dict[str, Any]:
    """The JSON schema of a reply."""
    kinds, text = {"type": "string", "enum": list(NODE_KINDS)}, {"type": "string"}
    thing = {
        "name": text, "kind": kinds, "aliases": {"type": "array", "items": text},
        "fields": _object(dict.fromkeys(_FIELDS, text)), "self": {"type": "boolean"},
    }  # fmt: skip
    link = {
        "subject": text, "subject_kind": kinds, "link": {"type": "string", "enum": list(LINKS)}, "object": text,
        "object_kind": kinds, "role": text, "quote": text, "stated": {"type": "boolean"}, "sure": {"type": "number"},
    }  # fmt: skip
    return _object({"things": _list(thing), "links": _list(link)})


def _list(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": _object(properties)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    # Servers that hold a model to its schema ask for every property, and for no others.
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip
