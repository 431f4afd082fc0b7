"""Candidates without marks: a noun of gathering or publication and the title that goes on in lower case behind it."""

from __future__ import annotations

from ingest.extract.candidates import Pool
from ingest.extract.tokens import Line
from ingest.extract.words import TAILS

_LONGEST = 7
# Where a title may end before the sentence goes on.
_STOPS = frozenset(
    "op in bij van voor met door om is was werd wordt worden werden waren zijn heeft had die dat dit waar waarin over "
    "uit en als gaat ging staat stond komt kwam verscheen vindt vond krijgt kreeg wil trok begint begon".split()
)


def add_titled(pool: Pool, line: Line) -> None:
    """``symposium Thuis tot het laatst``, ``het rapport Ruimte voor doeners dat``: up to each possible end."""
    words, n = line.words, len(line.words)
    for q, labels in enumerate(line.classes[:-2]):
        if not labels or not line.capital[q + 1] or line.sentence[q] != line.sentence[q + 2]:
            continue
        form = "doc" if "doc" in labels else "event" if "event" in labels or "series" in labels else ""
        if not form or line.capital[q + 2] or not words[q + 2].isalpha() or words[q + 1].isupper():
            continue
        _add_ends(pool, line, q, form, n)


def _add_ends(pool: Pool, line: Line, q: int, form: str, n: int) -> None:
    words = line.words
    found = 0
    for y in range(q + 2, min(n, q + 2 + _LONGEST)):
        word = words[y]
        if line.sentence[y] != line.sentence[q] or not (word[0].isalnum() or line.capital[y]):
            _add(pool, line, q, y, form, "closed")
            return
        if word in _STOPS and y > q + 2:
            _add(pool, line, q, y, form, "first" if not found else "later")
            found += 1
    if q + 2 + _LONGEST >= n:
        _add(pool, line, q, n, form, "closed")


def _add(pool: Pool, line: Line, q: int, y: int, form: str, how: str) -> None:
    if line.words[y - 1] in TAILS and y == q + 3:
        return
    features = (f"titled={form}", f"titled:end={how}", f"titled:size={y - q - 1}", f"titled:noun={line.lows[q]}")
    pool.add(line.text(q + 1, y), "quote", line, q + 1, y, features)
    if form == "event":
        pool.add(line.text(q, y), "event", line, q, y, (*features, "titled:whole"), nested=True)
