"""What ships with the program to look around in: the register of the movement, and the invented sample pages."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from ingest.extract import VERSION
from ingest.register import BUNDLED
from ingest.samples import sample_pages
from ingest.sources import Listing

_PACKAGE = Path(__file__).parent


def bundled() -> Listing:
    """The bundled register and the sample pages."""
    samples = sample_pages()
    return Listing(samples.pages, samples.problems, samples.notes, (BUNDLED,))


def edition() -> str:
    """A hash of all that this program would read and of how it reads; another one is another graph.

    Quick: nothing is understood for it.
    """
    state = blake2b(VERSION.encode(), digest_size=6)
    for file in _files():
        state.update(file.relative_to(_PACKAGE).as_posix().encode())
        state.update(file.read_bytes())
    return state.hexdigest()


def _files() -> Iterator[Path]:
    """The data of the register and the code that reads it, and the sample pages."""
    yield from (page.file for page in sample_pages().pages if page.file)
    yield from sorted(path for path in BUNDLED.parent.iterdir() if path.is_file())
    yield from sorted(BUNDLED.parents[1].glob("*.py"))
    yield from sorted(_PACKAGE.glob("*.py"))
