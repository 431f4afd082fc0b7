"""The shapes that only the web service has; those of the answers are in ``queries``."""

from __future__ import annotations

from typing import Literal

from queries.results import Ref, Shape


class ProblemCandidate(Ref):
    """One of several things that a name could mean; ``hint`` tells it from its namesakes."""

    kind_words: str
    hint: str = ""


class WrongParameter(Shape):
    """A parameter that makes no sense, and why not."""

    name: str
    detail: str


class Problem(Shape):
    """What went wrong (RFC 9457). ``type`` leads to its explanation; lists that hold nothing are left out."""

    type: str
    title: str
    status: int
    detail: str
    candidates: tuple[ProblemCandidate, ...] = ()
    suggestions: tuple[str, ...] = ()
    parameters: tuple[WrongParameter, ...] = ()

    def json_text(self) -> str:
        return self.model_dump_json(indent=2, exclude_defaults=True)


class Health(Shape):
    """That the service answers, and of which graph: the version counts its changes."""

    status: Literal["ok"] = "ok"
    program: str
    engine: Literal["embedded", "neo4j"]
    version: int
