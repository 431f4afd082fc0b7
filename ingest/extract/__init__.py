"""Reading a page: a function of its text, this code and the shipped lists and weights, never of the graph."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from ingest.extract.candidates import Pool
from ingest.extract.confidence import calibrate, shipped
from ingest.extract.evidence import candidates_of
from ingest.extract.explain import explained
from ingest.extract.find import find_things
from ingest.extract.in_time import in_time
from ingest.extract.links import Link, pairs_of, score_links, settle
from ingest.extract.model import LogLinear, load
from ingest.extract.same_gathering import one_gathering
from ingest.extract.scene import Scene, scene_of
from ingest.extract.series_parts import add_parts_of_series
from ingest.extract.sharing import share_in_enumerations
from ingest.extract.structure import Sheet, sheet_of
from ingest.extract.sure_links import add_sure_links
from ingest.extract.sure_statements import add_sure_statements
from ingest.extract.told import tell
from ingest.extract.when import calendar_of
from ingest.extract.worth import worth_telling
from ingest.page.model import Page
from ingest.reading import Reading

READER = "samenspel"
_HERE = Path(__file__).parent
_WEIGHTS = _HERE / "weights"

__all__ = ["READER", "VERSION", "links_of", "read", "reading_of"]


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


def read(page: Page, *, register_names: bool = True, explain: bool = False) -> Reading:
    """What a page names and states, each with its place and how sure the reader is.

    :param register_names: whether the names of the bundled register count as evidence.
    :param explain: whether ``why`` tells the loudest features and the part of the page, instead of the rule alone.
    """
    sheet = sheet_of(page)
    if not sheet.order:
        return Reading(READER, VERSION, (), ())
    pool, models = candidates_of(sheet), _models()
    scene, links = links_of(sheet, pool, *models, register_names=register_names, frugal=not explain)
    reading = reading_of(scene, calibrate(scene, links, shipped()))
    reading = explained(reading, scene, pool, *models) if explain else reading
    return worth_telling(one_gathering(page, in_time(page, reading, lambda: calendar_of(scene))))


def links_of(
    sheet: Sheet, pool: Pool, kinds: LogLinear, links: LogLinear, *, register_names: bool, frugal: bool = False
) -> tuple[Scene, list[Link]]:
    """The things of a page in their places and the links between them, as sure as the given models make them.

    The candidates of a sheet serve once.

    :param frugal: whether their evidence is forgotten once it is weighed: of a long page it is most of the memory.
    """
    things = find_things(sheet, pool, kinds, register=register_names)
    if frugal:
        pool.by_key.clear()
    scene = scene_of(sheet, things)
    found = score_links(scene, pairs_of(scene), links)
    add_sure_links(scene, found)
    add_sure_statements(scene, found)
    share_in_enumerations(scene, found)
    add_parts_of_series(scene, found)
    return scene, settle(scene, found)


def reading_of(scene: Scene, links: list[Link]) -> Reading:
    """What a page says, from its things and the links worth telling."""
    things, statements = tell(scene, links)
    return Reading(READER, VERSION, things, statements)
