"""Names and quotes that would do harm, were they not escaped; each as somebody could write it on a page."""

from __future__ import annotations

from collections.abc import Iterable

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import host_of, key_of
from queries import Graph
from queries.ledger.pages import record
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.runs import begin_run

AT = "2025-07-01T09:00:00+00:00"
ALARM = "globalThis.pwned=true"
NAMES = (
    f"</script><script>{ALARM}</script>",
    f"<img src=x onerror={ALARM}>",
    f'"><svg onload="{ALARM}">',
    f"javascript:{ALARM}",
    f'" onmouseover="{ALARM}" href="javascript:{ALARM}',
    f"{{{{ {ALARM} }}}} ${{{ALARM}}} <!-- --> &lt;b&gt; ]]>",
    "\u202eRechtsom\u202c \u0000\u0007\u2028 Zorg",
    "קבוצת השכנים שלנו בשכונה",
    "Buurt" + "zorgzaamheidsvereniging" * 22,
    '\'t Hoês "Laef" \\ ’n ë',
)
TEXT = "\n".join(NAMES)
ADDRESS = "https://kwaad.example/pagina"
SITES = (
    f"javascript:{ALARM}",
    f"data:text/html,<script>{ALARM}</script>",
    'https://x.example/"><script>',
    "//evil.example",
)


def load_hostile(graph: Graph, more: Iterable[Claim] = ()) -> None:
    """A page that names them all, and links each with the next."""
    page = PageRecord(ADDRESS, NAMES[0], TEXT, "f", host_of(ADDRESS), AT)
    record(graph, [PageReading(page, "proef", "1", (*_claims(page), *more))], begin_run(graph, "read", [], AT))


def _claims(page: PageRecord) -> Iterable[Claim]:
    ends = [End("Initiative", name) for name in NAMES]
    yield _claim(page, End("Document", ADDRESS), "name", NAMES[1])
    for end, following in zip(ends, ends[1:] + ends[:1], strict=True):
        yield _claim(page, end, "PARTNER_OF", following)
        yield _claim(page, End("Document", ADDRESS), "MENTIONS", end)
    for end, site in zip(ends, SITES, strict=False):
        yield _claim(page, end, "url", site)
        yield _claim(page, end, "form", NAMES[2])
        yield _claim(page, end, "alias", NAMES[2] + site)


def _claim(page: PageRecord, subject: End, predicate: str, target: End | str) -> Claim:
    quote = subject.name if subject.name in TEXT else NAMES[0]
    start = TEXT.find(quote)
    return Claim(
        page=key_of("Document", page.address), subject=subject, predicate=predicate,
        object=target if isinstance(target, End) else None, value=target if isinstance(target, str) else "",
        evidence=(Evidence("proef", "1", quote, start, start + len(quote), 0.9),),
        origin=Origin.PAGE, host=page.host, fingerprint=page.fingerprint, fetched=AT,
    )  # fmt: skip
