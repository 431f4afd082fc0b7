"""Which program this is: its version, with a mark of some of its files, which change more often than that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def program(*folders: str) -> str:
    """The version and a hash of all files below these folders (``package`` or ``package/folder``)."""
    seen = blake2b(digest_size=6)
    for folder in folders:
        package, *parts = folder.split("/")
        for file in _files_below(files(package).joinpath(*parts)):
            seen.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{version('samenspel')}+{seen.hexdigest()}"


def _files_below(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files_below(entry)
        else:
            yield entry
