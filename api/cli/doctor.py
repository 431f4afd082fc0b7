"""``samenspel doctor``: what is wrong here and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.output import clean, print_json
from api.cli.parser import Options
from api.cli.progress import patience
from api.cli.session import paper_of, settings_of
from graph_model.errors import GraphUnavailable

_ABOUT = "Kijkt na wat er hier niet in orde is, en zegt hoe dat te verhelpen. Er verandert niets."
_MARKS = {"ok": "✓", "warning": "!", "wrong": "✗"}


def command(words: Sequence[str]) -> int:
    """Examine this installation and its graph."""
    wishes = Options("doctor", _ABOUT).read(words)
    told = settings_of(wishes)
    from api.cli.checkup import examine

    with patience("Even kijken …"):
        health = examine(told)
    if wishes.json:
        print_json(health.json_text())
    else:
        paper = paper_of(told)
        for finding in health.items:
            mark = _MARKS[finding.state]
            paper.raw(f"{mark if finding.state == 'ok' else paper.warn(mark)} {paper.bold(finding.name)}")
            paper.line(clean(finding.message), 4)
            if finding.mend:
                paper.line(f"→ {finding.mend}", 4)
    return GraphUnavailable.exit_status if health.wrong else 0
