"""What a reply says, in the shape that was asked for; nothing of it is believed yet.

A reply is JSON: ``{"things": [...], "links": [...]}``, or a list of such objects, one for each part of a long page.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph_model.errors import NotUnderstood
from ingest.extract.lexicon.folding import folded

# More than any page holds: a reply beyond it is rubbish, and takes neither time nor memory.
_MOST_THINGS, _MOST_LINKS, _MOST_ALIASES, _LONGEST_NAME, _LONGEST_QUOTE = 600, 1200, 12, 200, 1200
_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
# What some models think aloud before they answer.
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ToldThing:
    """A thing as the reply names it."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class ToldLink:
    """A link as the reply states it; ``sure`` is the model's own word, 0 to 1."""

    subject: str
    subject_kind: str
    link: str
    object: str
    object_kind: str
    quote: str
    role: str = ""
    stated: bool = True
    sure: float = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """All that a reply says; ``malformed`` counts what was not in the shape that was asked for."""

    things: tuple[ToldThing, ...]
    links: tuple[ToldLink, ...]
    malformed: int = 0

    @property
    def size(self) -> int:
        return len(self.things) + len(self.links) + self.malformed


def told_in(text: str) -> Told:
    """What a kept reply says.

    :raises NotUnderstood: when it is no JSON of the shape that was asked for.
    """
    value = _json(text)
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(_is_reply(part) for part in parts):
        raise NotUnderstood("Het antwoord van het taalmodel heeft niet de vorm waarom gevraagd is.")
    return joined(_part(part) for part in parts)


def _is_reply(part: Any) -> bool:
    return isinstance(part, dict) and isinstance(part.get("things"), list) and isinstance(part.get("links"), list)


def json_of_answer(text: str) -> dict[str, Any]:
    """The JSON object that a model answered with, whatever it wrote around it.

    :raises NotUnderstood: when there is none, or it is not of the shape that was asked for.
    """
    text = _THOUGHT.sub("", text)
    fenced = _FENCED.search(text)
    inner = fenced[1] if fenced else text[text.find("{") : text.rfind("}") + 1]
    value = _json(inner)
    if not isinstance(value, dict) or not _is_reply(value):
        raise NotUnderstood("Het antwoord van het taalmodel heeft niet de vorm waarom gevraagd is.")
    return {"things": value["things"][:_MOST_THINGS], "links": value["links"][:_MOST_LINKS]}


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("Het antwoord van het taalmodel is geen JSON, of afgebroken.") from error


def joined(parts: Iterable[Told]) -> Told:
    """Several parts as one: each thing and each link once, the surest statement of it first."""
    things: dict[tuple[str, str], ToldThing] = {}
    links: dict[tuple[str, ...], ToldLink] = {}
    malformed = 0
    for part in parts:
        malformed += part.malformed
        for thing in part.things:
            key = (thing.kind, folded(thing.name))
            things[key] = _merged(things[key], thing) if key in things else thing
        for link in part.links:
            at = (link.subject_kind, folded(link.subject), link.link, link.object_kind, folded(link.object), link.role)
            if at not in links or link.sure > links[at].sure:
                links[at] = link
    return Told(tuple(things.values()), tuple(links.values()), malformed)


def _merged(first: ToldThing, other: ToldThing) -> ToldThing:
    aliases = tuple(dict.fromkeys((*first.aliases, *other.aliases)))[:_MOST_ALIASES]
    fields = tuple({**dict(other.fields), **dict(first.fields)}.items())
    return replace(first, aliases=aliases, fields=fields, is_page=first.is_page or other.is_page)


def _part(part: Mapping[str, Any]) -> Told:
    things = list(_all(part["things"][:_MOST_THINGS], _thing))
    links = list(_all(part["links"][:_MOST_LINKS], _link))
    good_things, good_links = [t for t in things if t is not None], [x for x in links if x is not None]
    lost = len(things) - len(good_things) + len(links) - len(good_links)
    return Told(tuple(good_things), tuple(good_links), lost)


def _all(values: Iterable[Any], make: Any) -> Iterator[Any]:
    for value in values:
        yield make(value) if isinstance(value, dict) else None


def _thing(value: Mapping[str, Any]) -> ToldThing | None:
    name, kind = _text(value.get("name")), _text(value.get("kind"))
    if not name or not kind:
        return None
    aliases = value.get("aliases")
    forms = [form for form in map(_text, aliases if isinstance(aliases, list) else ()) if form and form != name]
    fields = value.get("fields")
    told = [(str(k)[:40], _text(v)) for k, v in fields.items()] if isinstance(fields, dict) else []
    return ToldThing(
        name, kind, tuple(dict.fromkeys(forms))[:_MOST_ALIASES], tuple((k, v) for k, v in told if v),
        value.get("self") is True,
    )  # fmt: skip


def _link(value: Mapping[str, Any]) -> ToldLink | None:
    ends = [_text(value.get(key)) for key in ("subject", "subject_kind", "link", "object", "object_kind")]
    quote = _text(value.get("quote"), _LONGEST_QUOTE)
    if not all(ends) or not quote:
        return None
    subject, subject_kind, link, object, object_kind = ends
    return ToldLink(
        subject, subject_kind, link, object, object_kind, quote, _text(value.get("role")),
        value.get("stated") is not False, _sure(value.get("sure")),
    )  # fmt: skip


def _sure(value: Any) -> float:
    """A number between 0 and 1; what is none says nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return 0.5
    return min(max(float(value), 0.0), 1.0)


def _text(value: Any, longest: int = _LONGEST_NAME) -> str:
    """A text on one line; empty when it is none, or too long to be what it should be."""
    if not isinstance(value, str):
        return ""
    if len(value) > 4 * longest:
        return ""
    text = " ".join(value.split())
    return text if len(text) <= longest else ""
