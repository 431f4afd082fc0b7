"""The users of the embedded engine, written down anew at each start: our password file is the only truth.

So a start that was killed halfway, or a lost password file, cannot leave an engine that nobody can log in to.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets

from .folder import USER, EngineFolder, clear_about

_ITERATIONS = 1_000
"""Few, for the password is 24 random bytes: stretching would add nothing but 50 ms to each first log-in."""


def write_users(folder: EngineFolder) -> None:
    """Write the engine's list of users, before it starts."""
    line = {"name": USER, "databases": {"*": ["admin"]}, "password": _hashed(folder.password())}
    config = folder.home / "config"
    draft = config / "users.draft"
    with clear_about(folder.data):
        config.mkdir(mode=0o700, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(line) + "\n", encoding="utf-8")
        draft.replace(config / "server-users.jsonl")


def _hashed(password: str) -> str:
    """As the engine keeps it: the salt is used as it is written, in base64."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(key).decode()}"
