"""Everything that is held on somebody's name, with its sources: to be handed over to whoever bears it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph_model.keys import block_of
from graph_model.names import fold_person
from queries import results
from queries.candidates import words_of_said
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.ledger.decision_rows import decision_of
from queries.ledger.given import given_of
from queries.ledger.holding import Held, Holder, held, holder_of
from queries.ledger.rows import NULLABLE, Row, said_of_row
from queries.ledger.suppressions import erased_in
from queries.masking import PlainNames, known_words, names_in
from queries.masking.erased import erased_names
from queries.things import things_stored
from queries.told import whole_of, with_claims

_AROUND = 90
"""Characters shown before and after a name that stands in a text."""
_SHOWN_IN_A_TEXT = 5


class SaidOf(results.Shape):
    """One statement about somebody; ``live`` is false when no source says it any more, but it is remembered."""

    words: str
    claim: results.Claim
    live: bool


class NamedIn(results.Shape):
    """A page on which the name stands, with the words around it (a few of them) and how often it stands there."""

    title: str
    url: str
    fetched: str | None
    times: int
    excerpts: tuple[str, ...]


class DecidedOn(results.Shape):
    """What a user of the program settled about somebody, or what somebody settled: by whom, when and why."""

    words: str
    by: str
    at: str
    reason: str
    undone: bool


class PersonHeld(results.Shape):
    """All that is held on a name.

    ``people`` are the persons in the graph that go by it: ``namesakes`` says how many; this covers all of them, for a
    name alone does not tell them apart. ``names`` are their other names. ``earlier`` counts kept states of pages from
    before a run, ``elsewhere`` notes of runs and the like that hold the name. ``kept_out``: the name was erased before
    and is covered wherever it is read.
    """

    name: str
    names: tuple[str, ...]
    namesakes: int
    people: tuple[results.Thing, ...]
    said: tuple[SaidOf, ...]
    named: tuple[NamedIn, ...]
    decided: tuple[DecidedOn, ...]
    earlier: int
    elsewhere: int
    kept_out: bool
    version: int

    @property
    def nothing(self) -> bool:
        """Whether the name stands nowhere."""
        return not (self.people or self.said or self.named or self.decided or self.earlier or self.elsewhere)


def person(graph: Graph, name: str) -> PersonHeld:
    """All that is held on a name, or on the person with this id and whoever has the same name.

    :raises BadQuestion: it is no name, or what has this id is no person.
    """
    return graph.answer(lambda reading: _held(graph, reading, name))


def _held(graph: Graph, reading: Reading, name: str) -> PersonHeld:
    holder = holder_of(reading, name)
    names = PlainNames.of(holder.names)
    found = held(reading, holder.names)
    stored = things_stored(reading, holder.things)
    kept_out = bool(graph.secret) and erased_in(reading, given_of(graph)).covers(" ".join(known_words(holder.name)))
    return PersonHeld(
        name=_as_shown(holder.name, (str(stored[id_].row["name"]) for id_ in sorted(stored))),
        names=holder.names[1:],
        namesakes=len(stored),
        people=tuple(with_claims(reading, whole_of(reading, id_)) for id_ in sorted(stored)),
        said=tuple(_said(reading, _claims(reading, found.claims), names)),
        named=tuple(_named(reading, found, names)),
        decided=tuple(_decided(found, holder, names)),
        earlier=sum(1 for row in found.changes if names_in(row["before"], names)),
        elsewhere=sum(1 for _, row in found.others if _holds(row, names)),
        kept_out=kept_out,
        version=reading.version,
    )


def _as_shown(name: str, shown: Iterable[str]) -> str:
    """The name as the graph writes it, when it is the same name."""
    return next((one for one in shown if fold_person(one) == fold_person(name)), name)


def _claims(reading: Reading, ids: Iterable[str]) -> list[Row]:
    return [{**NULLABLE, **row["claim"]} for row in reading.ask("ledger/claims_by_id", ids=list(ids))]


def _said(reading: Reading, rows: Iterable[Row], names: PlainNames) -> Iterator[SaidOf]:
    """What is said of somebody, or bears the name; that the name stands on a page is told with that page."""
    meant = [row for row in rows if not _tells_of_page(row) and _is_about(row, names)]
    claims = claims_of(reading, [row["id"] for row in meant])
    for row in sorted(meant, key=lambda row: (row["retired"], row["page"], row["predicate"], row["id"])):
        claim = claims[row["id"]]
        said = said_of_row(row)
        yield SaidOf(words=words_of_said(said, claim.document.title), claim=claim, live=not row["retired"])


def _tells_of_page(row: Row) -> bool:
    return row["predicate"] == "MENTIONS" or (row["predicate"], row["subject_kind"]) == ("name", "Document")


def _is_about(row: Row, names: PlainNames) -> bool:
    texts = (row["subject_name"], row["object_name"], row["value"], row["role"], row["subject_qualifier"])
    return any(text and names_in(text, names) for text in texts)


def _named(reading: Reading, found: Held, names: PlainNames) -> Iterator[NamedIn]:
    for row in reading.ask("ledger/whole_pages", ids=list(found.pages)):
        page = row["page"]
        text = page.get("text") or ""
        spans = list(erased_names(text, names))
        if not spans and not names_in(f"{page.get('title') or ''} {page['address']}", names):
            continue
        excerpts = (_excerpt(text, start, end) for start, end in spans[:_SHOWN_IN_A_TEXT])
        yield NamedIn(
            title=page.get("title") or page["address"], url=page["address"], fetched=page["fetched"].isoformat(),
            times=len(spans), excerpts=tuple(excerpts),
        )  # fmt: skip


def _excerpt(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    before = before.partition(" ")[2] if start > _AROUND else before
    after = after.rpartition(" ")[0] if end + _AROUND < len(text) else after
    return " ".join(f"{before}{text[start:end]}{after}".split())


def _decided(found: Held, holder: Holder, names: PlainNames) -> Iterator[DecidedOn]:
    for row in found.decisions:
        decision = decision_of(row)
        keys = {key for key in (decision.left, decision.right) if key}
        if not (keys & holder.keys or _holds(row, names)):
            continue
        between = " – ".join(block_of(key).partition("|")[2] for key in (decision.left, decision.right) if key)
        about = f" ({decision.predicate} {decision.value}".rstrip() + ")" if decision.predicate else ""
        yield DecidedOn(
            words=f"{_VERDICTS[decision.verdict.value]}: {between}{about}", by=decision.by, at=decision.at,
            reason=decision.reason, undone=bool(row.get("undone")),
        )  # fmt: skip


_VERDICTS = {
    "same": "hetzelfde", "different": "niet hetzelfde", "unsure": "onzeker", "confirmed": "bevestigd",
    "refused": "geweigerd", "replaced": "vervangen",
}  # fmt: skip


def _holds(row: Row, names: PlainNames) -> bool:
    texts = (value if isinstance(value, list) else [value] for name, value in row.items() if name != "id")
    return any(isinstance(text, str) and names_in(text, names) for found in texts for text in found)
