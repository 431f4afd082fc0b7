"""What this engine takes over HTTP only: its own SQL, making and dropping databases, and rows by the thousand."""

from __future__ import annotations

import base64
import http.client
import json

from graph_model.errors import Fault

from .folder import USER

_LONGEST = 300.0
"""Seconds that one statement, or the rows of one request, may take on a machine that is busy."""
_LINKS = 100_000
"""So many links are sorted by their ends at a time, or all of a request: each end is then written once."""


def command(port: int, password: str, database: str, statement: str) -> None:
    """Run a statement in the engine's own SQL that makes types or indexes: by itself, for some go in no transaction.

    :raises OSError: the engine is not there. :raises Fault: it refuses the statement.
    """
    body = {"language": "sql", "command": statement, "autoCommit": False}
    _post(port, password, f"/api/v1/command/{database}", body)


def server_command(port: int, password: str, statement: str) -> None:
    """Tell the server to do something: ``create database …``, ``drop database …``.

    :raises OSError: the engine is not there. :raises Fault: it refuses.
    """
    _post(port, password, "/api/v1/server", {"command": statement})


def put_rows(port: int, password: str, database: str, lines: bytes) -> None:
    """Store rows that are all new, a line of JSON each; every line that came before a refused one may be kept.

    They are not in the log that the engine recovers from: they are safe when the database has been closed.

    :raises OSError: the engine is not there. :raises Fault: it refuses a line.
    """
    reply = _reply(
        port, password, f"/api/v1/batch/{database}?wal=false&batchSize={_LINKS}", lines, "application/x-ndjson"
    )
    if reply is not None:
        raise Fault(f"De graafmotor weigert rijen: {reply}")


def _post(port: int, password: str, path: str, body: dict[str, object]) -> None:
    reply = _reply(port, password, path, json.dumps(body).encode(), "application/json")
    if reply is not None:
        raise Fault(f"De graafmotor weigert {body['command']!r}: {reply}")


def _reply(port: int, password: str, path: str, body: bytes, kind: str) -> str | None:
    """What the engine has against it; None when it did what was asked."""
    login = base64.b64encode(f"{USER}:{password}".encode()).decode()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
    try:
        headers = {"Authorization": f"Basic {login}", "Content-Type": kind}
        connection.request("POST", path, body, headers)
        reply = connection.getresponse()
        said = reply.read()
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()
    return None if reply.status == 200 else said[:300].decode("utf-8", "replace")
