"""Fits how sure the second reader is: on recorded replies, as they are and spoiled, beside the built-in reader.

Spoiled replies count too, for the table must tell a reply of a weak model from one of a strong one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from ingest.extract.lexicon.folding import folded
from ingest.second_reader.agreement import Agreement, agreement_of
from ingest.second_reader.confidence import TABLES, Features, of_link, of_thing, of_unsaid_link, of_unsaid_thing
from ingest.second_reader.gate import let_through
from ingest.second_reader.reply import told_in
from tests.quality.gold import family
from tests.quality.second_reader.material import Asked
from tests.quality.second_reader.spoil import spoiled

# Share of the reply that is spoiled, how many times with other dice, and how much such a row counts.
SPOILED = ((0.0, 1, 1.0), (0.1, 2, 0.15), (0.3, 2, 0.15), (0.5, 2, 0.15))
_PENALTY = 2.0
_FREE = ("constant",)

Weights = dict[str, dict[str, float]]


@dataclass(slots=True)
class Rows:
    """The evidence of one table, whether what it speaks for is annotated, and how much each row counts."""

    evidence: list[Features] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, evidence: Features, right: bool, count: float) -> None:
        self.evidence.append(evidence)
        self.right.append(right)
        self.counts.append(count)


class Truth:
    """What is annotated of one page: kinds by form, and links by the forms of their ends."""

    def __init__(self, asked: Asked) -> None:
        self._thing: dict[tuple[str, str], tuple[int, bool]] = {}
        for n, thing in enumerate(asked.gold["entities"]):
            for form in (thing["name"], *thing.get("mentions", ())):
                for kind in {thing["type"], family(thing["type"])}:
                    self._thing.setdefault((kind, folded(form)), (n, bool(thing.get("optional"))))
        self._links: dict[tuple[str, int, int], bool] = {}
        for link in asked.gold["relations"]:
            a, c = (
                self.number(link["subject_type"], [link["subject"]]),
                self.number(link["object_type"], [link["object"]]),
            )
            if a is not None and c is not None:
                self._links[(link["type"], a, c)] = bool(link.get("optional"))
                if link["type"] == "PARTNER_OF":
                    self._links[(link["type"], c, a)] = bool(link.get("optional"))

    def number(self, kind: str, forms: Iterable[str]) -> int | None:
        """The annotated thing of this kind that has one of these forms."""
        found = next((self._thing[(kind, f)] for f in map(folded, forms) if (kind, f) in self._thing), None)
        return found[0] if found else None

    def is_optional(self, kind: str, forms: Iterable[str]) -> bool:
        return any(self._thing.get((kind, folded(form)), (0, False))[1] for form in forms)

    def holds(self, kind: str, subject: tuple[str, Sequence[str]], object: tuple[str, Sequence[str]]) -> bool | None:
        """Whether a link is annotated, whatever kind of organisation its ends are; None where it does not count."""
        if kind in ("MADE", "SUCCEEDS"):
            return None
        a, c = (self.number(family(k), forms) for k, forms in (subject, object))
        if a is None or c is None:
            return False
        optional = self._links.get((kind, a, c))
        return None if optional else optional is not None


def rows_of(pages: Iterable[Asked], seed: int = 0) -> dict[str, Rows]:
    """The rows of all tables, over pages whose reply is as it was and spoiled."""
    tables = {name: Rows() for name in TABLES}
    for asked in pages:
        truth = Truth(asked)
        for share, times, count in SPOILED:
            for n in range(times):
                reply = spoiled(asked.reply, share, seed + n) if share else asked.reply
                passed = let_through(asked.page, told_in(json.dumps(reply)))
                _add(tables, asked, agreement_of(passed, asked.first), truth, count)
    return tables


def _add(tables: dict[str, Rows], asked: Asked, agreement: Agreement, truth: Truth, count: float) -> None:
    things = agreement.passed.things
    ends = [(thing.kind, (thing.told.name, *thing.forms)) for thing in things]
    for n, (kind, forms) in enumerate(ends):
        if not things[n].is_page and not truth.is_optional(kind, forms):
            tables["thing"].add(of_thing(agreement, n), truth.number(kind, forms) is not None, count)
    for link in agreement.passed.links:
        right = truth.holds(link.kind, ends[link.subject], ends[link.object])
        if right is not None:
            quote = asked.page.text[link.quote.start : link.quote.end]
            tables["link"].add(of_link(agreement, link, quote), right, count)
    _add_unsaid(tables, agreement, truth, count)


def _add_unsaid(tables: dict[str, Rows], agreement: Agreement, truth: Truth, count: float) -> None:
    found = agreement.first.things
    ends = [(thing.kind, (thing.name, *thing.aliases)) for thing in found]
    for n, (kind, forms) in enumerate(ends):
        if n not in agreement.second_of and not found[n].is_page and not truth.is_optional(kind, forms):
            right = truth.number(kind, forms) is not None
            tables["unsaid thing"].add(of_unsaid_thing(agreement, n), right, count)
    for said in agreement.first.statements:
        right_or_not = truth.holds(said.predicate, ends[said.subject], ends[said.object])
        if agreement.confirmed_by(said) is None and right_or_not is not None:
            tables["unsaid link"].add(of_unsaid_link(agreement, said), right_or_not, count)


def fit(pages: Iterable[Asked]) -> Weights:
    """The weights of all tables."""
    return {name: _fit(rows) for name, rows in rows_of(pages).items()}


def _fit(rows: Rows) -> dict[str, float]:
    """A penalised logistic model of one table."""
    names = sorted({name for row in rows.evidence for name in row})
    index = {name: n for n, name in enumerate(names)}
    cells = [(r, index[name], value) for r, row in enumerate(rows.evidence) for name, value in sorted(row.items())]
    matrix = csr_matrix(
        ([c[2] for c in cells], ([c[0] for c in cells], [c[1] for c in cells])), shape=(len(rows.evidence), len(names))
    )
    truth, counts = np.array(rows.right, dtype=float), np.array(rows.counts)
    penalty = np.array([0.01 if name in _FREE else _PENALTY for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        value = float(counts @ (np.logaddexp(0, scores) - truth * scores)) + 0.5 * float(penalty @ weights**2)
        return value, matrix.T @ (counts * (1 / (1 + np.exp(-scores)) - truth)) + penalty * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400, "ftol": 1e-9}).x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.01}


_HEAD = """\
# How sure the second reader is: weights of evidence, in log odds. Made by `make calibrate`, from recorded replies to
# annotated pages, as they are and spoiled by a script; what each word means: ingest/second_reader/confidence.py.
# table, evidence, weight
"""


def save(weights: Weights, path: Path) -> None:
    """Writes the weights as a readable file."""
    rows = (f"{table}\t{name}\t{weight:g}\n" for table in TABLES for name, weight in sorted(weights[table].items()))
    path.write_text(_HEAD + "".join(rows), encoding="utf-8")
