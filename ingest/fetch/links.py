"""Where a page leads, and the part of a page that its source's description points at."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph_model.errors import NotUnderstood
from ingest.fetch.address import WebAddress, web_address
from ingest.fetch.media import is_html
from ingest.fetch.outcomes import Fetched
from ingest.formats import pointers_in
from ingest.page.decode import decode
from ingest.sources.description import Selectors


def links_of(page: Fetched, select: Selectors) -> list[str]:
    """The web addresses that a page, feed or sitemap leads to, each once, in their order."""
    if not is_html(page.media, page.raw):
        return _pointed_at(page)
    try:
        tree = LexborHTMLParser(decode(page.raw, page.address))
    except NotUnderstood:
        return []
    base = _base(tree, web_address(page.address))
    found = (str(place) for node in _linking(tree, select) if (place := _place(node, base)))
    return list(dict.fromkeys(found))


def is_index(page: Fetched) -> bool:
    """Whether a page is a sitemap of sitemaps: what it leads to is no page either."""
    try:
        return not is_html(page.media, page.raw) and pointers_in(page.raw, page.address).index
    except NotUnderstood:
        return False


def _pointed_at(page: Fetched) -> list[str]:
    try:
        pointers = pointers_in(page.raw, page.address).entries
    except NotUnderstood:
        return []
    return list(dict.fromkeys(pointer.address for pointer in pointers))


def _linking(tree: LexborHTMLParser, select: Selectors) -> Iterator[LexborNode]:
    within = [node for text in select.links for node in tree.css(text)] if select.links else [tree.root]
    for node in within:
        if node is not None:
            yield from node.css("a[href], area[href], link[rel='next'][href]")


def _base(tree: LexborHTMLParser, own: WebAddress) -> WebAddress:
    node = tree.css_first("base[href]")
    try:
        return own.leads_to(node.attributes.get("href") or "") if node else own
    except NotUnderstood:
        return own


def _place(node: LexborNode, base: WebAddress) -> WebAddress | None:
    """Where a link leads; None when not to a page, or when the page asks programs not to follow it."""
    href = (node.attributes.get("href") or "").strip()
    if not href or href.startswith("#") or "nofollow" in (node.attributes.get("rel") or "").lower().split():
        return None
    try:
        return base.leads_to(href)
    except NotUnderstood:
        return None


def selected(page: Fetched, select: Selectors) -> bytes:
    """The bytes of a page with only what its source's description points at; as it is when that says nothing.

    :raises NotUnderstood: when the page has no such part: it looks different than it did.
    """
    if not (select.content or select.without) or not is_html(page.media, page.raw):
        return page.raw
    tree = LexborHTMLParser(decode(page.raw, page.address))
    for text in select.without:
        for node in tree.css(text):
            node.decompose()
    if not select.content:
        return (tree.html or "").encode()
    return _rebuilt(tree, select, page.address).encode()


def _rebuilt(tree: LexborHTMLParser, select: Selectors, address: str) -> str:
    parts: dict[int, str] = {}
    for text in select.content:
        parts |= {node.mem_id: node.html or "" for node in tree.css(text)}
    if not parts:
        named = ", ".join(select.content)
        raise NotUnderstood(f"Op deze pagina staat niets waar haar beschrijving naar wijst ({named}).", address)
    told = "".join(node.html or "" for node in tree.css("body script[type='application/ld+json']"))
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or "") if root else ""
    opening = f'<html lang="{language}">' if language.isascii() and language.replace("-", "").isalpha() else "<html>"
    head = tree.head.html or "" if tree.head else ""
    return f"<!doctype html>{opening}{head}<body>{''.join(parts.values())}{told}</body></html>"
