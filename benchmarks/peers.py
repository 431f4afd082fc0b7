"""The same questions as whoever knows the graph would write them by hand: Cypher over the bare driver, no more.

Each fetches what the answer of ours tells, in as few questions as that takes: the things with their properties, the
links with their dates, and of every claim the quotes, who says so, when, and the page that it stands on. Without that
the two would not be the same answer; at first only names and addresses were fetched. No sentences are made of it, no
positions, no scores but a count, and nobody looks whether the graph changed meanwhile.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from benchmarks.why_by_hand import Row, Run, why_by_hand
from queries.geography import EARTH_RADIUS_KM, Placed, cells_around

KM = 15.0
_TIES = "ORGANISES|HELD_AT|PART_OF|FEATURES|TAKES_PART_IN|HAS_ROLE|STARTED|PARTNER_OF|MEMBER_OF|HAS_THEME"
_CLAIMS = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id}) "
    "OPTIONAL MATCH (p:Page {id: c.page}) OPTIONAL MATCH (k:Key {key: c.page}) "
    "RETURN c.id AS id, c.evidence AS evidence, c.origin AS origin, c.first_seen AS first_seen, "
    "c.last_seen AS last_seen, c.retired AS retired, p.address AS address, p.title AS title, p.published AS published, "
    "p.fetched.epochSeconds AS fetched, p.checked.epochSeconds AS checked, k.thing AS document"
)
_LINK = (
    "{kind: type(l), start: startNode(l).id, role: l.role, stated: l.stated, confidence: l.confidence, "
    "sources: l.sources, valid_from: l.valid_from, valid_to: l.valid_to, first_seen: l.first_seen, claims: l.claims, "
    "other: o.id, other_kind: o.kind, name: o.name}"
)
_PLACES = "[(t)-[:BASED_IN]->(p:Place) | properties(p)] AS places"
_LINKS = (
    "MATCH (t:Thing {id: $id}) OPTIONAL MATCH (t)-[l]-(o:Thing) WHERE NOT type(l) IN ['MENTIONS', 'LINKS_TO'] "
    f"WITH t, l, o ORDER BY type(l), o.name LIMIT 50 WITH t, collect({_LINK}) AS links "
    "UNWIND t.keys AS key OPTIONAL MATCH (c:Claim {field_of: key}) "
    f"WITH t, links, collect(c.id) AS claims RETURN properties(t) AS thing, {_PLACES}, links, claims"
)
_HOME = (
    f"MATCH (t:Thing {{id: $id}}) RETURN properties(t) AS thing, {_PLACES}, "
    f"[(t)-[l:{_TIES}]-(o:Initiative) | {_LINK}] AS links"
)
_NEAREST = (
    "MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place' MATCH (p)<-[:BASED_IN]-(i:Initiative) "
    "WITH i, p, (p.lat - $lat) * (p.lat - $lat) + (p.lon - $lon) * (p.lon - $lon) * $narrow AS far "
    "WHERE far <= $reach WITH i, p, far ORDER BY far, i.name "
    "WITH collect(i) AS found, collect(p) AS places, collect(far) AS distances "
    "RETURN size(found) AS total, [n IN range(0, CASE WHEN size(found) < 20 THEN size(found) ELSE 20 END - 1) | "
    "{thing: properties(found[n]), place: properties(places[n]), far: distances[n]}] AS nearest"
)
_TIED = (
    f"MATCH (h:Thing {{id: $id}})-[a:{_TIES}]-(s:Thing)-[b:{_TIES}]-(i:Initiative) WHERE s.kind <> 'Place' "
    "WITH i, count(s) AS shared, collect({id: s.id, kind: s.kind, name: s.name, one: type(a), other: type(b), "
    "role: a.role, other_role: b.role}) AS through, collect(a.claims[0]) + collect(b.claims[0]) AS claims "
    "RETURN properties(i) AS thing, shared, through, claims ORDER BY shared DESC, i.id LIMIT 20"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """Questions by hand over one driver, to an engine of this kind."""

    driver: Driver
    engine: str

    def links(self, id_: str) -> list[Row]:
        """A thing with its fields, and what it is linked with."""
        return self._with_claims(lambda run: run(_LINKS, id=id_))

    def near(self, id_: str) -> list[Row]:
        """The twenty nearest initiatives, the twenty that share most with a thing, and those that are linked to it."""

        def ask(run: Run) -> list[Row]:
            (thing,) = run(_HOME, id=id_)
            if not thing["places"]:
                return [thing]
            lat, lon = thing["places"][0]["lat"], thing["places"][0]["lon"]
            cells = cells_around([Placed(lat, lon, "place")], KM)
            narrow = math.cos(math.radians(lat)) ** 2
            reach = math.degrees(KM / EARTH_RADIUS_KM) ** 2
            nearest = run(_NEAREST, cells=cells, lat=lat, lon=lon, narrow=narrow, reach=reach)
            return [thing, *nearest, *run(_TIED, id=id_)]

        return self._with_claims(ask)

    def why(self, id_: str, other: str) -> list[Row]:
        """The three closest different ways; without any, what comes nearest."""
        return self._with_claims(lambda run: why_by_hand(run, self.engine, id_, other))

    def _with_claims(self, ask: Callable[[Run], list[Row]]) -> list[Row]:
        def work(tx: Any) -> list[Row]:
            def run(text: str, **parameters: object) -> list[Row]:
                return list(tx.run(text, parameters).data())

            rows = ask(run)
            links = [link for row in rows for link in (row, *(row.get("links") or ()))]
            ids = sorted({claim for link in links for claim in link.get("claims") or ()})
            return [*rows, *(run(_CLAIMS, ids=ids) if ids else [])]

        with self.driver.session() as session:
            return session.execute_read(work)


def as_json(rows: list[Row]) -> str:
    """Rows as a bare route would send them."""
    return json.dumps(rows, default=str)
