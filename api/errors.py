"""One table from what went wrong to an HTTP status and a Dutch sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from api.models import ProblemCandidate, WrongParameter
from graph_model.errors import (
    Ambiguous,
    BadQuestion,
    Fault,
    GraphUnavailable,
    NotAllowed,
    NotFound,
    NotUnderstood,
    SamenspelError,
)
from queries.words import kind_words


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, as it is told: ``kind`` names it in the documentation, ``detail`` is one Dutch sentence."""

    status: int
    kind: str
    title: str
    detail: str
    candidates: tuple[ProblemCandidate, ...] = ()
    suggestions: tuple[str, ...] = ()
    parameters: tuple[WrongParameter, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


KINDS: Mapping[type[SamenspelError], str] = {
    NotUnderstood: "not-understood",
    BadQuestion: "bad-question",
    NotFound: "not-found",
    Ambiguous: "ambiguous",
    NotAllowed: "not-allowed",
    GraphUnavailable: "graph-unavailable",
    Fault: "fault",
}
# What a visitor may know of trouble that lies with us; the rest goes to the log.
_OURS: Mapping[type[SamenspelError], str] = {
    GraphUnavailable: "De graaf is nu niet bereikbaar. Probeer het over een halve minuut weer.",
    Fault: "Er ging bij ons iets mis; dat is geen fout van u. Probeer het later weer.",
}
FAULT = Trouble(500, "fault", Fault.title, _OURS[Fault])
NO_TOKEN = Trouble(
    401, "no-token", "Sleutel niet bekend", "Deze sleutel is niet bekend, of ingetrokken.",
    headers={"WWW-Authenticate": "Bearer"},
)  # fmt: skip
WRONG_METHOD = Trouble(
    405, "wrong-method", "Dat kan hier niet",
    "Op dit adres kan alleen gelezen worden (GET en HEAD); schrijven vraagt een sleutel en kan hier niet.",
    headers={"Allow": "GET, HEAD"},
)  # fmt: skip
TOO_LARGE = Trouble(413, "too-large", "Te groot", "Wat u stuurt is te groot; maak het kleiner of stuur het in delen.")
TOO_SLOW = Trouble(
    408, "too-slow", "Te traag", "Wat u stuurt, kwam niet binnen een halve minuut; probeer het nog eens."
)
WRONG_BODY = Trouble(415, "wrong-body", "Niet te lezen", "Stuur de vraag als JSON, met Content-Type: application/json.")
TOO_MANY = Trouble(
    429, "too-many", "Te veel vragen", "U vraagt te veel tegelijk of te snel achter elkaar; probeer het zo weer.",
    headers={"Retry-After": "5"},
)  # fmt: skip
WRONG_HOST = Trouble(421, "wrong-host", "Verkeerd adres", "Deze pagina antwoordt niet onder die naam.")
TOO_LONG = Trouble(414, "too-long", "Adres te lang", "Dit adres is te lang; maak de vraag korter.")


def trouble_of(error: SamenspelError) -> Trouble:
    """An error of ours as it is told over HTTP."""
    kind = next((name for cls, name in KINDS.items() if isinstance(error, cls)), "fault")
    detail = next((words for cls, words in _OURS.items() if isinstance(error, cls)), str(error) or f"{error.title}.")
    trouble = Trouble(error.http_status, kind, error.title, detail)
    if isinstance(error, Ambiguous):
        candidates = (
            ProblemCandidate(id=one.id, kind=one.kind, kind_words=kind_words(one.kind), name=one.name, hint=one.hint)
            for one in error.candidates
        )
        return replace(trouble, candidates=tuple(candidates))
    if isinstance(error, NotFound):
        return replace(trouble, suggestions=error.suggestions)
    return replace(trouble, headers={"Retry-After": "30"}) if isinstance(error, GraphUnavailable) else trouble


def sayable(trouble: Trouble) -> Trouble:
    """The same, without half characters of what was asked: no answer can hold those."""
    parameters = tuple(WrongParameter(name=_whole(one.name), detail=_whole(one.detail)) for one in trouble.parameters)
    return replace(trouble, detail=_whole(trouble.detail), parameters=parameters)


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def needs_token(role: str) -> Trouble:
    """That this needs the token of somebody in this role, and none was brought."""
    return replace(NO_TOKEN, title="Sleutel nodig", detail=f"Dit vraagt de sleutel van een {role}.")


def wrong_method(allowed: str) -> Trouble:
    """That this address takes other methods: those of ``Allow``."""
    if not allowed or "GET" in allowed:
        return WRONG_METHOD
    return replace(WRONG_METHOD, detail=f"Dit adres vraagt {allowed}.", headers={"Allow": allowed})


def wrong_parameters(wrong: tuple[WrongParameter, ...]) -> Trouble:
    """Parameters that make no sense."""
    detail = " ".join(one.detail for one in wrong)
    return Trouble(BadQuestion.http_status, KINDS[BadQuestion], BadQuestion.title, detail, parameters=wrong)
