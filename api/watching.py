"""What is told of each request: one line of JSON in the log, and counts for ``/metrics``.

Neither holds what was asked: an address stands there as its route (``/api/v1/things/{id}``), so no name of a person and
no search ever lands in a log or a label; nor does who asked.
"""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TextIO

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import Scope

from api.addresses import API

log = logging.getLogger("samenspel")

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
ELSEWHERE = "elders"
"""The route of an address that there is not."""

_METHODS = frozenset(("GET", "HEAD", "POST"))
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


def route_of(scope: Scope) -> str:
    """The route that answered a request, as it is written in the program."""
    route = getattr(scope.get("route"), "path", "")
    if not route:
        return ELSEWHERE
    # FastAPI tells the path of a route without that of the router which it was included in.
    under = API if scope["path"].startswith(f"{API}/") and not route.startswith(API) else ""
    return f"{under}{route}"


@dataclass(slots=True)
class Watch:
    """The counts of one server."""

    registry: CollectorRegistry = field(default_factory=lambda: CollectorRegistry(auto_describe=True))
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)
    asking: Gauge = field(init=False)
    version: Gauge = field(init=False)

    def __post_init__(self) -> None:
        labels = ("method", "route", "status")
        self.requests = Counter("samenspel_requests", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "samenspel_request_seconds", "How long answers took.", ("route",), buckets=_SECONDS, registry=self.registry
        )
        self.asking = Gauge("samenspel_requests_now", "Requests being answered.", registry=self.registry)
        self.version = Gauge("samenspel_graph_version", "The version of the graph.", registry=self.registry)

    def told(self, version: int) -> bytes:
        """All counts, as Prometheus reads them."""
        self.version.set(version)
        return generate_latest(self.registry)

    def answered(self, scope: Scope, status: int, began: float) -> None:
        """Count and log one request."""
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route, seconds = route_of(scope), time.monotonic() - began
        self.requests.labels(method, route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)
        facts = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        log.info("request", extra={"facts": facts})


def tell_fault(scope: Scope, fault: BaseException) -> None:
    """Log a fault of ours: what sort it is and where, never its words, which may hold what was asked."""
    frames = traceback.extract_tb(fault.__traceback__)[-8:]
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    log.error("fault", extra={"facts": {"route": route_of(scope), "sort": type(fault).__name__, "where": where}})


class _AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps({**line, **getattr(record, "facts", {})}, ensure_ascii=False)


def begin_log(*, requests: bool, stream: TextIO | None = None) -> logging.Handler:
    """Have the log written as lines of JSON: every request, or only what goes wrong. Gives what to take away again."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_AsJson())
    log.addHandler(handler)
    log.setLevel(logging.INFO if requests else logging.WARNING)
    log.propagate = False
    return handler
