"""Which pages the given sources hold, in a fixed order, each once; what described sources hold is found on the way."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from graph_model.errors import NotUnderstood

if TYPE_CHECKING:
    from ingest.sources.description import SourceOf

STANDARD_INPUT = "-"
# In a folder only these are pages; a file that is named by itself may end in anything. What a file is, its bytes tell.
SUFFIXES = frozenset(".txt .text .md .markdown .html .htm .xhtml .pdf .docx .rss .atom .xml .ics".split())
DESCRIPTION_SUFFIX = ".toml"
_SCHEMES = ("file:", "urn:", "register:", "gazetteer:")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Listed:
    """One page to read: its address, the name to show, and its file (None for standard input and web addresses)."""

    address: str
    name: str
    file: Path | None = None

    @property
    def on_web(self) -> bool:
        """Whether it must be fetched."""
        return self.address.startswith(_WEB)


@dataclass(frozen=True, slots=True)
class Listing:
    """The pages of all sources, the registers (by their descriptions), and the described sources to walk through.

    ``problems`` are sources that are none, ``notes`` what was passed over, in Dutch.
    """

    pages: tuple[Listed, ...]
    problems: tuple[NotUnderstood, ...]
    notes: tuple[str, ...]
    registers: tuple[Path, ...] = ()
    sources: tuple[SourceOf, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.pages or self.registers or self.sources)

    @property
    def local(self) -> tuple[Listed, ...]:
        """The pages that are at hand."""
        return tuple(page for page in self.pages if not page.on_web)

    @property
    def on_web(self) -> tuple[Listed, ...]:
        """The pages to fetch, besides what the described sources hold."""
        return tuple(page for page in self.pages if page.on_web)

    @property
    def needs_web(self) -> bool:
        """Whether anything must be fetched."""
        return bool(self.on_web or self.sources)


class _Gathering:
    """A listing in the making."""

    def __init__(self) -> None:
        self.pages: dict[str, Listed] = {}
        self.registers: dict[Path, None] = {}
        self.sources: dict[str, SourceOf] = {}
        self.problems: list[NotUnderstood] = []
        self.notes: list[str] = []

    def page(self, listed: Listed) -> None:
        self.pages.setdefault(listed.address, listed)

    def listing(self) -> Listing:
        return Listing(
            tuple(self.pages.values()), tuple(self.problems), tuple(self.notes), tuple(self.registers),
            tuple(self.sources.values()),
        )  # fmt: skip


def list_sources(sources: Iterable[str], *, crawl: bool = False, lists: Iterable[str] = ()) -> Listing:
    """The pages that these sources hold; a source that holds none becomes a problem and the rest goes on.

    A TOML file that is named by itself describes a register or a source, as its contents say; a bare word names a
    source whose description ships with the program.

    :param crawl: walk on from web addresses. :param lists: text files with one web address a line.
    """
    found = _Gathering()
    for source in sources:
        try:
            _add(found, source, crawl)
        except NotUnderstood as problem:
            found.problems.append(problem)
    for file in lists:
        try:
            _add_list(found, file)
        except NotUnderstood as problem:
            found.problems.append(problem)
    return found.listing()


def address_of(source: str) -> str:
    """The address under which this source was or would be read; the file need not exist any more."""
    if "://" in source or source.startswith(_SCHEMES):
        return source
    return Path(os.path.abspath(Path(source).expanduser())).as_uri()


def _add(found: _Gathering, source: str, crawl: bool) -> None:
    if source == STANDARD_INPUT:
        found.page(Listed(STANDARD_INPUT, "standaardinvoer"))
        return
    if source.lower().startswith(_WEB):
        _add_web(found, source, crawl)
        return
    path = Path(source).expanduser()
    if path.is_dir():
        for item in _pages_in(path, source):
            found.notes.append(item) if isinstance(item, str) else found.page(item)
    elif source.lower().endswith(DESCRIPTION_SUFFIX) and path.is_file():
        _add_description(found, path)
    elif path.exists():
        found.page(Listed(address_of(source), source, path))
    else:
        _add_named(found, source)


def _add_web(found: _Gathering, source: str, crawl: bool) -> None:
    from ingest.fetch.address import web_address

    address = str(web_address(source))
    if crawl:
        from ingest.sources.bundled import neighbourhood

        found.sources.setdefault(address, neighbourhood(address))
    else:
        found.page(Listed(address, source))


def _add_description(found: _Gathering, path: Path) -> None:
    from ingest.sources.checking import describe_source, is_source

    if is_source(path):
        source = describe_source(path)
        found.sources.setdefault(source.name, source)
    else:
        found.registers[path] = None


def _add_named(found: _Gathering, source: str) -> None:
    from ingest.sources.bundled import described, described_names

    names = described_names()
    if source in names:
        found.sources.setdefault(source, described(source))
        return
    close = get_close_matches(source, names, 1)
    hint = f" De beschreven bron {close[0]}?" if close else ""
    raise NotUnderstood(f"Er is geen bestand of map met deze naam.{hint}", source)


def _add_list(found: _Gathering, file: str) -> None:
    """The addresses in a text file, one a line; what follows a # after white space does not count."""
    from ingest.fetch.address import web_address
    from ingest.sources.loading import text_of

    for number, line in enumerate(text_of(file).splitlines(), start=1):
        address = line.split(" #")[0].strip()
        if not address or address.startswith("#"):
            continue
        try:
            found.page(Listed(str(web_address(address)), address))
        except NotUnderstood as problem:
            found.problems.append(NotUnderstood(str(problem), f"{file}, regel {number}: {address[:200]}"))


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
