"""A first outline of a connected web: few pivots, the steps from each to everything, the two main directions.

Pivot MDS (Brandes and Pich, 2006): it finds the large shape at once, for which forces alone need many hundred steps.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from visualizations.layout.arrays import Numbers, Points, Web

_PIVOTS = 24


def outline(web: Web) -> Points:
    """A point for each thing of a connected web, spread with standard deviation about 1 in both directions."""
    steps = _steps_from_pivots(web)
    squares = steps**2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean())
    _, directions = np.linalg.eigh(centred.T @ centred)
    directions = directions[:, :-3:-1]  # the wider one across, for screens are wide
    # An eigenvector may as well point the other way; the sign is fixed so that no library decides on it.
    biggest = np.abs(directions).argmax(axis=0)
    points = centred @ (directions * np.sign(directions[biggest, [*range(directions.shape[1])]]))
    if points.shape[1] < 2:
        points = np.column_stack([points, np.zeros(len(points))])
    return np.asarray(points / np.maximum(points.std(axis=0), 1e-9), dtype=np.float64)


def _steps_from_pivots(web: Web) -> Numbers:
    """The number of links from each pivot (a column) to each thing; each next pivot lies farthest from the others."""
    pivot = int(web.degrees.argmax())
    columns: list[Numbers] = []
    nearest = np.full(len(web.names), np.inf)
    while len(columns) < _PIVOTS and nearest[pivot] > 0:
        columns.append(_steps_from(pivot, web.neighbours))
        nearest = np.minimum(nearest, columns[-1])
        pivot = int(nearest.argmax())
    return np.column_stack(columns)


def _steps_from(start: int, neighbours: list[list[int]]) -> npt.NDArray[np.float64]:
    steps = [-1] * len(neighbours)
    steps[start] = 0
    edge, far = [start], 0
    while edge:
        far += 1
        reached = []
        for here in edge:
            for there in neighbours[here]:
                if steps[there] < 0:
                    steps[there] = far
                    reached.append(there)
        edge = reached
    return np.array(steps, dtype=np.float64)
