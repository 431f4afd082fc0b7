"""A source: its stored text, and everything that was read in it, each statement with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph_model.dates import in_words
from graph_model.errors import NotFound
from graph_model.evidence import Origin
from graph_model.keys import id_of
from graph_model.projection.given import LINE
from graph_model.schema import FIELD_KINDS, LINK_KINDS, WEAK_LINKS
from queries import results
from queries.engine.base import Graph, Reading
from queries.evidence import claims_of, moment
from queries.field_words import value_words
from queries.links import period
from queries.resolve import resolve
from queries.things import stored_by_id
from queries.words import sentence, titled

Row = Mapping[str, Any]


class Statement(results.Shape):
    """What a source says of a thing: a link (``object``) or a field (``value``), as a Dutch sentence too."""

    words: str
    kind: str
    subject: results.Ref
    object: results.Ref | None = None
    value: str | None = None
    role: str = ""
    claim: results.Claim


class Source(results.DocumentRef):
    """A source with what was read in it, in the order of its text.

    ``text`` is null for a source that was not read; ``addresses`` are all that hold this text. ``statements`` leave
    out what is too unsure to be shown, and mere naming: ``mentions`` has the things that are named.
    """

    origin: str
    language: str
    checked: str | None
    gone: bool
    addresses: tuple[str, ...]
    text: str | None
    statements: tuple[Statement, ...]
    mentions: tuple[results.Ref, ...]
    version: int


def document(graph: Graph, source: str) -> Source:
    """A source by its id, or by its title or other words that find it.

    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`; also for the id of a thing that is no source.
    """

    def question(reading: Reading) -> Source:
        try:
            found = resolve(reading, source, ("Document",))
        except NotFound as unknown:
            raise _withdrawn(reading, source) or unknown from None
        if found.kind != "Document":
            raise NotFound(f"{found.name} is geen bron, maar iets waar bronnen over vertellen.")
        return _source(reading, stored_by_id(reading, found.id).row)

    return graph.answer(question)


def _withdrawn(reading: Reading, source: str) -> NotFound | None:
    """That a source with this id was read once, and taken back or gone since; None when there never was one."""
    rows = reading.ask("evidence/gone_pages")
    gone = next((row for row in rows if source in (id_of(row["id"]), row["address"], row["title"])), None)
    if gone is None:
        return None
    day = in_words(gone["checked"].date().isoformat())
    return NotFound(
        f"De bron {gone['title'] or gone['address']} is er niet meer ({gone['address']}, ingetrokken of verdwenen op "
        f"{day}). Wat alleen zij zei, is uit de graaf verdwenen."
    )


def _source(reading: Reading, row: Row) -> Source:
    pages = _same_text(reading.ask("evidence/pages", pages=row["keys"]), row.get("page"))
    said = reading.ask("evidence/claims_on", pages=[page["id"] for page in pages] or row["keys"])
    things = _things(reading, said)
    page: Row = pages[0] if pages else {}
    address = page.get("address") or row.get("url") or ""
    return Source(
        id=row["id"],
        title=page.get("title") or row["name"],
        url=address or str(row["name"]),
        published=page.get("published") or row.get("published"),
        fetched=moment(page.get("fetched")),
        origin=page.get("origin") or Origin.PAGE.value,
        language=page.get("language") or row.get("language") or "nl",
        checked=moment(page.get("checked")),
        gone=bool(page.get("gone")),
        addresses=tuple(page["address"] for page in pages),
        text=page.get("text") or None,
        statements=tuple(_statements(reading, said, things)),
        mentions=_mentions(said, things),
        version=reading.version,
    )


def _same_text(pages: Sequence[Row], first: str | None) -> list[Row]:
    """The pages that hold one text, so that all spans fit: that of the document's own page, else the fullest."""
    ranked = sorted(pages, key=lambda page: (page["id"] != first, page["gone"], not page["text"], page["id"]))
    return [page for page in ranked if page["fingerprint"] == ranked[0]["fingerprint"]]


def _things(reading: Reading, said: Sequence[Row]) -> dict[str, results.Ref]:
    keys = {row["subject"] for row in said} | {row["object"] for row in said if row["object"]}
    rows = reading.ask("evidence/things_of_keys", keys=sorted(keys)) if keys else []
    return {row["key"]: results.Ref(id=row["id"], kind=row["kind"], name=row["name"]) for row in rows}


def _mentions(said: Sequence[Row], things: Mapping[str, results.Ref]) -> tuple[results.Ref, ...]:
    named = {things[row["object"]] for row in said if row["predicate"] == "MENTIONS" and row["object"] in things}
    return tuple(sorted(named, key=lambda thing: (thing.name.casefold(), thing.id)))


def _statements(reading: Reading, said: Sequence[Row], things: Mapping[str, results.Ref]) -> Iterator[Statement]:
    """The statements that the graph shows, as they stand in the text; those without a place in it last."""
    told = [row for row in said if _is_told(row) and row["subject"] in things]
    drawn = _drawn(reading, told, things)
    shown = [row for row in told if (row["id"] in drawn if row["object"] else row["strength"] >= LINE)]
    claims = claims_of(reading, (row["id"] for row in shown))
    made = [_statement(row, things, claims[row["id"]]) for row in shown if row["id"] in claims]
    yield from sorted(made, key=lambda one: (one.claim.start is None, one.claim.start or 0, one.words))


def _is_told(row: Row) -> bool:
    """Whether a reader wants to know it: no bookkeeping, no mere naming, and not what a page itself is called."""
    predicate = row["predicate"]
    if predicate in WEAK_LINKS or (predicate, row["subject_kind"]) == ("name", "Document"):
        return False
    return predicate in LINK_KINDS or (predicate in FIELD_KINDS and not FIELD_KINDS[predicate].hidden)


def _drawn(reading: Reading, said: Sequence[Row], things: Mapping[str, results.Ref]) -> set[str]:
    """The claims that stand behind a link."""
    pairs = {(things[row["subject"]].id, things[row["object"]].id) for row in said if row["object"] in things}
    if not pairs:
        return set()
    rows = reading.ask("evidence/drawn_between", pairs=[{"here": a, "there": b} for a, b in sorted(pairs)])
    return {claim for row in rows for claim in row["claims"]}


def _statement(row: Row, things: Mapping[str, results.Ref], claim: results.Claim) -> Statement:
    subject, other, role = things[row["subject"]], things.get(row["object"] or ""), row["role"] or ""
    return Statement(
        words=_link_words(row, subject, other, role) if other else _field_words(row, subject),
        kind=row["predicate"],
        subject=subject,
        object=other,
        value=None if other else row["value"] or "",
        role=role,
        claim=claim,
    )


def _link_words(row: Row, subject: results.Ref, other: results.Ref, role: str) -> str:
    dates = period(row["valid_from"], row["valid_to"])
    return sentence(row["predicate"], "out", titled(subject), titled(other), role, subject.kind, dates)


def _field_words(row: Row, subject: results.Ref) -> str:
    field = row["predicate"]
    return f"{titled(subject)} – {FIELD_KINDS[field].dutch}: {value_words(field, row['value'] or '')}"
