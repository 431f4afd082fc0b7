"""One question to a language model and its answer, over the chat protocol that most servers of models speak.

Nothing goes anywhere but to the address that was set: no proxy, no redirect, and of a loopback address only to this
machine. An answer may take so long and hold so much, all together.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any

import httpcore

from graph_model.errors import BadQuestion, NotAllowed, NotUnderstood, SamenspelError
from ingest.fetch.address import WebAddress, web_address
from ingest.fetch.connect import Deadline, PinnedBackend, TooMuch
from ingest.fetch.reach import look_up
from ingest.second_reader.prompt import Message

MOST_BYTES = 2_000_000
_OVERHEAD = 100_000
_PATH = "/chat/completions"
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504, 529))
_KEY_REFUSED = (401, 403)
_NOT_TAKEN = (400, 404, 422)


class Hiccup(SamenspelError):
    """No whole answer came, but a next try may bring one; ``wait`` is for how many seconds the server asked, or 0."""

    def __init__(self, message: str, wait: float = 0.0) -> None:
        super().__init__(message)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered, and how many tokens the question and the answer took."""

    text: str
    tokens: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server of language models: where it is, which model, with which key, and how long an answer may take."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    tls: ssl.SSLContext | None = None

    @property
    def place(self) -> WebAddress:
        """Where questions go.

        :raises BadQuestion: when the address is none.
        """
        try:
            base = web_address(self.url.rstrip("/"))
            return base if str(base).endswith(_PATH) else web_address(str(base).rstrip("/") + _PATH)
        except NotUnderstood as error:
            raise BadQuestion(
                f"Het adres van het taalmodel {self.url!r} is geen webadres (http:// of https://)."
            ) from error

    @property
    def local(self) -> bool:
        """Whether it is on this machine."""
        return is_loopback(self.place.host)

    def ask(self, messages: Sequence[Message], shape: dict[str, Any] | None) -> Answer:
        """Ask once.

        :param shape: the shape that the server is to hold the model to; None for a server that can't.
        :raises Hiccup: when a next try may do better. :raises NotAllowed: when the key is refused.
        :raises NotUnderstood: when there is no use in asking again.
        """
        body: dict[str, Any] = {"model": self.model, "messages": list(messages), "stream": False}
        if shape is not None:
            body |= {"response_format": shape, "temperature": 0}
        status, headers, raw = self._exchange(json.dumps(body, ensure_ascii=False).encode())
        if status != 200:
            raise self._refused(status, headers)
        return _answer(raw, sum(len(message["content"]) for message in messages))

    def _exchange(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        place, deadline = self.place, Deadline(self.seconds)
        backend = PinnedBackend(self._addresses(place), deadline, min(10.0, self.seconds), MOST_BYTES + _OVERHEAD)
        origin = httpcore.Origin(place.scheme.encode(), place.host.encode(), place.port)
        try:
            with httpcore.HTTPConnection(origin, ssl_context=self._trust(place), network_backend=backend) as connection:
                response = connection.handle_request(self._request(place, body))
                headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                return response.status, headers, _body(response)
        except TooMuch as error:
            raise NotUnderstood(
                f"Het antwoord van het taalmodel is groter dan {MOST_BYTES // 1_000_000} MB."
            ) from error
        except httpcore.TimeoutException as error:
            raise Hiccup(f"Het taalmodel op {place.host} antwoordt te langzaam.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Hiccup(f"Het taalmodel op {place.host} is niet te bereiken of brak het antwoord af.") from error

    def _addresses(self, place: WebAddress) -> Sequence[str]:
        try:
            found = look_up(place.host, place.port)
        except (OSError, UnicodeError) as error:
            raise Hiccup(f"De machine {place.host} van het taalmodel is niet te vinden.") from error
        if self.local and not all(map(is_loopback, found)):
            raise NotAllowed(f"{place.host} leidt niet naar deze machine, maar naar een andere.")
        return found

    def _trust(self, place: WebAddress) -> ssl.SSLContext | None:
        return (self.tls or httpcore.default_ssl_context()) if place.scheme == "https" else None

    def _request(self, place: WebAddress, body: bytes) -> httpcore.Request:
        headers = {
            "Host": place.authority, "User-Agent": "Samenspel", "Accept": "application/json",
            "Accept-Encoding": "identity", "Content-Type": "application/json", "Content-Length": str(len(body)),
            "Connection": "close",
        }  # fmt: skip
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        url = httpcore.URL(
            scheme=place.scheme.encode(), host=place.host.encode(), port=place.port, target=place.target.encode()
        )
        return httpcore.Request("POST", url, headers=list(headers.items()), content=body)

    def _refused(self, status: int, headers: dict[str, str]) -> SamenspelError:
        host = self.place.host
        if status in _KEY_REFUSED:
            return NotAllowed(
                f"Het taalmodel op {host} weigert de sleutel (antwoord {status}): kijk SAMENSPEL_MODEL_KEY na."
            )
        if status in _AGAIN:
            return Hiccup(f"Het taalmodel op {host} antwoordt {status}.", _wait(headers.get("retry-after", "")))
        if status in _NOT_TAKEN:
            return NotTaken(
                f"Het taalmodel op {host} neemt de vraag niet aan (antwoord {status}): kijk adres en naam na."
            )
        return NotUnderstood(f"Het taalmodel op {host} antwoordt {status}.")


class NotTaken(NotUnderstood):
    """The server does not take a question of this form."""


def is_loopback(host: str) -> bool:
    """Whether a host, by name or address, is this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _body(response: httpcore.Response) -> bytes:
    raw = bytearray()
    for chunk in response.iter_stream():
        raw += chunk
        if len(raw) > MOST_BYTES:
            raise TooMuch
    return bytes(raw)


def _wait(value: str) -> float:
    """The seconds of a Retry-After header: a number, or a moment."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:6])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    from datetime import UTC, datetime

    return max(0.0, (moment - datetime.now(UTC)).total_seconds()) if moment.tzinfo else 0.0


def _answer(raw: bytes, asked: int) -> Answer:
    """The text of an answer in the protocol.

    :raises NotUnderstood: when it is not in the protocol, or holds no text.
    """
    try:
        value = json.loads(raw)
        text = value["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise NotUnderstood("Het antwoord van het taalmodel is niet te lezen.") from error
    if not isinstance(text, str) or not text.strip():
        raise NotUnderstood("Het taalmodel gaf een leeg antwoord.")
    usage = value.get("usage")
    told = usage.get("total_tokens") if isinstance(usage, dict) else None
    counted = told if isinstance(told, int) and not isinstance(told, bool) and told > 0 else 0
    return Answer(text, counted or estimated_tokens(asked + len(text)))


def estimated_tokens(characters: int) -> int:
    """How many tokens so many characters of Dutch come to, roughly."""
    return -(-characters * 2 // 7)
