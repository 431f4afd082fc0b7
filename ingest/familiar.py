"""Files that are byte for byte as they were: that is seen without parsing them.

What is kept of a file is a mark under the graph's secret: a plain hash of what was not yet masked, beside the masked
text, would let somebody try out which number was covered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from graph_model.keys import key_of
from ingest.readers import Readers
from queries import Graph
from queries.masking import KeyedNames

# What makes a page of bytes: when any of it changes, the same bytes may give another text.
_MAKERS = (("ingest", "page"), ("ingest", "formats"), ("queries", "masking"))


class Familiar:
    """Knows the files of one graph again."""

    def __init__(self, graph: Graph, erased: KeyedNames, readers: Readers) -> None:
        self._graph = graph
        self._readers = readers
        state = "\n".join((_edition(), *sorted(erased.digests)))
        self._salt = blake2b(state.encode(), digest_size=16).digest()

    def mark(self, raw: bytes) -> str:
        """The mark of some bytes, for this graph, this program and these erased names."""
        secret = self._graph.secret or b""
        return blake2b(raw, digest_size=16, key=secret[:64], salt=self._salt).hexdigest()

    def same(self, marks: Mapping[str, str]) -> set[str]:
        """The addresses of pages that are there, made of bytes with this mark and read by these readers."""
        keys = {key_of("Document", address): address for address in marks}
        rows = self._graph.answer(lambda tx: tx.ask("ledger/marks", ids=sorted(keys)))
        texts = {keys[row["id"]]: row["fingerprint"] for row in rows if row["mark"] == marks[keys[row["id"]]]}
        return self._readers.same(self._graph, texts) if texts else set()


@cache
def _edition() -> str:
    """A hash over the program that makes pages of bytes."""
    state = blake2b(version("samenspel").encode(), digest_size=8)
    for package, folder in _MAKERS:
        for file in sorted(_files(files(package) / folder), key=str):
            state.update(file.read_bytes())
    return state.hexdigest()


def _files(folder: Traversable) -> Iterable[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".py", ".txt", ".tsv")):
            yield entry
