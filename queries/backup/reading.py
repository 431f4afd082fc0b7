"""Reading a backup: looked through as a whole before anything is changed, then row by row.

The seal vouches for every byte, so the rows themselves need not be understood to know that all is as it was written.
For those of an image its end does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from itertools import islice
from pathlib import Path
from typing import Any

from graph_model.errors import NotUnderstood
from queries import schema_version
from queries.backup.form import FORM, LABELS, VERSION, Row, Seal, in_order, label_of, row_of
from queries.backup.packed import PackedLines, damaged, reading
from queries.engine.image import hash_from

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
    image: Row | None
    """What is told of the image (``queries.backup.imaging``)."""
    lines_end: int
    """After so many bytes the lines end, and the image begins if there is one."""


def verified(file: Path) -> Header:
    """Look through a whole backup.

    :raises NotUnderstood: it is no backup, damaged, cut off, or newer than this program.
    """
    seal, header, end = Seal(), None, None
    with reading(file) as raw:
        lines = PackedLines(raw)
        for line in lines:
            if header is None:
                header = _header(_json(line, file), file)
                seal.add(line)
            elif end is not None:
                raise damaged(file)
            elif line.startswith(_END):
                end = _json(line, file)
            else:
                seal.add(line, _label(line, file))
        seal.image = _image_after(raw, lines.end, end)
    if header is None or end != seal.end():
        raise damaged(file)
    return Header(
        header["schema"], header["uid"], header["ledger_version"], header["secret_check"], header["made"], seal.rows,
        seal.image, lines.end,
    )  # fmt: skip


def _image_after(raw: BufferedReader, start: int, end: Any) -> Row | None:
    """What the end tells of the image, with the hash and size of the bytes that are there; none of no bytes."""
    told = end.get("image") if isinstance(end, dict) else None
    digest, size = hash_from(raw, start), raw.tell() - start
    if told is None and not size:
        return None
    texts = {name: str(told.get(name)) for name in ("form", "program", "mark")} if isinstance(told, dict) else {}
    return {**texts, "size": size, "sha256": digest}


def rows_in(file: Path) -> Iterator[tuple[str, Row]]:
    """The rows of a backup that was verified, one after another.

    :raises NotUnderstood: it is another file by now, or holds rows that nobody who writes backups makes.
    """
    try:
        yield from in_order(row_of(line) for line in islice(_lines(file), 1, None) if not line.startswith(_END))
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(file) from error


def _header(value: Any, file: Path) -> Row:
    if not isinstance(value, dict) or value.get("form") != FORM:
        raise NotUnderstood(f"{file} is geen back-up van Samenspel.", str(file))
    if not isinstance(value.get("version"), int) or not isinstance(value.get("schema"), int):
        raise damaged(file)
    if value["version"] > VERSION or value["schema"] > schema_version.SCHEMA:
        raise NotUnderstood(
            f"{file} is gemaakt door een nieuwere versie van Samenspel; werk Samenspel bij en probeer het opnieuw.",
            str(file),
        )
    if {"uid", "ledger_version", "secret_check", "made"} - value.keys():
        raise damaged(file)
    return value


def _label(line: bytes, file: Path) -> str:
    try:
        label = label_of(line)
    except ValueError as error:
        raise damaged(file) from error
    if label not in LABELS:
        raise damaged(file)
    return label


def _lines(file: Path) -> Iterator[bytes]:
    with reading(file) as raw:
        yield from PackedLines(raw)


def _json(line: bytes, file: Path) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise damaged(file) from error
