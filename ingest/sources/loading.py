"""The bytes of one page."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from graph_model.errors import NotUnderstood
from ingest.page.decode import MAX_BYTES
from ingest.sources.listing import STANDARD_INPUT, Listed

# What the reader of pages takes at most; no need to load more than that.
BIGGEST_PAGE = MAX_BYTES


def load(page: Listed) -> tuple[str, bytes]:
    """The address and the bytes of a page. Standard input gets an address made from what it holds.

    :raises NotUnderstood: when the file can't be read, or is bigger than ``BIGGEST_PAGE`` bytes.
    """
    assert not page.on_web, "what is on the web is fetched"
    if page.file is None:
        raw = _bounded(sys.stdin.buffer, page.name)
        return f"urn:samenspel:invoer:{blake2b(raw, digest_size=16).hexdigest()}", raw
    return page.address, _file(page.file, page.name)


def text_of(name: str) -> str:
    """The text of a file with one source a line; ``-`` is standard input.

    :raises NotUnderstood: when it can't be read, or is no UTF-8.
    """
    raw = _bounded(sys.stdin.buffer, name) if name == STANDARD_INPUT else _file(Path(name).expanduser(), name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUnderstood("Deze lijst is niet in UTF-8 geschreven.", name) from error


def _file(file: Path, name: str) -> bytes:
    if not file.is_file():
        raise NotUnderstood("Dit is geen gewoon bestand.", name)
    try:
        with file.open("rb") as stream:
            return _bounded(stream, name)
    except PermissionError as error:
        raise NotUnderstood("Dit bestand mag niet gelezen worden (geen leesrecht).", name) from error
    except OSError as error:
        raise NotUnderstood(f"Dit bestand is niet te lezen ({error.strerror}).", name) from error


def _bounded(stream: BinaryIO, name: str) -> bytes:
    raw = stream.read(BIGGEST_PAGE + 1)
    if len(raw) > BIGGEST_PAGE:
        raise NotUnderstood(f"Dit is groter dan {BIGGEST_PAGE // 1_000_000} MB: dat is geen pagina.", name)
    return raw
