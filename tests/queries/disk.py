"""Whether a name stands in any byte of some files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from graph_model.names import fold_person, tokens


def files_with(folder: Path, name: str) -> list[str]:
    """The files under a folder that hold a name: as written, folded, joined or by its last word, in UTF-8 or UTF-16."""
    needles = set(_needles(name))
    return sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and any(needle in file.read_bytes().lower() for needle in needles)
    )


def _needles(name: str) -> Iterator[bytes]:
    folded = fold_person(name)
    for text in (name.lower(), folded, folded.replace(" ", ""), folded.replace(" ", "-"), tokens(name)[-1]):
        for form in (text, unicodedata.normalize("NFD", text)):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                yield form.encode(encoding)
