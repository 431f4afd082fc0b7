"""The packed lines that a backup begins with, whatever comes after them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from graph_model.errors import NotUnderstood

_LONGEST = 256 * 1024 * 1024
"""Bytes of one line: a page with its text is far shorter."""
_AT_ONCE, _UNPACKED = 256 * 1024, 4 * 1024 * 1024
_GZIP = 31
"""Of zlib: in the form of gzip, with its check of what was unpacked."""


@dataclass(slots=True)
class PackedLines:
    """Lines out of a gzip file that ends before its own end; ``gzip`` would take what follows for more of the same.

    :raises zlib.error: it is not packed so. :raises EOFError: it is cut off, or has a line that is too long.
    """

    file: BufferedReader
    end: int = field(default=0, init=False)
    """After so many bytes of the file the last line ended."""

    def __iter__(self) -> Iterator[bytes]:
        left: list[bytes] = []
        for part in self._unpacked():
            first, *more = part.split(b"\n")
            left.append(first)
            if more:
                yield b"".join(left) + b"\n"
                left = [more.pop()]
                for line in more:
                    yield line + b"\n"
            if sum(map(len, left)) > _LONGEST:
                raise EOFError
        if any(left):
            yield b"".join(left)

    def _unpacked(self) -> Iterator[bytes]:
        unpacking = zlib.decompressobj(_GZIP)
        while not unpacking.eof:
            packed = unpacking.unconsumed_tail or self.file.read(_AT_ONCE)
            if not packed:
                raise EOFError
            yield unpacking.decompress(packed, _UNPACKED)
        self.end = self.file.tell() - len(unpacking.unused_data)


@contextmanager
def reading(file: Path) -> Iterator[BufferedReader]:
    """A backup that is read, with plain words for what is wrong with it."""
    try:
        with file.open("rb") as raw:
            yield raw
    except zlib.error as error:
        raise NotUnderstood(f"{file} is geen back-up van Samenspel, of is beschadigd.", str(file)) from error
    except EOFError as error:
        raise damaged(file) from error
    except OSError as error:
        raise NotUnderstood(f"{file} is niet te lezen ({error.strerror or error}).", str(file)) from error


def damaged(file: Path) -> NotUnderstood:
    """What is said of a backup that is not as it was written."""
    return NotUnderstood(f"De back-up {file} is beschadigd of niet volledig; er is niets veranderd.", str(file))
