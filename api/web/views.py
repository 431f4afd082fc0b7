"""What each page shows: the declared context of its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from api.errors import Trouble
from queries import results
from queries.documents import Source


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may have been meant, and the address that it leads to."""

    name: str
    address: str
    kind: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What went wrong with a question, and what may have been meant. ``field`` is the part of the form, if any."""

    trouble: Trouble
    field: str = ""
    options: tuple[Option, ...] = ()
    guesses: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of a list is shown: ``first`` to ``last`` of ``total``, and where to go on or back, if anywhere."""

    first: int
    last: int
    total: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow a search down: its words, or the name of a kind; how many finds are left, if that is known."""

    name: str
    address: str
    count: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a search can be narrowed down by. ``field`` is the parameter, ``everything`` the address without it.

    ``narrowed``: it is narrowed down by this already.
    """

    field: str
    everything: str
    choices: tuple[Choice, ...]
    narrowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has. ``version`` is that of the graph that it shows, None for a page that shows none of it."""

    template: ClassVar[str]
    nav: ClassVar[str] = ""
    version: int | None = None
    wrong: Wrong | None = None

    @property
    def status(self) -> int:
        return self.wrong.trouble.status if self.wrong else 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StartView(View):
    """The start page."""

    template: ClassVar[str] = "start.html"
    overview: results.Overview
    first: tuple[results.Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """Searching; ``found`` is None before anything was asked."""

    template: ClassVar[str] = "search.html"
    nav: ClassVar[str] = "search"
    words: str = ""
    kind: str = ""
    found: results.Hits | None = None
    guesses: tuple[Option, ...] = ()
    narrowings: tuple[Narrowing, ...] = ()
    leaf: Leaf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingView(View):
    """One thing. ``kind`` is the kind of link that is shown, empty for all; ``counts`` has all kinds."""

    template: ClassVar[str] = "thing.html"
    thing: results.Thing
    links: tuple[results.Link, ...]
    counts: Mapping[str, int]
    kind: str
    leaf: Leaf

    @property
    def groups(self) -> list[list[results.Link]]:
        """The links that read alike together, in their order."""
        return [list(group) for _, group in groupby(self.links, key=lambda link: (link.kind, link.words))]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView(View):
    """What is near; ``found`` is None before anything was asked."""

    template: ClassVar[str] = "near.html"
    nav: ClassVar[str] = "near"
    thing: str = ""
    km: str = ""
    theme: str = ""
    found: results.Near | None = None
    leaf: Leaf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView(View):
    """How two things are linked; ``found`` is None before both were named."""

    template: ClassVar[str] = "why.html"
    nav: ClassVar[str] = "why"
    one: str = ""
    other: str = ""
    found: results.Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView(View):
    """The network map: its fragment of markup, and the addresses of its styles and scripts."""

    template: ClassVar[str] = "network.html"
    nav: ClassVar[str] = "network"
    fragment: Markup
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(View):
    """A source; ``text`` is its text with the quotes marked, None when none was kept."""

    template: ClassVar[str] = "source.html"
    source: Source
    text: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(View):
    """What this is."""

    template: ClassVar[str] = "about.html"
    nav: ClassVar[str] = "about"
    overview: results.Overview


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleView(View):
    """A page that cannot be shown, and why."""

    template: ClassVar[str] = "trouble.html"


@dataclass(frozen=True, slots=True)
class DocsParameter:
    """A parameter of a route of the API."""

    name: str
    meaning: Markup
    required: bool
    default: str


@dataclass(frozen=True, slots=True)
class DocsRoute:
    """A route of the API; ``trial`` is an address that shows an answer, empty when none can be made up."""

    name: str
    method: str
    path: str
    about: Markup
    parameters: tuple[DocsParameter, ...]
    trial: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsView(View):
    """What there is for programs: routes, and errors as (name, status, title)."""

    template: ClassVar[str] = "docs.html"
    routes: tuple[DocsRoute, ...]
    errors: tuple[tuple[str, int, str], ...]
