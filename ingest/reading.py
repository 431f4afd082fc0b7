"""The reader contract: ``read(page) -> Reading``, a function of the page's text, code and shipped data only.

A reading is never a function of the graph: else the order of pages would count. Other readers can stand behind the same
contract. Spans are offsets into ``Page.text`` (the stored, masked text), so that every quote stands in the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from graph_model.values import value

# The name of a language model as a reader.
MODEL_READER = "taalmodel"


@value(frozen=True, slots=True)
class Quote:
    """An exact span of the stored text: ``page.text[start:end]`` is what is shown as proof."""

    start: int
    end: int


@value(frozen=True, slots=True)
class Property:
    """A value of a field of a found thing (see ``graph_model.schema.FIELD_KINDS``), with the quote that gives it.

    ``valid_from`` and ``valid_to`` are EDTF strings: from when to when it held, as for a former name.
    """

    field: str
    value: str
    quote: Quote
    confidence: float = 0.9
    stated: bool = True
    why: str = ""
    valid_from: str = ""
    valid_to: str = ""


@value(frozen=True, slots=True)
class Found:
    """A thing that the page names.

    ``name`` is the fullest form on the page, ``aliases`` other forms that stand on it, ``mentions`` where it is named
    (the first is the one to show; each span covers the sentence or line that is the quote). ``qualifier`` tells
    namesakes apart (municipality or GeoNames id for a place, organisation for a person, start date for an event, place
    for an organisation). ``states_alias`` lists the aliases that the page itself states to be other names of it
    (brackets, "ook wel", "voorheen", alternateName): these become claims. ``is_page`` marks the Document that is the
    page itself. ``clock`` are start and end (HH:MM or "") of a gathering whose day is not known exactly. ``why`` names
    the rule or the features behind it, for ``extract --explain``.
    """

    kind: str
    name: str
    mentions: tuple[Quote, ...]
    confidence: float
    aliases: tuple[str, ...] = ()
    states_alias: tuple[Property, ...] = ()
    qualifier: str = ""
    properties: tuple[Property, ...] = ()
    is_page: bool = False
    public: bool = True
    why: str = ""
    clock: tuple[str, str] = ("", "")

    def qualified(self, qualifier: str) -> Found:
        """The same with another qualifier."""
        return Found(
            self.kind, self.name, self.mentions, self.confidence, self.aliases, self.states_alias, qualifier,
            self.properties, self.is_page, self.public, self.why, self.clock,
        )  # fmt: skip


@value(frozen=True, slots=True)
class Statement:
    """A link between two found things (indices into ``Reading.things``) with the quote that states it.

    ``valid_from`` and ``valid_to`` are EDTF strings; a relation that has ended carries ``valid_to`` ("past": it ended,
    no date given, is written as ``..``).
    """

    subject: int
    predicate: str
    object: int
    quote: Quote
    confidence: float
    role: str = ""
    stated: bool = True
    valid_from: str = ""
    valid_to: str = ""
    why: str = ""

    def between(self, subject: int, object: int) -> Statement:
        """The same between the things at these places."""
        return Statement(
            subject, self.predicate, object, self.quote, self.confidence, self.role, self.stated, self.valid_from,
            self.valid_to, self.why,
        )  # fmt: skip


@value(frozen=True, slots=True)
class Reading:
    """What one reader found on one page; ``notes`` say what was seen but not understood, in Dutch."""

    reader: str
    version: str
    things: tuple[Found, ...]
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)
