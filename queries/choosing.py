"""Why of several values one is shown: a person's correction, then stated over inferred, the newest page, the surer."""

from __future__ import annotations

from collections.abc import Sequence

from graph_model.evidence import Origin
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said


def why_shown(field: str, ranked: Sequence[Said], thing: str, rulings: Rulings) -> str:
    """By which rule the first value of a field of a thing is shown, in Dutch.

    :param ranked: what claims say of it, first-ranked first.
    """
    corrected = [decision for decision in rulings.replacements(thing) if decision.predicate == field]
    if corrected:
        reason = f": {corrected[-1].reason}" if corrected[-1].reason else ""
        return f"verbeterd door {corrected[-1].by or 'iemand'}{reason}"
    first = ranked[0] if ranked else None
    other = next((said for said in ranked if first and said.value != first.value), None)
    if first is None or other is None:
        return "het enige dat gezegd wordt"
    ruling = rulings.on(first)
    if ruling is not None and rulings.confirmed(first):
        return f"bevestigd door {ruling.by or 'iemand'}"
    if first.origin == Origin.PERSON != other.origin:
        return "met de hand vastgelegd"
    if first.stated != other.stated:
        return "met zoveel woorden gezegd"
    if first.fetched != other.fetched:
        return "de nieuwste bron"
    return "het zekerst gelezen"
