"""Who enters the graph from a register: only people whom one of its rows shows in a public or professional role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_model.evidence import End
from ingest.policy import Verdict, part_in_gathering, role_at
from ingest.reading import Found
from ingest.register.said import Said


def admitted(said: Sequence[Said]) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """What may be claimed, and the names of the people who are left out, with all that was said of them."""
    verdicts = [_verdict(one) for one in said]
    people = {end.key: end.name for one in said for end in _people(one)}
    public = {
        end.key
        for one, verdict in zip(said, verdicts, strict=True)
        if verdict is Verdict.PUBLIC
        for end in _people(one)
    }
    kept = tuple(
        one
        for one, verdict in zip(said, verdicts, strict=True)
        if verdict is not Verdict.PRIVATE and all(end.key in public for end in _people(one))
    )
    return kept, tuple(sorted(name for key, name in people.items() if key not in public))


def _people(said: Said) -> Iterable[End]:
    return (end for end in (said.subject, said.object) if end is not None and end.kind == "Person")


def _verdict(said: Said) -> Verdict:
    """What a statement says about the person who is its subject; NOTHING when there is none."""
    if said.subject is None or said.subject.kind != "Person" or said.object is None:
        return Verdict.NOTHING
    if said.predicate in ("FOUNDED", "MADE"):
        return Verdict.PUBLIC
    if said.predicate == "TAKES_PART_IN":
        return part_in_gathering(said.role)
    return role_at(said.role, Found(said.object.kind, said.object.name, (), said.confidence))
