"""Measures of the network: how much a thing is linked, how often it stands between others, which groups there are."""

from __future__ import annotations

from typing import Literal

from queries.results.shapes import Page, Ref, Shape

By = Literal["degree", "betweenness"]


class Measured(Ref):
    """A thing: with how many others it is tied, its share (0–1) of shortest ways, and its group (null: in none).

    ``words`` say in Dutch what that means here.
    """

    degree: int
    betweenness: float
    community: int | None
    words: str


class Binding(Shape):
    """What members of a group share: a theme, a municipality or place, or a movement; and how many of them do."""

    kind: Literal["Theme", "Place", "Movement"]
    name: str
    members: int


class CommunityShown(Shape):
    """A group of things that are tied more with each other than with others, named by what binds them.

    ``members`` are the most linked ones; ``size`` counts all. ``words`` say in Dutch what the group is.
    """

    number: int
    name: str
    size: int
    members: tuple[Ref, ...]
    binding: tuple[Binding, ...]
    words: str


class Explained(Shape):
    """What each measure means here, in Dutch."""

    network: str
    degree: str
    betweenness: str
    community: str


class Measures(Page):
    """Things by how much they are linked or stand between others, and the groups that hold together.

    ``things`` and ``ties`` are what the network is made of. ``exact`` is false when betweenness was reckoned from
    ``walks`` things only, for the network is large.
    """

    by: By
    items: tuple[Measured, ...]
    communities: tuple[CommunityShown, ...]
    communities_total: int
    things: int
    ties: int
    exact: bool
    walks: int
    explained: Explained
    as_of: str | None = None
    message: str
