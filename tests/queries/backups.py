"""What stands in a backup."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from queries.backup.packed import PackedLines
from queries.backup.reading import verified


def lines_of(file: Path) -> list[bytes]:
    """Its lines, from the header to the end."""
    with file.open("rb") as raw:
        return list(PackedLines(raw))


def image_of(file: Path) -> bytes:
    """What follows its lines."""
    return file.read_bytes()[verified(file).lines_end :]


def unpack_image(file: Path, folder: Path) -> None:
    """Put the files of its image into a folder."""
    with zipfile.ZipFile(io.BytesIO(image_of(file))) as packed:
        packed.extractall(folder)
