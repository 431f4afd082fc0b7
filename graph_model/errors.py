"""The whole error tree, by what a caller can do about it.

::

    SamenspelError
    ├── NotUnderstood      input that cannot be read: mend the input            (exit 4, HTTP 422)
    ├── BadQuestion        a question that makes no sense: ask differently      (exit 2, HTTP 400)
    ├── NotFound           nothing goes by that name or id                      (exit 3, HTTP 404)
    ├── Ambiguous          several things go by that name: choose one           (exit 3, HTTP 409)
    ├── NotAllowed         the caller may not do this                           (exit 6, HTTP 403)
    ├── GraphUnavailable   the graph cannot be reached: start or mend it        (exit 5, HTTP 503)
    └── Fault              ours: the graph or the program contradicts itself    (exit 1, HTTP 500)

Every error carries one clear Dutch sentence for the user as ``str(error)`` and its facts as attributes.
Foreign errors are translated at the seam where they arise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class SamenspelError(Exception):
    """The root: catch this to catch everything that Samenspel raises on purpose."""

    exit_status: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    title: ClassVar[str] = "Er ging iets mis"


class NotUnderstood(SamenspelError):
    """Input that cannot be read as what it should be (a page, a file, a date, a row).

    :param source: the address or file that could not be read, empty when unknown.
    """

    exit_status = 4
    http_status = 422
    title = "Niet begrepen"

    def __init__(self, message: str, source: str = "") -> None:
        super().__init__(message)
        self.source = source


class BadQuestion(SamenspelError):
    """A question whose words or numbers make no sense."""

    exit_status = 2
    http_status = 400
    title = "Vraag klopt niet"


class NotFound(SamenspelError):
    """Nothing goes by this name or id.

    :param suggestions: names that come close, best first.
    """

    exit_status = 3
    http_status = 404
    title = "Niet gevonden"

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several things that a name could mean."""

    id: str
    kind: str
    name: str
    hint: str = ""


class Ambiguous(SamenspelError):
    """Several things go by this name; ``candidates`` lists them, best first."""

    exit_status = 3
    http_status = 409
    title = "Meer dan één mogelijkheid"

    def __init__(self, message: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class NotAllowed(SamenspelError):
    """The caller lacks the right (or the token, or the secret) to do this."""

    exit_status = 6
    http_status = 403
    title = "Niet toegestaan"


class GraphUnavailable(SamenspelError):
    """The graph cannot be reached, started, locked or written to.

    :param address: the address or folder that was tried.
    """

    exit_status = 5
    http_status = 503
    title = "Graaf niet bereikbaar"

    def __init__(self, message: str, address: str = "") -> None:
        super().__init__(message)
        self.address = address


class Fault(SamenspelError):
    """A fault of ours: something that should never be, is."""
