"""What stands around a page's own text without a name that says so: by its place, its words and its links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from ingest.page.html_tree import HEADINGS, Element, Tree
from ingest.page.plain_shapes import CLOCK, MONTH
from ingest.page.published import POSTED

_COOKIES = re.compile(
    r"\bcookie(?:s|beleid|verklaring|voorkeuren|instellingen)?\b.{0,300}\b(?:accepte\w+|weiger\w+|akkoord|toestemming|"
    r"instell\w+|voorkeur\w*|beleid|technieken|website|site|meer informatie)\b|\bwaarderen (?:je|uw) privacy\b",
    re.I | re.S,
)
_NEWSLETTER = re.compile(
    r"\b(?:meld (?:je|u) (?:\w+ )?aan voor|schrijf (?:je|u) (?:\w+ )?in (?:voor|op)|ontvang|abonneer (?:je|u) op)\b"
    r".{0,40}\bnieuwsbrief\b",
    re.I | re.S,
)
_LEGAL = re.compile(
    r"©|\b(?:alle rechten voorbehouden|copyright|disclaimer|privacy(?:verklaring|beleid|statement)|sitemap|"
    r"cookie(?:verklaring|beleid)|algemene voorwaarden|toegankelijkheidsverklaring)\b",
    re.I,
)
# One of these stands in whatever is a notice.
_MARKS = (
    "cookie", "privacy", "nieuwsbrief", "©", "rechten voorbehouden", "copyright", "disclaimer", "sitemap",
    "algemene voorwaarden", "toegankelijkheidsverklaring",
)  # fmt: skip
_EVERYWHERE = frozenset(
    """home|startpagina|voorpagina|contact|over ons|wie zijn wij|nieuws|agenda|zoeken|inloggen|mijn account|disclaimer|
    privacy|sitemap|vacatures|webshop|doneren|doneer|english""".replace("\n    ", "").split("|")
)
# The title of a page that is a list of gatherings: dated cards below it are its own.
_LISTING = re.compile(r"agenda|kalender|activiteiten|evenementen|bijeenkomsten|programma|te (?:doen|beleven)\b", re.I)
_ALL_LINKED = 0.9
_GOES_ON = re.compile(r"(?:…|\.\.\.|\[…\]|lees (?:verder|meer)|meer lezen|bekijk|»|>)\W*$", re.I)
_SHARE_BEFORE = 0.35  # of the text, above a title: more than that and it is no title of what follows
_SHARE_NOTICE = 0.4
_SHARE_FOOT = 0.3
_FOOT_FROM = 0.5  # of the text: a foot begins behind it
_LONGEST_NOTICE = 900  # characters
_MOST_PARTS = 400  # elements in a notice, menu or card; what has more is looked at by its parts
_MOST_LINKS = 60
_LONGEST_LETTER = 400
_LONGEST_CARD = 400
_FEWEST_CARDS = 2
_OWN_TEXT = 200  # characters that a page says itself, when its cards are those of other pages


def around(tree: Tree, title: int, pruned: set[int]) -> set[int]:
    """The elements to leave out, given the title's element (-1 for none) and what is left out by its name."""
    if not tree.elements:
        return set()
    found = set(_notices(tree, title, pruned)) | set(_menus(tree, title))
    if title >= 0:
        found |= _before(tree, title, pruned | found)
        found |= set(_cards(tree, title, pruned | found))
    return found


def _before(tree: Tree, title: int, pruned: set[int]) -> set[int]:
    """What stands above the title, but for the lines that say when it was written or is held."""
    path = {title, *tree.ancestors(title)}
    found: set[int] = set()
    i = 0
    while i < title:
        element = tree.elements[i]
        if i in path:
            i += 1
            continue
        if i not in pruned and element.size and not _is_dated(tree, i):
            found.add(i)
        i = element.end
    whole = _own_size(tree, pruned)
    return found if sum(tree.elements[i].size for i in found) < _SHARE_BEFORE * whole else set()


def _is_dated(tree: Tree, i: int) -> bool:
    return tree.elements[i].size <= 160 and _holds_date(tree, i)


def _holds_date(tree: Tree, i: int) -> bool:
    words = tree.words(i)
    return any(pattern.search(words) for pattern in (MONTH, CLOCK, POSTED))


def _notices(tree: Tree, title: int, pruned: set[int]) -> Iterator[int]:
    """Cookie texts, invitations to a newsletter, and the foot of the site."""
    texts = ((i, element.text.lower()) for i, element in enumerate(tree.elements) if element.tag == "")
    marks = [i for i, text in texts if any(map(text.__contains__, _MARKS))]
    if not marks:
        return
    whole = max(tree.elements[0].size, 1)
    path = {title, *tree.ancestors(title)} if title >= 0 else {0}
    read = 0
    i = 0
    while i < len(tree.elements):
        element = tree.elements[i]
        if i in pruned:
            i = element.end
            continue
        if element.tag == "":
            read += element.size
        elif bisect_left(marks, i) == bisect_left(marks, element.end):
            read += element.size
            i = element.end
            continue
        elif i not in path and 0 < element.size <= _LONGEST_NOTICE and _is_notice(tree, i, read / whole):
            yield i
            i = element.end
            continue
        i += 1


def _is_notice(tree: Tree, i: int, at: float) -> bool:
    """Whether an element that begins ``at`` a share of the text is a notice as a whole; outer ones are asked first."""
    element = tree.elements[i]
    share = element.size / max(tree.elements[0].size, 1)
    if HEADINGS.get(element.tag) or share > _SHARE_NOTICE or element.end - i > _MOST_PARTS:
        return False
    words = tree.words(i)
    if _COOKIES.search(words):
        return True
    if element.size <= _LONGEST_LETTER and _NEWSLETTER.search(words):
        return True
    return at >= _FOOT_FROM and share <= _SHARE_FOOT and _is_foot(tree, i)


def _is_foot(tree: Tree, i: int) -> bool:
    """Whether it holds a mark of rights, or a link to a page about rights."""
    for j in range(i, tree.elements[i].end):
        element = tree.elements[j]
        if element.tag == "" and "©" in element.text:
            return True
        if element.tag == "a" and element.size < 60 and _LEGAL.search(tree.words(j)):
            return True
    return False


def _menus(tree: Tree, title: int) -> Iterator[int]:
    """What holds nothing but links, among them two that every site has, such as to its first page."""
    usual = [
        i for i, element in enumerate(tree.elements)
        if element.tag == "a" and element.size < 20 and tree.words(i).lower() in _EVERYWHERE
    ]  # fmt: skip
    path = {title, *tree.ancestors(title)} if title >= 0 else set()
    for link in usual[:_MOST_LINKS]:
        menu = -1
        for i in tree.ancestors(link):
            holder = tree.elements[i]
            if (
                i in path
                or holder.end - i > _MOST_PARTS
                or _linked(tree.elements[i : holder.end]) < _ALL_LINKED * holder.size
            ):
                break
            menu = i
        if menu >= 0 and sum(menu < other < tree.elements[menu].end for other in usual) > 1:
            yield menu


def _cards(tree: Tree, title: int, pruned: set[int]) -> Iterator[int]:
    """Teasers of other pages: alike elements side by side behind the text, each mostly a link."""
    if _running_size(tree, title, pruned) < _OWN_TEXT:
        return
    beside: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    i = tree.elements[title].end
    while i < len(tree.elements):
        element = tree.elements[i]
        if i in pruned:
            i = element.end
            continue
        small = 0 < element.size <= _LONGEST_CARD and element.end - i <= _MOST_PARTS
        if small and element.tag in ("div", "article", "section", "li", "a"):
            beside[element.parent, element.tag, element.names].append(i)
        i += 1
    listing = _LISTING.search(tree.words(title)) is not None
    for alike in beside.values():
        own = listing and all(_holds_date(tree, i) for i in alike)
        if len(alike) >= _FEWEST_CARDS and not own and all(_is_card(tree, i) for i in alike):
            yield from alike


def _is_card(tree: Tree, i: int) -> bool:
    """Whether an element shows another page: a heading within a link, and nothing or little beside the link."""
    inside = tree.elements[i : tree.elements[i].end]
    headed = any(HEADINGS.get(element.tag, 9) > 1 for element in inside if element.tag in HEADINGS)
    return headed and (_linked(inside) >= 0.7 * tree.elements[i].size or bool(_GOES_ON.search(tree.words(i))))


def _linked(elements: list[Element]) -> int:
    """How many characters of some elements are those of links; links do not hold links."""
    return sum(element.size for element in elements if element.tag == "a")


def _own_size(tree: Tree, pruned: set[int]) -> int:
    total = i = 0
    while i < len(tree.elements):
        if i in pruned:
            i = tree.elements[i].end
            continue
        total += tree.elements[i].size if tree.elements[i].tag == "" else 0
        i += 1
    return total


def _running_size(tree: Tree, title: int, pruned: set[int]) -> int:
    """The characters of text behind the title that is in no link and in no heading."""
    total = 0
    i = tree.elements[title].end
    while i < len(tree.elements):
        element = tree.elements[i]
        if i in pruned or element.tag == "a" or element.tag in HEADINGS:
            i = element.end
            continue
        total += element.size if element.tag == "" else 0
        i += 1
    return total
