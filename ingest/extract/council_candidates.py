"""Client councils: the noun, with the organisation, unit or place that it is a council of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count

from ingest.extract.candidates import Pool
from ingest.extract.remembering import Remembered
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line
from ingest.extract.words import PARTICLES, TAILS

_NOUN = re.compile(
    r"(?:cli[ëe]nten|bewoners|familie|verwanten|gebruikers|deelnemers|pati[ëe]nten|regio|deelnemers)(?:raad|commissie)$"
    r"|cli[ëe]ntenparticipatiegroep$|(?:lcr|ccr|cpg)$"
)
COUNCIL_ENDS = ("raad", "commissie", "participatiegroep", "lcr", "ccr", "cpg")
_STOPS = frozenset((",", ":", ".", "|", ">", "»", "(", ")", "/", "is", "was", "heeft", "wil"))
_REACH = 9


def is_council_noun(low: str) -> bool:
    """Whether a lower-case word names a council of clients, residents or relatives."""
    return low.endswith(COUNCIL_ENDS) and _NOUN.match(low) is not None


_COUNCIL_NOUNS = Remembered(is_council_noun)


def council_nouns(lows: list[str]) -> Iterator[int]:
    """Which of some lower-case words are such nouns, by place."""
    return compress(count(), map(_COUNCIL_NOUNS.__getitem__, lows))


def names_councils(sheet: Sheet) -> bool:
    """Whether such a noun stands anywhere on a page."""
    # Most pages hold none of their ends, and to look for those takes a tenth of the time.
    return any(end in sheet.low for end in COUNCIL_ENDS) and any(map(_COUNCIL_NOUNS.__getitem__, sheet.counts))


def add_councils(pool: Pool, line: Line) -> None:
    """``cliëntenraad (van) X``, up to every possible end of X."""
    words, n = line.words, len(line.words)
    for q in council_nouns(line.lows):
        start = q - 1 if q and line.lows[q - 1] in ("centrale", "lokale") else q
        if start < q:
            pool.add(line.text(start, q + 1), "council", line, start, q + 1, ("council:central",), nested=True)
        joint = line.lows[q + 1] if q + 1 < n and not line.capital[q + 1] else "Cap"
        for y in range(q + 1, min(n, q + _REACH)):
            if line.sentence[y] != line.sentence[q] or words[y] in _STOPS:
                break
            if line.capital[y] or words[y] in TAILS or words[y][0].isdigit():
                between = sum(words[z].islower() and words[z] not in PARTICLES for z in range(q + 1, y))
                features = (f"council:joint={joint}", f"council:between={between}")
                pool.add(line.text(q, y + 1), "council", line, q, y + 1, features, nested=True)
                if start < q:
                    pool.add(line.text(start, y + 1), "council", line, start, y + 1, features, nested=True)
