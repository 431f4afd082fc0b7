"""JSON-LD in the words of schema.org, by rdflib.

Each link is told twice: in schema.org's own word, where it has one, so that others understand it; and whole, as a
statement with its role, its dates and the ids of its claims.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef

from graph_model.schema import LINK_KINDS, NODE_KINDS
from queries.exports.content import LINK_COLUMNS, THING_COLUMNS, Content, Row, with_values

SCHEMA = Namespace("https://schema.org/")
OWN = Namespace("urn:samenspel:term:")
THINGS = Namespace("urn:samenspel:ding:")
LINKS = Namespace("urn:samenspel:verband:")

# schema.org's word for a field, where it has one; the others keep our name.
_FIELDS = {
    "name": "name", "aliases": "alternateName", "url": "url", "start": "startDate", "end": "endDate",
    "address": "address", "audience": "audience", "founded": "foundingDate", "closed": "dissolutionDate",
    "published": "datePublished", "language": "inLanguage", "licence": "license", "price": "offers",
}  # fmt: skip
# schema.org's word for a link, read forwards; ``^`` reads it backwards. HELD_IN and HELD_AT both say where.
_LINKS = {
    "ORGANISES": "^organizer", "HELD_IN": "location", "HELD_AT": "location", "FEATURES": "about",
    "TAKES_PART_IN": "^contributor", "FOUNDED": "^founder", "BASED_IN": "location", "MEMBER_OF": "memberOf",
    "HAS_ROLE": "affiliation", "HAS_THEME": "about", "HAS_KEYWORD": "keywords", "MADE": "^creator",
    "MENTIONS": "mentions", "LINKS_TO": "citation",
}  # fmt: skip
_PART_OF = {"Event": "superEvent", "EventSeries": "superEvent", "Place": "containedInPlace"}
_CONTEXT = {"@vocab": str(SCHEMA), "eigen": str(OWN), "ding": str(THINGS), "verband": str(LINKS), "rdf": str(RDF)}


def write(content: Content, path: Path) -> None:
    told = Graph()
    kinds: dict[str, str] = {}
    for row in content.things():
        kinds[row["id"]] = row["kind"]
        _tell_thing(told, row)
    for row in content.links():
        _tell_link(told, row, kinds.get(row["start"], ""))
    told.serialize(path, format="json-ld", context=_CONTEXT, encoding="utf-8", auto_compact=True, indent=1)


def _tell_thing(told: Graph, row: Row) -> None:
    thing = THINGS[row["id"]]
    told.add((thing, RDF.type, SCHEMA[NODE_KINDS[row["kind"]].schema_org]))
    told.add((thing, OWN.kind, Literal(row["kind"])))
    place = ("lat", "lon", "position_precision")
    for name, value in with_values(row, [name for name in THING_COLUMNS[2:] if name not in place]).items():
        for one in value if isinstance(value, list) else (value,):
            told.add((thing, SCHEMA[_FIELDS[name]] if name in _FIELDS else OWN[name], Literal(one)))
    if row["lat"] is not None:
        _tell_position(told, thing, row)


def _tell_position(told: Graph, thing: URIRef, row: Row) -> None:
    point = BNode(f"plek-{row['id']}")
    told.add((thing, SCHEMA.geo, point))
    told.add((point, RDF.type, SCHEMA.GeoCoordinates))
    told.add((point, SCHEMA.latitude, Literal(row["lat"])))
    told.add((point, SCHEMA.longitude, Literal(row["lon"])))
    told.add((point, OWN.position_precision, Literal(row["position_precision"])))


def _tell_link(told: Graph, row: Row, start_kind: str) -> None:
    start, end, link = THINGS[row["start"]], THINGS[row["end"]], LINKS[row["id"]]
    word = _word(row["kind"], start_kind)
    told.add((end, SCHEMA[word[1:]], start) if word.startswith("^") else (start, _term(word), end))
    told.add((link, RDF.type, RDF.Statement))
    told.add((link, RDF.subject, start))
    told.add((link, RDF.predicate, OWN[row["kind"]]))
    told.add((link, RDF.object, end))
    columns = [name for name in LINK_COLUMNS if name not in ("id", "kind", "start", "end")]
    for name, value in with_values(row, columns).items():
        for one in value if isinstance(value, list) else (value,):
            told.add((link, OWN[name], Literal(one)))


def _word(kind: str, start_kind: str) -> str:
    if kind == "PART_OF":
        return _PART_OF.get(start_kind, "parentOrganization")
    assert kind in LINK_KINDS
    return _LINKS.get(kind, f":{kind}")


def _term(word: str) -> Any:
    return OWN[word[1:]] if word.startswith(":") else SCHEMA[word]
