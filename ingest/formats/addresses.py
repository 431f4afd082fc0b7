"""Which pages a feed or sitemap names, without reading these."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from graph_model.errors import NotUnderstood
from ingest.formats.feeds import feed_of
from ingest.formats.sitemaps import sitemap_entries
from ingest.page.decode import MAX_BYTES, decode
from ingest.page.forms import FEEDS, SITEMAPS, text_form

_GZIP = b"\x1f\x8b"
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Pointer:
    """An address that is named; ``modified`` is ISO 8601 (a day, or a moment with its zone), "" when not told."""

    address: str
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Pointers:
    """The addresses of one file, each once, in its order. ``index``: they are sitemaps themselves, no pages."""

    entries: tuple[Pointer, ...]
    index: bool = False


def addresses_in(raw: bytes, base: str = "") -> tuple[str, ...]:
    """The web addresses that a sitemap, RSS or Atom file names, each once and in its order (see `pointers_in`)."""
    return tuple(pointer.address for pointer in pointers_in(raw, base).entries)


def pointers_in(raw: bytes, base: str = "") -> Pointers:
    """The same with when each was changed. Relative addresses are taken from ``base``, the file's own address.

    A sitemap may be gzipped. Only http and https; no address is opened.

    :raises NotUnderstood: it is neither a feed nor a sitemap, or can't be read.
    """
    source = decode(_unpacked(raw, base), base)
    form = text_form(source)
    if form in SITEMAPS:
        named = [Pointer(address, changed) for address, changed in sitemap_entries(source, base)]
    elif form in FEEDS:
        entries = feed_of(source, base).entries
        named = [Pointer(e.link, e.modified.isoformat() if e.modified else "") for e in entries if e.link]
    else:
        raise NotUnderstood("Dit is geen feed of sitemap.", base)
    found: dict[str, Pointer] = {}
    for pointer in named:
        address = web_address(pointer.address, base)
        if address:
            found.setdefault(address, Pointer(address, pointer.modified))
    return Pointers(tuple(found.values()), form == "sitemapindex")


def web_address(written: str, base: str = "") -> str:
    """An http(s) address as a whole, without its fragment; "" for anything else."""
    if not written.strip():
        return ""
    try:
        address = urljoin(base, written.strip()) if base.startswith(("http://", "https://")) else written.strip()
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    except ValueError:
        return ""
    plain = len(address) <= _LONGEST and address.isprintable() and " " not in address
    return address.partition("#")[0] if sound and plain else ""


def _unpacked(raw: bytes, base: str) -> bytes:
    if not raw.startswith(_GZIP):
        return raw
    unpack = zlib.decompressobj(wbits=31)
    try:
        plain = unpack.decompress(raw, MAX_BYTES)
    except zlib.error as error:
        raise NotUnderstood("Dit gecomprimeerde bestand is beschadigd.", base) from error
    if unpack.unconsumed_tail:
        raise NotUnderstood("Dit gecomprimeerde bestand is uitgepakt te groot om te lezen.", base)
    return plain
