"""GEXF, for Gephi, by networkx."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from queries.exports.content import Content
from queries.exports.network import network


def write(content: Content, path: Path) -> None:
    made = network(content)
    for _, _, key, values in made.edges(keys=True, data=True):
        values["id"] = key  # or it numbers them
    nx.write_gexf(made, path)
