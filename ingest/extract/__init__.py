"""Reading a page: a function of its text, this code and the shipped lists and weights, never of the graph."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from ingest.extract.candidates import Pool
from ingest.extract.evidence import candidates_of
from ingest.extract.find import find_things
from ingest.extract.links import pairs_of, score_links, settle
from ingest.extract.model import LogLinear, load
from ingest.extract.scene import scene_of
from ingest.extract.structure import Sheet, sheet_of
from ingest.extract.sure_links import add_sure_links
from ingest.extract.sure_statements import add_sure_statements
from ingest.extract.told import tell
from ingest.page.model import Page
from ingest.reading import Reading

READER = "samenspel"
_HERE = Path(__file__).parent
_WEIGHTS = _HERE / "weights"

__all__ = ["READER", "VERSION", "read", "reading_of"]


def _version() -> str:
    """A hash over the rules, the lists and the weights: equal code and data read equally."""
    state = blake2b(digest_size=6)
    for path in sorted(p for p in _HERE.rglob("*") if p.suffix in (".py", ".tsv", ".txt")):
        state.update(path.name.encode())
        state.update(path.read_bytes())
    return state.hexdigest()


VERSION = _version()


@cache
def _models() -> tuple[LogLinear, LogLinear]:
    return load(_WEIGHTS / "kinds.tsv"), load(_WEIGHTS / "links.tsv")


def read(page: Page, *, register_names: bool = True) -> Reading:
    """What a page names and states, each with its place and how sure the reader is.

    :param register_names: whether the names of the bundled register count as evidence.
    """
    sheet = sheet_of(page)
    return reading_of(sheet, candidates_of(sheet), *_models(), register_names=register_names)


def reading_of(sheet: Sheet, pool: Pool, kinds: LogLinear, links: LogLinear, *, register_names: bool) -> Reading:
    """The same with given models, for training and measuring; the candidates of a sheet serve once."""
    if not sheet.order:
        return Reading(READER, VERSION, (), ())
    scene = scene_of(sheet, find_things(sheet, pool, kinds, register=register_names))
    found = score_links(scene, pairs_of(scene), links)
    add_sure_links(scene, found)
    add_sure_statements(scene, found)
    things, statements = tell(scene, settle(scene, found))
    return Reading(READER, VERSION, things, statements)
