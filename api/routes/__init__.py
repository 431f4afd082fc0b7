"""The routes of the API, one file a subject."""

from __future__ import annotations

from fastapi import APIRouter

from api.addresses import API
from api.routes import (
    changes,
    corrections,
    cypher,
    events,
    evidence,
    gaps,
    health,
    map,
    measures,
    near,
    overview,
    reading,
    review,
    search,
    sources,
    themes,
    things,
    why,
)

router = APIRouter()
for _subject in (
    search,
    things,
    near,
    why,
    overview,
    evidence,
    map,
    changes,
    review,
    themes,
    gaps,
    events,
    measures,
    cypher,
    sources,
    corrections,
    reading,
):
    router.include_router(_subject.router, prefix=API)
router.include_router(health.router)
