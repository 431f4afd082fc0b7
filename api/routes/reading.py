"""``/read``: reading described sources, public addresses and files that are sent along; never files of the server."""

from __future__ import annotations

import base64
import binascii
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.dependencies import Here, at_least
from api.routes.answering import problems
from api.tokens import Role
from graph_model.errors import BadQuestion, NotAllowed
from ingest.report import RunReport

if TYPE_CHECKING:
    from ingest.sources import Listing

router = APIRouter()
_reading = threading.Lock()
_MOST = 50
_UPLOAD = "urn:samenspel:ingestuurd:"
_JUST_NAMES = "Geef de naam van een beschreven bron of een adres dat met http:// of https:// begint: {!r} is dat niet."


class Upload(BaseModel):
    """A file to read."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=200, description="De naam van het bestand.", examples=["verslag.html"])
    content: str = Field(description="De inhoud, in base64.", json_schema_extra={"contentEncoding": "base64"})


class AskedReading(BaseModel):
    """What to read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"uploads": [{"name": "verslag.txt", "content": "QnV1cnRrcmluZyBOb29yZA=="}]}]},
    )

    sources: list[str] = Field(
        default_factory=list, max_length=_MOST, description="Namen van beschreven bronnen, en openbare webadressen."
    )
    uploads: list[Upload] = Field(default_factory=list, max_length=_MOST, description="Bestanden die meegestuurd zijn.")


@router.post(
    "/read",
    response_model=RunReport,
    responses=problems(400, 401, 403, 413),
    dependencies=[Depends(at_least(Role.KEEPER))],
)
def read_sources(asked: AskedReading, here: Here) -> Response:
    """Pagina's lezen en vastleggen, door de ingebouwde lezer; het verslag komt als alles gelezen is.

    Het vraagt de sleutel van een beheerder, en er wordt één keer tegelijk gelezen. Bestanden van de server zelf zijn
    langs deze weg niet te lezen.
    """
    if not _reading.acquire(blocking=False):
        raise NotAllowed("Er wordt op dit moment al gelezen; probeer het daarna weer.")
    try:
        with tempfile.TemporaryDirectory(prefix="samenspel-") as folder:
            report = _read(asked, here, Path(folder))
    finally:
        _reading.release()
    return Response(report.json_text(), headers={"Cache-Control": "no-store"}, media_type="application/json")


def _read(asked: AskedReading, here: Here, folder: Path) -> RunReport:
    from api.fetching import web_of
    from ingest.pipeline import nothing_to_read, read_into

    listing = _listing(asked, folder)
    if not listing:
        return nothing_to_read(listing)
    public = replace(here.settings, private_hosts=())
    with web_of(public, listing) as web:
        named = [*asked.sources, *(upload.name for upload in asked.uploads)]
        return read_into(here.graph, listing, "read", named, web=web)


def _listing(asked: AskedReading, folder: Path) -> Listing:
    """What was named and sent.

    :raises BadQuestion: something else than a described source or a web address is named, or nothing is.
    """
    from ingest.sources import Listed, list_sources
    from ingest.sources.bundled import described_names

    for source in asked.sources:
        if source not in described_names() and not source.lower().startswith(("http://", "https://")):
            raise BadQuestion(_JUST_NAMES.format(source[:100]))
    if not asked.sources and not asked.uploads:
        raise BadQuestion("Zeg met `sources` of `uploads` wat er gelezen moet worden.")
    found = list_sources(asked.sources)
    sent = tuple(
        Listed(f"{_UPLOAD}{quote(upload.name)}", upload.name, _kept(upload, folder / str(number)))
        for number, upload in enumerate(asked.uploads)
    )
    return replace(found, pages=(*found.pages, *sent))


def _kept(upload: Upload, file: Path) -> Path:
    """The content in a file of ours; its name there is a number, whatever the one that was sent."""
    try:
        file.write_bytes(base64.b64decode(upload.content, validate=True))
    except (binascii.Error, ValueError) as error:
        raise BadQuestion(f"De inhoud van {upload.name!r} is geen base64.") from error
    return file
