"""The word and name lists of the reader, loaded once: what a word may be, never what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.extract.lexicon.folding import folded
from ingest.extract.lexicon.wordlist import WordList

_HERE = Path(__file__).parent
_KIND_CLASS = {
    "CareOrganisation": "care", "Partner": "part", "Initiative": "init", "ClientCouncil": "council",
    "Movement": "move", "Place": "place", "Theme": "theme",
}  # fmt: skip
# Groups of people that meet are bodies, not gatherings.
_BODIES = ("groep", "groepen", "netwerk", "raad", "platform", "academie", "team", "teams")
# … but for one that ends like a council.
_GATHERING = "burgerberaad"
_EVENT_CLASS = {"Event": "event", "EventSeries": "series", "neither": "noevent"}


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation of the shipped list: its kind, sort, and whether its name is made of ordinary words only."""

    kind: str
    sort: str
    ordinary: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists. ``classes`` maps a lower-case word to what it may head; ``suffixes`` does so for ends of compounds."""

    classes: dict[str, tuple[str, ...]]
    suffixes: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    organisations: dict[str, Known]
    first_names: frozenset[str]
    last_names: frozenset[str]
    words: WordList
    capitalised: dict[str, str]
    places: dict[str, str]
    abbreviations: dict[str, tuple[str, str]]
    register: dict[str, str]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a list, without its header."""
    lines = (_HERE / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return (line.split("\t") for line in lines[1:] if line)


def _words(name: str) -> list[str]:
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8").split()


class _Classes:
    """Gathers the classes of words; a word of several keeps them in the order in which they came."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self.suffixes: dict[str, list[str]] = {}
        self.phrases: dict[str, list[tuple[str, ...]]] = {}

    def add(self, word: str, label: str) -> None:
        word = word.lower()
        if word.startswith("-"):
            _append(self.suffixes.setdefault(word[1:], []), label)
            return
        parts = word.split()
        if len(parts) > 1:
            self.phrases.setdefault(parts[0], []).append((*parts, label))
        else:
            _append(self.words.setdefault(word, []), label)


def _append(labels: list[str], label: str) -> None:
    if label not in labels:
        labels.append(label)


def _gather() -> _Classes:
    classes = _Classes()
    for role, _, family, _, variants, *_ in rows("roles"):
        for form in (role, *variants.split("|")):
            if form:
                classes.add(form, "role")
                if family in ("founding", "event-part", "board", "council", "politics"):
                    classes.add(form, f"role:{family}")
    for noun, kind, weight, *_ in rows("headnouns"):
        classes.add(noun, _KIND_CLASS[kind] if weight == "strong" else _KIND_CLASS[kind] + "?")
    for noun, kind, *_ in rows("eventnouns"):
        if noun == _GATHERING or not noun.endswith(_BODIES):
            classes.add(noun, _EVENT_CLASS[kind])
    for noun, *_ in rows("documentnouns"):
        classes.add(noun, "doc")
    return classes


def _organisations() -> dict[str, Known]:
    known: dict[str, Known] = {}
    for name, kind, sort, aliases, _, _, ordinary in rows("organisations"):
        entry = Known(kind, sort, ordinary == "1")
        known[folded(name)] = entry
        for alias in filter(None, aliases.split("|")):
            known.setdefault(folded(alias), entry)
    return known


@cache
def lexicon() -> Lexicon:
    """The lists, read on first use (about a twentieth of a second)."""
    gathered = _gather()
    return Lexicon(
        classes={word: tuple(labels) for word, labels in gathered.words.items()},
        suffixes={word: tuple(labels) for word, labels in gathered.suffixes.items()},
        phrases={word: tuple(sorted(found, key=len, reverse=True)) for word, found in gathered.phrases.items()},
        organisations=_organisations(),
        first_names=frozenset(_words("first_names")),
        last_names=frozenset(_words("last_names")),
        words=WordList((_HERE / "words.txt").read_text(encoding="utf-8")),
        capitalised={row[0].lower(): row[1] for row in rows("capitalised_words")},
        places={folded(row[0]): row[1] for row in rows("places_extra")},
        abbreviations={row[0]: (row[1], row[2]) for row in rows("abbreviations")},
        register={folded(row[0]): row[1] for row in rows("register")},
    )
