"""From a reading to claims: every found thing, property and statement, each with the exact quote of its page.

Nothing is decided here but what the schema allows: what is weak is claimed as weak, and what the schema has no room
for is reported. Spans are offsets in characters into the page's stored text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from graph_model.errors import Fault, NotUnderstood
from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import block_of, canonical_address, host_of, key_of
from graph_model.ordinary import is_ordinary
from graph_model.schema import FIELD_KINDS, LINK_KINDS, NODE_KINDS
from ingest.page.model import Page
from ingest.reading import Found, Quote, Reading, Statement

MASK = "█"


@dataclass(frozen=True, slots=True)
class PageClaims:
    """The claims of one page, each once, in the order of the page; ``rejected`` says in Dutch what has no place."""

    claims: tuple[Claim, ...]
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """The page that all claims of one reading come from."""

    page: Page
    reading: Reading
    key: str
    host: str
    fingerprint: str
    fetched: str
    document: End

    def claim(
        self,
        subject: End,
        predicate: str,
        evidence: Evidence,
        *,
        object: End | None = None,
        value: str = "",
        role: str = "",
    ) -> Claim:
        return Claim(
            self.key, subject, predicate, object, value, role, (evidence,), Origin.PAGE, self.host, self.fingerprint,
            self.fetched,
        )  # fmt: skip

    def evidence(
        self, quote: Quote, confidence: float, *, stated: bool = True, since: str = "", until: str = ""
    ) -> Evidence:
        if not 0 <= quote.start < quote.end <= len(self.page.text):
            raise Fault(f"Het citaat {quote.start}–{quote.end} staat niet op de pagina {self.page.address}.")
        reading, words = self.reading, self.page.text[quote.start : quote.end]
        return Evidence(
            reading.reader, reading.version, words, quote.start, quote.end, confidence, stated, since, until
        )

    @property
    def site(self) -> str:
        """The host of the page; of one that lies on no host its address."""
        address = self.page.address
        return self.host if urlsplit(address).scheme in ("http", "https") else address


def claims_of(page: Page, reading: Reading, fetched: str) -> PageClaims:
    """The claims that this reading makes about its page and what stands on it.

    :param fetched: when the page was read, ISO 8601 in UTC.
    """
    document = End("Document", page.address)
    source = _Source(page, reading, document.key, host_of(page.address), page.fingerprint, fetched, document)
    rejected: list[str] = []
    ends = [_end(source, found, rejected) for found in reading.things]
    made = [*_of_document(source), *_of_hyperlinks(source, rejected)]
    for found, end in zip(reading.things, ends, strict=True):
        if end is not None:
            made += _of_thing(source, found, end, rejected)
    for statement in reading.statements:
        made += _of_statement(source, statement, ends, rejected)
    return PageClaims(tuple(_each_once(made)), tuple(dict.fromkeys(rejected)))


def _end(source: _Source, found: Found, rejected: list[str]) -> End | None:
    """How a found thing stands in a claim; None, and a reason, when it cannot."""
    if found.is_page:
        return source.document
    if found.kind not in NODE_KINDS:
        rejected.append(f"De soort {found.kind!r} van {found.name!r} is onbekend.")
        return None
    try:
        key = key_of(found.kind, found.name, found.qualifier)
    except NotUnderstood as error:
        rejected.append(str(error))
        return None
    # "De Huiskamer" is that of its site; with no town beside it nothing else tells it from all others.
    near = source.site if not found.qualifier and is_ordinary(block_of(key)) else ""
    return End(found.kind, found.name, found.qualifier or near)


def _of_document(source: _Source) -> Iterator[Claim]:
    """What a page tells about itself. The fingerprint lets equal texts at several addresses join."""
    page = source.page
    first = _first_line(page)
    known = source.evidence(first, 1.0)
    yield source.claim(source.document, "fingerprint", known, value=source.fingerprint)
    if page.title:
        yield source.claim(source.document, "name", source.evidence(first, 1.0), value=page.title)
    if page.language:
        told = source.evidence(first, 0.9, stated=False)
        yield source.claim(source.document, "language", told, value=page.language)
    if page.published:
        told = source.evidence(_span_or(page.published_span, first), 0.95)
        yield source.claim(source.document, "published", told, value=page.published)


def _first_line(page: Page) -> Quote:
    """Where the title stands, else the first line that holds anything."""
    if page.title and _is_span(page.title_span):
        return Quote(*page.title_span)
    start = len(page.text) - len(page.text.lstrip())
    end = page.text.find("\n", start)
    return Quote(start, len(page.text.rstrip()) if end < 0 else end)


def _is_span(span: tuple[int, int]) -> bool:
    return 0 <= span[0] < span[1]


def _span_or(span: tuple[int, int], otherwise: Quote) -> Quote:
    return Quote(*span) if _is_span(span) else otherwise


def _of_hyperlinks(source: _Source, rejected: list[str]) -> Iterator[Claim]:
    """One claim for each other web address that the page's own text leads to."""
    own = canonical_address(source.page.address)
    for block in source.page.blocks:
        for link in block.links:
            try:
                target = _web_address(link.target, source.page.address)
            except ValueError:
                rejected.append(f"De verwijzing {link.target!r} is geen geldig adres.")
                continue
            if target and link.start < link.end and canonical_address(target) != own:
                told = source.evidence(Quote(link.start, link.end), 1.0)
                yield source.claim(source.document, "LINKS_TO", told, object=End("Document", target))


def _web_address(target: str, page: str) -> str:
    """The web address that a hyperlink leads to; empty for a place on the page itself, mail, telephone and the like."""
    target = target.strip()
    if not target or target.startswith("#") or MASK in target:
        return ""
    if page.startswith(("http://", "https://")):
        target = urljoin(page, target)
    parts = urlsplit(target)
    return target if parts.scheme.lower() in ("http", "https") and parts.hostname else ""


def _of_thing(source: _Source, found: Found, end: End, rejected: list[str]) -> Iterator[Claim]:
    if not found.is_page and found.mentions:
        told = source.evidence(found.mentions[0], found.confidence)
        yield source.claim(source.document, "MENTIONS", told, object=end)
    for told_field in (*found.properties, *found.states_alias):
        if told_field.field not in FIELD_KINDS:
            rejected.append(f"De eigenschap {told_field.field!r} van {found.name!r} is onbekend.")
            continue
        evidence = source.evidence(
            told_field.quote, told_field.confidence, stated=told_field.stated,
            since=told_field.valid_from, until=told_field.valid_to,
        )  # fmt: skip
        yield source.claim(end, told_field.field, evidence, value=told_field.value)


def _of_statement(
    source: _Source, statement: Statement, ends: list[End | None], rejected: list[str]
) -> Iterator[Claim]:
    subject, object = ends[statement.subject], ends[statement.object]
    if subject is None or object is None:
        return
    kind = LINK_KINDS.get(statement.predicate)
    if kind is None:
        rejected.append(f"De soort verband {statement.predicate!r} is onbekend.")
    elif not kind.allows(subject.kind, object.kind):
        rejected.append(
            f"{subject.name!r} ({_dutch(subject)}) {kind.forwards} {object.name!r} ({_dutch(object)}): "
            "dat verband kan niet tussen deze soorten."
        )
    elif subject.key == object.key:
        rejected.append(f"{subject.name!r} {kind.forwards} {object.name!r}: dat is hetzelfde ding.")
    else:
        evidence = source.evidence(
            statement.quote, statement.confidence, stated=statement.stated,
            since=statement.valid_from, until=statement.valid_to,
        )  # fmt: skip
        yield source.claim(subject, statement.predicate, evidence, object=object, role=statement.role)


def _dutch(end: End) -> str:
    return NODE_KINDS[end.kind].dutch


def _each_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim once, with the surest of its evidence, of equally sure ones the first on the page."""
    best: dict[str, Claim] = {}
    for claim in claims:
        known = best.get(claim.id)
        if known is None or _sureness(claim) < _sureness(known):
            best[claim.id] = claim
    yield from best.values()


def _sureness(claim: Claim) -> tuple[float, bool, int]:
    evidence = claim.evidence[0]
    return -evidence.confidence, not evidence.stated, evidence.start
