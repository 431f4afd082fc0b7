"""Relations in the compact form, and those that the kinds of link have no place for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.register.making.entities import event_start, town
from ingest.register.making.naming import Tables, types_by_name
from ingest.register.making.people import bare_name, founders, is_full_name
from ingest.register.making.raw import Record, has_corrected_place, parts, same

COLUMNS = (
    "subject", "subject_type", "subject_qualifier", "relation", "object", "object_type", "object_qualifier",
    "municipality", "province", "until", "seen", "source_url",
)  # fmt: skip
_ORGANISATION = ("initiative", "care_organisation", "partner", "movement", "programme", "team", "organisation")
# What a page says in so many words, but no kind of link means.
_NO_PLACE = {
    ("initiative", "FOLLOWS_UP", "initiative"): "an initiative that follows another did not take its place",
    ("care_organisation", "STARTED", "theme"): "a theme is nothing that somebody starts",
    ("partner", "ORGANISES", "initiative"): "an initiative is no gathering",
    ("initiative", "ORGANISES", "initiative"): "an initiative is no gathering",
    ("partner", "ORGANISES", "partner"): "a programme is no gathering",
}
# Words for many organisations together.
_NO_NAME = frozenset(("zorgkantoren",))


@dataclass(slots=True)
class Made:
    """The relations, those without a place, and how many speak of people without a formal role."""

    rows: list[Record] = field(default_factory=list)
    without_place: list[Record] = field(default_factory=list)
    of_private_people: int = 0
    said_already: int = 0


def relations(tables: Tables) -> Made:
    """All relations. Roles stand in the table of people, and a place that a thing's own row gives is not repeated."""
    made = Made()
    types = types_by_name(tables)
    dates = _dates_of_events(tables)
    homes = _homes(tables)
    for row in tables["relations"]:
        if row["subject_type"] == "person" and row["relation"] == "HAS_ROLE":
            continue
        typed = _typed(row, types)
        if _is_private(typed):
            made.of_private_people += 1
        elif why := _why_without_place(typed):
            made.without_place.append({**typed, "why": why})
        elif _is_said_already(typed, homes):
            made.said_already += 1
        else:
            made.rows += _qualified(typed, dates, homes, tables)
    made.rows += _founded(tables, types, made.rows)
    made.rows.sort(key=lambda row: (row["subject"], row["relation"], row["object"], row.get("object_qualifier", "")))
    return made


def _typed(row: Record, types: dict[str, str]) -> Record:
    """With the type that a thing's own row gives it."""
    typed = dict(row)
    for end in ("subject", "object"):
        if row[f"{end}_type"] in (*_ORGANISATION, "action_team", "location", "magazine"):
            typed[f"{end}_type"] = types.get(same(row[end]), row[f"{end}_type"])
    return typed


def _is_private(row: Record) -> bool:
    """Whether it is about a person, but not about who founded what."""
    if "person" not in (row["subject_type"], row["object_type"]):
        return False
    return row["relation"] not in ("FOUNDED", "STARTED") or not is_full_name(bare_name(row["subject"]))


def _why_without_place(row: Record) -> str:
    if _NO_NAME & {row["subject"], row["object"]}:
        return "a word for many organisations"
    return _NO_PLACE.get((row["subject_type"], row["relation"], row["object_type"]), "")


def _homes(tables: Tables) -> dict[str, Record]:
    """Per name the places of its own row, and what tells them from their namesakes."""
    homes = {}
    for table, name, place in (
        ("initiatives", "name", "place"), ("care_organisations", "name", "main_place"),
        ("events", "title", "place_or_online"),
    ):  # fmt: skip
        for row in tables[table]:
            homes[row[name]] = {
                "places": row[place], "source_url": row["source_url"],
                "municipality": row.get("municipality", ""), "province": row.get("province", ""),
                "corrected": "yes" if has_corrected_place(table, row[name]) else "",
            }  # fmt: skip
    return homes


def _is_said_already(row: Record, homes: dict[str, Record]) -> bool:
    home = homes.get(row["subject"])
    if row["relation"] != "BASED_IN" or home is None:
        return False
    places = {same(town(place)) for place in parts(home["places"])}
    named = _place(row) in places or bool(home["corrected"])
    return named and set(parts(row["source_url"])) <= set(parts(home["source_url"]))


def _place(row: Record) -> str:
    """The place that it names; a bracket that was cut off belongs to no name."""
    return same(re.sub(r"\s*\(.*", "", row["object"]))


def _dates_of_events(tables: Tables) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for row in tables["events"]:
        found[row["title"]].append({"start": event_start(row), "source_url": row["source_url"]})
    return found


def _qualified(
    row: Record, dates: dict[str, list[Record]], homes: dict[str, Record], tables: Tables
) -> Iterator[Record]:
    """With what tells its ends from namesakes: once for each event that it means."""
    record = {"subject_qualifier": "", "object_qualifier": "", **row}
    home = homes.get(row["subject"], {}) if row["object_type"] == "place" else {}
    if row["object_type"] == "place":
        record["object"] = re.sub(r"\s*\([^)]*$|\)$", "", town(row["object"]))
    record |= {"municipality": home.get("municipality", ""), "province": home.get("province", "")}
    if row["subject_type"] == "person":
        record |= {"subject": bare_name(row["subject"]), "subject_qualifier": row["object"], "relation": "FOUNDED"}
    record |= _membership(row, tables)
    for subject_date in _meant(row, "subject", dates):
        for object_date in _meant(row, "object", dates):
            yield {
                **record, "subject_qualifier": subject_date or record["subject_qualifier"],
                "object_qualifier": object_date,
            }  # fmt: skip


def _meant(row: Record, end: str, dates: dict[str, list[Record]]) -> list[str]:
    """The dates of the events that an end means: those of its title with one of its sources, else of its title."""
    known = dates.get(row[end], []) if row[f"{end}_type"] == "event" else []
    if not known:
        return [""]
    cited = set(parts(row["source_url"]))
    return [e["start"] for e in known if cited & set(parts(e["source_url"]))] or [known[0]["start"]]


def _membership(row: Record, tables: Tables) -> Record:
    """When a care organisation was seen to take part in the movement, and until when."""
    if row["relation"] != "MEMBER_OF" or row["object_type"] != "movement":
        return {"until": "", "seen": ""}
    said = next((o["in_radicale_vernieuwing"] for o in tables["care_organisations"] if o["name"] == row["subject"]), "")
    until = re.search(r"until (\d{4})", said)
    seen = re.findall(r"(?<!until )\b(\d{4})", said)
    return {"until": until[1] if until else "", "seen": ";".join(seen)}


def _founded(tables: Tables, types: dict[str, str], known: list[Record]) -> Iterator[Record]:
    """Who founded what according to the table of people, where no relation says so."""
    told = {(same(row["subject"]), same(row["object"])) for row in known if row["relation"] == "FOUNDED"}
    for row in founders(tables):
        name, organisation = bare_name(row["name"]), row["organisation_or_initiative"]
        if (same(name), same(organisation)) not in told:
            yield {
                "subject": name, "subject_type": "person", "subject_qualifier": organisation, "relation": "FOUNDED",
                "object": organisation, "object_type": types.get(same(organisation), "partner"),
                "source_url": row["source_url"],
            }  # fmt: skip
