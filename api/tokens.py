"""Tokens: who may do what over HTTP. Kept is only the SHA-256 of each; the token itself is shown once."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from api.settings import Settings
from graph_model.errors import BadQuestion, NotAllowed

_BYTES = 32


class Role(StrEnum):
    """What somebody may do, each more than the one before."""

    READER = "reader"
    REVIEWER = "reviewer"
    KEEPER = "keeper"


DUTCH = {Role.READER: "lezer", Role.REVIEWER: "nakijker", Role.KEEPER: "beheerder"}


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: its role, the SHA-256 of it, and when it was made (ISO 8601, UTC)."""

    role: Role
    sha256: str
    made: str


def role_named(word: str) -> Role:
    """The role that a word names, in English or Dutch.

    :raises BadQuestion: it names none.
    """
    for role in Role:
        if word.casefold() in (role.value, DUTCH[role]):
            return role
    raise BadQuestion(f"{word!r} is geen rol; kies uit {', '.join(DUTCH.values())}.")


def token_file(settings: Settings) -> Path:
    """Where the tokens of this data folder are kept."""
    return settings.data / "tokens.json"


def tokens_of(settings: Settings) -> tuple[Token, ...]:
    """The tokens that were made; none when there is no file.

    :raises BadQuestion: the file is not as we write it.
    """
    file = token_file(settings)
    if not file.exists():
        return ()
    try:
        return tuple(
            Token(Role(row["role"]), row["sha256"], row["made"]) for row in json.loads(file.read_text("utf-8"))
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadQuestion(f"Het bestand met sleutels {file} is niet te lezen: {error}.") from error


def new_token(settings: Settings, role: Role) -> str:
    """Make a token, keep its hash, and give the token itself.

    :raises NotAllowed: the file cannot be written.
    """
    token = secrets.token_urlsafe(_BYTES)
    made = Token(role, _hash(token), datetime.now(UTC).isoformat(timespec="seconds"))
    _write(token_file(settings), [*tokens_of(settings), made])
    return token


def _write(file: Path, tokens: Iterable[Token]) -> None:
    draft = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
            json.dump([asdict(token) for token in tokens], stream, indent=2)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NotAllowed(f"De sleutel kan niet worden bewaard in {file}: {error.strerror or error}.") from error


def role_of(authorization: str, tokens: Iterable[Token]) -> Role | None:
    """The role of whoever sends this Authorization header: a reader without one, None when its token is not known."""
    if not authorization:
        return Role.READER
    scheme, _, token = authorization.partition(" ")
    hashed = _hash(token.strip()) if scheme.lower() == "bearer" else ""
    return next((known.role for known in tokens if hmac.compare_digest(known.sha256, hashed)), None)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
