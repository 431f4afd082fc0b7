"""Reading a backup: looked through as a whole before anything is changed, then row by row."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_model.errors import NotUnderstood
from queries import schema_version
from queries.backup.form import FORM, LABELS, VERSION, Row, Seal, in_order, row_of

_LONGEST = 256 * 1024 * 1024
"""Bytes of one line: a page with its text is far shorter."""


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
        value = _json(line, file)
        if header is None:
            header = _header(value, file)
            seal.add(line)
        elif isinstance(value, dict):
            end = value
        elif end is not None:
            raise _damaged(file)
        else:
            seal.add(line, _checked_label(value, file))
    if header is None or end != seal.end():
        raise _damaged(file)
    return Header(
        header["schema"], header["uid"], header["ledger_version"], header["secret_check"], header["made"], seal.rows
    )


def rows_in(file: Path) -> Iterator[tuple[str, Row]]:
    """The rows of a backup that was verified, one after another.

    :raises NotUnderstood: it is another file by now.
    """
    try:
        yield from in_order(row_of(value) for line in _lines(file) if isinstance(value := _json(line, file), list))
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


def _checked_label(value: Any, file: Path) -> str:
    try:
        label, row = row_of(value)
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(file) from error
    if label not in LABELS or "id" not in row:
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
