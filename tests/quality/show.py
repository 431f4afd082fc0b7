"""Figures as a table for people."""

from __future__ import annotations

from tests.quality.scoring import Counts, Score


def show(title: str, found: Score) -> None:
    """Prints precision, recall and F1 per kind of thing and per kind of link."""
    print(f"\n{title:34} gold  told right     P     R    F1")
    for counts, total in ((found.things, found.all_things), (found.links, found.all_links)):
        for kind in sorted(counts):
            _row(kind, counts[kind])
        _row("together", total)


def _row(name: str, one: Counts) -> None:
    figures = f"{one.precision:6.3f}{one.recall:6.3f}{one.f1:6.3f}"
    print(f"  {name:32}{one.gold:5}{one.told:6}{one.right:6}{figures}")
