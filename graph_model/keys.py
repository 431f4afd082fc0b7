"""Keys, blocks and ids: how a thing that a page names is recognised on the next page.

Key = family | folded name | qualifier; block = family | folded name. The qualifier is a place for an organisation, an
organisation for a person, a GeoNames id or municipality for a place, and for an event the start date as given, with the
town where it is held behind an @ when that is known.
A Document's name is its canonical address, or its folded title when it has no address.
"""

from __future__ import annotations

import re
from base64 import b32encode
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from graph_model.errors import NotUnderstood
from graph_model.names import fold, fold_person
from graph_model.schema import family_of

SEPARATOR = "|"
IN_TOWN = "@"
_LETTERS = {
    "organisation": "o", "person": "p", "event": "e", "series": "s",
    "place": "l", "theme": "t", "keyword": "k", "document": "d",
}  # fmt: skip
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|source)", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?|file|urn|register|gazetteer|seed):", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def key_of(kind: str, name: str, qualifier: str = "") -> str:
    """The key of a thing of this kind with this name and qualifier as a page writes them.

    :raises NotUnderstood: when nothing of the name is left after folding.
    """
    family = family_of(kind)
    folded = _folded(family, name)
    if not folded:
        raise NotUnderstood(f"De naam {name!r} bestaat alleen uit leestekens.")
    return SEPARATOR.join((family, folded, _qualifier(family, qualifier)))


def _folded(family: str, name: str) -> str:
    if family == "document" and _ADDRESS.match(name):
        return canonical_address(name).replace(SEPARATOR, "%7C")
    if family == "person":
        return fold_person(name)
    # Pages write "Buurt Kring" and "Buurtkring" at will, so a key knows no spaces.
    return fold(name).replace(" ", "")


def _qualifier(family: str, qualifier: str) -> str:
    if not qualifier or family in ("series", "theme", "keyword", "document"):
        return ""
    if family == "event":
        start, _, town = qualifier.partition(IN_TOWN)
        return start.partition("T")[0] + (IN_TOWN + folded if (folded := _solid(town)) else "")
    return _solid(qualifier)


def _solid(text: str) -> str:
    return fold(text).replace(" ", "")


def occasion(start: str, town: str) -> str:
    """The qualifier of an event that starts then (EDTF) in this town; either may be unknown."""
    return f"{start}{IN_TOWN}{town}" if town else start


def occasion_of(key: str) -> tuple[str, str]:
    """When and in which town the event with this key is held, as far as the key says; the town folded."""
    start, _, town = qualifier_of(key).partition(IN_TOWN)
    return start, town


def block_of(key: str) -> str:
    """The block of a key: its family and folded name."""
    return key.rsplit(SEPARATOR, 1)[0]


def family_of_key(key: str) -> str:
    """The family of a key or block."""
    return key.partition(SEPARATOR)[0]


def qualifier_of(key: str) -> str:
    """The qualifier of a key; empty when it has none."""
    return key.rpartition(SEPARATOR)[2]


def id_of(key: str, secret: bytes = b"") -> str:
    """The id of the group whose smallest key this is: a letter and 12 base32 characters (60 bits).

    People's ids are keyed with the secret, so that a name cannot be found back from an id.
    """
    family = family_of_key(key)
    hashed = blake2b(key.encode(), digest_size=8, key=secret[:64] if family == "person" else b"")
    return _LETTERS[family] + b32encode(hashed.digest()).decode().lower()[:12]


def digest(*parts: str) -> str:
    """A stable id of 24 hexadecimal characters (96 bits) over parts, each told apart from the next."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def fingerprint(text: str) -> str:
    """The hash of a stored text, 32 hexadecimal characters; equal texts are the same page."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def canonical_address(address: str) -> str:
    """An address without scheme, www, fragment, tracking parameters and trailing slash; host in lower case.

    Addresses that are no web address (``file:``, ``urn:`` …) keep their scheme.
    """
    parts = urlsplit(address.strip())
    if parts.scheme.lower() not in ("http", "https"):
        return unquote(address.strip())
    host = parts.netloc.lower().rpartition("@")[2].removeprefix("www.")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k)))
    path = re.sub(r"/{2,}", "/", unquote(parts.path)).rstrip("/")
    return host + path + (f"?{query}" if query else "")


def host_of(address: str) -> str:
    """The host of a web address without www, lower case; for other addresses their scheme."""
    parts = urlsplit(address.strip())
    host = parts.netloc.lower().rpartition("@")[2].removeprefix("www.")
    return host or parts.scheme.lower() or "onbekend"
