"""Fitting how sure links are, on links of pages whose whole set was left out of training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from ingest.extract import links_of
from ingest.extract.confidence import Chances, confidence_of, evidence_of, is_told
from ingest.extract.links import LEAST
from ingest.extract.model import LogLinear
from ingest.extract.same_gathering import one_gathering
from ingest.extract.told import tell
from ingest.extract.worth import worth_telling
from ingest.page import Page
from ingest.reading import Reading
from tests.quality.gold import Example, truths

PENALTY = 50.0
# A rule is as sure as it was measured to be; there are few of them, and each fires frequently or not at all.
RULE_PENALTY = 3.0
_FREE = ("constant", "score")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A page read without its set, its links not yet weighed: for each the evidence, and whether it is annotated."""

    name: str
    page: Page
    reading: Reading
    evidence: list[dict[str, float]]
    right: list[bool]


def weighed(page: Example, kinds: LogLinear, links: LogLinear, *, register_names: bool) -> Weighed:
    """Reads a page with models that have not seen it."""
    scene, found = links_of(page.sheet, page.pool, kinds, links, register_names=register_names)
    kept = [
        (link, evidence) for link, evidence in zip(found, evidence_of(scene, found), strict=True)
        if all(scene.spots[n] or scene.things[n].is_page for n in (link.subject, link.object))
    ]  # fmt: skip
    held = truths(scene.things, page.gold, as_one=True)
    things, statements = tell(scene, [link for link, _ in kept])
    right = [(link.kind, link.subject, link.object) in held for link, _ in kept]
    reading = Reading("", "", things, statements)
    return Weighed(page.name, page.sheet.page, reading, [evidence for _, evidence in kept], right)


def fit_chances(pages: Sequence[Weighed]) -> Chances:
    """The weights of the evidence: a penalised logistic model that starts from the score as it is."""
    rows = [row for page in pages for row in page.evidence]
    truth = np.array([float(right) for page in pages for right in page.right])
    names = sorted({name for row in rows for name in row})
    index = {name: n for n, name in enumerate(names)}
    cells = [(r, index[name], value) for r, row in enumerate(rows) for name, value in sorted(row.items())]
    matrix = csr_matrix(
        ([c[2] for c in cells], ([c[0] for c in cells], [c[1] for c in cells])), shape=(len(rows), len(names))
    )
    penalty = np.array([_penalty(name) for name in names])
    start = np.array([1.0 if name == "score" else 0.0 for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        value = float(np.logaddexp(0, scores).sum() - truth @ scores) + 0.5 * float(penalty @ weights**2)
        return value, matrix.T @ (1 / (1 + np.exp(-scores)) - truth) + penalty * weights

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300, "ftol": 1e-9}).x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.001}


def _penalty(name: str) -> float:
    if name in _FREE:
        return 0.0
    return RULE_PENALTY if name.startswith("rule:") else PENALTY


def reading_with(page: Weighed, weights: Chances) -> Reading:
    """The page's reading with its links as sure as the weights make them."""
    told = [
        replace(said, confidence=round(min(confidence_of(evidence, weights), 0.99), 3))
        for said, evidence in zip(page.reading.statements, page.evidence, strict=True)
        if said.confidence >= LEAST and is_told(evidence, weights)
    ]
    return worth_telling(one_gathering(page.page, replace(page.reading, statements=tuple(told))))


def save_chances(weights: Chances, path: Path) -> None:
    """Writes the weights as a readable file."""
    path.write_text("".join(f"{name}\t{weight:g}\n" for name, weight in sorted(weights.items())), encoding="utf-8")
