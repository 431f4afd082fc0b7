"""Fitting log-linear models: L-BFGS on a sparse matrix, the same weights every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from ingest.extract.model import UNIT, FittedWeights, LogLinear, packed
from tests.quality.encoded import Rows, matrix_of

# In hundredths of a nat.
LEAST_WEIGHT = 6
_STEPS, _STEPS_FROM_NEAR = 120, 30


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model as it was fitted: weights of features (rows) for classes (columns), and the constants of the classes."""

    classes: Sequence[str]
    vocabulary: Sequence[str]
    weights: np.ndarray
    constants: np.ndarray

    @property
    def model(self) -> LogLinear:
        """In whole weights; what rounds to next to nothing is left out."""
        whole = np.rint(self.weights * UNIT).astype(np.int32)
        whole[np.abs(whole) < LEAST_WEIGHT] = 0
        kept = np.flatnonzero(np.abs(whole).sum(axis=1))
        told = {self.vocabulary[n]: packed(whole[n].tolist()) for n in kept.tolist()}
        constants = packed(np.rint(self.constants * UNIT).astype(np.int32).tolist())
        return LogLinear(tuple(self.classes), FittedWeights(told), constants)


def fit_kinds(
    rows: Sequence[Rows], labels: Sequence[str], counts: np.ndarray, *, penalty: float = 1.0, least: int = 3,
    near: Fitted | None = None,
) -> Fitted:  # fmt: skip
    """A multinomial model of the labels; ``penalty`` is the weight of the squared norm, halved.

    :param counts: how many times each row counts.
    :param near: a model of nearly the same rows, to begin from.
    """
    matrix, vocabulary = matrix_of(rows, least)
    classes = sorted(set(labels))
    place = {label: n for n, label in enumerate(classes)}
    truth = np.zeros((len(labels), len(classes)))
    truth[np.arange(len(labels)), [place[label] for label in labels]] = 1
    features, kinds = matrix.shape[1], len(classes)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat[: features * kinds].reshape(features, kinds)
        scores = matrix @ weights + flat[features * kinds :]
        scores -= scores.max(axis=1, keepdims=True)
        parts = np.exp(scores)
        totals = parts.sum(axis=1, keepdims=True)
        value = float(counts @ (np.log(totals[:, 0]) - (scores * truth).sum(axis=1)))
        slope = (parts / totals - truth) * counts[:, None]
        value += 0.5 * penalty * float((weights**2).sum())
        return value, np.concatenate([(matrix.T @ slope + penalty * weights).ravel(), slope.sum(axis=0)])

    steps = _STEPS if near is None else _STEPS_FROM_NEAR
    flat = minimize(loss, _beginning(near, vocabulary, classes), jac=True, method="L-BFGS-B",
                    options={"maxiter": steps, "ftol": 1e-7, "gtol": 1e-3}).x  # fmt: skip
    return Fitted(classes, vocabulary, flat[: features * kinds].reshape(features, kinds), flat[features * kinds :])


def _beginning(near: Fitted | None, vocabulary: Sequence[str], classes: Sequence[str]) -> np.ndarray:
    weights = np.zeros((len(vocabulary), len(classes)))
    if near is None or list(near.classes) != list(classes):
        return np.append(weights.ravel(), np.zeros(len(classes)))
    there = {feature: n for n, feature in enumerate(near.vocabulary)}
    for n, feature in enumerate(vocabulary):
        if feature in there:
            weights[n] = near.weights[there[feature]]
    return np.append(weights.ravel(), near.constants)


def fit_links(
    rows: Sequence[Rows], allowed: Sequence[frozenset[str]], truths: Sequence[frozenset[str]], counts: np.ndarray, *,
    penalty: float = 1.0, least: int = 3,
) -> LogLinear:  # fmt: skip
    """One yes-or-no model for every link, over the rows where its ends allow it; each counts so many times."""
    matrix, vocabulary = matrix_of(rows, least)
    classes = sorted({link for links in truths for link in links})
    weights = np.zeros((len(vocabulary), len(classes)))
    constants = np.zeros(len(classes))
    for k, link in enumerate(classes):
        chosen = [n for n, links in enumerate(allowed) if link in links]
        part = matrix[chosen]
        used = np.flatnonzero(np.asarray(part.sum(axis=0)).ravel())
        truth = np.array([link in truths[n] for n in chosen], dtype=float)
        solved = _fit_one(part[:, used], truth, counts[chosen], penalty)
        weights[used, k], constants[k] = solved[:-1], solved[-1]
    return Fitted(classes, vocabulary, weights, constants).model


def _fit_one(matrix: csr_matrix, truth: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ flat[:-1] + flat[-1]
        value = float(counts @ (np.logaddexp(0, scores) - truth * scores)) + 0.5 * penalty * float(
            flat[:-1] @ flat[:-1]
        )
        slope = (1 / (1 + np.exp(-scores)) - truth) * counts
        return value, np.append(matrix.T @ slope + penalty * flat[:-1], slope.sum())

    return minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B",
                    options={"maxiter": 200, "ftol": 1e-8, "gtol": 1e-4}).x  # fmt: skip
