"""The users of the embedded engine, written down anew at each start: our password file is the only truth.

So a start that was killed halfway, or a lost password file, cannot leave an engine that nobody can log in to; and a
store that was made by an earlier version gets users that came later.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from .folder import USER, EngineFolder, clear_about
from .rights import ADMIN, VISITORS, groups

VISITOR = "visitor"
"""The user through whom strangers' questions are asked: it reads the graph and nothing else."""

_ITERATIONS = 1_000
"""Few, for the password is 24 random bytes: stretching would add nothing but 50 ms to each first log-in."""


def write_users(folder: EngineFolder) -> None:
    """Write the engine's lists of users and groups, before it starts."""
    users = (
        _user(USER, ADMIN, folder.password()),
        _user(VISITOR, VISITORS, visitors_password(folder)),
    )
    config = folder.home / "config"
    with clear_about(folder.data):
        config.mkdir(mode=0o700, exist_ok=True)
        _put(config / "server-groups.json", json.dumps(groups(), indent=1))
        _put(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))


def visitors_password(folder: EngineFolder) -> str:
    """The password of the visitors' user; it follows from the one that is kept."""
    return hmac.digest(folder.password().encode(), VISITOR.encode(), "sha256").hex()


def _user(name: str, group: str, password: str) -> Mapping[str, object]:
    return {"name": name, "databases": {"*": [group]}, "password": _hashed(password)}


def _put(file: Path, text: str) -> None:
    draft = file.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


def _hashed(password: str) -> str:
    """As the engine keeps it: the salt is used as it is written, in base64."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(key).decode()}"
