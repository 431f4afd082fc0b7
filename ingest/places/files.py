"""The lines of a file of places: a dump of a country by GeoNames (txt, or the zip that it comes in), or a CSV."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph_model.errors import NotUnderstood
from ingest.places.geonames import places_of_dump
from ingest.places.table import places_of_table
from ingest.places.wrong import Wrong
from queries.ledger.place_list import PlaceLine

# The Netherlands are 3 MB, the largest country of Europe 100: what is larger is no country.
BIGGEST = 400_000_000
MOST_PLACES = 200_000
_DUMP_COLUMNS = 19


def places_in(path: Path) -> tuple[list[PlaceLine], list[Wrong]]:
    """The places of a file, and what of it could not be understood.

    :raises NotUnderstood: it can't be read, or is neither kind of file.
    """
    try:
        with _opened(path) as lines:
            first = lines.readline()
            found = places_of_dump if first.count("\t") == _DUMP_COLUMNS - 1 else places_of_table
            places, wrong = found(_from(first, lines), path.name)
    except OSError as error:
        raise NotUnderstood(f"{path.name} is niet te lezen ({error.strerror or error}).", str(path)) from error
    except UnicodeDecodeError as error:
        raise NotUnderstood(f"{path.name} is niet in UTF-8 geschreven.", str(path)) from error
    except zipfile.BadZipFile as error:
        raise NotUnderstood(f"{path.name} is geen heel zip-bestand.", str(path)) from error
    if len(places) > MOST_PLACES:
        raise NotUnderstood(f"{path.name} heeft meer dan {MOST_PLACES} plaatsen; neem één land.", str(path))
    if not places:
        raise NotUnderstood(f"In {path.name} staat geen plaats met een ligging.", str(path))
    return places, wrong


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    if not zipfile.is_zipfile(path):
        _check_size(path, path.stat().st_size)
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        member = _member(path, archive)
        _check_size(path, member.file_size)
        with archive.open(member) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one file of places in an archive; GeoNames lays a readme beside it."""
    found = [
        member for member in archive.infolist()
        if member.filename.lower().endswith((".txt", ".csv", ".tsv")) and "readme" not in member.filename.lower()
    ]  # fmt: skip
    if len(found) != 1 or found[0].flag_bits & 0x1:
        raise NotUnderstood(f"In {path.name} moet precies één leesbaar tekstbestand met plaatsen zitten.", str(path))
    return found[0]


def _check_size(path: Path, size: int) -> None:
    if size > BIGGEST:
        raise NotUnderstood(f"{path.name} is te groot voor een lijst van plaatsen van één land.", str(path))


def _from(first: str, rest: IO[str]) -> Iterator[str]:
    yield first
    yield from rest
