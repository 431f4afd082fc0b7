"""Moving things apart until none covers another."""

from __future__ import annotations

import numpy as np

from visualizations.layout.arrays import Numbers, Points, Whole

_GAP = 4.0
"""Free pixels between two things."""
_ROUNDS = 60


def without_overlap(points: Points, radii: Numbers, ease: Numbers | None = None) -> Points:
    """The points, moved as little as it takes.

    :param ease: how easily each gives way (above 0, at most 1); of two that overlap the easier one moves more.
    """
    here = points.copy()
    ease = np.ones(len(points)) if ease is None else ease
    for _ in range(_ROUNDS):
        one, other = _close(here, radii)
        between = here[one] - here[other]
        distance = np.hypot(*between.T)
        lacking = radii[one] + radii[other] + _GAP - distance
        hit = lacking > 0.01
        if not hit.any():
            break
        one, other, between, distance, lacking = (a[hit] for a in (one, other, between, distance, lacking))
        # Two in exactly one point part sideways, in a direction of their own.
        turn = (one * 7 + other * 13) % 360
        direction = np.where(
            distance[:, None] > 1e-6,
            between / np.maximum(distance, 1e-6)[:, None],
            np.column_stack([np.cos(turn), np.sin(turn)]),
        )
        share = (ease[one] / (ease[one] + ease[other]))[:, None]
        push = direction * (lacking * 1.05)[:, None]
        np.add.at(here, one, push * share)
        np.add.at(here, other, -push * (1 - share))
    return here


def _close(points: Points, radii: Numbers) -> tuple[Whole, Whole]:
    """The pairs that may overlap: in order of x each is compared with the few that follow within reach."""
    reach = 2 * float(radii.max()) + _GAP
    order = np.argsort(points[:, 0], kind="stable")
    x, y = points[order].T
    ones: list[Whole] = []
    others: list[Whole] = []
    for ahead in range(1, len(points)):
        near = x[ahead:] - x[:-ahead] < reach
        if not near.any():
            break
        found = np.flatnonzero(near & (np.abs(y[ahead:] - y[:-ahead]) < reach))
        ones.append(order[found])
        others.append(order[found + ahead])
    if not ones:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    return np.concatenate(ones), np.concatenate(others)
