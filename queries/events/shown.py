"""Gatherings as an answer gives them: with their dates in words, who has a part in them, and the quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from graph_model.dates import OPEN, in_words, is_date, parse
from queries.engine.base import Reading
from queries.events.found import Found, Row, is_past, ref_of
from queries.evidence import best_first, claims_of
from queries.results.claims import Claim
from queries.results.events import Gathering, Part
from queries.words import words_of

# So many quotes of one gathering are given.
SHOWN_CLAIMS = 4
# What a source says of when, where and whether a gathering is held.
SCHEDULE = ("start", "end", "status", "mode", "venue", "address", "HELD_IN", "HELD_AT")


def shown(reading: Reading, found: Sequence[Found], at: datetime) -> tuple[Gathering, ...]:
    """These gatherings with their quotes; ``at`` is what is past."""
    said = schedule_of(reading, found)
    telling = {one.id: _telling(one, said[one.id]) for one in found}
    claims = claims_of(reading, (claim for ids in telling.values() for claim in ids))
    return tuple(_gathering(one, claims, telling[one.id], at) for one in found)


def schedule_of(reading: Reading, found: Iterable[Found]) -> dict[str, list[Row]]:
    """All that was ever said of the schedule of gatherings, withdrawn or not, by the id of the gathering."""
    return said_of_keys(reading, {key: one.id for one in found for key in one.row["keys"]})


def said_of_keys(reading: Reading, of_key: Mapping[str, str]) -> dict[str, list[Row]]:
    """All that was ever said of the schedules of these keys, by what the keys are given with."""
    said: dict[str, list[Row]] = defaultdict(list)
    for row in reading.ask("events/said", keys=sorted(of_key), fields=list(SCHEDULE)) if of_key else ():
        said[of_key[row["key"]]].append(row)
    return said


def _telling(one: Found, said: Sequence[Row]) -> list[str]:
    """The claims that say when a gathering is; without these the claims of all that has a part in it."""
    dates = [
        row["id"] for row in said
        if not row["retired"] and row["predicate"] == "start" and row["value"] == one.row.get("start")
    ]  # fmt: skip
    return dates or [claim for link in one.links for claim in link["claims"]]


def _gathering(one: Found, claims: Mapping[str, Claim], telling: Sequence[str], at: datetime) -> Gathering:
    row = one.row
    return Gathering(
        id=one.id, kind="Event", name=row["name"], start=row.get("start"), end=row.get("end"),
        precision=one.precision, when=when(one), status=row.get("status"), mode=row.get("mode"),
        past=is_past(one, at), venue=row.get("venue"), address=row.get("address"), url=row.get("url"),
        places=one.others("HELD_IN"), distance_km=round(one.distance.km, 3) if one.distance else None,
        parts=tuple(_part(link) for link in one.parts),
        themes=one.others("HAS_THEME"), series=one.others("PART_OF", ("EventSeries",)),
        claims=best_first(claims, list(telling))[:SHOWN_CLAIMS],
    )  # fmt: skip


def _part(link: Row) -> Part:
    role = link["role"] or ""
    return Part(thing=ref_of(link), kind=link["kind"], words=words_of(link["kind"], link["direction"], role), role=role)


def when(one: Found) -> str:
    """When it is, in Dutch words: "12 juni 2025, 17.00 uur tot 20.00 uur", "juni 2025", "datum onbekend"."""
    if not one.start:
        return "datum onbekend"
    end = one.row.get("end") or ""
    if not end or end == OPEN or not is_date(end) or end == one.start:
        return in_words(one.start)
    start, until = parse(one.start), parse(end)
    same_day = (start.year, start.month, start.day) == (until.year, until.month, until.day)
    if same_day and start.hour is not None and until.hour is not None:
        return f"{in_words(one.start)} tot {until.hour}.{until.minute or 0:02d} uur"
    return in_words(one.start) if same_day else f"{in_words(one.start)} tot en met {in_words(end)}"
