"""The words and signs of a Cypher text, without its comments; what a string holds is no word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph_model.errors import BadQuestion

Sort = Literal["word", "quoted", "string", "number", "sign"]

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n\r]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<number>(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?))
      | (?P<word>[^\W\d]\w*)
      | (?P<sign>[^'"`])""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, sign, number or string; ``text`` of a quoted name is without its quotes."""

    sort: Sort
    text: str

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords or signs, in any case."""
        return self.sort in ("word", "sign") and self.text.upper() in words

    @property
    def is_name(self) -> bool:
        return self.sort in ("word", "quoted")


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text.

    :raises BadQuestion: a string, a quoted name or a comment has no end.
    """
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = None if text.startswith("/*", at) and "*/" not in text[at + 2 :] else _TOKEN.match(text, at)
        if match is None:
            raise BadQuestion("In deze vraag staat een aanhalingsteken of commentaar zonder einde.")
        at = match.end()
        if match.lastgroup != "blank":
            found.append(_token(match))
    return tuple(found)


def _token(match: re.Match[str]) -> Token:
    text = match[0]
    if match.lastgroup == "quoted":
        return Token("quoted", text[1:-1].replace("``", "`"))
    return Token(match.lastgroup, text)  # type: ignore[arg-type]
