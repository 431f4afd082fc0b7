"""Tallies: what the claims about one key add up to.

A tally is a count per feature, so tallies of claims can be added and taken away in any order with the same result. That
makes reading one page cost what that page says, however much is known already: names, kind, existence and confirmation
of a thing follow from the tallies of its keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def _of_end(said: Said, kind: str, name: str, given: Given) -> tuple[str, ...]:
    """What a claim says once of one of its ends, besides its kind."""
    if said.strength < given.line:
        return (LIVE,)
    if said.origin != Origin.PAGE:
        return LIVE, STANDS, REGISTERED, REGISTER_KIND + kind, REGISTER_NAME + name
    if said.echo:
        return LIVE, STANDS, NAME + name
    return LIVE, STANDS, NAME + name, HOST + said.host


def _beside(said: Said, given: Given) -> str:
    """What a claim says of its subject besides that it is there; empty for most claims."""
    if said.predicate == "HAS_ROLE":
        return TIE + said.object if said.strength >= given.line else ""
    if said.predicate == "alias":
        return ALIAS + said.value if said.strength >= given.line else ""
    if said.predicate == "fingerprint":
        return TEXT + said.value
    return TITLED if said.predicate == "name" else ""


def add(tallies: dict[str, Tally], said: Said, given: Given, sign: int = 1) -> None:
    """Add what a claim says to the tallies of its keys, or with ``sign=-1`` take it away. Zeros do not stay.

    Shipped data (the gazetteer) says nothing about existence.
    """
    if said.origin == Origin.GAZETTEER:
        return
    tally = tallies.setdefault(said.subject, {})
    _add_end(tally, said, said.subject_kind, said.subject_name, given, sign)
    beside = _beside(said, given)
    if beside:
        _count(tally, beside, sign)
    if said.object:
        _add_end(tallies.setdefault(said.object, {}), said, said.object_kind, said.object_name, given, sign)


def _add_end(tally: Tally, said: Said, kind: str, name: str, given: Given, sign: int) -> None:
    _count(tally, KIND + kind, sign * said.strength)
    for feature in _of_end(said, kind, name, given):
        _count(tally, feature, sign)


def _count(tally: Tally, feature: str, amount: int) -> None:
    count = tally.get(feature, 0) + amount
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
