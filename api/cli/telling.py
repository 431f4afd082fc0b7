"""Things, links and quotes as text: what several verbs show the same way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from api.cli.output import Paper, clean
from graph_model.dates import OPEN, in_words, is_date
from queries.results import Claim, Link, Ref, Thing

# So many quotes are shown with one link; --json shows all that the answer holds.
QUOTES = 3
INVENTED = "verzonnen voorbeeld"


def kind_of(ref: Ref) -> str:
    """The Dutch word for the kind of a thing."""
    from queries.words import kind_words

    return kind_words(ref.kind)


def tell_name(ref: Ref, about: str, paper: Paper, invented: Collection[str], before: str = "") -> None:
    """One line: a name, what is said about it, its id; who is among the invented is marked."""
    parts = [about, ref.id, *([INVENTED] if ref.id in invented else [])]
    paper.raw(f"{before}{paper.bold(clean(ref.name))}  {paper.dim(' · '.join(parts))}")


def tell_thing(thing: Thing, paper: Paper, invented: Collection[str] = ()) -> None:
    """Name, kind, id, other names with when they were borne."""
    from queries.links import period

    tell_name(thing, thing.kind_words, paper, invented)
    if thing.name_then:
        paper.line(f"heette toen: {clean(thing.name_then)}", 2)
    told = {name.name: period(name.valid_from, name.valid_to) or (name.valid_to and "vroeger") for name in thing.names}
    names = [f"{clean(name)} ({told[name]})" if told.get(name) else clean(name) for name in thing.aliases]
    if names:
        paper.line("ook bekend als: " + ", ".join(names), 2)


def tell_fields(thing: Thing, paper: Paper) -> None:
    """The fields with their values; a conflict is named."""
    rows = []
    for field in thing.fields.values():
        values = (field.value,) if isinstance(field.value, str) else field.value
        text = "; ".join(shown_value(value) for value in values)
        others = [entry.value for entry in field.values if not entry.shown]
        if field.conflict and others:
            text += f" ({field.why}; anderen zeggen: {'; '.join(shown_value(value) for value in others)})"
        rows.append((field.words, text))
    if thing.position:
        near = {"municipality": " (midden van de gemeente)", "place": " (midden van de plaats)", "address": ""}
        where = f"{thing.position.lat:.4f}, {thing.position.lon:.4f}{near[thing.position.precision]}"
        rows.append(("positie", where))
    paper.table(rows)


def shown_value(value: str) -> str:
    """A field's value for people: dates in words."""
    return in_words(value) if is_date(value) else clean(value)


def tell_links(links: Iterable[Link], paper: Paper, *, undated: bool = False) -> None:
    """Links, grouped by what they say, each with its quotes; ``undated`` marks those without a date."""
    for words, group in groupby(links, key=lambda link: link.words):
        paper.raw("")
        paper.heading(words)
        for link in group:
            _tell_link(link, paper, undated)


def _tell_link(link: Link, paper: Paper, undated: bool) -> None:
    """One link: the other end, since when, how sure, and the quotes."""
    notes = [kind_of(link.other), *_dates(link)]
    if not link.stated:
        notes.append("afgeleid")
    if link.confirmed:
        notes.append(f"bevestigd door {clean(link.confirmed.by)}")
    if link.note and undated:
        notes.append(link.note)
    paper.raw(f"{clean(link.other.name)}  {paper.dim('(' + ', '.join(notes) + ')')}", 2)
    tell_claims(link.claims, paper, 4, link.claim_count)


def _dates(link: Link) -> list[str]:
    told = []
    if link.valid_from and is_date(link.valid_from):
        told.append(f"sinds {in_words(link.valid_from)}")
    if link.valid_to:
        known = link.valid_to != OPEN and is_date(link.valid_to)
        told.append(f"tot {in_words(link.valid_to)}" if known else "voorbij")
    return told


def tell_claims(claims: Sequence[Claim], paper: Paper, indent: int, total: int | None = None) -> None:
    """The quotes behind a link or sentence, the surest first, and how many more there are."""
    once = list(dict.fromkeys((claim.quote, _source(claim)) for claim in claims))
    for quote, source in once[:QUOTES]:
        paper.quote(quote, source, indent)
    more = max(len(once), (total or 0) - len(claims) + len(once)) - min(len(once), QUOTES)
    if more > 0:
        paper.raw(paper.dim(f"… en nog {more} {'citaat' if more == 1 else 'citaten'}"), indent)


def _source(claim: Claim) -> str:
    from queries.invented import is_invented

    document = claim.document
    date = document.published and is_date(document.published) and in_words(document.published)
    parts = [document.title, date or "", document.url if document.url != document.title else "", claim.note or ""]
    parts.append(INVENTED if is_invented(document.url) else "")
    return ", ".join(part for part in parts if part)


def tell_rest(shown: int, total: int, paper: Paper, hint: str = "") -> None:
    """That a list goes on."""
    if total > shown:
        paper.raw("")
        paper.raw(paper.dim(f"{shown} van {total} getoond{hint and '; ' + hint}."))
