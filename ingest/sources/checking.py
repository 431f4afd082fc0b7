"""Reading the description of a source, and telling in Dutch what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph_model.errors import NotUnderstood
from graph_model.schema import NODE_KINDS
from ingest.sources.description import PAGES, SourceOf

BIGGEST_DESCRIPTION = 1_000_000
_WORDS = {
    "missing": "dit ontbreekt",
    "extra_forbidden": "dit kent een bronbeschrijving niet",
    "enum": "dit kan alleen 'read', 'skip' of 'may-fail' zijn",
    "greater_than_equal": "dit is te weinig",
    "less_than_equal": "dit is te veel",
    "string_too_short": "dit is te kort",
}


def is_source(path: Path) -> bool:
    """Whether a TOML file describes a source: that has start pages, where a register has tables."""
    try:
        return "start" in _toml(path)
    except NotUnderstood:
        return False


def describe_source(path: Path) -> SourceOf:
    """The description in a TOML file.

    :raises NotUnderstood: it can't be read, or describes what cannot be; every fault is named.
    """
    try:
        source = SourceOf.model_validate(_toml(path))
    except ValidationError as error:
        told = (f"{_dotted(e['loc'])}: {_WORDS.get(e['type'], 'dit is niet wat hier hoort')}" for e in error.errors())
        raise NotUnderstood(_sentence(told), str(path)) from error
    faults = list(_faults(source))
    if faults:
        raise NotUnderstood(_sentence(faults), str(path))
    return source


def _toml(path: Path) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
        if len(raw) > BIGGEST_DESCRIPTION:
            raise NotUnderstood("Dit is te groot voor een bronbeschrijving (hoogstens 1 MB).", str(path))
        return tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise NotUnderstood(f"De bronbeschrijving is niet te lezen ({error.strerror}).", str(path)) from error
    except UnicodeDecodeError as error:
        raise NotUnderstood("De bronbeschrijving is niet in UTF-8 geschreven.", str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise NotUnderstood(f"De bronbeschrijving is geen geldige TOML ({error}).", str(path)) from error


def _dotted(place: tuple[int | str, ...]) -> str:
    """Where in the description: "exceptions.2.act"; what stands in a list is counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


def _sentence(faults: Iterable[str]) -> str:
    return f"De bronbeschrijving klopt niet: {'; '.join(faults)}."


def _faults(source: SourceOf) -> Iterator[str]:
    if not source.is_named:
        yield "name: een naam heeft alleen kleine letters, cijfers en streepjes"
    if not source.start:
        yield "start: er is geen enkele startpagina"
    yield from (f"start: {address!r} is geen webadres" for address in source.start if not _is_web(address))
    yield from (
        f"exceptions: {one.address!r} is geen webadres" for one in source.exceptions if not _is_web(one.address)
    )
    for name in ("follow", "read", "skip"):
        yield from (
            f"{name}: {pattern!r} staat hier met http of www; een patroon begint met de site zelf"
            for pattern in getattr(source, name)
            if pattern.startswith(("http:", "https:", "www."))
        )
    for kind, bounds in source.expected.items():
        if kind != PAGES and kind not in NODE_KINDS:
            yield f"expected.{kind}: deze soort bestaat niet"
        if bounds.max is not None and bounds.max < bounds.min:
            yield f"expected.{kind}: max is kleiner dan min"
    yield from (f"select: {text!r} is geen CSS-selector" for text in _bad_selectors(source))


def _is_web(address: str) -> bool:
    return re.match(r"https?://[^\s/]+", address) is not None


def _bad_selectors(source: SourceOf) -> Iterator[str]:
    told = (*source.select.content, *source.select.without, *source.select.links)
    if not told:
        return
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    empty = LexborHTMLParser("<p></p>")
    for text in told:
        try:
            empty.css(text)
        except SelectolaxError:
            yield text
