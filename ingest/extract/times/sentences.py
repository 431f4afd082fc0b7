"""How far a sentence and a clause reach around a time; a dot between digits ends nothing."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?;]\s|\n\s*\n|\n(?=\s*[-•*>])")
_CLAUSE_END = re.compile(r"[,;()\n·|]|\. ")


def sentence_before(lower: str, at: int, width: int = 90) -> str:
    """What stands before a place in its sentence, up to a width in characters."""
    return _after_last(_SENTENCE_END, lower[max(0, at - width) : at])


def clause_before(lower: str, at: int, width: int = 60) -> str:
    """What stands before a place in its clause, up to a width in characters."""
    return _after_last(_CLAUSE_END, lower[max(0, at - width) : at])


def sentence_after(lower: str, end: int, width: int = 40) -> str:
    """What stands after a place in its sentence, up to a width in characters."""
    after = lower[end : end + width]
    match = _SENTENCE_END.search(after)
    return after[: match.start()] if match else after


def _after_last(ending: re.Pattern[str], before: str) -> str:
    return before[max((match.end() for match in ending.finditer(before)), default=0) :]
