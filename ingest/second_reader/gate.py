"""The gate: what of a reply may enter at all. A reply is never trusted; the page itself must bear out each claim.

A thing passes when its kind is one of ours, its name has the form of a name and stands on the page. A link passes when
its quote stands on the page, both ends are named in it or beside it, and its kinds allow it. What is dropped is counted
by its reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from graph_model.schema import LINK_KINDS, NODE_KINDS, family_of
from ingest.extract.lexicon.folding import folded
from ingest.extract.reality import is_no_fact
from ingest.page.model import Page
from ingest.policy import private_word_in
from ingest.reading import Property, Quote
from ingest.second_reader.instructions import instructs
from ingest.second_reader.moments import Moments
from ingest.second_reader.names import is_name
from ingest.second_reader.reply import Told, ToldLink, ToldThing
from ingest.second_reader.surroundings import Surroundings
from ingest.second_reader.wording import Wording

NEVER_TOLD = ("MENTIONS", "LINKS_TO")
# Characters to each side of a name in which a word tells who somebody is.
_BESIDE = 30


class Reason(StrEnum):
    """Why something of a reply does not enter."""

    MALFORMED = "malformed"
    KIND = "kind"
    FORM = "form"
    NOT_ON_PAGE = "not_on_page"
    NOT_ALLOWED = "not_allowed"
    QUOTE = "quote"
    ENDS = "ends"
    DENIED = "denied"
    DATE = "date"
    INSTRUCTION = "instruction"


class Nearness(IntEnum):
    """How near to a quote an end is named."""

    IN_QUOTE = 0
    IN_BLOCK = 1
    BESIDE = 2
    ABOVE = 3
    IN_REACH = 4
    ON_PAGE = 5
    NOWHERE = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that passed: its forms that stand on the page, and where (the blocks or sentences to show)."""

    told: ToldThing
    forms: tuple[str, ...]
    spots: tuple[tuple[int, int], ...]
    mentions: tuple[Quote, ...]
    properties: tuple[Property, ...] = ()
    clock: tuple[str, str] = ("", "")
    is_page: bool = False

    @property
    def kind(self) -> str:
        return self.told.kind

    @property
    def family(self) -> str:
        return family_of(self.told.kind)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that passed, between things by number; ``far`` is how near to the quote its farther end is named."""

    subject: int
    kind: str
    object: int
    quote: Quote
    role: str
    stated: bool
    sure: float
    far: Nearness
    exact: bool


@dataclass(frozen=True, slots=True)
class Passed:
    """What of a reply passed, and how much did not, by reason."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...]
    dropped: Counter[Reason] = field(default_factory=Counter)

    @property
    def share_dropped(self) -> float:
        """The share of what the reply says that did not pass: 0 to 1."""
        lost = sum(self.dropped.values())
        return lost / max(1, lost + len(self.things) + len(self.links))


def let_through(page: Page, told: Told) -> Passed:
    """What of a reply to this page may enter."""
    if instructs(page.text):
        return Passed((), (), Counter({Reason.INSTRUCTION: told.size}))
    return _Gate(page).passed(told)


class _Gate:
    """One page, as the claims of a reply are held against it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._wording = Wording(page.text)
        self._surroundings = Surroundings(page)
        self._moments = Moments(page)
        self._dropped: Counter[Reason] = Counter()
        self._things: list[Thing] = []
        self._by_name: dict[tuple[str, str], int] = {}

    def passed(self, told: Told) -> Passed:
        self._dropped[Reason.MALFORMED] += told.malformed
        for thing in told.things:
            self._admit(thing)
        links = [link for link in map(self._link, told.links) if link is not None]
        return Passed(tuple(self._things), tuple(links), +self._dropped)

    def _admit(self, told: ToldThing) -> int | None:
        """The number of a thing, once it has passed; None, and counted, when it does not."""
        reason = self._reason_against(told)
        if reason is not None:
            self._dropped[reason] += 1
            return None
        forms = tuple(form for form in (told.name, *told.aliases) if self._wording.named(form))
        spots = tuple(sorted({spot for form in forms for spot in self._wording.named(form)}))
        thing = self._dated(told, forms, spots)
        number = len(self._things)
        self._things.append(thing)
        for form in (told.name, *told.aliases):
            self._by_name.setdefault((told.kind, folded(form)), number)
        return number

    def _reason_against(self, told: ToldThing) -> Reason | None:
        if told.kind not in NODE_KINDS:
            return Reason.KIND
        if not is_name(told.kind, told.name):
            return Reason.FORM
        if not self._wording.named(told.name):
            return Reason.NOT_ON_PAGE
        return None

    def _dated(self, told: ToldThing, forms: tuple[str, ...], spots: tuple[tuple[int, int], ...]) -> Thing:
        mentions = tuple(dict.fromkeys(self._surroundings.sentence(*spot) for spot in spots))
        is_page = told.kind == "Document" and (told.is_page or folded(told.name) == folded(self._page.title))
        if told.kind != "Event":
            return Thing(told, forms, spots, mentions, is_page=is_page)
        of_page = folded(told.name) == folded(self._page.title) or any(map(self._surroundings.is_title, spots))
        when = self._moments.when(dict(told.fields), mentions, of_page=of_page)
        self._dropped[Reason.DATE] += when.dropped
        return Thing(told, forms, spots, mentions, when.properties, when.clock)

    def _link(self, told: ToldLink) -> Link | None:
        kind = LINK_KINDS.get(told.link)
        if kind is None or told.link in NEVER_TOLD:
            self._dropped[Reason.KIND] += 1
            return None
        subject, object = (
            self._end(told.subject, told.subject_kind),
            self._end(told.object, told.object_kind),
        )
        if subject is None or object is None:
            self._dropped[Reason.ENDS] += 1
            return None
        if subject == object or not kind.allows(self._things[subject].kind, self._things[object].kind):
            self._dropped[Reason.NOT_ALLOWED] += 1
            return None
        found = self._proof(told.quote, subject, object)
        if isinstance(found, Reason):
            self._dropped[found] += 1
            return None
        quote, far, exact = found
        if is_no_fact(told.link, self._page.text[quote.start : quote.end]):
            self._dropped[Reason.DENIED] += 1
            return None
        role = self._role(told, subject, quote) if kind.has_role else ""
        return Link(subject, told.link, object, quote, role, told.stated, told.sure, far, exact)

    def _role(self, told: ToldLink, subject: int, quote: Quote) -> str:
        """The role as the page words it. Where the reply leaves it out, a private one beside the name counts.

        For without a role somebody counts as a professional: a reply must not bring a resident in by saying nothing.
        """
        if told.role and self._wording.named(told.role):
            return told.role
        hidden = private_word_in(told.role)
        if hidden or self._things[subject].kind != "Person":
            return hidden
        near = (
            self._page.text[max(quote.start, start - _BESIDE) : min(quote.end, end + _BESIDE)]
            for start, end in self._things[subject].spots
            if quote.start <= start and end <= quote.end
        )
        return next(filter(None, map(private_word_in, near)), "")

    def _end(self, name: str, kind: str) -> int | None:
        """The thing that an end means: of that kind and name, else of that name and family, else a thing of its own."""
        key = folded(name)
        if (kind, key) in self._by_name:
            return self._by_name[(kind, key)]
        if kind not in NODE_KINDS:
            return None
        family = family_of(kind)
        alike = (n for (k, form), n in self._by_name.items() if form == key and family_of(k) == family)
        number = next(alike, None)
        return self._admit(ToldThing(name, kind)) if number is None else number

    def _proof(self, words: str, subject: int, object: int) -> tuple[Quote, Nearness, bool] | Reason:
        """The place of the quote that has both ends nearest to it."""
        exact, places = self._wording.quoted(words)
        if not places:
            return Reason.QUOTE
        best: tuple[Nearness, Nearness, tuple[int, int]] | None = None
        for place in places:
            ends = sorted((self._nearness(subject, place), self._nearness(object, place)))
            if best is None or (ends[1], ends[0]) < (best[0], best[1]):
                best = ends[1], ends[0], place
        assert best is not None, "there is at least one place"
        far, near, (start, end) = best
        if far is Nearness.NOWHERE or (far >= Nearness.IN_REACH and near is not Nearness.IN_QUOTE):
            return Reason.ENDS
        spots = (self._things[subject].spots, self._things[object].spots)
        if far is Nearness.IN_QUOTE and self._surroundings.falls_apart((start, end), *spots):
            return Reason.ENDS
        if not exact and far is not Nearness.IN_QUOTE:
            return Reason.QUOTE
        return Quote(start, end), far, exact

    def _nearness(self, number: int, place: tuple[int, int]) -> Nearness:
        thing = self._things[number]
        if thing.is_page:
            return Nearness.IN_QUOTE
        return min((Nearness(self._surroundings.steps(spot, place)) for spot in thing.spots), default=Nearness.NOWHERE)
