"""A large ledger out of nothing: pages that name people, organisations, events and places, with text and quotes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import fingerprint, host_of, key_of
from queries.ledger.draft import instant
from queries.ledger.rows import claim_row

A_PAGE = 40
"""Claims a page."""
AT = "2024-01-01T00:00:00+00:00"
ERASED = "Truida Wijkmanhof"
_FIRST = ("Anna", "Bert", "Carla", "Daan", "Els", "Fatma", "Gijs", "Hanna", "Ineke", "Jan", "Karin", "Lies", "Mo")
_LAST = ("Bos", "Visser", "Ypma", "el Amrani", "de Wit", "van Dam", "Smeets", "Hoekstra", "Postma", "Koster")
_WORDS = "de wijk komt samen in het dorpshuis om te praten over zorg en welzijn met buren en vrijwilligers".split()


def large_ledger(claims: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows for so many claims, pages first; one person in a hundred pages bears the name ``ERASED``."""
    pages = [_page(number) for number in range(claims // A_PAGE)]
    yield from (("Page", row) for row, _ in pages)
    for row, said in pages:
        yield from (("Claim", claim_row(claim)) for claim in said(row))


def _page(number: int) -> tuple[dict[str, Any], Any]:
    chance = random.Random(number)
    address = f"https://site{number % 40}.example/bericht/{number}"
    people = [f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {chance.choice(_LAST)}" for _ in range(4)]
    if number % 100 == 0:
        people[0] = ERASED
    lines = [f"{person} vertelt: {' '.join(chance.choices(_WORDS, k=90))}." for person in people * 2]
    text = "\n".join(lines)
    row = {
        "id": key_of("Document", address), "address": address, "title": f"Bericht {number}", "text": text,
        "fingerprint": fingerprint(text), "host": host_of(address), "language": "nl", "format": "html",
        "origin": Origin.PAGE.value, "fetched": instant(AT), "checked": instant(AT), "gone": False, "echo": False,
        "readers": '{"samenspel": "1"}',
    }  # fmt: skip
    return row, lambda row: _claims(row, people, lines, chance)


def _claims(row: dict[str, Any], people: list[str], lines: list[str], chance: random.Random) -> Iterator[Claim]:
    document = End("Document", row["address"])
    organisations = [End("Initiative", f"Buurtkring {chance.randrange(3_000)}") for _ in range(6)]
    events = [End("Event", f"Ontmoeting {chance.randrange(2_000)}", "2024-06-14") for _ in range(4)]
    persons = [End("Person", name, organisations[0].name) for name in people]
    pairs: list[tuple[End, str, End]] = [(document, "MENTIONS", end) for end in (*organisations, *events, *persons)]
    pairs += [(person, "HAS_ROLE", organisations[i % 6]) for i, person in enumerate(persons)]
    pairs += [(organisation, "ORGANISES", event) for organisation in organisations for event in events[:3]]
    made: dict[str, Claim] = {}
    for subject, predicate, object_ in pairs:
        quote = lines[len(made) % len(lines)]
        start = row["text"].index(quote)
        evidence = Evidence("samenspel", "1", quote, start, start + len(quote), 0.9)
        claim = Claim(
            row["id"], subject, predicate, object_, evidence=(evidence,), host=row["host"],
            fingerprint=row["fingerprint"], fetched=AT, first_seen=AT,
        )  # fmt: skip
        made[claim.id] = claim
    for value in (row["fingerprint"],):
        evidence = Evidence("samenspel", "1", lines[0], 0, len(lines[0]), 1.0)
        claim = Claim(row["id"], document, "fingerprint", value=value, evidence=(evidence,), host=row["host"],
                      fingerprint=row["fingerprint"], fetched=AT, first_seen=AT)  # fmt: skip
        made[claim.id] = claim
    yield from made.values()
