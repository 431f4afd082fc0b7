"""Pages that we made up, and replies to them: for tests of the gate, of asking and of two readers together."""

from __future__ import annotations

import json
from typing import Any

from ingest.page import Page, read_page
from ingest.second_reader.gate import Passed, let_through
from ingest.second_reader.reply import told_in

TEXT = """\
Oogstfeest in de Berkeltuin

zaterdag 13 september 2025
14:00 - 17:00

Buurtkring De Wilgen organiseert het Oogstfeest in de Berkeltuin samen met Zorggroep Eikenhof. Het feest is in \
Zutphen.
Marja Terhorst, voorzitter van Buurtkring De Wilgen, opent de middag. Bewoner Henk Brouns vertelt over zijn moestuin.
Zorggroep Eikenhof werkt niet samen met Stichting Veldzicht.
"""


def page_of(text: str = TEXT, address: str = "https://voorbeeld.example/oogstfeest") -> Page:
    """A page of this text."""
    return read_page(text.encode(), address)


def thing(name: str, kind: str, *aliases: str, **fields: str) -> dict[str, Any]:
    return {"name": name, "kind": kind, "aliases": list(aliases), "fields": fields, "self": False}


def link(
    subject: tuple[str, str], kind: str, object: tuple[str, str], quote: str, role: str = "", sure: float = 0.95
) -> dict[str, Any]:
    return {
        "subject": subject[0], "subject_kind": subject[1], "link": kind, "object": object[0],
        "object_kind": object[1], "role": role, "quote": quote, "stated": True, "sure": sure,
    }  # fmt: skip


BUURTKRING, EIKENHOF = ("Buurtkring De Wilgen", "Initiative"), ("Zorggroep Eikenhof", "CareOrganisation")
FEAST, MARJA, ZUTPHEN = ("Oogstfeest in de Berkeltuin", "Event"), ("Marja Terhorst", "Person"), ("Zutphen", "Place")
HENK, VELDZICHT = ("Henk Brouns", "Person"), ("Stichting Veldzicht", "Partner")
ORGANISES = "Buurtkring De Wilgen organiseert het Oogstfeest in de Berkeltuin samen met Zorggroep Eikenhof"
CHAIR = "Marja Terhorst, voorzitter van Buurtkring De Wilgen, opent de middag"


def reply_of(*parts: dict[str, Any]) -> dict[str, Any]:
    """A reply of these things and links."""
    return {
        "things": [part for part in parts if "name" in part], "links": [part for part in parts if "link" in part],
    }  # fmt: skip


def good_reply() -> dict[str, Any]:
    """What a careful model answers to the page."""
    return reply_of(
        thing(*FEAST, "Oogstfeest", start_date="2025-09-13", start_time="14:00", end_time="17:00", mode="in_person"),
        thing(*BUURTKRING), thing(*EIKENHOF), thing(*MARJA), thing(*ZUTPHEN),
        link(BUURTKRING, "ORGANISES", FEAST, ORGANISES), link(BUURTKRING, "PARTNER_OF", EIKENHOF, ORGANISES),
        link(MARJA, "HAS_ROLE", BUURTKRING, CHAIR, "voorzitter"), link(MARJA, "TAKES_PART_IN", FEAST, CHAIR),
        link(FEAST, "HELD_IN", ZUTPHEN, "Het feest is in Zutphen"),
    )  # fmt: skip


def passed(reply: dict[str, Any], page: Page | None = None) -> Passed:
    """What of a reply passes the gate."""
    return let_through(page or page_of(), told_in(json.dumps(reply)))


def bonds(found: Passed) -> set[tuple[str, str, str]]:
    """The links that passed, by names."""
    return {
        (found.things[x.subject].told.name, x.kind, found.things[x.object].told.name) for x in found.links
    }  # fmt: skip
