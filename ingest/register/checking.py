"""Reading the description of a register, and telling in Dutch what is wrong with it."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from graph_model.errors import NotUnderstood
from graph_model.schema import FAMILIES, FIELD_KINDS, LINK_KINDS, NODE_KINDS
from ingest.register.description import Cells, KindOf, LinkOf, RegisterOf, TableOf, ThingOf

BIGGEST_DESCRIPTION = 1_000_000
# These are a person's to give, or bookkeeping, or have a part of the description of their own.
_NO_COLUMN = frozenset(("name", "kind", "fingerprint", "position"))
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_WORDS = {
    "missing": "dit ontbreekt",
    "extra_forbidden": "dit kent een registerbeschrijving niet",
    "enum": "dit kan alleen 'skip-row' of 'stop' zijn",
    "greater_than": "dit moet meer dan 0 zijn",
    "less_than_equal": "dit mag hoogstens 1 zijn",
}


def describe(path: Path) -> RegisterOf:
    """The description in a TOML file.

    :raises NotUnderstood: it can't be read, or describes what cannot be; every fault is named.
    """
    try:
        raw = path.read_bytes()
        if len(raw) > BIGGEST_DESCRIPTION:
            raise NotUnderstood("Dit is te groot voor een registerbeschrijving (hoogstens 1 MB).", str(path))
        register = RegisterOf.model_validate(tomllib.loads(raw.decode("utf-8")))
    except OSError as error:
        raise NotUnderstood(f"De registerbeschrijving is niet te lezen ({error.strerror}).", str(path)) from error
    except UnicodeDecodeError as error:
        raise NotUnderstood("De registerbeschrijving is niet in UTF-8 geschreven.", str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise NotUnderstood(f"De registerbeschrijving is geen geldige TOML ({error}).", str(path)) from error
    except ValidationError as error:
        told = (f"{_dotted(e['loc'])}: {_WORDS.get(e['type'], 'dit is niet wat hier hoort')}" for e in error.errors())
        raise NotUnderstood(_sentence(told), str(path)) from error
    faults = list(_faults(register))
    if faults:
        raise NotUnderstood(_sentence(faults), str(path))
    return register


def _dotted(place: tuple[int | str, ...]) -> str:
    """Where in the description: "tables 2 things.van.kind"; tables and links are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


def _sentence(faults: Iterable[str]) -> str:
    return f"De registerbeschrijving klopt niet: {'; '.join(faults)}."


def _faults(register: RegisterOf) -> Iterator[str]:
    if not _NAME.fullmatch(register.name):
        yield "name: een naam heeft alleen kleine letters, cijfers en streepjes"
    if not register.tables:
        yield "tables: er is geen enkele tabel"
    for number, table in enumerate(register.tables, start=1):
        yield from (f"tables.{number}.{fault}" for fault in _of_table(table))


def _of_table(table: TableOf) -> Iterator[str]:
    if Path(table.file).suffix.lower() not in (".csv", ".tsv", ".txt", ".xlsx"):
        yield f"file: {table.file!r} is geen CSV- of XLSX-bestand"
    if len(table.delimiter) != 1:
        yield "delimiter: dit moet één teken zijn"
    if not _is_encoding(table.encoding):
        yield f"encoding: {table.encoding!r} is geen bekende tekencodering"
    if table.about and table.about not in table.things:
        yield f"about: {table.about!r} staat niet onder things"
    for label, thing in table.things.items():
        yield from (f"things.{label}.{fault}" for fault in _of_thing(thing))
    for number, link in enumerate(table.links, start=1):
        yield from (f"links.{number}.{fault}" for fault in _of_link(link, table))


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _of_thing(thing: ThingOf) -> Iterator[str]:
    yield from _of_kind(thing.kind, "soort", frozenset(NODE_KINDS))
    texts = {"name": thing.name, "qualifier": thing.qualifier, **{f"fields.{k}": v for k, v in thing.fields.items()}}
    for place, text in texts.items():
        yield from _of_text(text, place)
    allowed = NODE_KINDS[thing.kind.fixed].fields if thing.kind.fixed in NODE_KINDS else tuple(FIELD_KINDS)
    for field in thing.fields:
        if field not in FIELD_KINDS or field in _NO_COLUMN:
            yield f"fields.{field}: de eigenschap {field!r} is onbekend of niet met een kolom te geven"
        elif field not in allowed:
            yield f"fields.{field}: {NODE_KINDS[thing.kind.fixed].dutch} heeft geen eigenschap {field!r}"


def _of_link(link: LinkOf, table: TableOf) -> Iterator[str]:
    yield from _of_kind(link.kind, "soort verband", frozenset(LINK_KINDS))
    if link.kind.family:
        yield "kind: alleen de soort van een ding kan elders in het register staan"
    for place, label in (("from", link.from_), ("to", link.to)):
        if label not in table.things:
            yield f"{place}: {label!r} staat niet onder things"
    for place, text in (("role", link.role), ("since", link.since), ("until", link.until), ("seen", link.seen)):
        yield from _of_text(text, place)
    if link.kind.fixed in LINK_KINDS and link.role and not LINK_KINDS[link.kind.fixed].has_role:
        yield f"role: het verband {link.kind.fixed} heeft geen rol"


def _of_kind(kind: KindOf, what: str, known: frozenset[str]) -> Iterator[str]:
    if sum(bool(way) for way in (kind.fixed, kind.column, kind.family)) != 1:
        yield "kind: geef een soort, een kolom (column) of een familie (family), en maar één daarvan"
    if kind.family and kind.family not in FAMILIES:
        yield f"kind.family: de familie {kind.family!r} is onbekend"
    named = [kind.fixed, kind.otherwise, *kind.values.values()]
    yield from (f"kind: de {what} {name!r} is onbekend" for name in named if name and name not in known)


def _of_text(text: Cells | None, place: str) -> Iterator[str]:
    if text is not None and bool(text.column) == bool(text.value):
        yield f"{place}: geef een kolom (column) of een vaste waarde (value)"
