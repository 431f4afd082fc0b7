"""Proposals and verdicts on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, on_day
from api.cli.telling import tell_claims, tell_rest
from graph_model.dates import in_words, is_date

if TYPE_CHECKING:
    from queries.results import Decided, PairDecision, PairRuling, Proposal, Review, ReviewSide

_WORDS = {"same": "hetzelfde", "different": "verschillend", "unsure": "onzeker", "undone": "teruggenomen"}
_PLAIN = 0.05
_QUOTES = 2


def tell_queue(found: Review, paper: Paper) -> None:
    """What waits, each with its reasons and quotes, and the words by which to decide."""
    count = {0: "Er wacht niets", 1: "Er wacht 1 tweetal"}.get(found.total, f"Er wachten {found.total} tweetallen")
    paper.line(f"{count}.")
    for item in found.items:
        paper.raw("")
        tell_proposal(item, paper)
    tell_rest(len(found.items), found.total, paper, "meer met --limit of --after")


def tell_proposal(item: Proposal, paper: Paper) -> None:
    """Two things, how likely they are one, why, what speaks against it, what was decided, and their quotes."""
    sure = f"{round(item.likely * 100)} %"
    now = "nu één ding" if item.joined else f"{sure} kans op hetzelfde"
    names = f"{clean(item.left.name)}  ↔  {clean(item.right.name)}"
    paper.raw(f"{paper.bold(names)}  {paper.dim(f'({item.left.kind_words}; {now})')}")
    for reason in item.reasons:
        sign = "+" if reason.points > _PLAIN else "−" if reason.points < -_PLAIN else "·"
        paper.line(f"{sign} {clean(reason.words)}", 2)
    for warning in item.warnings:
        paper.raw(paper.warn(f"! {clean(warning)}"), 2)
    if item.decision:
        paper.raw(f"besloten: {_decision(item.decision)}", 2)
    for side in (item.left, item.right):
        _tell_side(side, paper)
    paper.raw(paper.dim(f"samenspel review same|different|unsure {item.left.key} {item.right.key}"), 2)


def _tell_side(side: ReviewSide, paper: Paper) -> None:
    """One side: its name, other names, kind, town and date, with its quotes."""
    others = [clean(name) for name in side.names if name != side.name]
    about = [side.kind_words, *side.towns]
    if side.start and is_date(side.start):
        about.append(in_words(side.start))
    if others:
        about.append(f"ook: {', '.join(others)}")
    paper.line(f"{clean(side.name)} ({', '.join(about)})", 2)
    tell_claims(side.claims[:_QUOTES], paper, 4)


def tell_decided(done: Decided, paper: Paper) -> None:
    """What was decided and holds, latest first."""
    paper.line(f"{done.total} {'besluit geldt' if done.total == 1 else 'besluiten gelden'}.")
    for item in done.items:
        paper.raw(f"{paper.bold(f'{clean(item.left_name)}  ↔  {clean(item.right_name)}')}  {_decision(item)}")
        if item.followed is False:
            paper.raw(paper.warn("! de graaf volgt dit niet: een ander besluit gaat voor"), 2)
        paper.raw(paper.dim(f"nummer {item.id}"), 2)


def _decision(decision: PairDecision) -> str:
    day = on_day(decision.at) or "onbekende dag"
    why = f": {clean(decision.reason)}" if decision.reason else ""
    return f"{_WORDS[decision.verdict]}, door {clean(decision.by)} op {day}{why}"


def tell_ruling(done: PairRuling, paper: Paper) -> None:
    """What became of a verdict."""
    for warning in done.warnings:
        paper.raw(paper.warn(f"! {clean(warning)}"))
    if not done.decided:
        return
    names = f"{clean(done.left.name)} en {clean(done.right.name)}"
    said = {
        "same": f"Besloten: {names} zijn hetzelfde.", "different": f"Besloten: {names} zijn verschillend.",
        "unsure": f"Besloten: van {names} is het nog onzeker; ze komen terug zodra er iets nieuws over bekend is.",
        "undone": f"Teruggenomen is wat besloten was over {names}.",
    }  # fmt: skip
    paper.line(said[done.verdict])
    now = "één ding" if done.joined else "twee dingen"
    paper.line(f"In de graaf zijn het nu {now}.")
