"""People in a formal public role, each role by itself; everybody and everything else stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_model.dates import MONTH_NAMES
from graph_model.names import tokens
from ingest.register.making.naming import Tables
from ingest.register.making.raw import Record, parts, same

_FORMAL = (
    r"(?:interim-)?bestuurder|(?:algemeen\s+)?directeur(?:[-/]bestuurder)?|(?:bestuurs)?voorzitter|oprichter"
    r"|initiatiefneem?(?:st)?er|initiatiefnemer|(?:\w+)?wethouder|burgemeester|gedeputeerde|minister|staatssecretaris"
)
_ROLE = re.compile(rf"(?P<role>(?:oud-|mede-?)*(?:{_FORMAL}))(?P<rest>\b.*)?", re.IGNORECASE)
_FOUNDER = re.compile(r"(?:mede-?)?oprichter", re.IGNORECASE)
_PAST = re.compile(r"\b(?:toenmalig|vertrekkend|opgevolgd|met pensioen)\b\s*", re.IGNORECASE)
_COMING = re.compile(r"\b(?:opvolgend|opvolger)\b\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_DATED = re.compile(rf"(per|tot) (?:(\d{{1,2}}) )?({'|'.join(MONTH_NAMES)}) (\d{{4}})")
# What "voorzitter" may be followed by: whoever chairs these heads the organisation itself.
_BOARD = re.compile(r"(?:(?:raad|college) van \w+|bestuur)", re.IGNORECASE)
_OF_A_PART = ("voorzitter", "oprichter", "initiatief")


@dataclass(frozen=True, slots=True)
class Role:
    """A formal role; ``since`` and ``until`` are EDTF or empty."""

    role: str
    since: str = ""
    until: str = ""

    @property
    def founds(self) -> bool:
        return _FOUNDER.fullmatch(self.role) is not None


def roles_of(cell: str, organisation: str) -> list[Role]:
    """The formal roles in a cell; a former role makes the same one without "oud-" superfluous.

    :param organisation: its names; who chairs or founded only a part of it does not count.
    """
    found: dict[str, Role] = {}
    for phrase in parts(cell):
        for words in re.split(r"\s+en\s+(?=(?:oud|mede|vice)?-?\w)", phrase):
            if role := _role(words, organisation):
                found.setdefault(_plain(role.role), role)
    return [role for role in found.values() if f"oud-{role.role}" not in found]


def is_full_name(name: str) -> bool:
    """Whether it is a first name (or initials) with a surname: less does not tell who somebody is."""
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and words[0].lower() not in ("de", "van", "den", "der")


def bare_name(name: str) -> str:
    """The name without a note in brackets."""
    return _BRACKETS.sub("", name)


def people(tables: Tables) -> Iterator[Record]:
    """One row for each role. Who founded something is a relation (see ``founders``)."""
    for row, role in _roles(tables):
        if not role.founds:
            yield {
                "name": bare_name(row["name"]), "role": role.role, "organisation": row["organisation_or_initiative"],
                "since": role.since, "until": role.until, "seen": row["date_seen"], "source_url": row["source_url"],
            }  # fmt: skip


def founders(tables: Tables) -> Iterator[Record]:
    """The people whose role is to have founded something."""
    return (row for row, role in _roles(tables) if role.founds)


def _roles(tables: Tables) -> Iterator[tuple[Record, Role]]:
    names = _names(tables)
    events = {row["title"] for row in tables["events"]}
    for row in tables["people"]:
        organisation = row["organisation_or_initiative"]
        if not organisation or organisation in events or not is_full_name(bare_name(row["name"])):
            continue
        for role in roles_of(row["role"], names.get(same(organisation), organisation)):
            yield row, role


def _names(tables: Tables) -> dict[str, str]:
    """All names of an organisation in one text."""
    rows = (row for table in ("initiatives", "care_organisations", "partners") for row in tables[table])
    return {same(row["name"]): f"{row['name']} {row['aliases']} {row.get('kind', '')}" for row in rows}


def _role(phrase: str, organisation: str) -> Role | None:
    notes = " ".join(_BRACKETS.findall(phrase))
    bare = _BRACKETS.sub("", phrase).strip()
    past = bool(_PAST.search(bare) or _PAST.search(notes))
    found = _ROLE.fullmatch(_COMING.sub("", _PAST.sub("", bare)).strip())
    if found is None:
        return None
    role, rest = found["role"].lower().replace("/", "-"), (found["rest"] or "").strip()
    if any(word in role for word in _OF_A_PART) and not _is_of_the_whole(rest, organisation):
        return None
    if not any(word in role for word in ("oprichter", "initiatief")):
        role = f"{role} {rest}".strip()
    since, until = _dates(notes)
    if past or role.startswith("oud-"):
        until = until or ".."
    return Role(role, since, until)


def _is_of_the_whole(rest: str, organisation: str) -> bool:
    return _BOARD.fullmatch(rest) is not None or set(tokens(rest)) <= set(tokens(organisation))


def _plain(role: str) -> str:
    return role.replace(" van ", " ")


def _dates(notes: str) -> tuple[str, str]:
    since = until = ""
    for word, day, month, year in _DATED.findall(notes):
        date = f"{year}-{MONTH_NAMES.index(month) + 1:02d}" + (f"-{int(day):02d}" if day else "")
        since, until = (date, until) if word == "per" else (since, date)
    return since, until
