"""The formats by name, and how an export is written: wholly, of one version of the graph, or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from graph_model.errors import BadQuestion
from queries.engine.base import Graph, Reading
from queries.exports.content import Content
from queries.results.shapes import Shape


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, one Dutch line, and whether it is a folder of several files or one file."""

    name: str
    dutch: str
    folder: bool = False
    needs: str = ""

    def writer(self) -> Callable[[Content, Path], None]:
        """What writes the content at a path, where nothing is yet.

        :raises BadQuestion: the library that it needs is not installed.
        """
        try:
            module = import_module(f"queries.exports.{self.name.replace('-', '_')}")
        except ModuleNotFoundError as missing:
            raise BadQuestion(f"Voor {self.name} is {self.needs} nodig: pip install 'samenspel[export]'.") from missing
        write: Callable[[Content, Path], None] = module.write
        return write


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format("csv", "twee tabellen voor pandas of een rekenblad", folder=True),
            Format("jsonld", "schema.org als JSON-LD, voor wie met RDF werkt", needs="rdflib"),
            Format("graphml", "voor netwerkprogramma's als yEd, Cytoscape en igraph"),
            Format("gexf", "voor Gephi"),
            Format("geojson", "alles met een plaats, voor kaartprogramma's als QGIS"),
            Format("parquet", "twee tabellen met soorten, voor grote bestanden", folder=True, needs="pyarrow"),
            Format("neo4j-admin", "om in één keer in een lege Neo4j te laden", folder=True),
        )
    }
)


class Exported(Shape):
    """What was written; ``version`` is the version of the graph."""

    path: str
    format: str
    things: int
    links: int
    version: int


def export(graph: Graph, name: str, path: Path) -> Exported:
    """Write the graph in a format; what stood at the path is replaced when it is a file, never when it is a folder.

    :raises BadQuestion: there is no such format, or the path cannot be written.
    """
    chosen = FORMATS.get(name)
    if chosen is None:
        raise BadQuestion(f"{name!r} is geen formaat; kies uit {', '.join(FORMATS)}.")
    write = chosen.writer()
    with _told(path), _becoming(path, folder=chosen.folder) as draft:

        def question(reading: Reading) -> Exported:
            _clear(draft)  # of an attempt during which the graph changed
            if chosen.folder:
                draft.mkdir()
            content = Content(reading)
            write(content, draft)
            return Exported(path=str(path), format=name, **content.counted, version=reading.version)

        return graph.answer(question)


@contextlib.contextmanager
def _becoming(path: Path, *, folder: bool) -> Iterator[Path]:
    """A place beside the path that becomes it when the block ends well."""
    if folder and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadQuestion(f"{path} bestaat al; kies voor de bestanden een nieuwe map.")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        yield draft
        os.replace(draft, path)
    finally:
        _clear(draft)


def _clear(draft: Path) -> None:
    if draft.is_dir():
        shutil.rmtree(draft)
    else:
        draft.unlink(missing_ok=True)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadQuestion(f"{path} is niet te schrijven: {error.strerror or error}.") from error
