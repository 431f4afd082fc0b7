"""Consent: before a first page leaves this machine, somebody has said yes to this address, and what is sent was told.

It is kept in the data folder, one record an address. A model on this machine needs none: nothing leaves.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import BadQuestion, NotAllowed
from ingest.second_reader.endpoint import Endpoint

FILE_NAME = "taalmodel-toestemming.json"
WHAT = (
    "de tekst en titel van elke pagina die gelezen wordt (openbare of eigen pagina's), met privénummers, privéadressen "
    "en vergeten namen afgedekt; nooit de graaf, nooit pagina's van bronnen die hier moeten blijven"
)


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes: to which address, for what, by whom and when (ISO 8601 in UTC)."""

    address: str
    what: str
    by: str
    at: str


def words_for(endpoint: Endpoint) -> str:
    """What somebody says yes to, in one Dutch sentence."""
    place = endpoint.place
    open_line = "" if place.scheme == "https" else " De verbinding is niet versleuteld (http)."
    return f"Naar {address_of(endpoint)} gaat: {WHAT}.{open_line}"


def address_of(endpoint: Endpoint) -> str:
    """The address that a consent holds for."""
    return str(endpoint.place)


def consent_to(endpoint: Endpoint, folder: Path) -> Consent | None:
    """The consent that was given for where this endpoint sends pages; None when there is none."""
    return _all(folder).get(address_of(endpoint))


def require(endpoint: Endpoint, folder: Path) -> None:
    """Nothing, when pages may be sent there.

    :raises NotAllowed: without consent to an address that is not on this machine.
    """
    if endpoint.local or consent_to(endpoint, folder):
        return
    raise NotAllowed(
        f"{words_for(endpoint)} Daar is nog geen toestemming voor. Geef die eenmalig met --consent, of lees zonder "
        "taalmodel."
    )


def give(endpoint: Endpoint, folder: Path, by: str, at: str) -> Consent:
    """Record a consent, for this address and no other."""
    consent = Consent(address_of(endpoint), WHAT, by, at)
    rows = {**_all(folder), consent.address: consent}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / FILE_NAME
    draft = file.with_suffix(".nieuw")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        told = [{"address": c.address, "what": c.what, "by": c.by, "at": c.at} for _, c in sorted(rows.items())]
        json.dump(told, stream, ensure_ascii=False, indent=1)
    draft.replace(file)
    return consent


def _all(folder: Path) -> dict[str, Consent]:
    file = folder / FILE_NAME
    if not file.is_file():
        return {}
    try:
        found = [Consent(**row) for row in json.loads(file.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError) as error:
        raise BadQuestion(f"Het bestand met toestemmingen {file} is niet te lezen.") from error
    return {consent.address: consent for consent in found}
