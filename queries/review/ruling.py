"""A person's verdict on two things: same, different or unsure, and taking that back."""

from __future__ import annotations

import re

from graph_model.decisions import Decision, Verdict
from graph_model.errors import BadQuestion, NotFound
from queries import results
from queries.corrections import Signed
from queries.engine.base import Graph, Reading
from queries.ledger.deciding import decide, take_back
from queries.review.doubts import doubts
from queries.review.meant import Side, sides_of_keys, spoken, two_meant
from queries.review.profiles import profiles_of
from queries.review.shown import decision_shown
from queries.review.verdicts import known_of, pair_decisions

_NUMBER = re.compile(r"[0-9a-f]{24}")


def rule_on_pair(
    graph: Graph, left: str, right: str, verdict: Verdict, signed: Signed, anyway: bool = False
) -> results.PairRuling:
    """Decide whether two things are the same. Where something speaks against it nothing is decided, unless ``anyway``.

    :param left, right: as :func:`queries.review.meant.two_meant` takes them.
    :raises NotFound, Ambiguous, BadQuestion: as :func:`queries.review.meant.two_meant`.
    """

    def look(reading: Reading) -> tuple[Side, Side, tuple[str, ...], str]:
        a, b = two_meant(reading, left, right)
        known = _known(reading, a, b) if verdict == Verdict.UNSURE else ""
        return a, b, doubts(reading, a, b, verdict), known

    a, b, warnings, known = graph.answer(look)
    if warnings and not anyway:
        return _answer(graph, verdict.value, a, b, warnings, None)
    decision = Decision(
        verdict, a.key, b.key, value=known, by=signed.by, at=signed.at, reason=signed.reason.strip()
    )  # fmt: skip
    decision = decide(graph, decision)
    return _answer(graph, verdict.value, a, b, warnings, decision.id)


def undo_pair(graph: Graph, left: str, right: str = "") -> results.PairRuling:
    """Take back the verdict in force on two things, or the one with a number (``left`` alone).

    :raises NotFound: nothing is decided on them, or it was taken back.
    """
    decision = graph.answer(lambda reading: _meant(reading, left, right))
    take_back(graph, decision.id)
    sides = graph.answer(lambda reading: sides_of_keys(reading, (decision.left, decision.right)))
    refs = [_ref(sides, key) for key in (decision.left, decision.right)]
    return results.PairRuling(
        verdict="undone", left=refs[0], right=refs[1], decided=True, joined=refs[0].id == refs[1].id,
        decision=decision.id, warnings=(),
    )  # fmt: skip


def decided(graph: Graph) -> results.Decided:
    """All verdicts in force on pairs, latest first."""

    def question(reading: Reading) -> results.Decided:
        found = pair_decisions(reading)[::-1]
        sides = sides_of_keys(reading, (key for d in found for key in (d.left, d.right)))
        items = tuple(decision_shown(d, sides) for d in found)
        return results.Decided(items=items, total=len(items), version=reading.version)

    return graph.answer(question)


def _known(reading: Reading, a: Side, b: Side) -> str:
    found = profiles_of(reading, (a.thing.id, b.thing.id))
    return known_of(found[a.thing.id], found[b.thing.id])


def _meant(reading: Reading, left: str, right: str) -> Decision:
    decisions = pair_decisions(reading)[::-1]
    if not right:
        if not _NUMBER.fullmatch(left.strip()):
            raise BadQuestion("Noem twee dingen, of het nummer van het besluit; 'samenspel review list --decided'.")
        found = next((d for d in decisions if d.id == left.strip()), None)
    else:
        a, b = two_meant(reading, left, right)
        sides = sides_of_keys(reading, (key for d in decisions for key in (d.left, d.right)))
        found = next((d for d in decisions if {d.left, d.right} == {a.key, b.key}), None) or next(
            (d for d in decisions if {_thing(sides, d.left), _thing(sides, d.right)} == {a.thing.id, b.thing.id}), None
        )
    if found is None:
        raise NotFound("Daarover is niets besloten, of het is al teruggenomen.")
    return found


def _thing(sides: dict[str, Side], key: str) -> str:
    return sides[key].thing.id if key in sides else key


def _ref(sides: dict[str, Side], key: str) -> results.Ref:
    if key in sides:
        return _spoken_ref(sides[key])
    return results.Ref(id="", kind="", name=key.split("|")[1])


def _spoken_ref(side: Side) -> results.Ref:
    return results.Ref(id=side.thing.id, kind=side.thing.kind, name=spoken(side))


def _answer(
    graph: Graph, verdict: str, a: Side, b: Side, warnings: tuple[str, ...], decision: str | None
) -> results.PairRuling:
    """What became of it, with the two as they are called now; a join leaves one name for both."""
    now = graph.answer(lambda reading: sides_of_keys(reading, (a.key, b.key))) if decision else {}
    return results.PairRuling(
        verdict=verdict, left=_spoken_ref(a), right=_spoken_ref(b), decided=decision is not None,
        joined=_thing(now, a.key) == _thing(now, b.key) if now else a.thing.id == b.thing.id,
        decision=decision, warnings=warnings,
    )  # fmt: skip
