"""Writing a table to a file that a user names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from api.cli.output import Paper
    from queries.sheets import Sheet, Style


def write_sheet(path: Path, sheet: Sheet, style: Style) -> None:
    """Write a table as CSV; ``-`` is standard output.

    :raises BadQuestion: the file cannot be written.
    """
    from queries.sheets import csv_text

    write_file(path, csv_text(sheet, style).encode("utf-8"))


def write_file(path: Path, content: bytes) -> None:
    """Write bytes to a file that a user named; ``-`` is standard output.

    :raises BadQuestion: the file cannot be written.
    """
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise BadQuestion(f"{path} is niet te schrijven: {error.strerror}.") from error


def say_written(paper: Paper, path: str) -> None:
    """That the file was written; nothing where it went to standard output."""
    from api.cli.output import clean

    if path != "-":
        paper.line(f"Geschreven naar {clean(path)}.")
