"""Dutch sentences from links: "X bracht Y voort", "Y is voortgekomen uit X", each link read in both directions."""

from __future__ import annotations

import re
from types import MappingProxyType

from graph_model.schema import LINK_KINDS, NODE_KINDS, ORGANISATION_KINDS
from queries.results import Ref

_SENTENCE = re.compile(r"[.?!:;]|(?:\S+\s+){6}")
# A link as one of its ends sees it: kind, direction, role, and that end.
Part = tuple[str, str, str, Ref]

# {a} is the end it is read from, {b} the other; forwards {a} is where the link starts.
_FORWARDS = MappingProxyType({
    "ORGANISES": "{a} organiseert {b}",
    "HELD_IN": "{a} vindt plaats in {b}",
    "HELD_AT": "{a} is te gast bij {b}",
    "PART_OF": "{a} is onderdeel van {b}",
    "FOLLOWS_UP": "{a} is een vervolg op {b}",
    "FEATURES": "{a} belicht {b}",
    "TAKES_PART_IN": "{a} werkt mee aan {b}",
    "HAS_ROLE": "{a} is betrokken bij {b}",
    "FOUNDED": "{a} richtte {b} op",
    "STARTED": "{a} bracht {b} voort",
    "BASED_IN": "{a} is gevestigd in {b}",
    "PARTNER_OF": "{a} werkt samen met {b}",
    "MEMBER_OF": "{a} doet mee met {b}",
    "SUCCEEDS": "{a} is de opvolger van {b}",
    "HAS_THEME": "{a} gaat over {b}",
    "HAS_KEYWORD": "{a} heeft als trefwoord {b}",
    "MADE": "{a} maakte {b}",
    "MENTIONS": "{a} noemt {b}",
    "LINKS_TO": "{a} verwijst naar {b}",
})  # fmt: skip
_BACKWARDS = MappingProxyType({
    "ORGANISES": "{a} wordt georganiseerd door {b}",
    "HELD_IN": "{a} is de plaats van {b}",
    "HELD_AT": "{a} is gastheer van {b}",
    "PART_OF": "{a} bestaat onder meer uit {b}",
    "FOLLOWS_UP": "{a} kreeg een vervolg met {b}",
    "FEATURES": "{a} wordt belicht in {b}",
    "TAKES_PART_IN": "{a} vindt plaats met medewerking van {b}",
    "HAS_ROLE": "{a} heeft als betrokkene {b}",
    "FOUNDED": "{a} is opgericht door {b}",
    "STARTED": "{a} is voortgekomen uit {b}",
    "BASED_IN": "{a} is de thuisbasis van {b}",
    "PARTNER_OF": "{a} werkt samen met {b}",
    "MEMBER_OF": "{a} heeft als deelnemer {b}",
    "SUCCEEDS": "{a} is opgegaan in {b}",
    "HAS_THEME": "{a} is een onderwerp van {b}",
    "HAS_KEYWORD": "{a} is een trefwoord van {b}",
    "MADE": "{a} is gemaakt door {b}",
    "MENTIONS": "{a} wordt genoemd in {b}",
    "LINKS_TO": "{a} wordt aangehaald door {b}",
})  # fmt: skip
# With a role; {role} as the source words it.
_FORWARDS_ROLE = MappingProxyType({
    "HAS_ROLE": "{a} is {role} bij {b}",
    "TAKES_PART_IN": "{a} werkt als {role} mee aan {b}",
    "MADE": "{a} is {role} van {b}",
})  # fmt: skip
_BACKWARDS_ROLE = MappingProxyType({
    "HAS_ROLE": "{a} heeft als {role} {b}",
    "TAKES_PART_IN": "{a} vindt plaats met medewerking van {b} als {role}",
    "MADE": "{a} heeft als {role} {b}",
})  # fmt: skip
NO_DATES = "datum onbekend"


def words_of(kind: str, direction: str, role: str = "") -> str:
    """The short words for a link, to stand above a group of them: "bracht voort", "heeft als voorzitter"."""
    link = LINK_KINDS[kind]
    if kind == "HAS_ROLE" and role:
        return f"is {role_word(role)} bij" if direction == "out" else f"heeft als {role_word(role)}"
    words = link.forwards if direction == "out" else link.backwards
    return f"{words} ({role_word(role)})" if role else words


def titled(thing: Ref) -> str:
    """The name as it stands in a sentence: a title that is itself a sentence, or that of a document, in quotes."""
    is_title = thing.kind == "Document" or (thing.kind == "Event" and _SENTENCE.search(thing.name))
    return f"“{thing.name}”" if is_title else thing.name


def role_word(role: str) -> str:
    """A role without the capital that only the beginning of a line gave it; "LOC-adviseur" keeps its own."""
    first = role.partition(" ")[0]
    return role[:1].lower() + role[1:] if first[1:].islower() else role


def sentence(
    kind: str, direction: str, here: str, other: str, role: str = "", here_kind: str = "", dates: str = ""
) -> str:
    """A link as a Dutch sentence without full stop, read from ``here`` to ``other`` (both names).

    ``direction`` is ``out`` when the link starts at ``here``. ``dates`` goes in brackets behind it.
    """
    forwards = direction == "out"
    plain, with_role = (_FORWARDS, _FORWARDS_ROLE) if forwards else (_BACKWARDS, _BACKWARDS_ROLE)
    template = with_role.get(kind, plain[kind]) if role else plain[kind]
    if kind == "HAS_THEME" and forwards and here_kind in ORGANISATION_KINDS:
        template = "{a} houdt zich bezig met {b}"
    text = template.format(a=here, b=other, role=role_word(role))
    return f"{text} ({dates})" if dates else text


def joint_sentence(between: Ref, one: Part, other: Part) -> str:
    """How something that two things share joins them, read from what is shared.

    "Truus is voorzitter bij A en bestuurslid bij B" takes one verb where both parts have the same.
    """
    (kind, direction, role, a), (their_kind, their_direction, their_role, b) = one, other
    back, their_back, name = _turned(direction), _turned(their_direction), titled(between)
    if (kind, direction, role) == (their_kind, their_direction, their_role):
        return sentence(kind, back, name, listed([titled(a), titled(b)]), role, between.kind)
    first = sentence(kind, back, name, titled(a), role, between.kind)
    second = sentence(their_kind, their_back, "", titled(b), their_role, between.kind).strip()
    if kind == their_kind == "HAS_ROLE" and role and their_role:
        second = second.removeprefix("is ")
    return f"{first} en {second}"


def _turned(direction: str) -> str:
    return "in" if direction == "out" else "out"


def kind_words(kind: str) -> str:
    """The Dutch word for a kind of thing; the kind itself when the schema does not know it."""
    node = NODE_KINDS.get(kind)
    return node.dutch if node else kind


def listed(names: list[str]) -> str:
    """Names as a Dutch enumeration: "A", "A en B", "A, B en C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"
