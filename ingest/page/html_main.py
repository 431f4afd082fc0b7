"""Which heading is the page's title, which element holds its own content, and what in there is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ingest.page.chrome import CHROME_HEADING, CHROME_ROLES, chrome_by_name
from ingest.page.html_around import around
from ingest.page.html_kinds import is_control
from ingest.page.html_tree import BLOCKS, HEADINGS, Element, Tree
from ingest.page.labels import TAXONOMY, leads_taxonomy

_SITE = re.compile(r"\s+[|»•·–—-]\s+|\s*[|»]\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WORD = re.compile(r"\w+")
SHARE_OF_TEXT = 0.72
_THEMES_BEGIN, _LONGEST_THEMES = 120, 400  # characters
MOST_HEADINGS = 80  # a title stands among the first


@dataclass(slots=True)
class Main:
    """``title`` is the index of the title's element or -1; ``root`` holds the content; ``pruned`` is left out."""

    title: int
    title_text: str
    root: int
    pruned: set[int]


def find_main(tree: Tree, told_titles: list[str]) -> Main:
    """The page's own content. ``told_titles`` are titles that its structured data gives."""
    told = [t for t in (tree.head_title, *told_titles) if t]
    title = _find_title(tree, told)
    protected = set(tree.ancestors(title)) | {title} if title >= 0 else set()
    pruned = _prune(tree, protected)
    pruned |= around(tree, title, pruned)
    root = _find_root(tree, title, pruned)
    text = tree.words(title) if title >= 0 else head_title(tree.head_title)
    return Main(title, text, root, pruned)


def head_title(told: str) -> str:
    """The page's part of a ``<title>``, without the name of the site behind it."""
    parts = [p for p in _SITE.split(told) if p and p.strip()]
    return parts[0].strip() if parts else told.strip()


def plain(text: str) -> str:
    """A title for comparing: letters and digits only, without case and diacritics."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


def _find_title(tree: Tree, told: list[str]) -> int:
    told_plain = [plain(t) for t in told]
    every = (i for i, e in enumerate(tree.elements) if e.size and HEADINGS.get(e.tag, 9) <= 4)
    # What stands in a control is not written, so it can be no title.
    written = (i for i in every if not any(is_control(tree, tree.elements[a]) for a in tree.ancestors(i)))
    headings = {i: plain(tree.words(i)) for i in islice(written, MOST_HEADINGS)}
    # Behind the title most sites write their name, but some write it before.
    named_last = bool(told) and plain(head_title(told[0])) in headings.values()
    best, best_score = -1, 2.5
    for i, words in headings.items():
        score = _title_score(tree, i, words, told_plain, named_last) - 0.001 * i
        if score > best_score:
            best, best_score = i, score
    return best if best >= 0 else _untagged_title(tree, told)


def _title_score(tree: Tree, i: int, words: str, told: list[str], named_last: bool) -> float:
    score = {1: 3.0, 2: 1.0}.get(HEADINGS[tree.elements[i].tag], 0.0)
    if words and any(t == words or t.startswith(words + " ") for t in told):
        score += 4.0
    elif named_last and words and told[0].endswith(" " + words):
        score -= 2.0
    whole = tree.elements[0].size
    for a in tree.ancestors(i):
        holder = tree.elements[a]
        if holder.tag in ("main", "article"):
            score += 0.5
        elif holder.tag in ("nav", "aside", "footer", "dialog"):
            score -= 5.0
        elif holder.size < whole * 0.6 and _chrome_names(holder):
            score -= 2.0
    return score


def _chrome_names(element: Element) -> bool:
    return element.tag not in ("html", "body", "main", "article") and chrome_by_name(element.names)


def _untagged_title(tree: Tree, told: list[str]) -> int:
    wanted = {plain(head_title(t)) for t in told} | {plain(t) for t in told}
    for i, element in enumerate(tree.elements):
        fits = element.tag in BLOCKS and 0 < element.size < 250 and plain(tree.words(i)) in wanted
        if fits and not any(tree.elements[a].tag in ("nav", "footer") for a in tree.ancestors(i)):
            return i
    return -1


def _prune(tree: Tree, protected: set[int]) -> set[int]:
    pruned: set[int] = set()
    i = 0
    in_article = 0  # index up to which an article or main is open
    whole = tree.elements[0].size if tree.elements else 0
    while i < len(tree.elements):
        element = tree.elements[i]
        if element.tag in ("article", "main"):
            in_article = max(in_article, element.end)
        if element.tag and i not in protected and _is_chrome(tree, i, i < in_article, whole):
            pruned.add(i)
            i = element.end
        else:
            i += 1
    return pruned


def _is_chrome(tree: Tree, i: int, in_article: bool, whole: int) -> bool:
    element = tree.elements[i]
    tag, attributes = element.tag, element.attributes
    if tag in ("html", "body", "main"):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style", "")):
        return True
    if tag in ("nav", "dialog", "menu") or attributes.get("role", "") in CHROME_ROLES:
        return True
    if tag in ("header", "footer"):
        return not in_article
    if tag == "aside":
        return not _is_box(tree, i, in_article)
    if tag in ("form", "fieldset"):
        return element.size < max(600, whole // 4)
    if not element.names or tag in HEADINGS or (tag in ("td", "tr", "tbody", "table") and element.size > 300):
        return False
    return (
        element.size < whole * 0.6
        and chrome_by_name(element.names)
        and not _holds_themes(tree.words(i)[:_THEMES_BEGIN])
    )


def _holds_themes(words: str) -> bool:
    """Whether an element begins with the page's themes, or with the line that says that they follow."""
    found = TAXONOMY.search(words)
    return found is not None and (found.start() == 0 or leads_taxonomy(words[: found.end()]))


def _is_box(tree: Tree, i: int, in_article: bool) -> bool:
    """An aside that belongs to the story: a quote or a box of running text, no list of teasers."""
    element = tree.elements[i]
    if re.search(r"quote|citaat|kader|box", element.names):
        return True
    words = tree.words(i)
    linked = sum(e.size for e in tree.elements[i : element.end] if e.tag == "a")
    return in_article and len(words) > 200 and linked < len(words) * 0.2 and not CHROME_HEADING.match(words)


def _find_root(tree: Tree, title: int, pruned: set[int]) -> int:
    body = next((i for i, e in enumerate(tree.elements) if e.tag == "body"), 0)
    if title < 0:
        mains = [i for i, e in enumerate(tree.elements) if e.tag == "main"]
        return mains[0] if len(mains) == 1 else body
    sizes = _content_sizes(tree, pruned)
    for a in tree.ancestors(title):
        if sizes[a] >= SHARE_OF_TEXT * sizes[body] and sizes[a] > tree.elements[title].size:
            return _with_themes(tree, a, pruned)
    return body


def _with_themes(tree: Tree, root: int, pruned: set[int]) -> int:
    """The content, or what holds both it and the page's themes where those stand behind it."""
    themes = next((i for i in _kept_behind(tree, root, pruned) if _is_of_themes(tree, i)), -1)
    for a in tree.ancestors(root) if themes >= 0 else ():
        if a < themes < tree.elements[a].end:
            return a if tree.elements[a].tag in ("main", "article", "div", "section") else root
    return root


def _kept_behind(tree: Tree, root: int, pruned: set[int]) -> Iterator[int]:
    """The elements behind another one, without those that are left out and what they hold."""
    i = tree.elements[root].end
    while i < len(tree.elements):
        if i in pruned:
            i = tree.elements[i].end
            continue
        yield i
        i += 1


def _is_of_themes(tree: Tree, i: int) -> bool:
    element = tree.elements[i]
    return element.tag in BLOCKS and 0 < element.size < _LONGEST_THEMES and _holds_themes(tree.words(i))


def _content_sizes(tree: Tree, pruned: set[int]) -> list[int]:
    sizes = [0] * len(tree.elements)
    i = 0
    own: list[int] = []
    while i < len(tree.elements):
        if i in pruned:
            i = tree.elements[i].end
            continue
        own.append(i)
        i += 1
    for i in reversed(own):
        element = tree.elements[i]
        if element.tag == "":
            sizes[i] = element.size
        if element.parent >= 0:
            sizes[element.parent] += sizes[i]
    return sizes
