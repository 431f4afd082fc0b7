"""Forces between things: all push each other away, links pull. The family of ForceAtlas2 (Jacomy and others, 2014).

Every pair is counted exactly, in blocks of rows that stay in the processor's cache: 9 ms a step for 2,000 things. No
library for matrices is used for it, because those share the work out by how busy the machine is, and then rounding
would differ from one run to the next.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from visualizations.layout.arrays import Points, Web

Single = npt.NDArray[np.float32]

_BLOCK = 64
_PUSH = 30.0
_ROOM = 34.0
_GRAVITY = 0.25
_CLOSEST = 4.0
"""Squares of distances count at least this much, or two things in one point would shoot apart."""


@dataclass(frozen=True)
class Springs:
    """What the forces act on: ``mass`` and ``free`` (0: stays, 1: moves) a thing; ends and pull a link."""

    mass: Single
    free: Single
    starts: npt.NDArray[np.intp]
    ends: npt.NDArray[np.intp]
    pull: Single

    @classmethod
    def of(cls, web: Web, free: npt.NDArray[np.bool_] | None = None) -> Self:
        """The springs of a web; all things move unless ``free`` says which."""
        return cls(
            mass=(1 + web.degrees**0.7).astype(np.float32),
            free=np.ones(len(web.names), np.float32) if free is None else free.astype(np.float32),
            starts=web.pairs[:, 0],
            ends=web.pairs[:, 1],
            pull=web.pull.astype(np.float32),
        )


def settle(points: Points, springs: Springs, steps: int) -> Points:
    """The points after so many steps, each step shorter than the one before may be."""
    here = points.astype(np.float32)
    before = np.zeros_like(here)
    widest = 0.1 * float(np.ptp(here, axis=0).max())
    speed = 1.0
    for step in range(steps):
        force = _forces(here, springs)
        swing = np.hypot(*(force - before).T)
        drive = np.hypot(*(force + before).T) / 2
        speed = min(float((springs.mass * drive).sum() / max((springs.mass * swing).sum(), 1e-9)), speed * 1.5)
        move = force * (springs.free * speed / (1 + np.sqrt(speed * swing)))[:, None]
        longest = widest * (1 - step / steps) + 1
        move *= np.minimum(1, longest / np.maximum(np.hypot(*move.T), 1e-9))[:, None]
        here = here + move
        before = force
    return here.astype(np.float64)


def _forces(points: Single, springs: Springs) -> Single:
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    force = _pushes(x, y, springs.mass)
    pull = (points[springs.starts] - points[springs.ends]) * springs.pull[:, None]
    for axis in (0, 1):
        force[:, axis] -= np.bincount(springs.starts, pull[:, axis], len(points))
        force[:, axis] += np.bincount(springs.ends, pull[:, axis], len(points))
    middle = points - points.mean(axis=0)
    even = math.pi * _PUSH * float(springs.mass.mean()) / _ROOM**2
    return np.asarray(force - middle * (_GRAVITY * even * springs.mass)[:, None], np.float32)


def _pushes(x: Single, y: Single, mass: Single) -> Single:
    """How all things push each other away: as their masses, and inversely as their distance."""
    force = np.empty((len(x), 2), np.float32)
    for start in range(0, len(x), _BLOCK):
        rows = slice(start, start + _BLOCK)
        across, down = x[rows, None] - x, y[rows, None] - y
        weight = across * across
        weight += down * down
        np.maximum(weight, _CLOSEST, out=weight)
        np.divide(mass, weight, out=weight)
        across *= weight
        down *= weight
        force[rows, 0] = across.sum(axis=1)
        force[rows, 1] = down.sum(axis=1)
    force *= (_PUSH * mass)[:, None]
    return force
