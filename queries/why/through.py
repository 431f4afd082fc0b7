"""What a way may go through: nobody is linked by a mere town, a subject or a page, unless that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.errors import BadQuestion
from graph_model.schema import TYING_LINKS
from queries.kinds import node_kinds

# Things that very different people have to do with; two that share one need not know of each other.
BARRED = ("Place", "Theme", "Keyword", "Document")
_GEOGRAPHY = ("BASED_IN", "HELD_IN")


@dataclass(frozen=True, slots=True)
class Through:
    """The kinds that ways may go through although they tie nothing."""

    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: str) -> Through:
        """From words with commas between: "plaatsen, thema's, bronnen"; :raises BadQuestion: another kind."""
        kinds: set[str] = set()
        for word in filter(None, (part.strip() for part in words.split(","))):
            found = set(_kinds(word)) & set(BARRED)
            if not found:
                raise BadQuestion(f"Een weg kan altijd via {word!r}; kies uit plaatsen, thema's en bronnen.")
            kinds |= found
        # A keyword is a subject as much as a theme is.
        return cls(frozenset(kinds | ({"Keyword"} if "Theme" in kinds else set())))

    @property
    def barred(self) -> list[str]:
        return [kind for kind in BARRED if kind not in self.kinds]

    @property
    def ties_only(self) -> bool:
        """Whether nothing but ties makes up a way: no geography, no naming."""
        return not self.kinds & {"Place", "Document"}

    @property
    def links(self) -> list[str]:
        """The kinds of link that a way is made of."""
        geography = _GEOGRAPHY if "Place" in self.kinds else ()
        return [*TYING_LINKS, *geography, *(("MENTIONS",) if "Document" in self.kinds else ())]


def _kinds(word: str) -> tuple[str, ...]:
    try:
        return node_kinds(word)
    except BadQuestion:
        return node_kinds(word.removesuffix("s"))  # "places", "themes", "documents"
