"""Narrowing a search down: what its finds are, counted, each count the way to only those."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.web.text import address
from api.web.views import Choice, Narrowing
from queries import results

# So many places and themes are offered, the most frequent ones.
_OFFERED = 10


def narrowings(path: str, form: Mapping[str, str], found: results.Hits) -> tuple[Narrowing, ...]:
    """The kinds, places and themes by which a search can be narrowed down, as far as there is anything to choose.

    :param path: the address that is asked, with ``form`` behind it: ``q``, ``soort``, ``plaats`` and ``thema``, each
        empty, a word or an id.
    """

    def at(field: str, value: str) -> str:
        return address(path, **{**form, field: value})

    def of_refs(field: str, counts: Sequence[results.RefCount], chosen: results.Ref | None) -> tuple[Choice, ...]:
        offered = [Choice(one.name, at(field, one.id), one.count, one.id == (chosen and chosen.id)) for one in counts]
        if chosen and not any(one.chosen for one in offered[:_OFFERED]):
            offered.insert(0, Choice(chosen.name, at(field, chosen.id), None, chosen=True))
        return tuple(offered[:_OFFERED])

    kinds = tuple(
        Choice(one.kind, at("soort", one.kind), one.count, one.kind == form["soort"]) for one in found.facets.kinds
    )
    choices = {
        "soort": kinds,
        "plaats": of_refs("plaats", found.facets.places, found.place),
        "thema": of_refs("thema", found.facets.themes, found.theme),
    }
    return tuple(
        Narrowing(field, at(field, ""), offered, bool(form[field]))
        for field, offered in choices.items()
        if form[field] or len(offered) > 1
    )
