"""Where a test finds its graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Address:
    """What `queries.connect` needs: the folder of an embedded graph, or the address and log-in of a Neo4j."""

    where: Path | str
    user: str = ""
    password: str = ""
    database: str = ""
