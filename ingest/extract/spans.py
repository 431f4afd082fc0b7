"""Capitalised stretches of a line: single runs, enumerations of runs, and regions that a name may fill."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import compress

from ingest.extract.lexicon.folding import folded
from ingest.extract.places import is_place
from ingest.extract.tokens import Line
from ingest.extract.words import APOSTROPHES, LINKERS, MONTHS, PARTICLES, TAILS, classes_of

_JOINTS = frozenset((",", "en", "of", "alsmede", ";", "evenals", "(", "&"))
_LIST_WORDS = frozenset((",", "en", "of", "de", "het", "alsmede", "ook", "&", ";", "evenals", "’t", "'t"))
_NUMBERED = re.compile(r"\d+(?:e|ste|de)$|\d{3,}[A-Z]")
# Without a letter on a digit no token is numbered.
_ON_DIGIT = re.compile(r"\d[esdA-Z]")
_MONTHS = frozenset(MONTHS)
_MAX_REGION = 16
_HEADS = frozenset(("care", "part", "init", "council"))


def find_runs(line: Line) -> None:
    """Fills ``line.runs`` and ``line.lists``."""
    end = 0
    for start in compress(range(len(line.words)), line.capital):
        if start >= end:
            end = _run_end(line, start)
            line.runs.append((start, end))
    if len(line.runs) > 1:
        _find_lists(line)


def _run_end(line: Line, start: int) -> int:
    words, capital, sentence = line.words, line.capital, line.sentence
    n, end = len(words), start + 1
    while end < n and sentence[end] == sentence[start]:
        if capital[end]:
            end += 1
            continue
        nxt = end
        while nxt < n and nxt - end < 3 and (words[nxt] in PARTICLES or words[nxt] in ("voor", "&")):
            nxt += 1
        joins = nxt > end and nxt < n and capital[nxt] and sentence[nxt] == sentence[start]
        if not joins or words[end] == "in" or (words[end] in ("op", "te") and words[nxt - 1] not in ("de", "den")):
            break
        end = nxt + 1
    return end


def _find_lists(line: Line) -> None:
    """Runs that are joined by commas and `en`; a run with its place behind it (``A in P, B in Q``) is one item."""
    current: list[tuple[int, int]] = []
    end = 0
    q = 0
    while q < len(line.runs):
        run = line.runs[q]
        if current and _continues(line, (current[-1][0], end), run):
            current.append(run)
        else:
            if len(current) > 1:
                line.lists.append(current)
            current = [run]
        end = run[1]
        if q + 1 < len(line.runs) and _is_place_of(line, run, line.runs[q + 1]):
            q += 1
            end = line.runs[q][1]
        q += 1
    if len(current) > 1:
        line.lists.append(current)


def _is_place_of(line: Line, run: tuple[int, int], following: tuple[int, int]) -> bool:
    joined = following[0] - run[1] == 1 and line.words[run[1]] == "in"
    return joined and is_place(folded(line.text(*following))) and not is_place(folded(line.text(*run)))


def _continues(line: Line, last: tuple[int, int], run: tuple[int, int]) -> bool:
    start, end = last[1], run[0]
    if start >= end or line.words[start] not in _JOINTS or line.sentence[last[0]] != line.sentence[end]:
        return False
    other = [w for w in line.words[start:end] if w not in _LIST_WORDS]
    return not other or (len(other) == 1 and other[0].islower() and bool(_HEADS.intersection(classes_of(other[0]))))


def list_of(line: Line, i: int) -> list[tuple[int, int]] | None:
    """The enumeration that holds token ``i``."""
    for runs in line.lists:
        if runs[0][0] <= i < runs[-1][1]:
            return runs
    return None


def regions(line: Line) -> list[tuple[int, int, int]]:
    """(start, end, end of lower-case tail) of every stretch that one name may fill."""
    found: list[tuple[int, int, int]] = []
    end = 0
    for start in _region_starts(line):
        if start >= end:
            end = _region_end(line, start)
            found.append((start, end, _tail_end(line, start, end)))
    return found


def _region_starts(line: Line) -> Iterable[int]:
    """The tokens that a name may begin with: capitalised ones, and ``8e``."""
    capital = line.capital
    if not line.numbered or _ON_DIGIT.search(line.block.text) is None:
        return compress(range(len(capital)), capital)
    return [q for q, word in enumerate(line.words) if capital[q] or (word[0].isdigit() and _NUMBERED.match(word))]


def _region_end(line: Line, start: int) -> int:
    words, capital, sentence = line.words, line.capital, line.sentence
    n, end = len(words), start + 1
    while end < n and sentence[end] == sentence[start] and end - start < _MAX_REGION:
        if capital[end]:
            end += 1
            continue
        step = _step(line, end, start)
        if not step:
            break
        end = step
    return end


def _step(line: Line, end: int, start: int) -> int:
    """Where the region goes on after the lower-case words at ``end``; 0 when it ends there."""
    words, capital = line.words, line.capital
    n, nxt = len(words), end
    while nxt < n and nxt - end < 4 and (line.lows[nxt] in LINKERS or words[nxt][0].isdigit()) and not capital[nxt]:
        nxt += 1
    if nxt == end:
        return end + 2 if _is_inner(line, end, start) else 0
    same = nxt < n and line.sentence[nxt] == line.sentence[start]
    if same and capital[nxt]:
        return nxt + 1
    if same and nxt - end >= 2 and words[nxt - 1] in APOSTROPHES and words[nxt - 2] == "dat" and words[nxt].isalpha():
        return nxt + 1
    if same and nxt - end == 1 and words[end] == "voor" and words[nxt].isalpha() and _is_named(line, nxt + 1, start):
        return nxt + 2
    if words[end][0].isdigit() and not (
        end + 1 < n and (line.lows[end + 1] in _MONTHS or words[end + 1] in ("uur", "jaar"))
    ):
        return end + 1
    return 0


def _is_named(line: Line, q: int, start: int) -> bool:
    """Whether a capitalised word stands there, in the sentence in which the region begins."""
    return q < len(line.words) and line.capital[q] and line.sentence[q] == line.sentence[start]


def _is_inner(line: Line, q: int, start: int) -> bool:
    """Whether a lower-case word stands within a name: ``Samen zorgzame Buurten``, ``Het groene Huis``."""
    if not _is_named(line, q + 1, start):
        return False
    word = line.words[q]
    return word in TAILS or (word.endswith("e") and word.isalpha() and _is_article(line, q - 1))


def _is_article(line: Line, q: int) -> bool:
    """Whether a capitalised article stands there that no sentence gave its capital."""
    return line.words[q] in ("De", "Het", "'t", "’t") and not line.opens[q]


def _tail_end(line: Line, start: int, end: int) -> int:
    words, n, q = line.words, len(line.words), end
    while q < n and q - end < 4 and line.sentence[q] == line.sentence[start]:
        if words[q] in TAILS or (
            words[q] in ("en", "&", ",", "voor", "in", "de", "het") and _leads_to_tail(words, q, n)
        ):
            q += 1
        else:
            break
    return q


def _leads_to_tail(words: list[str], q: int, n: int) -> bool:
    if q + 1 < n and words[q + 1] in TAILS:
        return True
    return q + 2 < n and words[q + 1] in ("&", "en", "de", "het") and words[q + 2] in TAILS
