"""A fact by hand: somebody's own claim, with a source address or as seen by that person, on its way in like any page.

Each fact is a Document of its own, so that it survives every reading of its source, and taking it back is withdrawing
one page. What is said of people is held to the same policy, and what is written is masked, as in every text.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.dates import OPEN, bounds, in_words, is_date
from graph_model.errors import BadQuestion, NotAllowed, NotFound
from graph_model.evidence import HAND_ADDRESS, Claim, End, Evidence, Origin, statement_of
from graph_model.keys import block_of, digest
from graph_model.projection.said import Said
from graph_model.schema import FIELD_KINDS, NODE_KINDS, LinkKind
from ingest.by_hand.ends import end_of
from ingest.by_hand.words import checked_value, meant_by
from ingest.policy import Verdict, role_at
from ingest.reading import Found
from queries import results
from queries.corrections import Signed
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.ledger.pages import record, withdraw
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.rows import said_of_texts
from queries.ledger.runs import begin_run, end_run
from queries.links import period
from queries.masking import mask, mask_target
from queries.words import sentence

_SURE = 1.0
_HOST = "met-de-hand"


@dataclass(frozen=True, slots=True)
class Fact:
    """What somebody says, as typed: three words or phrases, where it stands, and since and until when (EDTF).

    ``source`` is empty for what was seen by the person. ``new`` are the kinds of what does not exist yet.
    """

    subject: str
    predicate: str
    target: str
    source: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Resolved:
    """What a fact says: its ends, or one end and the masked value of a field."""

    subject: End
    predicate: str
    object: End | None
    value: str
    role: str

    @property
    def statement(self) -> str:
        target = block_of(self.object.key) if self.object else self.value
        return statement_of(block_of(self.subject.key), self.predicate, target, self.role)


def add(graph: Graph, fact: Fact, signed: Signed) -> results.Correction:
    """Put a fact into the graph, as a claim of who signs.

    :raises NotFound, Ambiguous: a thing that the graph does not know, and no kind for it is given.
    :raises BadQuestion: a link that these kinds do not have, a field or value that makes no sense.
    :raises NotAllowed: it is about somebody without a public role.
    """
    _check_dates(fact)
    meant = graph.answer(lambda reading: _resolved(reading, fact))
    _check_person(meant)
    reading = _reading(meant, fact, signed)
    run = begin_run(graph, "add", (fact.subject, fact.predicate, fact.target), signed.at)
    (outcome,) = record(graph, [reading], run)
    counts = {"added": outcome.added, "updated": outcome.updated}
    end_run(graph, run, "done", counts, signed.at)
    return results.Correction(
        claim=reading.claims[0].id, verdict="added", words=_words(meant), replacement=None
    )  # fmt: skip


def take_back(graph: Graph, fact: Fact, signed: Signed) -> results.Correction:
    """Take back what who signs added.

    :raises NotFound: nobody, or only somebody else, said it by hand.
    """
    meant = graph.answer(lambda reading: _resolved(reading, fact))
    told = graph.answer(lambda reading: _said_by_hand(reading, meant))
    mine = [said for said, by in told if by == signed.by]
    if not mine:
        others = ", ".join(sorted({by for _, by in told}))
        hint = f" Wel door {others}: zeg dat met --by." if others else ""
        raise NotFound(f"Dit is niet met de hand vastgelegd door {signed.by}, of al teruggenomen.{hint}")
    run = begin_run(graph, "add", (fact.subject, fact.predicate, fact.target, "--undo"), signed.at)
    outcomes = [withdraw(graph, said.page.split("|")[1], run, signed.at) for said in mine]
    end_run(graph, run, "done", {"retired": sum(outcome.retired for outcome in outcomes)}, signed.at)
    return results.Correction(claim=mine[0].id, verdict="undone", words=_words(meant), replacement=None)


def _said_by_hand(reading: Reading, meant: _Resolved) -> list[tuple[Said, str]]:
    """The claims by hand that say this, each with who made it."""
    rows = reading.ask("ledger/claims_saying", statements=[meant.statement])
    said = [one for row in rows for one in said_of_texts(row["claims"]) if one.origin == Origin.PERSON]
    claims = claims_of(reading, (one.id for one in said))
    return [(one, claims[one.id].by) for one in said]


def _resolved(reading: Reading, fact: Fact) -> _Resolved:
    new = iter(fact.new)
    subject = end_of(reading, fact.subject, new)
    meant = meant_by(fact.predicate, subject.kind)
    if meant.field:
        return _Resolved(subject, meant.field.name, None, mask(checked_value(meant.field, fact.target), None), "")
    assert meant.link is not None, "a word means a link or a field"
    ends = meant.link.ends
    kinds = {start for start, end in ends if end == subject.kind} if meant.turned else {
        end for start, end in ends if start == subject.kind
    }  # fmt: skip
    other = end_of(reading, fact.target, new, sorted(kinds))
    start, end = (other, subject) if meant.turned else (subject, other)
    _check_ends(meant.link, start, end)
    if fact.role and not meant.link.has_role:
        raise BadQuestion(f"Bij {meant.link.forwards!r} hoort geen rol.")
    return _Resolved(start, meant.link.name, end, "", mask(fact.role.strip(), None))


def _check_ends(link: LinkKind, start: End, end: End) -> None:
    if not link.allows(start.kind, end.kind):
        raise BadQuestion(
            f"{start.name} ({NODE_KINDS[start.kind].dutch}) {link.forwards} {end.name} ({NODE_KINDS[end.kind].dutch}): "
            "dat verband kan niet tussen deze soorten."
        )
    if start.key == end.key:
        raise BadQuestion(f"{start.name} en {end.name} zijn hetzelfde.")


def _check_dates(fact: Fact) -> None:
    for edtf in (fact.since, fact.until):
        if edtf and not is_date(edtf):
            raise BadQuestion(f"{edtf!r} is geen datum zoals 2024, 2024-06 of 2024-06-14.")
    both = fact.since and fact.until and OPEN not in (fact.since, fact.until)
    if both and bounds(fact.until)[1] < bounds(fact.since)[0]:
        raise BadQuestion("Het einde ligt voor het begin.")


def _check_person(meant: _Resolved) -> None:
    if meant.predicate == "HAS_ROLE" and meant.object:
        organisation = Found(meant.object.kind, meant.object.name, (), 1.0)
        if role_at(meant.role, organisation) is Verdict.PRIVATE:
            raise NotAllowed(f"{meant.role!r} is geen openbare of beroepsmatige rol; zo iemand komt niet in de graaf.")


def _reading(meant: _Resolved, fact: Fact, signed: Signed) -> PageReading:
    """The Document of this fact with the one claim that it holds."""
    by = signed.by.strip()
    address = HAND_ADDRESS + digest(by, fact.source, meant.statement)
    quote = mask(_sentence(meant, fact, signed), None)
    version = digest(quote, fact.since, fact.until)[:8]
    title = mask_target(fact.source, None) or f"eigen waarneming van {by}"
    page = PageRecord(address, title, "", "", _HOST, signed.at, origin=Origin.PERSON)
    evidence = Evidence(by, version, quote, -1, -1, _SURE, valid_from=fact.since, valid_to=fact.until)
    claim = Claim(
        page.key, meant.subject, meant.predicate, meant.object, meant.value, meant.role, (evidence,),
        Origin.PERSON, _HOST, "", signed.at,
    )  # fmt: skip
    return PageReading(page, by, version, (claim,))


def _sentence(meant: _Resolved, fact: Fact, signed: Signed) -> str:
    """What the person says, as the quote to show."""
    said = _words(meant)
    dates = period(fact.since, fact.until)
    where = f"bron: {fact.source}" if fact.source else "eigen waarneming"
    why = f" {signed.reason.strip()}" if signed.reason.strip() else ""
    return f"{said}{f' ({dates})' if dates else ''} ({signed.by}, {in_words(signed.at[:10])}, {where}).{why}"


def _words(meant: _Resolved) -> str:
    if meant.object is None:
        return f"{meant.subject.name}: {FIELD_KINDS[meant.predicate].dutch} {meant.value}"
    return sentence(meant.predicate, "out", meant.subject.name, meant.object.name, meant.role, meant.subject.kind)
