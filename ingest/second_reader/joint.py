"""Two readings of one page, side by side: names and kinds that both share, and how sure each claim is beside the other.

What both say is one claim; what one says keeps its own chance; where the two contradict each other, both wait.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph_model.dates import fits, is_date
from graph_model.names import fold
from graph_model.schema import ORGANISATION_KINDS
from ingest.page.model import Page
from ingest.reading import Found, Property, Quote, Reading, Statement
from ingest.second_reader.agreement import LINE, Agreement, start_of, starts_apart
from ingest.second_reader.confidence import (
    Weights,
    confidence_of,
    of_link,
    of_thing,
    of_unsaid_link,
    of_unsaid_thing,
)
from ingest.second_reader.gate import Link

# What waits for somebody's yes or no, however sure each reader is: the two contradict each other.
DISPUTED = 0.45
_AGREED_FIELD = 0.95
_QUALIFIES = 0.5


class Joint:
    """Two readings of one page, side by side."""

    def __init__(self, page: Page, agreement: Agreement, weights: Weights) -> None:
        self._page = page
        self._agreement = agreement
        self._weights = weights
        self._first = agreement.first
        self._passed = agreement.passed
        self._sure = [confidence_of("thing", of_thing(agreement, n), weights) for n in range(len(self._passed.things))]
        self._chances = {link: self._chance(link) for link in self._passed.links}
        self._kinds = {there: self._kind(n, there) for n, there in agreement.first_of.items()}
        self._names = {there: self._shared_name(n, there) for n, there in agreement.first_of.items()}
        self._apart = {
            there for n, there in agreement.first_of.items()
            if self._passed.things[n].kind == "Event" == self._first.things[there].kind
            and starts_apart(self._passed.things[n], self._first.things[there])
        }  # fmt: skip

    def _kind(self, number: int, there: int) -> str:
        """The kind that both readings give a thing that both found: that of the reader who is more likely right."""
        told, found = self._passed.things[number].kind, self._first.things[there].kind
        return told if self._sure[number] >= LINE or told not in ORGANISATION_KINDS else found

    def _shared_name(self, number: int, there: int) -> str:
        """The name that both readings give a thing: the reply's, where the two fold apart and it is sure."""
        told, found = self._passed.things[number].told.name, self._first.things[there].name
        return told if self._sure[number] >= LINE and not _folds_alike(told, found) else found

    def second(self, reader: str, version: str) -> Reading:
        """What the reply says."""
        links = [(link, self._confidence(link)) for link in self._passed.links]
        qualifiers = self._qualifiers(links)
        things = tuple(self._told(n, qualifiers.get(n, "")) for n in range(len(self._passed.things)))
        return Reading(reader, version, things, tuple(self._stated(link, sure) for link, sure in links))

    def _confidence(self, link: Link) -> float:
        return self._chances[link]

    def _chance(self, link: Link) -> float:
        quote = self._page.text[link.quote.start : link.quote.end]
        sure = confidence_of("link", of_link(self._agreement, link, quote), self._weights)
        disputed = self._agreement.contradicts(link) or self._agreement.says_twice(link)
        return min(sure, DISPUTED) if disputed else sure

    def _stated(self, link: Link, sure: float) -> Statement:
        said = self._agreement.same(link)
        role = said.role if said and fold(said.role) and _overlap(said.role, link.role) else link.role
        return Statement(
            link.subject, link.kind, link.object, link.quote, sure, role, link.stated,
            said.valid_from if said else "", said.valid_to if said else "", "taalmodel" + (", als wij" if said else ""),
        )  # fmt: skip

    def _told(self, number: int, qualifier: str) -> Found:
        thing = self._passed.things[number]
        there = self._agreement.first_of.get(number)
        found = self._first.things[there] if there is not None else None
        if there is not None and found is not None:
            name, qualifier = self._names[there], self._qualifier(there, qualifier)
            kind = self._kinds[there]
            sure = max(self._sure[number], min(found.confidence, 0.99)) if kind == found.kind else self._sure[number]
        else:
            name, kind, sure = thing.told.name, thing.kind, self._sure[number]
            qualifier = start_of(thing.properties) if kind == "Event" else qualifier
        forms = (thing.told.name, *thing.forms)
        return Found(
            kind, name, thing.mentions, sure, aliases=tuple(sorted({form for form in forms if form != name})),
            qualifier=qualifier, properties=_no_surer(self._properties(number, there), sure), is_page=thing.is_page,
            why="taalmodel", clock=thing.clock,
        )  # fmt: skip

    def _qualifier(self, there: int, own: str) -> str:
        if there in self._apart:
            return ""
        found = self._first.things[there]
        if found.kind == "Event" and not found.qualifier:
            number = self._agreement.second_of[there]
            return start_of(self._passed.things[number].properties)
        return found.qualifier or own

    def _properties(self, number: int, there: int | None) -> tuple[Property, ...]:
        """The fields of a thing: agreed ones surer; of those that contradict the other reader's, both wait."""
        thing = self._passed.things[number]
        found = self._first.things[there] if there is not None else None
        told = tuple(_beside(p, found.properties if found else ()) for p in thing.properties)
        if found is not None and thing.kind != found.kind and thing.kind in ORGANISATION_KINDS:
            told += self._kind_dispute(thing.kind, thing.mentions)
        return told

    def _kind_dispute(self, kind: str, mentions: tuple[Quote, ...]) -> tuple[Property, ...]:
        """The kind that a reader gives, where the other gives another: both wait side by side for a yes."""
        return (Property("kind", kind, mentions[0], DISPUTED, stated=False),) if mentions else ()

    def _qualifiers(self, links: list[tuple[Link, float]]) -> dict[int, str]:
        """What tells people and organisations from their namesakes, by the surest link that says so."""
        best: dict[int, tuple[float, str]] = {}
        for link, sure in links:
            kind = self._passed.things[link.subject].kind
            asked = "HAS_ROLE" if kind == "Person" else "BASED_IN" if kind in ORGANISATION_KINDS else ""
            if link.kind == asked and sure > best.get(link.subject, (_QUALIFIES, ""))[0]:
                best[link.subject] = sure, self._name(link.object)
        return {number: name for number, (_, name) in best.items()}

    def _name(self, number: int) -> str:
        there = self._agreement.first_of.get(number)
        return self._names[there] if there is not None else self._passed.things[number].told.name

    def first(self, version: str) -> Reading:
        """What the built-in reader says, as sure as the reply leaves it."""
        qualifiers = self._qualifiers([(link, self._confidence(link)) for link in self._passed.links])
        things = tuple(self._found(n, qualifiers) for n in range(len(self._first.things)))
        statements = tuple(map(self._said, self._first.statements))
        return replace(self._first, version=version, things=things, statements=statements)

    def _found(self, there: int, qualifiers: dict[int, str]) -> Found:
        found = self._first.things[there]
        number = self._agreement.second_of.get(there)
        if number is None:
            features = of_unsaid_thing(self._agreement, there)
            sure = min(confidence_of("unsaid thing", features, self._weights), found.confidence)
            return replace(found, confidence=sure, properties=_no_surer(found.properties, sure))
        thing = self._passed.things[number]
        properties = tuple(_beside(p, thing.properties) for p in found.properties)
        if thing.kind != found.kind and found.kind in ORGANISATION_KINDS:
            properties += self._kind_dispute(found.kind, found.mentions)
        kind = self._kinds[there]
        sure = self._sure[number] if kind != found.kind else max(found.confidence, self._sure[number])
        qualifier = self._qualifier(there, qualifiers.get(number, ""))
        forms = (found.name, *found.aliases)
        return replace(
            found, kind=kind, name=self._names[there],
            aliases=tuple(sorted({form for form in forms if form != self._names[there]})), confidence=sure,
            qualifier=qualifier, properties=properties,
        )  # fmt: skip

    def _said(self, said: Statement) -> Statement:
        link = self._agreement.confirmed_by(said)
        if link is not None:
            told = self._stated(link, self._confidence(link))
            return replace(said, confidence=max(said.confidence, told.confidence), role=told.role or said.role)
        sure = confidence_of("unsaid link", of_unsaid_link(self._agreement, said), self._weights)
        sure = min(sure, said.confidence)
        return replace(said, confidence=min(sure, DISPUTED) if self._agreement.contradicted(said) else sure)


def _folds_alike(one: str, other: str) -> bool:
    return fold(one).replace(" ", "") == fold(other).replace(" ", "")


def _no_surer(properties: tuple[Property, ...], sure: float) -> tuple[Property, ...]:
    """The fields of a thing, none surer than the thing itself: a field that is shown makes its thing exist."""
    return (
        tuple(replace(told, confidence=min(told.confidence, sure)) for told in properties)
        if sure < LINE
        else properties
    )


def _beside(told: Property, others: Iterable[Property]) -> Property:
    """A field as sure as what the other reader says of it makes it."""
    values = {other.value for other in others if other.field == told.field}
    if not values:
        return told
    if any(told.value == value or _fit(told.value, value) for value in values):
        return replace(told, confidence=max(told.confidence, _AGREED_FIELD))
    return replace(told, confidence=min(told.confidence, DISPUTED))


def _fit(one: str, other: str) -> bool:
    """Whether two dates can both hold, one of them perhaps coarser."""
    return is_date(one) and is_date(other) and (fits(one, other) or fits(other, one))


def _overlap(one: str, other: str) -> bool:
    """Whether two wordings of a role have a word in common, or one of them is empty."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return not a or not b or bool(a & b)
