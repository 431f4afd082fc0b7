"""Which pages the given sources hold, in a fixed order, each once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import NotUnderstood

STANDARD_INPUT = "-"
# In a folder only these are pages; a file that is named by itself may end in anything.
SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))
REGISTER_SUFFIX = ".toml"
_SCHEMES = ("file:", "urn:", "register:", "gazetteer:")


@dataclass(frozen=True, slots=True)
class Listed:
    """One page to read: its address, the name to show, and its file (None for standard input)."""

    address: str
    name: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of all sources, and the registers (by their descriptions).

    ``problems`` are sources that are none, ``notes`` what was passed over, in Dutch.
    """

    pages: tuple[Listed, ...]
    problems: tuple[NotUnderstood, ...]
    notes: tuple[str, ...]
    registers: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.pages or self.registers)


def list_sources(sources: Iterable[str]) -> Listing:
    """The pages that these sources hold; a source that holds none becomes a problem and the rest goes on.

    A TOML file that is named by itself describes a register.
    """
    pages: dict[str, Listed] = {}
    registers: dict[Path, None] = {}
    problems, notes = [], []
    for source in sources:
        if source.lower().endswith(REGISTER_SUFFIX) and Path(source).expanduser().is_file():
            registers[Path(source).expanduser()] = None
            continue
        try:
            for item in _pages_of(source):
                if isinstance(item, str):
                    notes.append(item)
                else:
                    pages.setdefault(item.address, item)
        except NotUnderstood as problem:
            problems.append(problem)
    return Listing(tuple(pages.values()), tuple(problems), tuple(notes), tuple(registers))


def address_of(source: str) -> str:
    """The address under which this source was or would be read; the file need not exist any more."""
    if "://" in source or source.startswith(_SCHEMES):
        return source
    return Path(os.path.abspath(Path(source).expanduser())).as_uri()


def _pages_of(source: str) -> Iterator[Listed | str]:
    if source == STANDARD_INPUT:
        yield Listed(STANDARD_INPUT, "standaardinvoer")
        return
    if source.startswith(("http://", "https://")):
        raise NotUnderstood(
            "Een webadres leest Samenspel nog niet zelf: bewaar de pagina als bestand en geef dat op.", source
        )
    path = Path(source).expanduser()
    if path.is_dir():
        yield from _pages_in(path, source)
    elif path.exists():
        yield Listed(address_of(source), source, path)
    else:
        raise NotUnderstood("Er is geen bestand of map met deze naam.", source)


def _pages_in(folder: Path, source: str) -> Iterator[Listed | str]:
    found = 0
    others: Counter[str] = Counter()
    for file in _files_in(folder, source):
        if file.suffix.lower() in SUFFIXES:
            found += 1
            yield Listed(address_of(str(file)), str(file), file)
        else:
            others[file.suffix.lower() or "zonder extensie"] += 1
    if not found:
        raise NotUnderstood(f"In deze map staan geen pagina's ({', '.join(sorted(SUFFIXES))}).", source)
    if others:
        kinds = ", ".join(f"{count} × {suffix}" for suffix, count in sorted(others.items()))
        yield f"In de map {source} is overgeslagen wat geen pagina is: {kinds}."


def _files_in(folder: Path, source: str) -> Iterator[Path]:
    """All files under a folder, by name; what is hidden is passed over and links to folders are not followed."""

    def refuse(error: OSError) -> None:
        raise NotUnderstood(f"De map {error.filename} is niet te lezen.", source) from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))
