"""Where a test finds its graph, and the secret that it is made with: light, for the many processes that tests start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SECRET = b"only for the tests, never for people"


@dataclass(frozen=True, slots=True)
class Address:
    """What `queries.connect` needs: the folder of an embedded graph, or the address and log-in of a Neo4j."""

    where: Path | str
    user: str = ""
    password: str = ""
    database: str = ""
