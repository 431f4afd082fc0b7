"""Tallies: what the claims about one key add up to.

A tally is a count per feature, so tallies of claims can be added and taken away in any order with the same result. That
makes reading one page cost what that page says, however much is known already: names, kind, existence and confirmation
of a thing follow from the tallies of its keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_model.evidence import Origin
from graph_model.projection.given import Given
from graph_model.projection.said import Said

Tally = dict[str, int]

LIVE = "live"
STANDS = "stands"
REGISTERED = "registered"
KIND = "kind:"
REGISTER_KIND = "register-kind:"
NAME = "name:"
REGISTER_NAME = "register-name:"
HOST = "host:"
TIE = "tie:"
ALIAS = "alias:"
TEXT = "text:"
TITLED = "titled"


def contributions(said: Said, given: Given) -> Iterator[tuple[str, str, int]]:
    """What one claim adds: (key, feature, amount). Shipped data (the gazetteer) says nothing about existence."""
    if said.origin == Origin.GAZETTEER:
        return
    yield from _of_end(said, said.subject, said.subject_kind, said.subject_name, given)
    if said.object:
        yield from _of_end(said, said.object, said.object_kind, said.object_name, given)
        if said.predicate == "HAS_ROLE" and said.strength >= given.line:
            yield said.subject, TIE + said.object, 1
    elif said.predicate == "alias" and said.strength >= given.line:
        yield said.subject, ALIAS + said.value, 1
    elif said.predicate == "fingerprint":
        yield said.subject, TEXT + said.value, 1
    elif said.predicate == "name":
        yield said.subject, TITLED, 1


def _of_end(said: Said, key: str, kind: str, name: str, given: Given) -> Iterator[tuple[str, str, int]]:
    yield key, LIVE, 1
    yield key, KIND + kind, said.strength
    if said.strength < given.line:
        return
    yield key, STANDS, 1
    if said.origin == Origin.PAGE:
        yield key, NAME + name, 1
        if not said.echo:
            yield key, HOST + said.host, 1
        return
    yield key, REGISTERED, 1
    yield key, REGISTER_KIND + kind, 1
    yield key, REGISTER_NAME + name, 1


def add(tallies: dict[str, Tally], said: Said, given: Given, sign: int = 1) -> None:
    """Add what a claim says to the tallies of its keys, or with ``sign=-1`` take it away. Zeros do not stay."""
    for key, feature, amount in contributions(said, given):
        tally = tallies.setdefault(key, {})
        count = tally.get(feature, 0) + sign * amount
        if count:
            tally[feature] = count
        else:
            tally.pop(feature, None)


def tallies_of(claims: Iterable[Said], given: Given) -> dict[str, Tally]:
    """The tallies of all keys that live claims name."""
    tallies: dict[str, Tally] = {}
    for said in claims:
        add(tallies, said, given)
    return tallies


def merged(parts: Iterable[Tally]) -> Tally:
    """The tally of a group: the sum over its keys."""
    total: Tally = {}
    for part in parts:
        for feature, amount in part.items():
            total[feature] = total.get(feature, 0) + amount
    return total


def without_zeros(tally: Tally) -> Tally:
    """The tally as it is kept: what counts no more is not there."""
    return {feature: amount for feature, amount in tally.items() if amount}


def counts_of(tally: Tally, prefixes: Sequence[str]) -> list[dict[str, int]]:
    """The counts of several sorts of feature in one pass, as :func:`counts`; each prefix ends with its first colon."""
    found: dict[str, dict[str, int]] = {prefix: {} for prefix in prefixes}
    for feature, amount in tally.items():
        sort, colon, rest = feature.partition(":")
        wanted = found.get(sort + colon)
        if wanted is not None:
            wanted[rest] = amount
    return list(found.values())


def counts(tally: Tally, prefix: str) -> dict[str, int]:
    """The counts of one sort of feature, by what stands behind the prefix."""
    start = len(prefix)
    return {feature[start:]: amount for feature, amount in tally.items() if feature.startswith(prefix)}
