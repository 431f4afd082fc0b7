"""One question to one host and its answer: no redirects, no second try, nothing kept."""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpcore

from graph_model.errors import NotUnderstood
from ingest.fetch.address import WebAddress
from ingest.fetch.connect import Clock, Deadline, PinnedBackend, TooMuch
from ingest.fetch.limits import Limits
from ingest.fetch.outcomes import Hiccup
from ingest.fetch.unpacking import ENCODINGS, TooBig, Unpacker

# Of these the body is a page; of all others it is not read.
PAGES = (200, 203)
# Besides the page: status line, headers, chunk sizes, TLS.
_OVERHEAD = 500_000
_ACCEPT = (
    "text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, application/rss+xml, "
    "application/atom+xml, application/xml, text/calendar, */*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; names of headers in lower case, several of one name joined by commas."""

    status: int
    headers: Mapping[str, str]
    raw: bytes = field(default=b"", repr=False)

    def header(self, name: str) -> str:
        return self.headers.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Line:
    """How to talk: who we say we are, how long and how much, whom to trust, what time it is."""

    agent: str
    limits: Limits
    tls: ssl.SSLContext
    clock: Clock


@dataclass(frozen=True, slots=True)
class Measure:
    """How many bytes an answer may hold, unpacked, and whether one that holds more is cut off there or refused."""

    most: int
    cut: bool = False


def exchange(
    line: Line,
    place: WebAddress,
    addresses: Sequence[str],
    deadline: Deadline,
    asked: Mapping[str, str],
    measure: Measure,
) -> Answer:
    """Ask for a place at one of these IP addresses, and nowhere else.

    :param asked: further headers.
    :raises Hiccup: when no whole answer came. :raises NotUnderstood: when it is too big or the host is not who it says.
    """
    backend = PinnedBackend(addresses, deadline, line.limits.connect_seconds, line.limits.wire + _OVERHEAD)
    origin = httpcore.Origin(place.scheme.encode(), place.host.encode(), place.port)
    try:
        with httpcore.HTTPConnection(origin, ssl_context=line.tls, network_backend=backend) as connection:
            return _answered(connection, _request(line, place, asked), str(place), measure)
    except TooMuch as error:
        raise TooBig(line.limits.wire, str(place)) from error
    except httpcore.TimeoutException as error:
        raise Hiccup(f"De site {place.host} antwoordt te langzaam.") from error
    except httpcore.ConnectError as error:
        raise _not_connected(error, place) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise Hiccup(f"De site {place.host} brak het antwoord af of antwoordde onzin.") from error


def _request(line: Line, place: WebAddress, asked: Mapping[str, str]) -> httpcore.Request:
    headers = {
        "Host": place.authority, "User-Agent": line.agent, "Accept": _ACCEPT, "Accept-Language": "nl, en;q=0.5",
        "Accept-Encoding": ENCODINGS, "Connection": "close",
    }  # fmt: skip
    url = httpcore.URL(
        scheme=place.scheme.encode(), host=place.host.encode(), port=place.port, target=place.target.encode()
    )
    return httpcore.Request("GET", url, headers=[*headers.items(), *asked.items()])


def _answered(connection: httpcore.HTTPConnection, request: httpcore.Request, address: str, measure: Measure) -> Answer:
    response = connection.handle_request(request)
    headers: dict[str, str] = {}
    for name, value in response.headers:
        key, text = name.decode("latin-1").lower(), _text(value)
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    if response.status not in PAGES:
        return Answer(response.status, headers)
    if not measure.cut and _announced(headers) > measure.most:
        raise TooBig(measure.most, address)
    unpacker = Unpacker(headers.get("content-encoding", ""), measure.most, address)
    return Answer(response.status, headers, _body(response, unpacker, measure))


def _announced(headers: Mapping[str, str]) -> int:
    told = headers.get("content-length", "")
    return int(told[:20]) if told.isascii() and told.isdecimal() else 0


def _body(response: httpcore.Response, unpacker: Unpacker, measure: Measure) -> bytes:
    raw = bytearray()
    try:
        for chunk in response.iter_stream():
            raw += unpacker.feed(chunk)
    except TooBig:
        if not measure.cut:
            raise
        return bytes(raw)
    unpacker.finish()
    return bytes(raw)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _not_connected(error: httpcore.ConnectError, place: WebAddress) -> Exception:
    """A host that can't prove to be the one asked for won't do so a second time either."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NotUnderstood(f"Het certificaat van de site {place.host} klopt niet.", str(place))
        cause = cause.__cause__ or cause.__context__
    return Hiccup(f"De site {place.host} is niet te bereiken.")
