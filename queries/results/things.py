"""Things and the links between them, found, listed and shown."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from queries.results.claims import Claim
from queries.results.shapes import Direction, Echo, Page, Position, Ref, Shape


class FieldEntry(Shape):
    """One value of a field and who says so; ``shown`` marks what the graph shows."""

    value: str
    shown: bool
    claims: tuple[Claim, ...]


class FieldValues(Shape):
    """A field: what is shown, and in an answer about one thing all that was said.

    In lists ``values`` is empty and ``conflict`` null: not looked up there. ``why`` says by which rule this value is
    shown where sources contradict each other.
    """

    words: str
    value: str | tuple[str, ...]
    values: tuple[FieldEntry, ...] = ()
    conflict: bool | None = None
    why: str | None = None


class NameInTime(Shape):
    """Another name that sources state, and from when to when it was borne; a former name has a ``valid_to``."""

    name: str
    valid_from: str | None
    valid_to: str | None
    claims: tuple[Claim, ...] = ()


class Thing(Ref):
    """A thing with its fields.

    In an answer about one thing ``names`` tells of its other names who says so and when they were borne; ``name_then``
    is what it was called on the day that was asked about, where that was another name.
    """

    kind_words: str
    aliases: tuple[str, ...] = ()
    names: tuple[NameInTime, ...] = ()
    name_then: str | None = None
    url: str | None = None
    fields: dict[str, FieldValues] = Field(default_factory=dict)
    position: Position | None = None


class Confirmation(Shape):
    """That a person said it is right: when, and who."""

    at: str
    by: str


class Link(Shape):
    """A link seen from one of its ends. ``words`` is short (bracht voort), ``sentence`` names both ends.

    ``last_seen`` is when any of its sources was last found to say it; ``confirmed`` that a person did.
    """

    id: str
    kind: str
    words: str
    sentence: str
    direction: Direction
    role: str
    other: Ref
    stated: bool
    confidence: float
    valid_from: str | None
    valid_to: str | None
    dated: bool
    note: str | None = None
    sources: int
    first_seen: str | None
    last_seen: str | None = None
    confirmed: Confirmation | None = None
    claims: tuple[Claim, ...] = ()
    claim_count: int


class Lapsed(Shape):
    """What sources were seen to say between two moments, and no source says any more; nobody said when it ended."""

    kind: str
    role: str
    sentence: str
    first_seen: str
    last_seen: str
    claims: tuple[Claim, ...]


class LinkGroup(Shape):
    """How many links of one kind a thing has in one direction, in the words of that direction."""

    kind: str
    direction: Direction
    words: str
    count: int


class Links(Page):
    """Who links to a thing. ``counts`` holds the number of links of each kind, also of those on later pages.

    ``groups`` counts the same links by kind and direction, in the order in which they come.

    In an answer about a day ``lapsed`` are links that were told of then and are no more. ``known`` is the day whose
    knowledge counts; null: today's.
    """

    thing: Thing
    links: tuple[Link, ...]
    counts: dict[str, int]
    groups: tuple[LinkGroup, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    as_of: str | None = None
    known: str | None = None


class Hit(Ref):
    """A thing that a search found; ``match`` says how its name fits, ``degree`` how many links it has."""

    kind_words: str
    aliases: tuple[str, ...]
    match: Literal["exact", "prefix", "words", "fuzzy"]
    degree: int
    hint: str = ""


class KindCount(Shape):
    """How many hits are of a kind."""

    kind: str
    words: str
    count: int


class RefCount(Ref):
    """How many hits are in a place, or about a theme."""

    count: int


class Facets(Shape):
    """What all hits are: each counted over the hits that the other filters leave, the most frequent first."""

    kinds: tuple[KindCount, ...] = ()
    places: tuple[RefCount, ...] = ()
    themes: tuple[RefCount, ...] = ()


class Hits(Page):
    """What a search found, best first; ``suggestions`` are names that come close when nothing was found.

    ``place`` and ``theme`` are the filters as they were understood. ``cut_off``: there were more finds than are looked
    at, so totals and facets are of the closest ones.
    """

    words: Echo
    items: tuple[Hit, ...]
    facets: Facets = Facets()
    place: Ref | None = None
    theme: Ref | None = None
    cut_off: bool = False
    suggestions: tuple[str, ...] = ()


class Suggestion(Ref):
    """A thing that somebody may be typing the name of."""

    kind_words: str


class Suggestions(Shape):
    """What may be meant by the letters typed so far, best first."""

    typed: Echo
    items: tuple[Suggestion, ...]
    version: int


class Shown(Thing, Page):
    """One thing with its fields, its first links and the quotes behind all of them; ``total`` counts links.

    ``next`` is where the question for its links goes on.
    """

    links: tuple[Link, ...]
    counts: dict[str, int]
    groups: tuple[LinkGroup, ...] = ()
    confirmed: bool
    page: str | None = None
    as_of: str | None = None
