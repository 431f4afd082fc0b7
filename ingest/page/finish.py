"""What only the whole page shows: header lines that are no headings, and teasers and menus at its end."""

from __future__ import annotations

import re

from ingest.page.assemble import Draft, Piece, read_words
from ingest.page.chrome import CHROME_HEADING
from ingest.page.labels import is_label
from ingest.page.plain_lines import TIME_LED
from ingest.page.plain_shapes import CLOCK, MONTH, is_menu
from ingest.page.published import byline

_WHEN = re.compile(
    r"\W*(?:(?:aanvang|vanaf|van|start|tijd|inloop|om|zaal open)\W+)?(?:(?:ma|di|wo|do|vr|za|zo)[a-z]{0,7}\.? )?"
    r"(?:\d{1,2}(?:e)? (?:t/m|tot en met|en|-|–) (?:\w+dag )?)?"
    r"(?:\d{1,2}(?:e|\.)? (?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
    r"|\d{1,2}[:.]\d\d)",
    re.I,
)
_BRACKETED = re.compile(r"(?:\[ ?[^\[\]]{1,40} ?\]\s*)+")
# "wo 3 juni | 10.00 uur | Stamtafel": more than when.
_PARTED = " | "
_LONG = 120


def mark_meta(text: str, drafts: list[Draft]) -> None:
    """Short lines that begin with a date or time, and the place that follows them, are no headings."""
    title = next((i for i, d in enumerate(drafts) if d.kind == "title"), -1)
    before = ""
    for i, draft in enumerate(drafts):
        words = read_words(text, draft.pieces) if i > title and draft.kind in ("heading", "paragraph") else ""
        if 0 < len(words) < 90 and words[-1] not in ":?" and _PARTED not in words:
            below = drafts[i + 1] if i + 1 < len(drafts) else None
            on_text = below is not None and below.kind == "paragraph" and below.end - below.start >= 90
            label = _label(words, before, on_text)
            if label:
                draft.kind, draft.level, draft.label = "meta", 0, label if byline(words) is None else "posted"
        before = draft.label if draft.kind == "meta" else ""


def _label(words: str, before: str, on_text: bool) -> str:
    if _WHEN.match(words) and len(words.split()) <= 14:
        return "date" if MONTH.search(words) else "time"
    if before not in ("date", "time") or len(words.split()) > 8 or CLOCK.search(words):
        return ""
    named = words[-1:] not in ".!" and (not on_text or "," in words) and not is_label(words)
    return "place" if named else ""


def mark_rows(text: str, drafts: list[Draft]) -> None:
    """Paragraphs and items that begin with a time, two or more in a row, are rows of a programme."""
    led = [TIME_LED.match(text, d.start, d.end) if d.kind in ("paragraph", "item") else None for d in drafts]
    for i, (draft, time) in enumerate(zip(drafts, led, strict=True)):
        if time is None or time.end() == draft.end or not any(led[max(0, i - 1) : i] + led[i + 1 : i + 2]):
            continue
        start = time.end()
        while start < draft.end and text[start] in " :|–-":
            start += 1
        first = [Piece(draft.start, time.end(), " | ")]
        rest = [Piece(max(p.start, start), p.end, p.joiner) for p in draft.pieces if p.end > start]
        if rest:
            rest[0].joiner = " | "
            draft.kind, draft.level, draft.cells = "row", 0, [(first, ""), (rest, "")]


def without_tail(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts without the teasers, menus and notices that stand behind the last running text."""
    last = max((i for i, d in enumerate(drafts) if _runs(text, d)), default=-1)
    kept = drafts[: last + 1]
    for i in range(last + 1, len(drafts)):
        draft = drafts[i]
        words = read_words(text, draft.pieces)
        heads = len(words) < 50 and (draft.kind == "heading" or words.endswith(":"))
        # "Agenda" above all that a page has is its title: what is told below is no rest of the site.
        told = any(d.kind not in ("title", "heading", "meta") for d in kept)
        if heads and told and CHROME_HEADING.match(words):
            return kept + [d for d in drafts[i:] if d.kind == "taxonomy"]
        if draft.kind in ("taxonomy", "row") or not _is_menu(text[draft.start : draft.end]):
            kept.append(draft)
    return kept


def _runs(text: str, draft: Draft) -> bool:
    return draft.kind in ("paragraph", "label", "quote", "item") and draft.end - draft.start > _LONG


def _is_menu(line: str) -> bool:
    return is_menu(line) or _BRACKETED.fullmatch(line) is not None
