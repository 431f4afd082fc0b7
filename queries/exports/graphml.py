"""GraphML, by networkx."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from queries.exports.content import Content
from queries.exports.network import network


def write(content: Content, path: Path) -> None:
    nx.write_graphml_xml(network(content), path, named_key_ids=True)
