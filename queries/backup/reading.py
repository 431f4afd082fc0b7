"""Reading a backup: looked through as a whole before anything is changed, then row by row.

The seal vouches for every byte, so the rows themselves need not be understood to know that all is as it was written.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from graph_model.errors import NotUnderstood
from queries import schema_version
from queries.backup.form import FORM, LABELS, VERSION, Row, Seal, in_order, label_of, row_of

_LONGEST = 256 * 1024 * 1024
"""Bytes of one line: a page with its text is far shorter."""
_END = b"{"
"""How of all lines after the first only the last begins."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a backup says of itself; ``rows`` by label."""

    schema: int
    uid: str
    ledger_version: int
    secret_check: str
    made: str
    rows: dict[str, int]


def verified(file: Path) -> Header:
    """Look through a whole backup.

    :raises NotUnderstood: it is no backup, damaged, cut off, or newer than this program.
    """
    seal, header, end = Seal(), None, None
    for line in _lines(file):
        if header is None:
            header = _header(_json(line, file), file)
            seal.add(line)
        elif end is not None:
            raise _damaged(file)
        elif line.startswith(_END):
            end = _json(line, file)
        else:
            seal.add(line, _label(line, file))
    if header is None or end != seal.end():
        raise _damaged(file)
    return Header(
        header["schema"], header["uid"], header["ledger_version"], header["secret_check"], header["made"], seal.rows
    )


def rows_in(file: Path) -> Iterator[tuple[str, Row]]:
    """The rows of a backup that was verified, one after another.

    :raises NotUnderstood: it is another file by now, or holds rows that nobody who writes backups makes.
    """
    try:
        yield from in_order(row_of(line) for line in islice(_lines(file), 1, None) if not line.startswith(_END))
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(file) from error


def _header(value: Any, file: Path) -> Row:
    if not isinstance(value, dict) or value.get("form") != FORM:
        raise NotUnderstood(f"{file} is geen back-up van Samenspel.", str(file))
    if not isinstance(value.get("version"), int) or not isinstance(value.get("schema"), int):
        raise _damaged(file)
    if value["version"] > VERSION or value["schema"] > schema_version.SCHEMA:
        raise NotUnderstood(
            f"{file} is gemaakt door een nieuwere versie van Samenspel; werk Samenspel bij en probeer het opnieuw.",
            str(file),
        )
    if {"uid", "ledger_version", "secret_check", "made"} - value.keys():
        raise _damaged(file)
    return value


def _label(line: bytes, file: Path) -> str:
    try:
        label = label_of(line)
    except ValueError as error:
        raise _damaged(file) from error
    if label not in LABELS:
        raise _damaged(file)
    return label


def _lines(file: Path) -> Iterator[bytes]:
    try:
        with gzip.open(file, "rb") as packed:
            while line := packed.readline(_LONGEST):
                yield line
    except gzip.BadGzipFile as error:
        raise NotUnderstood(f"{file} is geen back-up van Samenspel, of is beschadigd.", str(file)) from error
    except (EOFError, zlib.error) as error:
        raise _damaged(file) from error
    except OSError as error:
        raise NotUnderstood(f"{file} is niet te lezen ({error.strerror or error}).", str(file)) from error


def _json(line: bytes, file: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise _damaged(file) from error


def _damaged(file: Path) -> NotUnderstood:
    return NotUnderstood(f"De back-up {file} is beschadigd of niet volledig; er is niets veranderd.", str(file))
