"""What the register calls things: which kind of thing a name is, and which other names are its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.register.making.raw import Record, own_rows, parts, same

Tables = Mapping[str, list[Record]]

# The sort of a row of ``partners`` → the word that relations use for such things.
PARTNER_TYPES = {
    "beweging": "movement", "vernieuwingsbeweging": "movement", "landelijke beweging": "movement",
    "actieteam": "action_team",
}  # fmt: skip
ORGANISATIONS = ("initiatives", "care_organisations", "partners")
_TYPES = {"initiatives": "initiative", "care_organisations": "care_organisation"}


def types_by_name(tables: Tables) -> dict[str, str]:
    """The type of every organisation, movement and action team with a row of its own, by folded name."""
    found = {same(row["name"]): type_ for table, type_ in _TYPES.items() for row in tables[table]}
    return {**{same(r["name"]): PARTNER_TYPES.get(r["kind"], "partner") for r in tables["partners"]}, **found}


def own_aliases(rows: Iterable[Record], name: str, aliases: str) -> dict[str, list[str]]:
    """The other names of each row that are its own: no spelling of its name, and no name or other name of another.

    Two rows that each give the other's name as their own other name are one thing, and keep it.
    """
    rows = list(rows)
    named = {same(row[name]): row for row in rows}
    claimed: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for alias in parts(row[aliases]):
            claimed[same(alias)].add(row[name])
    refused = {same(row["alias"]) for row in own_rows("aliases_out.csv")}

    def is_own(row: Record, alias: str) -> bool:
        key = same(alias)
        if not key or key in refused or key == same(row[name]) or key in _places(row):
            return False
        other = named.get(key)
        if other is not None:
            return same(row[name]) in map(same, parts(other[aliases]))
        return len(claimed[key]) == 1

    return {row[name]: _each_once(a for a in parts(row[aliases]) if is_own(row, a)) for row in rows}


def _places(row: Record) -> set[str]:
    """Where it is: no name of a place is an organisation's own."""
    return {same(place) for column in ("place", "main_place") for place in parts(row.get(column, ""))}


def _each_once(aliases: Iterable[str]) -> list[str]:
    """One spelling of each name."""
    found: dict[str, str] = {}
    for alias in aliases:
        found.setdefault(same(alias), alias)
    return list(found.values())
