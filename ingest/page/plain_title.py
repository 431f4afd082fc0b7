"""Which of the first lines of a plain text is its title."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, read_words
from ingest.page.plain_shapes import is_menu
from ingest.page.published import byline, posted

_PATH = re.compile(r"^home\b|^menu\b|^<|^direct naar|^terug\b|\s>\s|\bNL \| EN\b", re.I)
_SITE_LINE = re.compile(
    r"^home\b|^agenda\b.{0,30}$|^nieuws\b(?!: \w)|^reportage$|^casus \d+|^gemeentenieuws$|^praktijkvoorbeeld(?!: \w)|"
    r"^streeknieuws|^nieuwsbrief|^geplaatst|^gepubliceerd|^leestijd|^door |^[^|]{1,16}\||^\w+ / \w+$|"
    r"^download|^rubriek|^\(|^printen|^deel |^lees |^voorlezen|^terug|^\*\*\*|^\W*berichten van|^persbericht$|^archief|"
    r"^actueel|^direct naar|^ga (?:direct )?naar|^menu\b|^<|^(?:\[[^\]]+\]\s*)+$",
    re.I,
)
_LANGUAGES = re.compile(r"\bNL \| EN\b", re.I)
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE_ONLY = re.compile(rf"(?:(?:ma|di|wo|do|vr|za|zo)\w*\s+)?(?:\d{{1,2}}[ -])?(?:{_MONTH})(?: \d{{4}})?$", re.I)
_DAY = re.compile(rf"\b\d{{1,2}}\.? (?:{_MONTH})\b|\b\d{{4}}-\d\d-\d\d\b", re.I)
_DATELINE = re.compile(rf"[\w -]{{2,25}}, (?:\w+dag )?\d{{1,2}} (?:{_MONTH}) \d{{4}}", re.I)
_WEEKDAY = re.compile(r"(?i)^\W*(?:ma|di|wo|do|vr|za|zo)\w*dag\w* \d")
_MAKING = re.compile(r"leestijd|door |tekst|foto|download|jaargang|nummer|geplaatst|gepubliceerd|laatst", re.I)
_EDITION = re.compile(r"(?:digitale )?editie\b|(?:jaargang|nummer|nr\.?) \d", re.I)
_GENERIC = re.compile(
    r"(?:in het kort|van de redactie|voorwoord|inhoud|inleiding|in dit nummer.*|samenvatting)\W*", re.I
)
# "Wat doen we?": a heading of a part, below the name of who tells it.
_OF_PART = re.compile(r"(?:wat|wie|hoe|waar|waarom|wanneer)\b(?: \w+)? (?:we|wij|ons|onze|je|jij)\b(?: \w+)?\?", re.I)
# "VERSLAG (vastgesteld 19 juni)": what the page is, not of what.
_BARE = re.compile(r"(?:concept ?)?(?:verslag|notulen|uitnodiging)\W*(?:\([^()]*\))?", re.I)
_DOUBTFUL = -0.5
_LISTING = re.compile(r"(?:agenda|activiteiten|kalender)(?: [\w’'-]+){0,3}", re.I)
_GATHERING = re.compile(
    r"(?:verslag|jaarverslag|jaarplan|notulen|uitnodiging|conferentie|symposium|bijeenkomst)\b", re.I
)


def mark_title(text: str, drafts: list[Draft]) -> list[Draft]:
    """Mark the title; menus and paths before it are left out."""
    best, best_score = -1, -1.5
    for i, draft in enumerate(drafts[:9]):
        words = read_words(text, draft.pieces)
        if draft.kind == "paragraph" and (len(words) > 170 or (len(words) > 80 and words[-1] == ".")):
            break
        if draft.kind == "heading" and draft.level == 1:
            best = i
            break
        if draft.kind not in ("heading", "paragraph", "row") or not words or len(words) > 170:
            continue
        score = _score(words, draft, i) + _next_bonus(text, drafts, i)
        if score > best_score + 1e-9:
            best, best_score = i, score
    if drafts and _is_listing(text, drafts) and (best_score < _DOUBTFUL or drafts[best].kind != "heading"):
        best = 0
    if best < 0:
        return drafts
    drafts[best].kind, drafts[best].level = "title", 1
    return [d for i, d in enumerate(drafts) if i >= best or not _is_site_line(text, d)]


def _is_listing(text: str, drafts: list[Draft]) -> bool:
    """Whether the first line is ``Agenda`` or the like, above what is to come."""
    return drafts[0].kind == "heading" and _LISTING.fullmatch(read_words(text, drafts[0].pieces)) is not None


def _score(words: str, draft: Draft, i: int) -> float:
    score = -0.25 * i
    if _is_of_site(words) or is_menu(words):
        score -= 3
    dated = (
        _DATE_ONLY.match(words)
        or _WEEKDAY.match(words)
        or (words[0].isdigit() and _DAY.search(words) and len(words.split()) < 7)
        or _DATELINE.fullmatch(words)
    )
    if dated or _MAKING.match(words) or byline(words):
        score -= 4
    if len(words.split()) >= 3:
        score += 1.2
    if words.isupper():
        score -= 0.8 if len(words.split()) < 4 else 0.1
    if _GENERIC.fullmatch(words):
        score -= 2
    if _GATHERING.match(words):
        score += -1 if _BARE.fullmatch(words) else 1.5
    if _OF_PART.fullmatch(words):
        score -= 1
    if draft.kind == "row" or (draft.kind == "paragraph" and words[-1] in ".;,") or words[:1].islower():
        score -= 1.5
    return score


def _is_of_site(words: str) -> bool:
    """Whether a line is one that a site has above all its pages, or has such a line's marks between its words."""
    if ">" in words or "·" in words or words.count("|") > 1:
        return True
    return _SITE_LINE.match(words) is not None or ("|" in words and _LANGUAGES.search(words) is not None)


def _next_bonus(text: str, drafts: list[Draft], i: int) -> float:
    if i + 1 >= len(drafts):
        return 0.0
    words = read_words(text, drafts[i + 1].pieces)
    told = (len(words) < 90 and _DAY.search(words)) or posted(words) or _EDITION.match(words)
    return 0.8 if told else 0.0


def _is_site_line(text: str, draft: Draft) -> bool:
    words = text[draft.start : draft.end]
    path = is_menu(words) or _PATH.search(words) is not None
    return draft.kind in ("heading", "row", "paragraph") and path and byline(words) is None and not posted(words)
