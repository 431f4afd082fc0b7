"""``samenspel add``: a fact by hand."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.parser import Options, day
from api.cli.ruling import add_signing, rule
from api.cli.session import settings_of
from graph_model.errors import BadQuestion

_ABOUT = (
    "Legt een feit met de hand vast: een verband (MEMBER_OF, 'doet mee met') tussen twee dingen, of een gegeven (url, "
    "opgericht) van één ding. Zeg met --source waar het staat, of met --seen dat u het zelf weet. Het blijft staan hoe "
    "vaak de pagina's ook opnieuw gelezen worden, en met --undo gaat het weer weg."
)


def command(words: Sequence[str]) -> int:
    """Add a fact, or take that back."""
    options = Options("add", _ABOUT, needs="DING VERBAND|GEGEVEN DING|WAARDE")
    options.argument("subject", "DING", "waar het over gaat: een id of naam")
    options.argument("predicate", "VERBAND|GEGEVEN", "wat ervan gezegd wordt")
    options.argument("target", "DING|WAARDE", "het andere ding, of de waarde")
    options.option("--source", "het adres waar het staat", metavar="ADRES", default="")
    options.option("--seen", "u weet het uit eigen waarneming")
    options.option("--role", "als wat, bij een verband van een mens: voorzitter", metavar="ROL", default="")
    options.option("--from", "sinds wanneer het geldt", type=day, metavar="DATUM", dest="since")
    options.option("--to", "tot wanneer het gold", type=day, metavar="DATUM", dest="until")
    options.option(
        "--new", "wat voor soort het is, als het nog niet bestaat (twee keer als beide nieuw zijn)", action="append",
        metavar="SOORT", default=[],
    )  # fmt: skip
    add_signing(options)
    wishes = options.read(words)
    if not wishes.undo and bool(wishes.source) == wishes.seen:
        raise BadQuestion("Zeg óf met --source ADRES waar het staat, óf met --seen dat u het zelf weet.")
    from ingest.by_hand import Fact, add, take_back

    fact = Fact(
        wishes.subject, wishes.predicate, wishes.target, wishes.source, wishes.role, wishes.since or "",
        wishes.until or "",
        tuple(wishes.new),
    )  # fmt: skip
    return rule(
        wishes, settings_of(wishes), lambda graph, signed: add(graph, fact, signed),
        lambda graph, signed: take_back(graph, fact, signed),
    )  # fmt: skip
