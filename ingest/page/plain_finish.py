"""What only the whole page shows: header lines that are no headings, and teasers and menus at its end."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, read_pieces
from ingest.page.chrome import CHROME_HEADING
from ingest.page.plain_shapes import CLOCK, MONTH, is_menu
from ingest.page.published import byline

_WHEN = re.compile(
    r"\W*(?:(?:aanvang|vanaf|van|start|tijd|inloop|om|zaal open)\W+)?(?:(?:ma|di|wo|do|vr|za|zo)[a-z]{0,7}\.? )?"
    r"(?:\d{1,2}(?:e)? (?:t/m|tot en met|en|-|–) (?:\w+dag )?)?(?:\d{1,2}(?:e)? (?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
    r"|\d{1,2}[:.]\d\d)",
    re.I,
)
_LONG = 120


def mark_meta(text: str, drafts: list[Draft]) -> None:
    """Short lines that begin with a date or time, and the place that follows them, are no headings."""
    title = next((i for i, d in enumerate(drafts) if d.kind == "title"), -1)
    before = ""
    for i, draft in enumerate(drafts):
        words, _ = read_pieces(text, draft.pieces)
        if i > title and draft.kind in ("heading", "paragraph") and len(words) < 90 and words[-1:] not in ":?":
            follows = drafts[i + 1].kind if i + 1 < len(drafts) else ""
            label = _label(words, before, follows)
            if label:
                draft.kind, draft.level, draft.label = "meta", 0, label if byline(words) is None else "posted"
        before = draft.label if draft.kind == "meta" else ""


def _label(words: str, before: str, follows: str) -> str:
    if _WHEN.match(words) and len(words.split()) <= 14:
        return "date" if MONTH.search(words) else "time"
    place = before in ("date", "time") and len(words.split()) <= 8 and CLOCK.search(words) is None
    return "place" if place and words[-1:] != "." and (follows != "paragraph" or "," in words) else ""


def without_tail(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts without the teasers, menus and notices that stand behind the last running text."""
    last = max((i for i, d in enumerate(drafts) if _runs(text, d)), default=-1)
    kept = drafts[: last + 1]
    for i in range(last + 1, len(drafts)):
        draft = drafts[i]
        words, _ = read_pieces(text, draft.pieces)
        if draft.kind in ("heading", "paragraph", "label") and CHROME_HEADING.match(words or draft.label):
            return kept + [d for d in drafts[i:] if d.kind == "taxonomy"]
        if draft.kind == "taxonomy" or not _is_menu(text[draft.start : draft.end]):
            kept.append(draft)
    return kept


def _runs(text: str, draft: Draft) -> bool:
    return draft.kind in ("paragraph", "label", "quote", "item") and draft.end - draft.start > _LONG


def _is_menu(line: str) -> bool:
    return is_menu(line) or bool(re.fullmatch(r"(?:\[ ?[^\[\]]{1,40} ?\]\s*)+", line))
