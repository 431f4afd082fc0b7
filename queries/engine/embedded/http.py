"""What this engine takes over HTTP only: statements in its own SQL, and making and dropping databases."""

from __future__ import annotations

import base64
import http.client
import json

from graph_model.errors import Fault

from .folder import USER


def command(port: int, password: str, database: str, statement: str) -> None:
    """Run a statement in the engine's own SQL.

    :raises OSError: the engine is not there. :raises Fault: it refuses the statement.
    """
    _post(port, password, f"/api/v1/command/{database}", {"language": "sql", "command": statement})


def server_command(port: int, password: str, statement: str) -> None:
    """Tell the server to do something: ``create database …``, ``drop database …``.

    :raises OSError: the engine is not there. :raises Fault: it refuses.
    """
    _post(port, password, "/api/v1/server", {"command": statement})


def _post(port: int, password: str, path: str, body: dict[str, str]) -> None:
    login = base64.b64encode(f"{USER}:{password}".encode()).decode()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json"}
        connection.request("POST", path, json.dumps(body), headers)
        reply = connection.getresponse()
        said = reply.read()
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()
    if reply.status != 200:
        raise Fault(f"De graafmotor weigert {body['command']!r}: {said[:300].decode('utf-8', 'replace')}")
