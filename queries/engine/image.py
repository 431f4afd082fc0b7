"""An image: a whole store in its engine's own form, as it was at one moment; it lies in a file, after other things."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph_model.errors import NotUnderstood

_AT_ONCE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Image:
    """Where an image lies: from byte ``start`` of a file to its end; ``sha256`` is the hash of those bytes."""

    file: Path
    start: int
    sha256: str

    def copy_to(self, target: Path) -> None:
        """Copy it to a file of its own, for its owner alone.

        :raises NotUnderstood: these are other bytes by now.
        :raises OSError: it cannot be read, or not be written there.
        """
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with self.file.open("rb") as whole, os.fdopen(descriptor, "wb") as copy:
            whole.seek(self.start)
            if hash_of(_copied(whole, copy)) != self.sha256:
                raise NotUnderstood(f"{self.file} is intussen veranderd.", str(self.file))


def hash_of(parts: Iterator[bytes]) -> str:
    """The SHA-256 of bytes that come in parts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def parts_of(file: IO[bytes]) -> Iterator[bytes]:
    """The rest of a file in parts of a mebibyte."""
    while part := file.read(_AT_ONCE):
        yield part


def _copied(file: IO[bytes], copy: IO[bytes]) -> Iterator[bytes]:
    for part in parts_of(file):
        copy.write(part)
        yield part
