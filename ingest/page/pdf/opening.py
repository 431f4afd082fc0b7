"""A PDF opened within bounds."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from typing import TYPE_CHECKING, Any

from graph_model.errors import NotUnderstood

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 150
MOST_OPERATORS = 300_000  # about a second and a half
# For each stream; what is more is no text that somebody will read.
LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 20_000_000, "array_based_stream_maximum_output_length": 8_000_000,
    "zlib_maximum_output_length": 8_000_000, "lzw_maximum_output_length": 8_000_000,
    "run_length_maximum_output_length": 8_000_000, "stream_decoding_work_maximum_length": 30_000_000,
    "stream_parsing_work_maximum_count": 250_000, "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_page_entries": 100_000, "zlib_maximum_recovery_input_length": 1_000_000,
}  # fmt: skip
# What pypdf raises on damaged files beside its own errors.
BROKEN = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError, OverflowError,
    ArithmeticError, NotImplementedError, EOFError, OSError, struct.error, zlib.error,
)  # fmt: skip
DAMAGED = "Dit PDF-bestand is beschadigd."


def failures() -> tuple[type[Exception], ...]:
    """All that reading a damaged file may raise."""
    from pypdf import errors

    return (*BROKEN, errors.PyPdfError, errors.DeprecationError, errors.DependencyError)


def need_pypdf(address: str) -> None:
    """See to it that pypdf is there and says nothing on the terminal.

    :raises NotUnderstood: it is not there.
    """
    try:
        import pypdf  # noqa: F401
    except ImportError as error:
        raise NotUnderstood("Voor PDF-bestanden is pypdf nodig: pip install 'samenspel[pdf]'.", address) from error
    # It logs every oddity of a file; ours is one sentence to the user.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def opened(raw: bytes, address: str) -> PdfReader:
    """The document in these bytes.

    :raises NotUnderstood: it is damaged, locked or too big.
    """
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(raw))
        # Many files are locked against changes only: these open with an empty password.
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise NotUnderstood("Dit PDF-bestand is met een wachtwoord versleuteld.", address)
        pages = len(reader.pages)
    except DependencyError as error:
        raise NotUnderstood(
            "Dit PDF-bestand is beveiligd (AES-versleuteling): bewaar het zonder beveiliging.", address
        ) from error
    except failures() as error:
        raise NotUnderstood(DAMAGED, address) from error
    if pages > MOST_PAGES:
        raise NotUnderstood(
            f"Dit PDF-bestand heeft {pages} bladzijden en Samenspel leest er hoogstens {MOST_PAGES}: deel het op.",
            address,
        )
    return reader
