"""The description of the API (OpenAPI), as FastAPI makes it, and what it cannot know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fastapi import FastAPI

from api import examples
from api.addresses import API

_EXAMPLES = {
    "search": "search", "suggest": "suggest", "things/{id}": "thing", "things/{id}/links": "links", "near": "near",
    "why": "why", "overview": "overview", "documents/{id}": "document", "claims/{id}": "claim", "map": "map",
    "review": "review", "themes": "themes", "gaps": "gaps", "events": "events", "measures": "measures",
    "changes": "changes", "sources": "sources", "cypher": "cypher",
}  # fmt: skip


def describe(app: FastAPI) -> None:
    """Have the app give this description at its address."""
    original = app.openapi

    @cache
    def described() -> dict[str, Any]:
        told = original()
        for path, methods in told["paths"].items():
            for route in methods.values():
                _mend(route["responses"], path.removeprefix(f"{API}/"))
        return told

    app.openapi = described  # type: ignore[method-assign]


def _mend(responses: dict[str, Any], name: str) -> None:
    """Wrong parameters give 400 here, problems have a media type of their own, and every answer has an example."""
    responses.pop("422", None)
    for content in _problems(responses):
        content["application/problem+json"] = content.pop("application/json")
    if name in _EXAMPLES:
        responses["200"]["content"]["application/json"]["example"] = examples.read(_EXAMPLES[name])


def _problems(responses: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return (told["content"] for status, told in responses.items() if status >= "400" and "content" in told)
