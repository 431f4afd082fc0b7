"""Candidates: claims below the line that wait in the ledger for a person's yes or no."""

from __future__ import annotations

from collections.abc import Mapping

from graph_model.projection.given import LINE, Given
from graph_model.projection.links import is_published
from graph_model.projection.nodes import Standing
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS
from queries import results
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.ledger.decision_rows import decisions_in_force
from queries.ledger.outside import Outside
from queries.ledger.rows import said_of_texts
from queries.paging import check_page, next_page
from queries.told import whole_of, with_claims
from queries.words import sentence

DEFAULT_LIMIT = 20


def candidates(graph: Graph, about: str = "", *, after: int = 0, limit: int = DEFAULT_LIMIT) -> results.Candidates:
    """The claims that wait, the surest first; only those that name ``about`` (an id, a name or words) if given.

    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: a number that makes no sense.
    """
    check_page(after, limit)

    def question(reading: Reading) -> results.Candidates:
        thing = with_claims(reading, whole_of(reading, about)) if about else None
        outside = Outside(reading)
        waiting = _waiting(reading, outside)
        if thing:
            waiting = [said for said in waiting if thing.id in _ends(said, outside)]
        waiting.sort(key=lambda said: (-said.strength, said.id))
        page = waiting[after : after + limit]
        claims = claims_of(reading, [said.id for said in page])
        return results.Candidates(
            about=thing, items=tuple(_candidate(said, claims, outside) for said in page), total=len(waiting),
            next=next_page(after, limit, len(waiting)), version=reading.version,
        )  # fmt: skip

    return graph.answer(question)


def _waiting(reading: Reading, outside: Outside) -> list[Said]:
    """All weak claims that are neither in the graph nor ruled on."""
    (row,) = reading.ask("candidates/weak", line=LINE)
    weak = said_of_texts(row["claims"])
    decisions = decisions_in_force(reading.ask("ledger/all_decisions"))
    named = {key for d in decisions for key in (d.left, d.right) if key}
    rulings = Rulings(decisions, outside.groups(named.union(*({said.subject, said.object} - {""} for said in weak))))
    return [said for said in weak if rulings.on(said) is None and not _is_drawn(said, outside, rulings)]


def _ends(said: Said, outside: Outside) -> tuple[str, str]:
    return _id(outside.standing(said.subject)), _id(outside.standing(said.object)) if said.object else ""


def _id(standing: Standing | None) -> str:
    return standing.id if standing else ""


def _is_drawn(said: Said, outside: Outside, rulings: Rulings) -> bool:
    """Whether a weak claim is drawn all the same, for both its ends are confirmed."""
    a, b = outside.standing(said.subject), outside.standing(said.object)
    if a is None or b is None or not (a.exists and b.exists):
        return False
    return is_published(said, a, b, rulings, Given())


def _candidate(said: Said, claims: Mapping[str, results.Claim], outside: Outside) -> results.Candidate:
    target = _end(said.object, said.object_kind, said.object_name, outside) if said.object else None
    claim = claims[said.id]
    return results.Candidate(
        words=words_of_said(said, claim.document.title), kind=said.predicate, role=said.role,
        subject=_end(said.subject, said.subject_kind, said.subject_name, outside), object=target,
        value=None if target else said.value, claim=claim,
    )  # fmt: skip


def _end(key: str, kind: str, name: str, outside: Outside) -> results.CandidateEnd:
    standing = outside.standing(key)
    return results.CandidateEnd(id=standing.id if standing and standing.exists else None, kind=kind, name=name)


def words_of_said(said: Said, title: str = "") -> str:
    """What a claim says as a Dutch sentence without full stop, by the names that its page writes.

    :param title: what the page is called, where it is itself the subject.
    """
    subject = f"“{title}”" if title and said.subject == said.page else said.subject_name
    if said.object:
        return sentence(said.predicate, "out", subject, said.object_name, said.role, said.subject_kind)
    field = FIELD_KINDS.get(said.predicate)
    return f"{subject}: {field.dutch if field else said.predicate} {said.value}"
