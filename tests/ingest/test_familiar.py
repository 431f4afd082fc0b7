"""Files that are byte for byte as they were are known again, and only those."""

from __future__ import annotations

from pathlib import Path

from ingest.familiar import Familiar
from ingest.pipeline import read_into, undo
from ingest.readers import BuiltIn
from ingest.sources import list_sources
from queries import Graph
from queries.ledger.rebuild import rebuild
from queries.ledger.suppressions import erased_people
from queries.masking import KeyedNames
from tests.engines.address import SECRET

TEXT = "Zorgcoöperatie De Linde\n\nZorgcoöperatie De Linde is een initiatief in Lochem.\n"


def _familiar(graph: Graph, *erased: str) -> Familiar:
    return Familiar(graph, KeyedNames(SECRET, frozenset(erased), frozenset()), BuiltIn())


def test_only_the_very_same_bytes_are_the_same(graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "linde.txt"
    file.write_text(TEXT)
    listing = list_sources([str(tmp_path)])
    first = read_into(graph, listing)
    known = Familiar(graph, erased_people(graph), BuiltIn())
    assert known.same({file.as_uri(): known.mark(file.read_bytes())}) == {file.as_uri()}
    assert known.same({file.as_uri(): known.mark(file.read_bytes() + b"\n")}) == set()
    assert read_into(graph, listing).outcomes == {"unchanged": 1}
    file.write_text(TEXT.replace("Lochem", "Borculo"))
    assert read_into(graph, listing).outcomes == {"changed": 1}
    file.write_text(TEXT)
    assert read_into(graph, listing).outcomes == {"changed": 1}
    assert first.run is not None
    undo(graph, str(read_into(graph, listing).run))
    assert rebuild(graph, check=True).items == ()


def test_what_was_taken_back_is_read_again(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "linde.txt").write_text(TEXT)
    listing = list_sources([str(tmp_path)])
    undo(graph, str(read_into(graph, listing).run))
    assert read_into(graph, listing).outcomes == {"restored": 1}
    assert read_into(graph, listing).outcomes == {"unchanged": 1}


def test_a_mark_hangs_on_the_secret_and_on_who_was_erased(graph: Graph) -> None:
    raw = TEXT.encode()
    assert _familiar(graph).mark(raw) == _familiar(graph).mark(raw)
    assert _familiar(graph).mark(raw) != _familiar(graph, "een naam").mark(raw)
    graph.secret, kept = b"another secret than before", graph.secret
    try:
        other = _familiar(graph).mark(raw)
    finally:
        graph.secret = kept
    assert other != _familiar(graph).mark(raw)
