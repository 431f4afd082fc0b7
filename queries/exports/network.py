"""The graph as networkx has it, with texts that XML can hold: what GraphML and GEXF are written from."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

from queries.exports.content import LINK_COLUMNS, THING_COLUMNS, Content, Row, with_values
from queries.exports.csv import BETWEEN

# Control characters and half characters, which no XML can hold.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# GEXF and the readers of both keep these names for purposes of their own.
_RENAMED = {"start": "start_date", "end": "end_date", "id": "link_id"}
_ENDS = ("start", "end")


def network(content: Content) -> nx.MultiDiGraph:
    """All things with their ids as nodes, and all links between them by their own ids; lists are one text."""
    made = nx.MultiDiGraph()
    for row in content.things():
        made.add_node(row["id"], label=xml_text(row["name"]), **_attributes(row, THING_COLUMNS[1:]))
    columns = [name for name in LINK_COLUMNS if name not in (*_ENDS, "id")]
    for row in content.links():
        made.add_edge(row["start"], row["end"], key=row["id"], **_attributes(row, columns))
    return made


def _attributes(row: Row, columns: Any) -> dict[str, Any]:
    return {_RENAMED.get(name, name): _value(value) for name, value in with_values(row, columns).items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return xml_text(BETWEEN.join(value))
    return xml_text(value) if isinstance(value, str) else value


def xml_text(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
