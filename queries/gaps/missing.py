"""Who could know each other and what nobody takes up, in sentences with quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from queries.analytics.network import Network
from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.gaps.pairs import Pair, unlinked_pairs
from queries.results.gaps import Gap, MissingTheme
from queries.results.shapes import Ref
from queries.themes.said import Said
from queries.themes.table import Scope, Table, claims_in
from queries.words import listed

# So many quotes of one pair are given: of each of the two initiatives half.
SHOWN_CLAIMS = 4
_NAMED = 3


def pairs_of(said: Said, table: Table, scope: Scope, network: Network) -> list[Pair]:
    """The pairs of initiatives within a table that share a theme and an area, and are not tied in a network."""
    themes_of = {id_: sorted(themes) for id_, themes in table.themes_of().items()}
    areas_of = {id_: areas(said, id_, scope) for id_ in themes_of}
    number, things = network.number, network.things
    tied = {id_: {things[n].id for n in network.neighbours[number[id_]]} for id_ in themes_of if id_ in number}
    return unlinked_pairs(themes_of, areas_of, tied)


def areas(said: Said, initiative: str, scope: Scope) -> list[str]:
    """The municipalities that an initiative is in, or the places where no municipality is known; no provinces."""
    places = (said.atlas.places[id_] for id_ in scope.homes_of(said, initiative))
    return sorted({place.municipality or place.name for place in places if not place.is_province})


def gaps_shown(reading: Reading, said: Said, table: Table, network: Network, pairs: Sequence[Pair]) -> tuple[Gap, ...]:
    """These pairs as an answer gives them."""
    claims = claims_of(reading, chain.from_iterable(_claims(table, one) for one in pairs))
    found = []
    for one in pairs:
        a, b = (Ref(id=id_, kind="Initiative", name=said.initiatives[id_]["name"]) for id_ in (one.a, one.b))
        themes = _themes(said, one)
        through = tuple(network.things[network.number[id_]] for id_ in one.through)
        sides = (best_first(claims, _claims_of_side(table, one, side)) for side in (one.a, one.b))
        told = chain.from_iterable(side[: SHOWN_CLAIMS // 2] for side in sides)
        found.append(Gap(
            a=a, b=b, themes=themes, area=listed(list(one.areas)), through=through,
            words=_words(a, b, themes, listed(list(one.areas)), through), claims=tuple(dict.fromkeys(told)),
        ))  # fmt: skip
    return tuple(found)


def _themes(said: Said, one: Pair) -> tuple[Ref, ...]:
    refs = (Ref(id=id_, kind="Theme", name=said.themes[id_]) for id_ in one.themes)
    return tuple(sorted(refs, key=lambda ref: (ref.name.casefold(), ref.id)))


def _claims(table: Table, one: Pair) -> list[str]:
    return [*_claims_of_side(table, one, one.a), *_claims_of_side(table, one, one.b)]


def _claims_of_side(table: Table, one: Pair, side: str) -> list[str]:
    return sorted({claim for theme in one.themes for claim in claims_in(table.squares[side, theme])})


def _words(a: Ref, b: Ref, themes: Sequence[Ref], area: str, through: Sequence[Ref]) -> str:
    about = listed([theme.name for theme in themes])
    text = f"{a.name} en {b.name} houden zich beide bezig met {about} in {area}, maar geen bron noemt een verband"
    if not through:
        return text
    rest = len(through) - _NAMED
    named = listed([*(ref.name for ref in through[:_NAMED]), *([f"nog {rest}"] if rest > 0 else [])])
    return f"{text} tussen hen; wel hebben beide te maken met {named}"


def missing_themes(said: Said, table: Table, scope: Scope) -> list[MissingTheme]:
    """The themes of which no initiative within the table is known; first those with most initiatives elsewhere."""
    present = {theme for _, theme in table.squares}
    found = [_missing(said, table, scope, id_) for id_ in said.themes if id_ not in present]
    return sorted(found, key=lambda one: (-one.elsewhere, -one.subjects, one.theme.name.casefold(), one.theme.id))


def _missing(said: Said, table: Table, scope: Scope, id_: str) -> MissingTheme:
    theme = Ref(id=id_, kind="Theme", name=said.themes[id_])
    elsewhere, subjects = len(table.outside.get(id_, ())), said.subjects.get(id_, 0)
    where = f" in {scope.region.ref.words}" if scope.region else ""
    words = f"Bij {theme.name} is{where} geen initiatief bekend"
    if elsewhere:
        words += f"; elders {'wel één' if elsewhere == 1 else f'wel {elsewhere}'}"
    elif subjects:
        many = "één bijeenkomst, bron of organisatie gaat" if subjects == 1 else (
            f"{subjects} bijeenkomsten, bronnen of organisaties gaan"
        )  # fmt: skip
        words += f"; {many} er wel over"
    return MissingTheme(theme=theme, elsewhere=elsewhere, subjects=subjects, words=words)
