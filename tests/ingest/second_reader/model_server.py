"""A real HTTP server on loopback that speaks the chat protocol: it answers with given replies, or with a fault.

``python -m tests.ingest.second_reader.model_server FOLDER [SECONDS]`` serves the recorded replies of a folder, to try
the commands by hand.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_PAGE = re.compile(r"<pagina>\n(.*)\n</pagina>", re.DOTALL)
NOTHING = {"things": [], "links": []}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the text of the page, the whole body, the headers, the path."""

    page: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]
    path: str


Behaviour = Callable[["Model", Asked, BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Model:
    """A model: what it answers to a page, by a text that stands in it; ``asked`` is what it was asked, in order."""

    behaviour: Behaviour
    replies: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    most_at_once: int = 0
    url: str = ""
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reply_to(self, page: str) -> Mapping[str, Any]:
        """The reply to a page: the one whose key stands in its text, or is its text; else one that says nothing."""
        return next((reply for text, reply in self.replies.items() if text in page), NOTHING)

    def serve(self, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append(asked)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            self.behaviour(self, asked, handler)
        finally:
            with self._lock:
                self._at_once -= 1


@contextmanager
def model(behaviour: Behaviour, replies: Mapping[str, Mapping[str, Any]] | None = None) -> Iterator[Model]:
    """A server until the block ends."""
    served = Model(behaviour, dict(replies or {}))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = json.loads(raw)
            found = _PAGE.search(body["messages"][-1]["content"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            with suppress(OSError):
                served.serve(Asked(found[1] if found else "", body, headers, self.path), self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        # Many may knock at once.
        request_queue_size = 128

    with Server(("127.0.0.1", 0), Handler) as server:
        served.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            served.stopping.set()
            server.shutdown()
            thread.join(5)


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """Exactly this answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def in_protocol(text: str, tokens: int = 1000) -> bytes:
    """A text as an answer in the protocol."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": {"total_tokens": tokens}}).encode()


def recorded(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
    """The reply that was recorded for this page."""
    send(handler, in_protocol(json.dumps(served.reply_to(asked.page), ensure_ascii=False)))


def slowly(seconds: float, then: Behaviour = recorded) -> Behaviour:
    """The same, after so long."""

    def behave(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        served.stopping.wait(seconds)
        then(served, asked, handler)

    return behave


def says(text: str) -> Behaviour:
    """Always this text."""
    return lambda served, asked, handler: send(handler, in_protocol(text))


def raw(body: bytes, status: int = 200, **headers: str) -> Behaviour:
    """Always exactly this answer."""
    return lambda served, asked, handler: send(handler, body, status, **headers)


def half(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
    """The recorded reply, cut off halfway."""
    text = json.dumps(served.reply_to(asked.page), ensure_ascii=False)
    send(handler, in_protocol(text[: len(text) // 2]))


def hanging_up(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
    """Less than was announced, then nothing."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def dripping(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
    """One byte now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    while not served.stopping.wait(0.05):
        handler.wfile.write(b" ")


def huge(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
    """Ten megabytes of an answer in the protocol."""
    send(handler, in_protocol("{" + "a" * 10_000_000))


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Each time the next one; the last one for good."""
    left = list(behaviours)
    lock = threading.Lock()

    def behave(served: Model, asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        with lock:
            now = left.pop(0) if len(left) > 1 else left[0]
        now(served, asked, handler)

    return behave


def _main() -> None:
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
    pages = folder.parent / "gold" / "pages"
    from ingest.page import read_page

    replies = {}
    for file in sorted(folder.glob("*.json")):
        page = next(path for path in pages.glob(f"{file.stem}.*") if path.suffix != ".json")
        replies[read_page(page.read_bytes(), page.as_uri()).text.strip()] = json.loads(file.read_text("utf-8"))
    with model(slowly(seconds), replies) as served:
        print(f"SAMENSPEL_MODEL_URL={served.url} SAMENSPEL_MODEL_NAME=opname", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    _main()
