"""What speaks against a verdict before it is taken: earlier verdicts, also through others, towns, kinds and dates."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from graph_model.dates import fits, in_words, is_date
from graph_model.decisions import Decision, Verdict
from graph_model.keys import SEPARATOR, block_of
from queries.engine.base import Reading
from queries.review.areas import Areas
from queries.review.meant import Side, sides_of_keys, spoken
from queries.review.profiles import Profile, profiles_of
from queries.review.verdicts import decisions_around
from queries.words import kind_words

_WORDS = {Verdict.SAME: "hetzelfde", Verdict.DIFFERENT: "verschillend", Verdict.UNSURE: "onzeker"}


def doubts(reading: Reading, left: Side, right: Side, verdict: Verdict) -> tuple[str, ...]:
    """Dutch sentences, weightiest first; empty when nothing speaks against the verdict."""
    found = list(_against_verdicts(reading, left, right, verdict))
    if verdict == Verdict.SAME and left.thing.id != right.thing.id:
        both = profiles_of(reading, (left.thing.id, right.thing.id))
        a, b = both.get(left.thing.id), both.get(right.thing.id)
        found += fact_doubts(a, b, places_of(reading, (a, b))) if a and b else ()
    return tuple(found)


def places_of(reading: Reading, things: Iterable[Profile | None]) -> dict[str, Profile]:
    """The profiles of the places where things are, and of those that these lie in."""
    found: dict[str, Profile] = {}
    wanted = {town for thing in things if thing for town in thing.towns}
    while wanted:
        found |= profiles_of(reading, wanted)
        above = {tie.other for id_ in wanted & set(found) for tie in found[id_].ties if tie.out}
        wanted = above - set(found)
    return found


def fact_doubts(a: Profile, b: Profile, places: Mapping[str, Profile]) -> Iterator[str]:
    """What is known of two things that one thing would not have both."""
    if a.kind != b.kind:
        yield f"De soort verschilt: {a.name} is {_kind(a)}, {b.name} is {_kind(b)}."
    if a.family != "person" and a.towns and b.towns and not Areas(places).meet(a.towns, b.towns):
        yield f"De plaats verschilt: {a.name} in {_towns(a, places)}, {b.name} in {_towns(b, places)}."
    if _dates_differ(a.start, b.start):
        yield f"De datum verschilt: {in_words(a.start)} en {in_words(b.start)}."


def _kind(thing: Profile) -> str:
    return kind_words(thing.kind)


def _towns(thing: Profile, places: Mapping[str, Profile]) -> str:
    return " en ".join(sorted(places[town].name for town in thing.towns if town in places))


def _dates_differ(a: str, b: str) -> bool:
    a, b = (date.partition("T")[0] for date in sorted((a, b), key=len))
    return is_date(a) and is_date(b) and not fits(a, b)


def _against_verdicts(reading: Reading, left: Side, right: Side, verdict: Verdict) -> Iterator[str]:
    known = decisions_around(reading, (left.key, right.key, *_members(reading, left), *_members(reading, right)))
    pair = {left.key, right.key}
    for decision in known:
        if {decision.left, decision.right} == pair and decision.verdict != verdict and not _is_weaker(decision):
            yield f"{_who(decision)}: {_WORDS[decision.verdict]}. Dat besluit vervalt hiermee."
    chains = Chains(reading, [d for d in known if {d.left, d.right} != pair])
    if verdict == Verdict.SAME:
        yield from chains.told_apart(left, right)
    elif verdict == Verdict.DIFFERENT:
        yield from chains.called_same(left, right)


def _is_weaker(decision: Decision) -> bool:
    return decision.verdict == Verdict.UNSURE


def _members(reading: Reading, side: Side) -> list[str]:
    profile = profiles_of(reading, [side.thing.id]).get(side.thing.id)
    return list(profile.keys) if profile else []


def _who(decision: Decision) -> str:
    day = decision.at[:10]
    return f"{decision.by or 'Iemand'} besloot{' op ' + in_words(day) if is_date(day) else ''}"


class Chains:
    """What follows from verdicts together: A = B and B = C make A and C one."""

    def __init__(self, reading: Reading, decisions: Iterable[Decision]) -> None:
        self._decisions = list(decisions)
        keys = {key for d in self._decisions for key in (d.left, d.right)}
        sides = sides_of_keys(reading, keys)
        self._thing = {key: side.thing.id for key, side in sides.items()}
        self._names = {key: spoken(side) for key, side in sides.items()}

    def told_apart(self, left: Side, right: Side) -> Iterator[str]:
        """Verdicts *different* between anything that is one with the left and anything that is one with the right."""
        a, b = self._one_with(left), self._one_with(right)
        for d in self._decisions:
            if d.verdict == Verdict.DIFFERENT and self._between(d, a, b):
                steps = dict.fromkeys((*self._steps(a, d), *self._steps(b, d)))
                chain = "".join(f", en {self._equal(step)}" for step in steps)
                yield (
                    f"{_who(d)}: {self._name(d.left)} en {self._name(d.right)} zijn verschillend{chain}. "
                    f"Zolang dat geldt, blijven ze gescheiden; terugnemen: samenspel review undo {d.id}."
                )

    def called_same(self, left: Side, right: Side) -> Iterator[str]:
        """The chain of verdicts *same* that leads from the one name to the other."""
        by_name = block_of(left.key) != block_of(right.key)
        path = self._reached(left.key, block_of if by_name else str).get(block_of(right.key) if by_name else right.key)
        if path:
            told = "; ".join(map(self._equal, path))
            yield f"Eerdere besluiten maken er samen één ding van: {told}. Het verschil gaat voor, en breekt die reeks."

    def _node(self, key: str) -> str:
        return self._thing.get(key) or key

    def _between(self, d: Decision, a: Mapping[str, object], b: Mapping[str, object]) -> bool:
        x, y = self._node(d.left), self._node(d.right)
        return (x in a and y in b) or (y in a and x in b)

    def _one_with(self, side: Side) -> dict[str, tuple[Decision, ...]]:
        """The things that verdicts *same* make one with a side, each with the verdicts that lead there."""
        self._thing.setdefault(side.key, side.thing.id)
        return self._reached(side.key, self._node)

    def _reached(self, start: str, node: Callable[[str], str]) -> dict[str, tuple[Decision, ...]]:
        """What is reached from a key over verdicts *same*, where keys of one node are one from the start."""
        reached: dict[str, tuple[Decision, ...]] = {node(start): ()}
        queue = deque(reached)
        while queue:
            here = queue.popleft()
            for d in self._decisions:
                ends = (node(d.left), node(d.right))
                if d.verdict == Verdict.SAME and here in ends:
                    there = ends[1] if here == ends[0] else ends[0]
                    if there not in reached:
                        reached[there] = (*reached[here], d)
                        queue.append(there)
        return reached

    def _steps(self, reached: Mapping[str, tuple[Decision, ...]], d: Decision) -> tuple[Decision, ...]:
        return next((reached[node] for node in (self._node(d.left), self._node(d.right)) if reached.get(node)), ())

    def _equal(self, d: Decision) -> str:
        return f"{self._name(d.left)} = {self._name(d.right)} ({d.by or 'iemand'})"

    def _name(self, key: str) -> str:
        return self._names.get(key) or key.split(SEPARATOR)[1]
