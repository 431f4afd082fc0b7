"""The pages in some bytes: one for most files, one for each entry of a feed or calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from graph_model.dates import local
from graph_model.errors import NotUnderstood
from graph_model.keys import host_of
from ingest.formats.addresses import web_address
from ingest.formats.article import Article, as_html
from ingest.formats.calendars import calendar_articles
from ingest.formats.feeds import Feed, feed_of
from ingest.page import Page, read_page
from ingest.page.decode import decode
from ingest.page.forms import FEEDS, SITEMAPS, binary_form, text_form
from ingest.page.html import read_html
from ingest.page.read import read_text
from queries.masking import ErasedNames, names_in

# Categories that say where on a site something stands, not what it is about.
_DULL = frozenset(
    """actueel agenda algemeen alles archief artikel artikelen bericht berichten blog blogs evenement evenementen
    geen-categorie home homepage niet-gecategoriseerd nieuws nieuwsbericht nieuwsberichten overig uitgelicht
    uncategorised uncategorized verhalen news""".split()
)
_Made = tuple[str, str, Article]  # its own name in the file, the link that it gives, the article


def pages_in(raw: bytes, address: str, *, erased: ErasedNames | None = None) -> Iterator[Page]:
    """The pages that a file holds, masked. Most hold one; a feed or calendar one for each entry that says anything.

    An entry has its link for an address. One without, or with a link to another site than the file came from, has the
    file's address and its own name behind ``#``: no site speaks for another.

    :raises NotUnderstood: nothing can be read in it.
    """
    if binary_form(raw):
        yield read_page(raw, address, erased=erased)
        return
    source = decode(raw, address)
    form = text_form(source)
    if form == "calendar":
        yield from _pages(calendar_articles(source, address), address, "calendar", erased)
    elif form in FEEDS:
        yield from _pages(_feed_articles(feed_of(source, address)), address, "feed", erased)
    elif form in SITEMAPS:
        raise NotUnderstood("Dit is een sitemap: die noemt alleen adressen, en heeft zelf geen tekst.", address)
    else:
        yield read_text(source, address, erased)


def _pages(made: Iterable[_Made], file: str, form: str, erased: ErasedNames | None) -> Iterator[Page]:
    taken: set[str] = set()
    forgotten = False
    for number, (name, link, article) in enumerate(made, start=1):
        address = _address(link, file)
        if not address or address in taken:
            address = f"{file}#{quote(name[:200] or str(number), safe='')}"
        if address in taken or not (article.title or article.body):
            continue
        if erased and names_in(address, erased):
            forgotten = True  # an address can't be covered, so nothing of this entry is kept
            continue
        taken.add(address)
        try:
            yield read_html(article.html(), address, erased, form)
        except NotUnderstood:
            taken.discard(address)  # an entry without a word: the rest may have more to say
    if not taken and not forgotten:
        raise NotUnderstood("In dit bestand staat geen enkel bericht of evenement met tekst.", file)


def _address(link: str, file: str) -> str:
    """The link of an entry where it may serve as address, else ""."""
    address = web_address(link, file)
    from_web = file.startswith(("http://", "https://"))
    own = address != file and (not from_web or host_of(address) == host_of(file))
    return address if own else ""


def _feed_articles(feed: Feed) -> Iterator[_Made]:
    for entry in feed.entries:
        keywords = tuple(word for word in entry.keywords if word.casefold().replace(" ", "-") not in _DULL)
        moment = entry.published or entry.modified
        yield entry.id or entry.link, entry.link, Article(
            entry.title, as_html(entry.html), (), local(moment) if moment else "", entry.author, keywords,
            feed.language,
        )  # fmt: skip
