"""Initiatives, care organisations, partners, events and themes in the compact form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.register.making.naming import ORGANISATIONS, PARTNER_TYPES, Tables, own_aliases
from ingest.register.making.raw import Record, parts, same

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ONLINE = re.compile(r"(?:\s*(?:&|en)\s*)?\bonline\b(?:\s+en\s+regionaal)?", re.IGNORECASE)

# Every village has one; it is not the organisation that bears this name.
_COMMON_VENUES = frozenset(("dorpshuis",))
# A sort of gathering; that two are of one sort ties them in no way.
_NO_SERIES = frozenset(("werkbezoek",))


def initiatives(tables: Tables) -> Iterator[Record]:
    """One row each."""
    aliases = _aliases(tables)
    for row in tables["initiatives"]:
        yield {
            "name": row["name"], "aliases": ";".join(aliases[row["name"]]), "form": row["kind"],
            "place": town(row["place"]), "municipality": row["municipality"], "province": row["province"],
            "website": row["website"], "founded": row["founded_year"], "source_url": row["source_url"],
        }  # fmt: skip


def inferred(tables: Tables) -> Iterator[Record]:
    """Where initiatives are, by general knowledge; only of initiatives with a row of their own."""
    known = {row["name"] for row in tables["initiatives"]}
    for row in tables["initiatives_geo_inferred"]:
        if row["name"] in known:
            yield {**row, "place": town(row["place"])}


def care_organisations(tables: Tables) -> Iterator[Record]:
    """One row each; the sector without what stands in brackets behind it."""
    aliases = _aliases(tables)
    for row in tables["care_organisations"]:
        yield {
            "name": row["name"], "aliases": ";".join(aliases[row["name"]]),
            "sector": _IN_BRACKETS.sub("", row["sector"]), "place": row["main_place"],
            "other_places": row["other_places"], "municipality": row.get("municipality", ""),
            "website": row["website"], "source_url": row["source_url"],
        }  # fmt: skip


def partners(tables: Tables) -> Iterator[Record]:
    """One row each; movements and action teams have a type of their own, and no form."""
    aliases = _aliases(tables)
    for row in tables["partners"]:
        type_ = PARTNER_TYPES.get(row["kind"], "partner")
        yield {
            "name": row["name"], "type": type_, "aliases": ";".join(aliases[row["name"]]),
            "form": row["kind"] if type_ == "partner" else "", "place": row["place"], "website": row["website"],
            "source_url": row["source_url"],
        }  # fmt: skip


def events(tables: Tables) -> Iterator[Record]:
    """One row each. ``features``: the related initiatives that no relation with this event names."""
    told: dict[str, set[str]] = {}
    for relation in tables["relations"]:
        told.setdefault(relation["subject"], set()).add(same(relation["object"]))
        told.setdefault(relation["object"], set()).add(same(relation["subject"]))
    for row in tables["events"]:
        start, end = _dates(row)
        place, mode = _place_and_mode(row["place_or_online"])
        known = told.get(row["title"], set())
        related = [name for name in parts(row["related_initiatives"]) if same(name) not in known]
        yield {
            "title": row["title"], "start": start, "end": end, "place": place,
            "municipality": row.get("municipality", ""), "mode": mode, "venue": row["venue"],
            "host": "" if same(row["venue"]) in _COMMON_VENUES else row["venue"],
            "series": "" if same(row["series"]) in _NO_SERIES else row["series"],
            "features": ";".join(related), "themes": row["themes"], "source_url": row["source_url"],
        }  # fmt: skip


def themes(tables: Tables) -> Iterator[Record]:
    """One row each; a keyword that something is said to be about is a theme. Names of other things are none."""
    others = {
        same(row[n]) for t, n in (*((o, "name") for o in ORGANISATIONS), ("events", "title")) for row in tables[t]
    }
    others |= {same(row["series"]) for row in tables["events"] if row["series"]}
    others |= {same(r["subject"]) for r in tables["relations"] if r["subject_type"] in ("publication", "article")}
    about = {same(theme) for row in tables["events"] for theme in parts(row["themes"])}
    about |= {same(row["object"]) for row in tables["relations"] if row["object_type"] == "theme"}
    rows = [row for row in tables["themes"] if same(row["theme"]) not in others]
    kinds = {row["theme"]: "thema" if same(row["theme"]) in about else row["kind"] for row in rows}
    aliases = own_aliases(rows, "theme", "synonyms")
    for row in rows:
        own = [alias for alias in aliases[row["theme"]] if same(alias) not in others | about]
        yield {
            "theme": row["theme"], "kind": kinds[row["theme"]], "synonyms": ";".join(own),
            "source_url": row["source_url"],
        }  # fmt: skip


def town(place: str) -> str:
    """The town of "Den Haag (Moerwijk)": the list of places knows no better position for a district."""
    return _IN_BRACKETS.sub("", place)


def event_start(row: Record) -> str:
    """The start of an event, which tells it from others with its title."""
    return _dates(row)[0]


def _aliases(tables: Tables) -> dict[str, list[str]]:
    return own_aliases([row for table in ORGANISATIONS for row in tables[table]], "name", "aliases")


def _dates(row: Record) -> tuple[str, str]:
    """Start and end; a time counts only beside a whole day."""
    first, _, last = row["date"].partition("/")
    is_day = len(first) == len("2024-06-14")
    start = f"{first}T{row['start_time']}" if is_day and row["start_time"] else first
    if row["end_time"] and is_day:
        return start, f"{last or first}T{row['end_time']}"
    return start, last


def _place_and_mode(text: str) -> tuple[str, str]:
    place = _ONLINE.sub("", text).strip()
    if place == text.strip():
        return place, ""
    return place, "hybrid" if place or "regionaal" in text else "online"
