"""The names that users were promised: routes and commands. More may come; none may go or change."""

from __future__ import annotations

ROUTES = frozenset(
    {
        *(f"GET {path}" for path in (
            "search", "suggest", "things/{id}", "things/{id}/links", "near", "why", "themes", "gaps", "events",
            "events.ics", "changes", "overview", "documents/{id}", "claims/{id}", "map", "sources", "review",
        )),
        *(f"POST {path}" for path in ("cypher", "corrections", "read")),
    }
)  # fmt: skip
"""Below ``/api/v1/``."""

BESIDE = frozenset({"GET /health", "GET /metrics"})

COMMANDS = frozenset(
    "add backup candidates changes confirm correct cypher demo doctor events export extract gaps links map near "
    "overview person places read rebuild restore review runs search serve show sources stale themes token why "
    "withdraw".split()
)
