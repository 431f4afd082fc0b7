"""The kinds that a user names: by their own name, or by the Dutch word for one or for many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from graph_model.errors import BadQuestion
from graph_model.names import fold
from graph_model.schema import FAMILIES, LINK_KINDS, NODE_KINDS, ORGANISATION_KINDS

ALL_ORGANISATIONS = "organisatie"


def node_kinds(word: str) -> tuple[str, ...]:
    """The kinds of thing that a word stands for: "Initiative", "initiatieven", "organisatie" (all five).

    :raises BadQuestion: when it stands for none.
    """
    found = _node_words().get(fold(word))
    if found is None:
        known = ", ".join(kind.dutch for kind in NODE_KINDS.values())
        raise BadQuestion(f"{word!r} is geen soort; kies uit {ALL_ORGANISATIONS}, {known}.")
    return found


def link_or_node_kinds(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of link that a word stands for, and the kinds of thing; the one or the other is empty.

    :raises BadQuestion: when it stands for neither.
    """
    folded = fold(word)
    links, nodes = _link_words().get(folded, ()), _node_words().get(folded, ())
    if not links and not nodes:
        raise BadQuestion(f"{word!r} is geen soort verband; kies uit {', '.join(LINK_KINDS)}.")
    return links, () if links else nodes


@cache
def _node_words() -> Mapping[str, tuple[str, ...]]:
    words = {fold(ALL_ORGANISATIONS): ORGANISATION_KINDS, "organisaties": ORGANISATION_KINDS}
    for family in FAMILIES:
        words[fold(family)] = tuple(kind.name for kind in NODE_KINDS.values() if kind.family == family)
    for kind in NODE_KINDS.values():
        words |= {fold(word): (kind.name,) for word in (kind.name, kind.dutch, kind.dutch_plural)}
    return words


@cache
def _link_words() -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for word, kind in _words_of_links():
        words[fold(word)] = (*words.get(fold(word), ()), kind)
    return {word: tuple(dict.fromkeys(kinds)) for word, kinds in words.items()}


def _words_of_links() -> Iterator[tuple[str, str]]:
    for link in LINK_KINDS.values():
        yield from ((word, link.name) for word in (link.name, link.forwards, link.backwards))
