"""What is left of pages, claims and other texts when names are forgotten: pure functions, no store.

A claim about an erased person goes; so does one about an organisation, theme or address that bears the name, for half
a name would join what is not the same. Titles, events, values, roles and quotes stay, with the name covered at equal
length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph_model.errors import NotUnderstood
from graph_model.evidence import Claim, End, Evidence
from graph_model.keys import family_of_key, fingerprint, key_of
from queries.ledger.records import PageReading, PageRecord
from queries.masking import ErasedNames, Parts, forget, names_in, parts_in
from queries.masking.parts import NO_PARTS

_ADDRESS = re.compile(r"\w[\w+.-]*:|[\w-]+(?:\.[\w-]+)+(?:/|$)")
_REMEMBERED = 1_000
_MAY_BE_COVERED = frozenset(("event", "document"))


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Forgets these names wherever they stand."""

    erased: ErasedNames
    _lately: dict[tuple[str, Parts], str] = field(default_factory=dict, repr=False, compare=False)

    def text(self, text: str, parts: Parts = NO_PARTS) -> str:
        """A text with the names covered; claims of one page quote the same few sentences time and again."""
        if not text:
            return text
        left = self._lately.get((text, parts))
        if left is None:
            if len(self._lately) == _REMEMBERED:
                self._lately.clear()
            left = self._lately[text, parts] = forget(text, self.erased, parts)
        return left

    def parts(self, text: str) -> Parts:
        """The parts of the names that a text gives in full: on that page they mean the same person."""
        return parts_in(text, self.erased)

    def is_in(self, address: str) -> bool:
        """Whether an address holds one of the names."""
        return names_in(address, self.erased)

    def reading(self, reading: PageReading) -> PageReading | None:
        """What a reader says of a page without the names; None when its address holds one."""
        page = reading.page
        if self.is_in(page.address):
            return None
        parts = self.parts(page.text) | self.parts(page.title)
        kept = self.page(page, parts)
        claims = (self.claim(claim, parts, kept.fingerprint) for claim in reading.claims)
        told = tuple(claim for claim in claims if claim)
        return replace(reading, page=kept, reader=self.text(reading.reader), claims=told)

    def page(self, page: PageRecord, parts: Parts) -> PageRecord:
        """A page with its title and text covered, and the hash of that text."""
        text, title = self.text(page.text, parts), self.text(page.title, parts)
        if (text, title) == (page.text, page.title):
            return page
        return replace(page, text=text, title=title, fingerprint=fingerprint(text) if page.text else page.fingerprint)

    def claim(self, claim: Claim, parts: Parts, text: str | None = None) -> Claim | None:
        """A claim without the names; None when nothing may be left of it.

        :param text: the hash of its page's covered text, when that changed.
        """
        subject = self.end(claim.subject, parts)
        object_ = self.end(claim.object, parts) if claim.object else None
        value = self._value(claim, parts, text)
        if subject is None or (claim.object and object_ is None) or value is None:
            return None
        left = replace(
            claim, subject=subject, object=object_, value=value, role=self.text(claim.role, parts),
            evidence=tuple(self._evidence(evidence, parts) for evidence in claim.evidence),
            fingerprint=text if text is not None and claim.fingerprint else claim.fingerprint,
        )  # fmt: skip
        return claim if left == claim else left

    def end(self, end: End, parts: Parts) -> End | None:
        """An end of a claim without the names; None when it is an erased person, or what bears such a name."""
        family = family_of_key(end.key)
        if family == "person" and self._is_part(end.name, parts):
            return None
        if not _can_be_covered(family, end.name):
            return None if self.is_in(end.name) or self.is_in(end.qualifier) else end
        left = End(end.kind, self.text(end.name, parts), self.text(end.qualifier, parts))
        try:
            key_of(left.kind, left.name, left.qualifier)
        except NotUnderstood:
            return None
        return end if left == end else left

    def _is_part(self, name: str, parts: Parts) -> bool:
        """Whether a name is no more than the first or last name of somebody whom the page gives in full."""
        return bool(parts) and "█" in self.text(name, parts)

    def _value(self, claim: Claim, parts: Parts, text: str | None) -> str | None:
        if claim.predicate == "fingerprint" and text is not None:
            return text
        if _ADDRESS.match(claim.value):
            return None if self.is_in(claim.value) else claim.value
        left = self.text(claim.value, parts)
        return left if left == claim.value or any(c.isalnum() for c in left) else None

    def _evidence(self, evidence: Evidence, parts: Parts) -> Evidence:
        return replace(evidence, quote=self.text(evidence.quote, parts), reader=self.text(evidence.reader))


def _can_be_covered(family: str, name: str) -> bool:
    return family in _MAY_BE_COVERED and not (family == "document" and _ADDRESS.match(name))
