"""An image: a whole store in its engine's own form, as it was at one moment; it lies in a file, after other things."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedRandom, BufferedReader
from pathlib import Path

from graph_model.errors import NotUnderstood


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
        descriptor = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with self.file.open("rb") as whole, os.fdopen(descriptor, "w+b") as copy:
            whole.seek(self.start)
            shutil.copyfileobj(whole, copy)
            if hash_from(copy, 0) != self.sha256:
                raise NotUnderstood(f"{self.file} is intussen veranderd.", str(self.file))


def hash_from(file: BufferedRandom | BufferedReader, start: int) -> str:
    """The SHA-256 of what a file holds from a byte on, to its end."""
    file.seek(start)
    return file_digest(file, "sha256").hexdigest()
