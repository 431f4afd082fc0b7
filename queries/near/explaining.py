"""A score taken apart: what distance and each tie add to it, in Dutch, in parts that add up to it exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from queries import results
from queries.geography import shown_km
from queries.near.circle import APPROXIMATE_KM, Distance
from queries.near.score import HALVING_KM, Tie, nearness, shares
from queries.ties import DIRECT, ENDED, weight_of_kind
from queries.words import kind_words

_DIGITS = 4


def explained(distance: Distance | None, ties: Iterable[Tie], score: float) -> results.Explanation:
    """The parts of a score of four decimals: of distance first, then of the ties, heaviest first."""
    found = shares(ties)
    values = rounded_to([nearness(distance.counted if distance else None), *(share for _, share in found)], score)
    return results.Explanation(
        score=score,
        distance=results.DistancePart(
            words=_distance_words(distance), value=values[0], counted_km=distance and round(distance.counted, 3)
        ),
        ties=tuple(_tie_part(tie, value) for (tie, _), value in zip(found, values[1:], strict=True)),
    )


def rounded_to(parts: Sequence[float], total: float) -> list[float]:
    """Parts of four decimals that add up to a total of four: what rounding leaves goes to the largest remainders."""
    unit = 10**_DIGITS
    floors = [int(part * unit) for part in parts]
    missing = round(total * unit) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda i: (floors[i] - parts[i] * unit, i))
    for place in by_remainder[: max(0, missing)]:
        floors[place] += 1
    return [floor / unit for floor in floors]


def _distance_words(distance: Distance | None) -> str:
    if distance is None:
        return "afstand: niet bekend, dus telt niet mee"
    halving = f"de helft bij 0 km, en de helft daarvan bij elke {HALVING_KM:.0f} km meer"
    if distance.inside:
        return f"afstand: in dezelfde gemeente, en meer is niet bekend, dus geteld als {shown_km(distance.counted)}"
    if distance.approximate and distance.km < APPROXIMATE_KM:
        return (
            f"afstand: ongeveer {shown_km(distance.km)}, maar van de plaats is alleen de gemeente bekend, dus geteld "
            f"als {shown_km(distance.counted)}"
        )
    return f"afstand: {shown_km(distance.km, approximate=distance.approximate)} ({halving})"


def _tie_part(tie: Tie, value: float) -> results.TiePart:
    return results.TiePart(
        words=f"{tie.words}: {_weight_words(tie)}", value=value, weight=round(tie.weight, _DIGITS), degree=tie.degree,
        ended=tie.ended, direct=tie.direct,
    )  # fmt: skip


def _weight_words(tie: Tie) -> str:
    half = f", {_number(ENDED)} keer omdat het voorbij is" if tie.ended else ""
    if tie.direct or tie.degree is None:
        return f"rechtstreeks verband, gewicht {_number(DIRECT)}{half} (telt één keer)"
    kind = tie.path[-2].kind
    degree = max(tie.degree, 2)
    return (
        f"samen {kind_words(kind)} met {tie.degree} verbanden, gewicht {_number(weight_of_kind(kind))} / "
        f"log2(2 + {degree}) = {_number(tie.weight / (ENDED if tie.ended else 1))}{half}"
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
