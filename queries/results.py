"""The answers as JSON: what commands print and what the API returns, one model a shape.

Keys are a promise to users. A list that may be cut off carries ``next`` (the offset to go on from, null at the end),
``total`` (how many there are in all) and ``version`` (the version of the graph that the whole answer saw).
Unknown dates and numbers are null. Distances are kilometres, offsets are characters in the stored text, dates are
EDTF as the source gives them, moments are ISO 8601 in UTC.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Precision = Literal["address", "place", "municipality"]
Direction = Literal["out", "in"]


class Shape(BaseModel):
    """What all answers share: frozen, no unknown keys, printed by the names of the JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)

    def json_text(self) -> str:
        """The answer as indented JSON, as commands print it."""
        return self.model_dump_json(indent=2)


class Ref(Shape):
    """A thing in short."""

    id: str
    kind: str
    name: str


class Position(Shape):
    """Where something is, in degrees WGS84; ``via`` names the place or part it was taken from, if not its own."""

    lat: float
    lon: float
    precision: Precision
    via: Ref | None = None


class DocumentRef(Shape):
    """The source of a claim."""

    id: str
    title: str
    url: str
    published: str | None = None
    fetched: str | None = None


class Claim(Shape):
    """What one source says, with the words that say it.

    ``start`` and ``end`` are null for a source without stored text; ``note`` then says that the quote is not literal.
    """

    id: str
    quote: str
    start: int | None
    end: int | None
    document: DocumentRef
    by: str
    stated: bool
    confidence: float
    first_seen: str | None
    last_seen: str | None
    origin: str
    valid_from: str | None = None
    valid_to: str | None = None
    retired: bool = False
    note: str | None = None


class FieldEntry(Shape):
    """One value of a field and who says so; ``shown`` marks what the graph shows."""

    value: str
    shown: bool
    claims: tuple[Claim, ...]


class FieldValues(Shape):
    """A field: what is shown, and in an answer about one thing all that was said.

    In lists ``values`` is empty and ``conflict`` null: not looked up there.
    """

    words: str
    value: str | tuple[str, ...]
    values: tuple[FieldEntry, ...] = ()
    conflict: bool | None = None


class Thing(Ref):
    """A thing with its fields."""

    kind_words: str
    aliases: tuple[str, ...] = ()
    url: str | None = None
    fields: dict[str, FieldValues] = Field(default_factory=dict)
    position: Position | None = None


class Link(Shape):
    """A link seen from one of its ends. ``words`` is short (bracht voort), ``sentence`` names both ends."""

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
    claims: tuple[Claim, ...] = ()
    claim_count: int


class Page(Shape):
    """What every list carries."""

    next: int | None = None
    total: int
    version: int


class Links(Page):
    """Who links to a thing. ``counts`` holds the number of links of each kind, also of those on later pages."""

    thing: Thing
    links: tuple[Link, ...]
    counts: dict[str, int]
    as_of: str | None = None


class Hit(Ref):
    """A thing that a search found; ``match`` says how its name fits, ``degree`` how many links it has."""

    kind_words: str
    aliases: tuple[str, ...]
    match: Literal["exact", "prefix", "words", "fuzzy"]
    degree: int
    hint: str = ""


class Hits(Page):
    """What a search found, best first; ``suggestions`` are names that come close when nothing was found."""

    words: str
    items: tuple[Hit, ...]
    suggestions: tuple[str, ...] = ()


class Shown(Thing, Page):
    """One thing with its fields, its first links and the quotes behind all of them; ``total`` counts links."""

    links: tuple[Link, ...]
    counts: dict[str, int]
    confirmed: bool
    page: str | None = None


class OriginPoint(Shape):
    """From where distances are measured: a thing (itself or a location of it) and its position."""

    thing: Ref
    position: Position


class Reason(Shape):
    """Why an initiative is tied: a Dutch sentence, the things along the way, how much it weighs, the quotes."""

    words: str
    weight: float
    path: tuple[Ref, ...]
    claims: tuple[Claim, ...] = ()


class Neighbour(Shape):
    """An initiative that is near or tied. ``nearest`` is the origin that it is nearest to."""

    thing: Thing
    distance_km: float | None
    approximate: bool
    nearest: Ref | None
    score: float
    words: str
    reasons: tuple[Reason, ...]


class Coverage(Shape):
    """How many initiatives there are, and how many of them have a position."""

    initiatives: int
    with_position: int


class Near(Page):
    """Initiatives near a thing, by distance and ties; ``total`` counts those within the radius.

    ``beyond``: tied directly but farther. ``unplaced``: tied directly, position unknown. ``without_position``: how many
    initiatives no distance can be given of. ``message`` says in Dutch what stands in the way, if anything does.
    """

    thing: Thing
    origins: tuple[OriginPoint, ...]
    radius_km: float
    theme: Ref | None = None
    initiatives: tuple[Neighbour, ...]
    beyond: tuple[Neighbour, ...]
    unplaced: tuple[Neighbour, ...]
    without_position: int
    coverage: Coverage
    message: str | None = None


class Step(Link):
    """A step of a path: ``here`` is where it leaves from, ``other`` where it arrives."""

    here: Ref


class Path(Shape):
    """A way from the one thing to the other; ``score`` between 0 and 1, higher when its ties are closer."""

    length: int
    score: float
    words: str
    steps: tuple[Step, ...]


class Nearest(Shape):
    """What two things share though no tie joins them: a place, a page that names both, or a distance."""

    by: Literal["place", "page", "distance", "other"]
    words: str
    through: Ref | None = None
    distance_km: float | None = None
    claims: tuple[Claim, ...] = ()


class Why(Shape):
    """How two things are linked; without a path ``message`` says so and ``nearest`` what comes closest."""

    origin: Ref = Field(alias="from")
    target: Ref = Field(alias="to")
    paths: tuple[Path, ...]
    message: str
    nearest: tuple[Nearest, ...] = ()
    version: int


class Counts(Shape):
    """How much there is. ``pages`` were read, ``sources`` holds registers and place lists besides.

    ``claims`` are live, ``candidates`` are those of them that wait below the line.
    """

    things: dict[str, int]
    links: dict[str, int]
    pages: int
    sources: int
    claims: int
    candidates: int


class Freshness(Shape):
    """How fresh: when a page was last read or found unchanged, and the dates of publication."""

    last_read: str | None
    last_checked: str | None
    newest_published: str | None
    oldest_published: str | None


class ReadingQuality(Shape):
    """How well the pages were read: ``pages_without_things`` are pages of which nothing was understood."""

    pages_gone: int
    pages_without_things: int
    hosts: int
    initiatives_without_position: int
    links_with_one_source: int


class Overview(Shape):
    """How much there is, how fresh, how well read."""

    counts: Counts
    freshness: Freshness
    reading: ReadingQuality
    version: int
