"""Content-Encoding, undone bit by bit: a few bytes that unpack to gigabytes are noticed before they are unpacked."""

from __future__ import annotations

import zlib

from graph_model.errors import NotUnderstood
from ingest.fetch.outcomes import Hiccup

# What we say that we understand.
ENCODINGS = "gzip, deflate"
_NEXT = b"\x1f\x8b"
_GZIP, _RAW = 47, -15  # for zlib: gzip or zlib, as its header says; deflate without a header


class TooBig(NotUnderstood):
    """More than a page may hold."""

    def __init__(self, most: int, address: str) -> None:
        super().__init__(f"Dit is groter dan {most // 1_000_000} MB: dat is geen pagina.", address)


class Unpacker:
    """Takes the bytes of an answer as they come, and gives what they unpack to.

    :raises NotUnderstood: for an encoding that we did not ask for (``TooBig``: for more than ``most`` bytes).
    :raises Hiccup: for bytes that do not unpack, or stop halfway.
    """

    def __init__(self, encoding: str, most: int, address: str) -> None:
        encoding = encoding.strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise NotUnderstood(f"Deze pagina is ingepakt op een manier die Samenspel niet kent ({encoding}).", address)
        self._packed = encoding not in ("", "identity")
        self._either = encoding == "deflate"
        self._unpack = zlib.decompressobj(_GZIP)
        self._begun = False
        self._left = most
        self._most = most
        self._address = address

    def feed(self, raw: bytes) -> bytes:
        """What these bytes add."""
        if not self._packed:
            return self._counted(raw)
        gave = b""
        while raw:
            gave += self._counted(self._unpacked(raw))
            if not self._unpack.eof:
                raw = self._unpack.unconsumed_tail
                continue
            raw = self._unpack.unused_data
            if not raw.startswith(_NEXT):  # what follows the last packed part is padding, as browsers have it
                return gave
            self._unpack = zlib.decompressobj(_GZIP)
        return gave

    def finish(self) -> None:
        """Nothing more comes."""
        if self._packed and self._begun and not self._unpack.eof:
            raise Hiccup("De pagina kwam niet heel over: zij houdt halverwege op.")

    def _unpacked(self, raw: bytes) -> bytes:
        try:
            gave = self._unpack.decompress(raw, self._left + 1)
        except zlib.error as error:
            if not self._either or self._begun:
                raise Hiccup("De pagina kwam niet heel over: zij is niet uit te pakken.") from error
            self._unpack = zlib.decompressobj(_RAW)
            gave = self._again(raw)
        self._begun = True
        return gave

    def _again(self, raw: bytes) -> bytes:
        try:
            return self._unpack.decompress(raw, self._left + 1)
        except zlib.error as error:
            raise Hiccup("De pagina kwam niet heel over: zij is niet uit te pakken.") from error

    def _counted(self, gave: bytes) -> bytes:
        self._left -= len(gave)
        if self._left < 0:
            raise TooBig(self._most, self._address)
        return gave
