"""Small registers of a user's own, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

from graph_model.evidence import Claim
from ingest.register.reading import RegisterReading, read_register

AT = "2025-07-01T10:00:00+00:00"
HEADER = "naam,ook,soort,plaats,gemeente,bron"
ROWS = (
    "'t Hofje,Hofje aan de Vecht;'t Hoofje,zorgcoöperatie,Zutphen,,https://krant.example/hofje",
    "Buurttafel,,eettafel,Voorst,Voorst,https://krant.example/hofje;http://www.buurt.example/tafel/",
)
DESCRIPTION = """
name = "proef"
title = "Proefregister"
on_error = "{on_error}"
skip_sources = ["seed:"]

[[tables]]
file = "initiatieven.csv"
encoding = "{encoding}"
about = "initiatief"
sources = {{ column = "bron", separator = ";" }}

[tables.things.initiatief]
kind = "Initiative"
name = "naam"
fields = {{ alias = {{ column = "ook", separator = ";" }}, form = "soort" }}

[tables.things.plaats]
kind = "Place"
name = "plaats"
municipality = "gemeente"

[[tables.links]]
from = "initiatief"
kind = "BASED_IN"
to = "plaats"
"""


def register(
    folder: Path, *rows: str | bytes, header: str = HEADER, on_error: str = "skip-row", encoding: str = "utf-8"
) -> RegisterReading:
    """The register of these rows of a CSV file."""
    lines = (line if isinstance(line, bytes) else line.encode(encoding) for line in (header, *rows))
    (folder / "initiatieven.csv").write_bytes(b"\n".join(lines) + b"\n")
    return described(folder, DESCRIPTION.format(on_error=on_error, encoding=encoding))


def described(folder: Path, description: str) -> RegisterReading:
    """The register of this description."""
    (folder / "register.toml").write_text(description, encoding="utf-8")
    return read_register(folder / "register.toml", AT)


def claims(found: RegisterReading) -> list[Claim]:
    return [claim for reading in found.readings for claim in reading.claims]


def said(found: RegisterReading) -> set[str]:
    return {claim.best.quote for claim in claims(found)}


def told(found: RegisterReading) -> list[str]:
    return [str(problem) for problem in found.problems]
