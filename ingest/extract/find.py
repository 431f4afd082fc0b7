"""From candidates to the things of a page, in the order of the steps."""

from __future__ import annotations

from ingest.extract.anaphora import add_anaphora
from ingest.extract.candidates import Pool
from ingest.extract.coherence import settle_lists
from ingest.extract.councils import add_councils
from ingest.extract.dated_mentions import add_dated_mentions
from ingest.extract.kinds import BIAS, Thing, choose
from ingest.extract.lexicon.folding import folded
from ingest.extract.lowercase import add_lower_case
from ingest.extract.merge import merge
from ingest.extract.model import LogLinear
from ingest.extract.movements import settle_movements
from ingest.extract.municipalities import settle_municipalities
from ingest.extract.occasions import one_by_name
from ingest.extract.own_gathering import settle_own_gathering
from ingest.extract.rules import apply_rules
from ingest.extract.series import add_series
from ingest.extract.short_forms import add_short_forms
from ingest.extract.structure import Sheet
from ingest.extract.themes import add_themes
from ingest.extract.undated import with_towns, without_days

_PAGE_SURE = 0.9
_LONGEST_TITLE = 200


def find_things(
    sheet: Sheet, pool: Pool, model: LogLinear, bias: float = BIAS, *, register: bool = True
) -> list[Thing]:
    """All things that a page names, the page itself among them."""
    apply_rules(sheet, pool, register=register)
    chosen = choose(sheet, pool, model, bias)
    settle_lists(sheet, chosen)
    things = settle_own_gathering(sheet, merge(sheet, chosen))
    things = settle_municipalities(sheet, things)
    things = add_councils(sheet, pool, things)
    things = add_short_forms(sheet, things)
    things = settle_movements(sheet, things)
    things = with_towns(sheet, without_days(one_by_name(add_series(sheet, things))))
    things = add_themes(sheet, things)
    add_lower_case(sheet, things)
    add_dated_mentions(sheet, things)
    add_anaphora(sheet, things)
    return with_page(sheet, things)


def with_page(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things with the Document that is the page itself."""
    line = sheet.title or next(iter(sheet.order))
    title = (sheet.page.title or line.block.text).strip()
    key = folded(title)
    if not key or len(title) > _LONGEST_TITLE:
        return things
    own = next((t for t in things if t.kind == "Document" and t.key == key), None)
    if own is None:
        spot = (line.index, 0, len(line.words))
        own = Thing("Document", key, title, _PAGE_SURE, [spot], [key], {title: 1}, frozenset(("page",)), rule="page")
        things.append(own)
    own.is_page = True
    return things
