"""Which of the first lines of a plain text is its title."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, read_pieces
from ingest.page.published import POSTED, byline

_SITE_LINE = re.compile(
    r"^home\b|^agenda\b.{0,30}$|^nieuws\b|^reportage$|^casus \d+|^gemeentenieuws$|^praktijkvoorbeeld|^streeknieuws|"
    r"^nieuwsbrief|^geplaatst|^gepubliceerd|^leestijd|^door |^[^|]{1,16}\||\|[^|]*\||>|^\w+ / \w+$|^download|^rubriek|"
    r"^\(|^printen|^deel |^lees |^voorlezen|^terug|^\*\*\*|^\W*berichten van|^persbericht$|^archief|·|^actueel|^direct naar|"
    r"^menu\b",
    re.I,
)
_MENU = re.compile(r"(?:\S+\s{2,})+\S+$|(?:.{1,40} [|>·/] ){2,}")
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE_ONLY = re.compile(rf"(?:(?:ma|di|wo|do|vr|za|zo)\w*\s+)?(?:\d{{1,2}}[ -])?(?:{_MONTH})(?: \d{{4}})?$", re.I)
_DAY = re.compile(rf"\b\d{{1,2}}\.? (?:{_MONTH})\b|\b\d{{4}}-\d\d-\d\d\b", re.I)
_WEEKDAY = re.compile(r"(?i)^\W*(?:ma|di|wo|do|vr|za|zo)\w*dag\w* \d")
_MAKING = re.compile(r"leestijd|door |tekst|foto|download|jaargang|nummer|geplaatst|gepubliceerd|laatst", re.I)
_GATHERING = re.compile(r"(?:verslag|notulen|uitnodiging|conferentie|symposium|bijeenkomst)\b", re.I)


def pick_title(text: str, drafts: list[Draft]) -> list[Draft]:
    """Mark the title; what stands before it and is a menu or a path is left out."""
    best, best_score = -1, -1.5
    for i, draft in enumerate(drafts[:9]):
        words, _ = read_pieces(text, draft.pieces)
        if draft.kind == "paragraph" and len(words) > 170:
            break
        if draft.kind == "heading" and draft.level == 1:
            best = i
            break
        if draft.kind not in ("heading", "paragraph", "row") or not words or len(words) > 170:
            continue
        score = _score(words, draft, i) + _next_bonus(text, drafts, i)
        if score > best_score + 1e-9:
            best, best_score = i, score
    if best < 0:
        return drafts
    drafts[best].kind, drafts[best].level = "title", 1
    return [d for i, d in enumerate(drafts) if i >= best or not _is_site_line(text, d)]


def _score(words: str, draft: Draft, i: int) -> float:
    score = -0.25 * i
    if _SITE_LINE.search(words) or _MENU.match(words):
        score -= 3
    dated = (
        _DATE_ONLY.match(words)
        or _WEEKDAY.match(words)
        or (words[0].isdigit() and _DAY.search(words) and len(words.split()) < 7)
    )
    if dated or _MAKING.match(words) or byline(words):
        score -= 4
    if len(words.split()) >= 3:
        score += 1.2
    if words.isupper():
        score -= 0.8
    if _GATHERING.match(words):
        score += 1.5
    if draft.kind == "row" or (draft.kind == "paragraph" and words[-1] in ".;,") or words[:1].islower():
        score -= 1.5
    return score


def _next_bonus(text: str, drafts: list[Draft], i: int) -> float:
    if i + 1 >= len(drafts):
        return 0.0
    words, _ = read_pieces(text, drafts[i + 1].pieces)
    return 0.8 if (_DAY.search(words) and len(words) < 90) or POSTED.search(words) else 0.0


def _is_site_line(text: str, draft: Draft) -> bool:
    words = text[draft.start : draft.end]
    return (
        draft.kind in ("heading", "row", "paragraph")
        and (_SITE_LINE.search(words) is not None or _MENU.match(words) is not None)
        and byline(words) is None
    )
