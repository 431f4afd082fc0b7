"""What the claims of one link add up to: claims of further pages are added without looking at those before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph_model.dates import OPEN, bounds, is_date
from graph_model.projection.said import Said

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Whether a claim gives this date, its rank, and the date.
Dated = tuple[bool, bool, bool, str, int, str, str]
Feature = TypeVar("Feature", int, str)


@dataclass(frozen=True, slots=True)
class LinkTally:
    """Counts over the claims of a link, strengths in thousandths.

    ``pages`` counts pages with a text of their own by the strength of their surest claim, ``echoes`` the claims of the
    other pages by theirs, ``roles`` claims by the role as it is written. ``since`` and ``until`` are the dates of the
    claims that rank first among those that give one, and may come from two pages; like ``first_seen`` their ranks
    depend on when pages were read, so they are no part of what is compared.
    """

    pages: Mapping[int, int]
    echoes: Mapping[int, int]
    roles: Mapping[str, int]
    stated: bool
    valid_from: str
    valid_to: str
    since: Dated = field(compare=False)
    until: Dated = field(compare=False)
    first_seen: str = field(default="", compare=False)

    def __add__(self, other: LinkTally) -> LinkTally:
        """The tally of the claims of both, which have no page in common."""
        since, until = max(self.since, other.since), max(self.until, other.until)
        return LinkTally(
            _sum(self.pages, other.pages),
            _sum(self.echoes, other.echoes),
            _sum(self.roles, other.roles),
            self.stated or other.stated,
            *_agreed(since, until),
            since,
            until,
            min(filter(None, (self.first_seen, other.first_seen)), default=""),
        )

    @property
    def sources(self) -> int:
        """The number of pages with a text of their own; one where there are only repeated texts."""
        return max(1, sum(self.pages.values()))

    @property
    def confidence(self) -> float:
        """How sure it is that at least one page is right, 0–1."""
        doubt = 1.0
        for strength, times in sorted((self.pages or self.echoes).items()):
            for _ in range(times):
                doubt *= 1 - strength / 1000
        return round(1 - doubt, 4)

    @property
    def role(self) -> str:
        """The role as it is written most; of equal ones that with the fewest capitals ("Voorzitter" opens a line)."""
        written = self.roles
        if len(written) == 1:
            return next(iter(written))
        return min(written, key=lambda role: (-written[role], sum(c.isupper() for c in role), role))


def link_tally_of(claims: Iterable[Said]) -> LinkTally:
    """The tally of all claims of a link, or of all that some pages make for it."""
    claims = list(claims)
    if len(claims) == 1:
        return _tally_of_one(claims[0])
    since = max(_dated(said, said.valid_from) for said in claims)
    until = max(_dated(said, said.valid_to) for said in claims)
    pages: dict[str, int] = {}
    for said in claims:
        if not said.echo:
            pages[said.page] = max(pages.get(said.page, 0), said.strength)
    return LinkTally(
        _counted(pages.values()),
        _counted(said.strength for said in claims if said.echo),
        _counted(said.role for said in claims),
        any(said.stated for said in claims),
        *_agreed(since, until),
        since,
        until,
        min((said.first_seen for said in claims if said.first_seen), default=""),
    )


def _tally_of_one(said: Said) -> LinkTally:
    """The same of one claim, as most links have, in a third of the time."""
    counted, none = {said.strength: 1}, dict[int, int]()
    pages, echoes = (none, counted) if said.echo else (counted, none)
    rank = said.rank
    since = bool(said.valid_from), *rank, said.valid_from
    until = bool(said.valid_to), *rank, said.valid_to
    dates = _agreed(since, until)
    return LinkTally(pages, echoes, {said.role: 1}, said.stated, *dates, since, until, said.first_seen)


def _dated(said: Said, date: str) -> Dated:
    return bool(date), *said.rank, date


def _agreed(since: Dated, until: Dated) -> tuple[str, str]:
    """From when to when: of an end that lies before the beginning, only the date that ranks first is left."""
    start, end = since[-1], until[-1]
    if start and end and _is_before(end, start, newer=until > since):
        return (start, "") if since > until else ("", end)
    return start, end


def _is_before(end: str, start: str, *, newer: bool) -> bool:
    """Whether an end can't be that of what began; an end without a date is that of what was told of before."""
    if end == OPEN:
        return not newer
    return is_date(end) and is_date(start) and start != OPEN and bounds(end)[1] < bounds(start)[0]


def as_text(tally: LinkTally) -> str:
    """A tally as it is kept, equal texts for equal tallies."""
    counts = [_plain(tally.pages), _plain(tally.echoes), _plain(tally.roles)]
    plain = [*counts, tally.stated, tally.since, tally.until]
    return _compact(plain)


def from_text(text: str, first_seen: str) -> LinkTally:
    """A tally from its text and the time that its link was first seen, which lies beside it."""
    pages, echoes, roles, stated, *dated = json.loads(text)
    since, until = (tuple(one) for one in dated)
    return LinkTally(dict(pages), dict(echoes), dict(roles), stated, *_agreed(since, until), since, until, first_seen)


def _plain(counts: Mapping[Feature, int]) -> list[tuple[Feature, int]]:
    return sorted(counts.items())


# Plain dicts: of the small counts that a page makes by the hundred, making a ``Counter`` costs more than counting.
def _counted(features: Iterable[Feature]) -> dict[Feature, int]:
    counts: dict[Feature, int] = {}
    for feature in features:
        counts[feature] = counts.get(feature, 0) + 1
    return counts


def _sum(some: Mapping[Feature, int], others: Mapping[Feature, int]) -> dict[Feature, int]:
    counts = dict(some)
    for feature, count in others.items():
        counts[feature] = counts.get(feature, 0) + count
    return counts
