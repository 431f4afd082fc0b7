"""What an answer means: a page, none any more, look elsewhere, come back later, or no."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from graph_model.errors import NotUnderstood
from ingest.fetch.address import WebAddress
from ingest.fetch.exchange import PAGES, Answer
from ingest.fetch.media import as_utf8, media_of, refuse_what_is_no_page
from ingest.fetch.outcomes import Fetched, Gone, Hiccup, Outcome, Unchanged, Validators

REDIRECTS = (301, 302, 303, 307, 308)
# Of these a site may think differently in a while.
_PASSING = {
    429: "De site {host} krijgt te veel vragen (429).",
    500: "De site {host} heeft een storing (500).",
    502: "De site {host} heeft een storing (502).",
    503: "De site {host} is nu niet beschikbaar (503).",
    504: "De site {host} heeft een storing (504).",
}
_REFUSED = {
    401: "Voor deze pagina moet je inloggen (401).",
    403: "De site geeft deze pagina niet aan programma's (403).",
    451: "Deze pagina mag om juridische redenen niet getoond worden (451).",
}
# Kept and sent back as it came, so only what is safe in a header.
_PLAIN = re.compile(r"[\x20-\x7e]{1,500}")


def conditions(known: Validators | None) -> dict[str, str]:
    """The headers that ask for a page only if it changed."""
    asked = {}
    if known and known.etag:
        asked["If-None-Match"] = known.etag
    if known and known.modified:
        asked["If-Modified-Since"] = known.modified
    return asked


def redirected(answer: Answer, place: WebAddress) -> WebAddress:
    """Where an answer sends whoever asked for this place.

    :raises NotUnderstood: nowhere, or to what is no web address.
    """
    location = answer.header("location")
    if not location:
        raise NotUnderstood("De site verwijst door, maar zegt niet waarheen.", str(place))
    return place.leads_to(location)


def outcome_of(answer: Answer, place: WebAddress, asked: Validators | None) -> Outcome:
    """What an answer that is no redirect comes to. ``asked``: the validators that went with the question.

    :raises NotUnderstood: when it is no page.
    """
    address = str(place)
    if answer.status in PAGES:
        media, charset = media_of(answer.header("content-type"))
        refuse_what_is_no_page(media, address)
        raw = as_utf8(answer.raw, media, charset)
        return Fetched(address, raw, media, _validators(answer, address))
    if answer.status == 304 and asked:
        return Unchanged(address)
    if answer.status in (404, 410):
        return Gone(address, answer.status)
    told = _REFUSED.get(answer.status, f"De site geeft hier geen pagina maar antwoordt {answer.status}.")
    raise NotUnderstood(told, address)


def _validators(answer: Answer, address: str) -> Validators:
    etag, modified = answer.header("etag"), answer.header("last-modified")
    return Validators(
        address, etag if _PLAIN.fullmatch(etag) else "", modified if _PLAIN.fullmatch(modified) else ""
    )  # fmt: skip


def passing_trouble(answer: Answer, place: WebAddress) -> Hiccup | None:
    """What is wrong with a site that answers that it can't answer now; None when it can."""
    if answer.status not in _PASSING:
        return None
    return Hiccup(_PASSING[answer.status].format(host=place.host), seconds_to_wait(answer.header("retry-after")))


def seconds_to_wait(retry_after: str, now: datetime | None = None) -> float | None:
    """What a Retry-After header asks for: seconds or a moment; None when it makes no sense."""
    text = retry_after.strip()
    if text.isdecimal() and text.isascii():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
