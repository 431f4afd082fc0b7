"""The same questions as whoever knows the graph would write them by hand: Cypher over the bare driver, no more.

Each gives the rows and the claims that they rest on; no sentences, no positions, no scores but a count.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from queries.geography import Placed, cells_around

Row = dict[str, Any]
KM = 15.0
_TIES = "ORGANISES|HELD_AT|PART_OF|FEATURES|TAKES_PART_IN|HAS_ROLE|STARTED|PARTNER_OF|MEMBER_OF|HAS_THEME"
_WAYS = "ORGANISES|TAKES_PART_IN|HAS_ROLE|PARTNER_OF|MEMBER_OF"
_CLAIMS = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (p:Page {id: c.page}) "
    "RETURN c.id AS id, c.evidence AS evidence, p.address AS address, p.title AS title"
)
_LINKS = (
    "MATCH (t:Thing {id: $id})-[l]-(o:Thing) WHERE NOT type(l) IN ['MENTIONS', 'LINKS_TO'] "
    "RETURN type(l) AS kind, o.id AS other, o.name AS name, l.claims AS claims ORDER BY kind, name LIMIT 50"
)
_HOME = "MATCH (:Thing {id: $id})-[:BASED_IN]->(p:Place) RETURN p.lat AS lat, p.lon AS lon LIMIT 1"
_NEAREST = (
    "MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place' MATCH (p)<-[:BASED_IN]-(i:Initiative) "
    "RETURN i.id AS id, i.name AS name, p.name AS place, "
    "(p.lat - $lat) * (p.lat - $lat) + (p.lon - $lon) * (p.lon - $lon) * $narrow AS far ORDER BY far, name LIMIT 20"
)
_TIED = (
    f"MATCH (h:Thing {{id: $id}})-[a:{_TIES}]-(s:Thing)-[b:{_TIES}]-(i:Initiative) WHERE s.kind <> 'Place' "
    "RETURN i.id AS id, count(s) AS shared, collect(a.claims[0]) + collect(b.claims[0]) AS claims "
    "ORDER BY shared DESC, id LIMIT 20"
)
_DIRECT = (
    f"MATCH (:Thing {{id: $id}})-[a:{_TIES}]-(i:Initiative) "
    "RETURN i.id AS id, i.name AS name, a.claims AS claims LIMIT 20"
)
_WHY = (
    "MATCH (a:Thing {id: $id}), (b:Thing {id: $other}) "
    f"MATCH path = allShortestPaths((a)-[:{_WAYS}*..6]-(b)) "
    "RETURN [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | r.claims[0]] AS claims LIMIT 3"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """Questions by hand over one driver."""

    driver: Driver

    def links(self, id_: str) -> list[Row]:
        """What a thing is linked with."""
        return self._with_claims(lambda run: run(_LINKS, id=id_))

    def near(self, id_: str) -> list[Row]:
        """The twenty nearest initiatives, the twenty that share most with a thing, and those that are linked to it."""

        def ask(run: Callable[..., list[Row]]) -> list[Row]:
            direct = run(_DIRECT, id=id_)
            home = run(_HOME, id=id_)
            if not home:
                return direct
            lat, lon = home[0]["lat"], home[0]["lon"]
            cells = cells_around([Placed(lat, lon, "place")], KM)
            narrow = math.cos(math.radians(lat)) ** 2
            nearest = run(_NEAREST, cells=cells, lat=lat, lon=lon, narrow=narrow)
            return [*nearest, *direct, *run(_TIED, id=id_)]

        return self._with_claims(ask)

    def why(self, id_: str, other: str) -> list[Row]:
        """Three shortest ways."""
        return self._with_claims(lambda run: run(_WHY, id=id_, other=other))

    def _with_claims(self, ask: Callable[[Callable[..., list[Row]]], list[Row]]) -> list[Row]:
        def work(tx: Any) -> list[Row]:
            def run(text: str, **parameters: object) -> list[Row]:
                return list(tx.run(text, parameters).data())

            rows = ask(run)
            ids = sorted({claim for row in rows for claim in row.get("claims") or ()})
            return [*rows, *(run(_CLAIMS, ids=ids) if ids else [])]

        with self.driver.session() as session:
            return session.execute_read(work)


def as_json(rows: list[Row]) -> str:
    """Rows as a bare route would send them."""
    return json.dumps(rows)
