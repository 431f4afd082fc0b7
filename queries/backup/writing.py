"""A backup: one version of the whole ledger in a file, row by row, so that memory does not grow with it.

Of an engine that makes images one follows, of the same version, unless its files may still hold who was erased.
"""

from __future__ import annotations

import gzip
import os
import secrets
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph_model.errors import BadQuestion, SamenspelError
from queries import schema_version
from queries.backup.counter import counter_of
from queries.backup.form import LABELS, Row, Seal, end_line, header_line, row_line
from queries.backup.imaging import told_of
from queries.engine.base import Graph, Reading
from queries.ledger.given import check_secret
from queries.schema_version import check_schema, version_of

_PACKED = 3
"""How hard gzip tries: higher takes longer than the engine does."""
_ROWS = {label: (f"MATCH (n:{label}) RETURN properties(n) AS row",) for label in LABELS} | {
    # Those that count come first: should two fold to one in a later form, that one is kept.
    "Claim": tuple(
        f"MATCH (n:Claim) WHERE n.retired = {retired} RETURN properties(n) AS row" for retired in ("false", "true")
    )
}


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds: rows by label, and the file's size in bytes."""

    file: str
    rows: dict[str, int]
    size: int


def write_backup(graph: Graph, file: Path, at: str, *, image: bool = True) -> BackupReport:
    """Write the whole ledger to a file, which is there wholly or not at all, for its owner alone to read.

    :param at: now, ISO 8601 in UTC.
    :param image: also an image, of an engine that makes one: the file is four times as large, and restoring it takes
        a fifth of the time.
    :raises NotAllowed: without the secret that this graph was made with.
    :raises BadQuestion: the file cannot be written there.
    """
    check_secret(graph.for_upkeep())
    draft = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    try:
        upkeep = graph.for_upkeep()
        seal = upkeep.answer(lambda reading: _write(upkeep, reading, draft, at, image=image))
        draft.replace(file)
        return BackupReport(str(file), seal.rows, file.stat().st_size)
    except OSError as error:
        raise BadQuestion(f"In {file} is geen back-up te schrijven ({error.strerror or error}).") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _write(graph: Graph, reading: Reading, draft: Path, at: str, *, image: bool) -> Seal:
    """All of it in one go; from the beginning when the ledger changed meanwhile."""
    ledger = counter_of(reading)
    header = {**_header(ledger, graph.address), "made": at}
    with (
        open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw,
        ExitStack() as images,
        ThreadPoolExecutor(1) as beside,  # the engine makes its image while rows are packed
    ):
        imaging = beside.submit(_imaged, graph, images) if image and not ledger.get("unswept") else None
        seal = Seal()
        with gzip.GzipFile("", "wb", _PACKED, raw, 0) as packed:
            _put(packed, seal, header_line(header))
            for label, row in ledger_rows(reading):
                _put(packed, seal, row_line(label, row), label)
            made = imaging.result() if imaging else None
            if made is not None:
                seal.image = told_of(made, graph.image_form, graph.secret, header)
            packed.write(end_line(seal))
        if made is not None:
            with made.open("rb") as whole:
                shutil.copyfileobj(whole, raw)
        raw.flush()
        os.fsync(raw.fileno())
    return seal


def _imaged(graph: Graph, images: ExitStack) -> Path | None:
    """An image of the graph; a backup is whole without one, so nothing may go wrong over it."""
    with suppress(SamenspelError):
        return images.enter_context(graph.image())
    return None


def _put(packed: IO[bytes] | gzip.GzipFile, seal: Seal, line: bytes, label: str = "") -> None:
    seal.add(line, label)
    packed.write(line)


def _header(ledger: Row, where: str) -> Row:
    """What tells one ledger from another; a newer form than ours, or one that is half restored, is refused."""
    schema = version_of(ledger.get("schema"))
    check_schema(max(schema, schema_version.SCHEMA), where)
    if ledger.get("restoring"):
        raise BadQuestion("In deze graaf wordt een back-up teruggezet; er is nu niets om te bewaren.")
    return {
        "schema": schema, "uid": ledger["uid"], "ledger_version": ledger["version"],
        "secret_check": ledger.get("secret_check"),
    }  # fmt: skip


def ledger_rows(reading: Reading) -> Iterator[tuple[str, Row]]:
    """Every row of the ledger as it is stored, in the order of a backup."""
    for label in LABELS:
        for text in _ROWS[label]:
            for found in reading.stream(text):
                yield label, found["row"]
