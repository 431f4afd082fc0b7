"""Wiring: from settings to an open graph, with the secret that writing needs."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.settings import Settings
from graph_model.errors import BadQuestion, GraphUnavailable
from queries import Graph, connect
from queries.engine.embedded.folder import EngineFolder, clear_about

SHORTEST_SECRET = 16


@contextmanager
def open_graph(settings: Settings, *, writing: bool = False) -> Iterator[Graph]:
    """The graph that the settings name; for writing it is made and prepared where it is missing.

    :raises GraphUnavailable: when it can't be reached, or there is nothing to read yet.
    """
    if settings.embedded and not writing and not EngineFolder(settings.data).home.is_dir():
        raise GraphUnavailable(
            f"In de map {settings.data} is nog geen graaf. Maak er een met: samenspel read BESTAND … "
            "of kijk eerst rond met: samenspel demo.", str(settings.data),
        )  # fmt: skip
    graph = connect(
        settings.graph or settings.data,
        user=settings.user, password=settings.password, database=settings.database,
        secret=secret_of(settings) if writing or _has_secret(settings) else None,
    )  # fmt: skip
    with graph:
        if writing:
            graph.prepare()
            if settings.embedded:
                from queries.backup import finish_sweep

                finish_sweep(graph)  # an erasure that was broken off before the files were written anew
        yield graph


def secret_file(settings: Settings) -> Path:
    """Where the secret lies when the settings do not give one."""
    return settings.data / "secret"


def _has_secret(settings: Settings) -> bool:
    return bool(settings.secret) or secret_file(settings).is_file()


def secret_of(settings: Settings) -> bytes:
    """The secret that keys the ids of people: as set, else the one in the data folder, made when it is missing.

    :raises BadQuestion: for a secret that is set but too short to keep anything.
    """
    if settings.secret:
        return _long_enough(settings.secret, "SAMENSPEL_SECRET")
    file = secret_file(settings)
    with clear_about(settings.data):
        if not file.exists():
            _make(file)
        return _long_enough(file.read_text(encoding="ascii", errors="replace").strip(), str(file))


def _long_enough(secret: str, where: str) -> bytes:
    if len(secret) < SHORTEST_SECRET:
        raise BadQuestion(f"Het geheim in {where} is te kort: het moet minstens {SHORTEST_SECRET} tekens hebben.")
    return secret.encode()


def _make(file: Path) -> None:
    """Put a fresh secret there in one step, for its owner alone; of several processes the first one's stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(32) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
