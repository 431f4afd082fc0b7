"""What the claims of one link add up to: claims of further pages are added without looking at those before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_model.projection.said import Said

Rank = tuple[bool, bool, bool, str, int, str]


@dataclass(frozen=True, slots=True)
class LinkTally:
    """Counts over the claims of a link, strengths in thousandths.

    ``pages`` counts pages with a text of their own by the strength of their surest claim, ``echoes`` the claims of the
    other pages by theirs, ``roles`` claims by the role as it is written. ``dated_by`` is the rank of the claim that
    gives the dates; like ``first_seen`` it depends on when pages were read, so it is no part of what is compared.
    """

    pages: Counter[int]
    echoes: Counter[int]
    roles: Counter[str]
    stated: bool
    valid_from: str
    valid_to: str
    dated_by: Rank = field(compare=False)
    first_seen: str = field(default="", compare=False)

    def __add__(self, other: LinkTally) -> LinkTally:
        """The tally of the claims of both, which have no page in common."""
        dated = max(self, other, key=lambda tally: tally.dated_by)
        return LinkTally(
            self.pages + other.pages,
            self.echoes + other.echoes,
            self.roles + other.roles,
            self.stated or other.stated,
            dated.valid_from,
            dated.valid_to,
            dated.dated_by,
            min(filter(None, (self.first_seen, other.first_seen)), default=""),
        )

    @property
    def sources(self) -> int:
        """The number of pages with a text of their own; one where there are only repeated texts."""
        return max(1, self.pages.total())

    @property
    def confidence(self) -> float:
        """How sure it is that at least one page is right, 0–1."""
        doubt = 1.0
        for strength in sorted((self.pages or self.echoes).elements()):
            doubt *= 1 - strength / 1000
        return round(1 - doubt, 4)

    @property
    def role(self) -> str:
        """The role as it is written most; of equal ones that with the fewest capitals ("Voorzitter" opens a line)."""
        written = self.roles
        return min(written, key=lambda role: (-written[role], sum(c.isupper() for c in role), role))


def link_tally_of(claims: Iterable[Said]) -> LinkTally:
    """The tally of all claims of a link, or of all that some pages make for it."""
    claims = list(claims)
    dated = max(claims, key=_dated_by)
    pages: dict[str, int] = {}
    for said in claims:
        if not said.echo:
            pages[said.page] = max(pages.get(said.page, 0), said.strength)
    return LinkTally(
        Counter(pages.values()),
        Counter(said.strength for said in claims if said.echo),
        Counter(said.role for said in claims),
        any(said.stated for said in claims),
        dated.valid_from,
        dated.valid_to,
        _dated_by(dated),
        min((said.first_seen for said in claims if said.first_seen), default=""),
    )


def _dated_by(said: Said) -> Rank:
    return bool(said.valid_from or said.valid_to), *said.rank


def as_text(tally: LinkTally) -> str:
    """A tally as it is kept, equal texts for equal tallies."""
    counts = [_plain(tally.pages), _plain(tally.echoes), _plain(tally.roles)]
    plain = [*counts, tally.stated, tally.valid_from, tally.valid_to, tally.dated_by]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, first_seen: str) -> LinkTally:
    """A tally from its text and the time that its link was first seen, which lies beside it."""
    pages, echoes, roles, stated, valid_from, valid_to, rank = json.loads(text)
    pages, echoes, roles = Counter(dict(pages)), Counter(dict(echoes)), Counter(dict(roles))
    return LinkTally(pages, echoes, roles, stated, valid_from, valid_to, tuple(rank), first_seen)


def _plain(counts: Counter[int] | Counter[str]) -> list[tuple[int | str, int]]:
    return sorted(counts.items())
