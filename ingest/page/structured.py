"""What a page says of itself to machines: JSON-LD, microdata, Open Graph and ``<time>``.

Each value becomes a line at the end of the stored text, so that a claim from it can quote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

from ingest.page.assemble import DraftItem
from ingest.page.html_lines import Writer
from ingest.page.html_tree import Element, Tree

MARKER = "Gegevens in de pagina:"
_TELLING = re.compile(
    r"(?:name|legalName|alternateName|headline|description|startDate|endDate|doorTime|previousStartDate|eventStatus|"
    r"eventAttendanceMode|datePublished|dateModified|dateCreated|foundingDate|location|address|streetAddress|postalCode|addressLocality|"
    r"addressRegion|addressCountry|organizer|performer|founder|member|memberOf|employee|parentOrganization|"
    r"subOrganization|subEvent|superEvent|author|publisher|creator|editor|sponsor|funder|about|isAccessibleForFree|offers|"
    r"price|priceCurrency|jobTitle|worksFor|affiliation|geo|latitude|longitude|inLanguage|keywords|articleSection|"
    r"telephone|email|audience|audienceType|numberOfEmployees|areaServed|department)"
)
_DULL_TYPES = frozenset(
    """BreadcrumbList ListItem WebSite SearchAction ImageObject ReadAction EntryPoint Comment SiteNavigationElement
    WPHeader WPFooter WPSideBar AggregateRating Rating Review PropertyValueSpecification""".split()
)
_OPEN_GRAPH = {
    "og:title": "name", "og:site_name": "publisher.name", "og:locale": "inLanguage",
    "article:published_time": "datePublished", "article:modified_time": "dateModified",
    "article:section": "articleSection", "article:author": "author.name", "event:start_time": "startDate",
    "event:end_time": "endDate",
}  # fmt: skip
_TAGS = re.compile(r"<[^<>]{1,300}>")
_MAX_LINES = 400
_MAX_VALUE = 600

Described = tuple[str, str, list[tuple[str, str]], int]  # source, type, (name, value), element or -1


def write_structured(tree: Tree, opened_at: dict[int, int], writer: Writer) -> list[DraftItem]:
    """Write the lines and return the items over them."""
    items: list[DraftItem] = []
    lines = 0
    for source, kind, values, element in (*_json_ld(tree), *_microdata(tree, opened_at), *_open_graph(tree)):
        if not values or lines > _MAX_LINES:
            continue
        if not items:
            writer.write(f"\n{MARKER}\n")
        properties: list[tuple[str, int, int]] = []
        for name, value in values[:60]:
            writer.write(f"{kind} {name}: ".lstrip())
            start = writer.write(value)
            properties.append((name, start, writer.write("\n")))
            lines += 1
        items.append(DraftItem(source, kind, properties, opened_at.get(element, -1)))
    return items


def told_titles(tree: Tree) -> list[str]:
    """What Open Graph and JSON-LD call the page."""
    titles = [m.get("content", "") for m in tree.metas if m.get("property", "").lower() == "og:title"]
    for _, _, values, _ in _json_ld(tree):
        titles += [value for name, value in values if name == "headline"]
    return [" ".join(t.split()) for t in titles if t.strip()]


def _json_ld(tree: Tree) -> Iterator[Described]:
    for source in tree.json_ld:
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            yield "json-ld", _type(thing), list(_values(thing, "", 0)), -1


def _things(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:200]
        elif isinstance(thing, dict):
            if "@graph" in thing:
                waiting.insert(0, thing["@graph"])
            elif _type(thing) not in _DULL_TYPES:
                yield thing


def _type(thing: dict[str, object]) -> str:
    kind = thing.get("@type", "")
    if isinstance(kind, list):
        kind = kind[0] if kind else ""
    return str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1][:60]


def _values(thing: dict[str, object], path: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, value in thing.items():
        if not _TELLING.fullmatch(name) or depth > 4:
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                if _type(one) not in _DULL_TYPES:
                    yield from _values(one, f"{path}{name}.", depth + 1)
            elif isinstance(one, str | int | float):
                text = _one_line(str(one).lower() if isinstance(one, bool) else str(one))
                if text:
                    yield path + name, text


def _one_line(value: str) -> str:
    value = _TAGS.sub(" ", unescape(value))
    value = (
        value.rsplit("schema.org/", 1)[-1] if value.startswith(("http://schema.org/", "https://schema.org/")) else value
    )
    return " ".join(value.split())[:_MAX_VALUE].rstrip()


def _open_graph(tree: Tree) -> Iterator[Described]:
    values: list[tuple[str, str]] = []
    for meta in tree.metas:
        name = _OPEN_GRAPH.get(meta.get("property", meta.get("name", "")).lower())
        text = _one_line(meta.get("content", ""))
        if name and text:
            values.append((name, text))
    yield "open-graph", "WebPage", values, -1


def _microdata(tree: Tree, opened_at: dict[int, int]) -> Iterator[Described]:
    for i, element in enumerate(tree.elements):
        if i not in opened_at:
            continue
        if "itemscope" in element.attributes and "itemprop" not in element.attributes:
            kind = element.attributes.get("itemtype", "").rstrip("/").rsplit("/", 1)[-1]
            if kind not in _DULL_TYPES:
                yield "microdata", kind, list(_scoped(tree, i)), i
        elif element.tag == "time" and "datetime" in element.attributes and "itemprop" not in element.attributes:
            yield "time", "", [("datetime", _one_line(element.attributes["datetime"]))], i


def _scoped(tree: Tree, scope: int) -> Iterator[tuple[str, str]]:
    paths: list[tuple[int, str]] = []  # (end of a nested scope, its path)
    i = scope
    while (i := i + 1) < tree.elements[scope].end:
        element = tree.elements[i]
        while paths and paths[-1][0] <= i:
            paths.pop()
        name = element.attributes.get("itemprop", "")
        if not name and "itemscope" in element.attributes:
            i = element.end - 1  # another thing
            continue
        if not name or not _TELLING.fullmatch(name):
            continue
        path = (paths[-1][1] if paths else "") + name
        if "itemscope" in element.attributes:
            paths.append((element.end, path + "."))
        elif value := _one_line(_property(tree, i, element)):
            yield path, value


def _property(tree: Tree, i: int, element: Element) -> str:
    for attribute in ("content", "datetime"):
        if element.attributes.get(attribute):
            return element.attributes[attribute]
    return tree.words(i)
