"""Who enters the graph: only people in a public or professional role.

Residents, quoted clients, patients, relatives, and ordinary members of client and family councils stay out; chairs and
other officers of such councils stay. The lists lie in ``people_in_and_out.tsv``. The reader names everybody; this step
stands between reading and claiming.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files

from graph_model.names import fold, fold_person
from ingest.reading import Found, Reading, Statement

# A public role counts only when it is about as likely as not: a far guess brings nobody in.
ENTRY = 0.35
_TOGETHER = re.compile(r"\s+(?:en|tevens)\s+|[,;/&]")
_PREPOSITIONS = frozenset(("van", "bij", "voor", "in", "op", "namens", "uit", "met", "binnen", "aan", "over"))
_ARTICLES = frozenset(("de", "het", "t", "een"))


class Verdict(Enum):
    """What a role says about whoever holds it."""

    PUBLIC = "public"
    PRIVATE = "private"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Admission:
    """The reading without whom the graph does not take in; ``left_out`` are their names, in the order of the page.

    ``private`` are the names of those who stay out for a role that they have, not for want of one.
    """

    reading: Reading
    left_out: tuple[str, ...]
    private: frozenset[str] = frozenset()


def admit(reading: Reading, private: frozenset[str] = frozenset()) -> Admission:
    """Leave out the people without a public role, and everybody's private roles, with all that is said of them.

    :param private: names of people who stay out whatever this reading says of them: another one knows better.
    """
    verdicts = [_verdict(reading, statement) for statement in reading.statements]
    public = {
        person
        for statement, verdict in zip(reading.statements, verdicts, strict=True)
        if verdict is Verdict.PUBLIC and statement.confidence >= ENTRY
        for person in _people(reading, statement)
    }
    hidden = {fold_person(name) for name in private}
    stays = [
        thing.kind != "Person" or (thing.public and index in public and fold_person(thing.name) not in hidden)
        for index, thing in enumerate(reading.things)
    ]
    kept = [
        statement
        for statement, verdict in zip(reading.statements, verdicts, strict=True)
        if verdict is not Verdict.PRIVATE and stays[statement.subject] and stays[statement.object]
    ]
    left_out = tuple(thing.name for thing, in_ in zip(reading.things, stays, strict=True) if not in_)
    of_private = (s for s, verdict in zip(reading.statements, verdicts, strict=True) if verdict is Verdict.PRIVATE)
    known = {person for statement in of_private for person in _people(reading, statement) if not stays[person]}
    return Admission(
        _without(reading, stays, kept), left_out, frozenset(reading.things[person].name for person in known)
    )


def _people(reading: Reading, statement: Statement) -> list[int]:
    ends = (statement.subject, statement.object)
    return [end for end in ends if reading.things[end].kind == "Person"]


def _without(reading: Reading, stays: list[bool], statements: Iterable[Statement]) -> Reading:
    place = {old: new for new, old in enumerate(index for index, in_ in enumerate(stays) if in_)}
    return replace(
        reading,
        things=tuple(reading.things[old] for old in place),
        statements=tuple(_between(s, place[s.subject], place[s.object]) for s in statements),
    )


def _between(statement: Statement, subject: int, object: int) -> Statement:
    """A statement between the things at these places; those before the first one left out keep theirs."""
    if (statement.subject, statement.object) == (subject, object):
        return statement
    return statement.between(subject, object)


def _verdict(reading: Reading, statement: Statement) -> Verdict:
    """What a statement says about the person in it; NOTHING when there is none."""
    subject, object = reading.things[statement.subject], reading.things[statement.object]
    if subject.kind != "Person":
        return Verdict.NOTHING
    if statement.predicate in ("FOUNDED", "MADE"):
        return Verdict.PUBLIC
    if statement.predicate == "TAKES_PART_IN":
        return part_in_gathering(statement.role)
    if statement.predicate == "HAS_ROLE":
        return role_at(statement.role, object)
    return Verdict.NOTHING


# The words for roles come back from page to page.
@lru_cache(maxsize=4_096)
def part_in_gathering(role: str) -> Verdict:
    """What somebody's part in a gathering says: speaking or hosting is public, being there says nothing."""
    verdicts = {_one_role(part) for part in _parts(role) if not _is_in("attends", part.split()[-1])}
    if Verdict.PUBLIC in verdicts:
        return Verdict.PUBLIC
    return Verdict.PRIVATE if verdicts else Verdict.NOTHING


def role_at(role: str, organisation: Found) -> Verdict:
    """What a role at an organisation says; a bare affiliation is public, except with a council of clients."""
    return _role_at(role, council=organisation.kind == "ClientCouncil")


@lru_cache(maxsize=4_096)
def _role_at(role: str, *, council: bool) -> Verdict:
    parts = _parts(role)
    if council:
        officer = any(_is_in("officer", word) for part in parts for word in _head(part))
        return Verdict.PUBLIC if officer else Verdict.PRIVATE
    verdicts = {_one_role(part) for part in parts} or {Verdict.PUBLIC}
    return Verdict.PUBLIC if Verdict.PUBLIC in verdicts else Verdict.PRIVATE


def _parts(role: str) -> list[str]:
    """The roles that one phrase names together, folded, without words that say only when."""
    parts = (fold(part).split() for part in _TOGETHER.split(role))
    now = (" ".join(word for word in words if not _is_in("former", word)) for words in parts)
    return [part for part in now if part]


def _one_role(role: str) -> Verdict:
    """What one folded role says by its head word: "lid" by what somebody is a member of."""
    head = _head(role)
    if not head:
        return Verdict.PUBLIC
    if "lid" in head:
        return _membership(role.split()[role.split().index("lid") + 1 :])
    return Verdict.PRIVATE if _is_in("private", head[-1]) else Verdict.PUBLIC


def _membership(words: list[str]) -> Verdict:
    """A mere member, and a member of a council of clients, is private; of a board or working group, public."""
    what = [word for word in words if word not in _PREPOSITIONS and word not in _ARTICLES]
    if not what or any(_is_in("council", word) for word in what):
        return Verdict.PRIVATE
    return Verdict.PUBLIC


def _head(role: str) -> list[str]:
    """The words before the first preposition: "moeder van een bewoner" is about a mother."""
    words = role.split()
    end = next((index for index, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return words[:end]


def private_word_in(text: str) -> str:
    """The first word of a text that keeps somebody out as a role ("bewoner"); empty when there is none."""
    return next((word for word in fold(text).split() if _is_in("private", word)), "")


def _is_in(list_name: str, word: str) -> bool:
    whole, tails = _lists()[list_name]
    return word in whole or word.endswith(tails)


@cache
def _lists() -> Mapping[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Per list: the whole words, and the tails (which match as whole words too)."""
    text = files("ingest").joinpath("people_in_and_out.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    names = {row[0] for row in rows}
    words = {name: [row[1] for row in rows if row[0] == name] for name in names}
    return {
        name: (frozenset(w for w in found if not w.startswith("-")), tuple(w[1:] for w in found if w.startswith("-")))
        for name, found in words.items()
    }
