"""From candidates to the things of a page, in the order of the steps."""

from __future__ import annotations

from ingest.extract.candidates import Pool
from ingest.extract.councils import add_councils
from ingest.extract.kinds import BIAS, Thing, choose
from ingest.extract.lexicon.folding import folded
from ingest.extract.merge import merge
from ingest.extract.model import LogLinear
from ingest.extract.movements import settle_movements
from ingest.extract.structure import Sheet
from ingest.extract.themes import add_themes

_PAGE_SURE = 0.9


def find_things(sheet: Sheet, pool: Pool, model: LogLinear, bias: float = BIAS) -> list[Thing]:
    """All things that a page names, the page itself among them."""
    things = merge(sheet, choose(sheet, pool, model, bias))
    things = add_councils(sheet, pool, things)
    things = settle_movements(sheet, things)
    things = add_themes(sheet, things)
    return with_page(sheet, things)


def with_page(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things with the Document that is the page itself."""
    title = sheet.page.title.strip()
    key = folded(title)
    if sheet.title is None or not key:
        return things
    own = next((t for t in things if t.kind == "Document" and t.key == key), None)
    if own is None:
        spot = (sheet.title.index, 0, len(sheet.title.words))
        own = Thing("Document", key, title, _PAGE_SURE, [spot], [key], {title: 1}, frozenset(("page",)), rule="page")
        things.append(own)
    own.is_page = True
    return things
