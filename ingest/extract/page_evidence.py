"""What kind of page it seems to be: named features that speak for its title as a gathering or as a document."""

from __future__ import annotations

import re
from itertools import chain, islice

from ingest.extract.event_candidates import VAGUE
from ingest.extract.lazily import lazily
from ingest.extract.structure import HEADINGS, Sheet
from ingest.extract.words import CLOCK, MONTH, PAST, PRESENT, WEEKDAY, classes_of, is_dated

_WHEN_LABEL = lazily(r"wanneer|datum|tijd|aanvang|waar\b|plaats|locatie", re.IGNORECASE)
_CUES = (
    "gisteren", "vanmiddag", "vanavond", "vandaag", "aanmelden", "meld je", "georganiseerd", "programma", "verslag",
    "notulen", "aanwezig", "was het weer zover", "we waren", "bezoek", "jaarverslag", "over ons", "interview",
    "rondvraag",
    "agenda", "nieuwsbrief", "opening", "inloop",
)  # fmt: skip
_EVENT_CUES = frozenset(("bezoek", "georganiseerd", "aanmelden", "meld je", "programma", "aanwezig"))
_NEAR_DAY = lazily(
    rf"\b(?:\d{{1,2}} {MONTH}|gisteren|gisteravond|vanmiddag|vanavond|vanochtend|komende {WEEKDAY}\w*|"
    rf"afgelopen {WEEKDAY}\w*|(?:begin|eind) {MONTH})\b",
    re.IGNORECASE,
)
_TITLE_WORD = lazily(
    r"\b(?:verslag|notulen|agenda|wetenswaardigheden|nieuwsbrief|over|jaarverslag|casus|uitnodiging|terugblik|"
    r"impressie|nieuws)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
_LEAD_WORD = lazily(
    r"\b(?:gisteren|vanmiddag|vandaag|vorige week|afgelopen|komende|stapte|bezoek|tijdens|volle|zaal)\b"
)


def page_facts(sheet: Sheet) -> list[str]:
    """Features of the page that count for every reading of its title."""
    has_date = any(sheet.lines[x].dated for x in sheet.header)
    has_time = any(CLOCK.search(sheet.lines[x].block.text) for x in sheet.header)
    taxonomy = any(line.block.kind == "taxonomy" for line in sheet.order)
    label = any(line.block.kind == "label" and _WHEN_LABEL.match(line.block.label) for line in sheet.order)
    facts = [f"page:rows={min(sheet.rows, 3)}", f"page:header={has_date or label:d}{has_time:d}{taxonomy:d}"]
    facts += [
        name for name, holds in (
            ("page:taxonomy", taxonomy), ("page:date", has_date), ("page:time", has_time), ("page:when", label),
            ("page:data", bool(sheet.events)), ("page:posted", sheet.page.published is not None),
            ("page:meta", any(sheet.lines[x].block.kind == "meta" for x in sheet.header)),
        ) if holds
    ]  # fmt: skip
    near = _NEAR_DAY.search(_opening(sheet)) is not None
    if near:
        facts.append("page:near")
    about = bool(has_date or label or sheet.events)
    facts.append(f"page:about={about:d}{has_time:d}{near:d}{sheet.rows > 1:d}")
    cues = [cue for cue in _CUES if cue in sheet.low]
    facts += [f"page:cue={cue}" for cue in cues]
    if _EVENT_CUES.intersection(cues):
        facts += ["page:cued", *(["page:cued&near"] if near else [])]
    return [*facts, *_text_facts(sheet)]


def _opening(sheet: Sheet) -> str:
    start = sheet.title.index if sheet.title else -1
    texts = (x.block.text for x in sheet.order if start < x.index and x.block.kind in ("paragraph", "quote", "heading"))
    return " ".join(islice(texts, 8))[:420]


def _text_facts(sheet: Sheet) -> list[str]:
    said = [
        low for line in sheet.order if "event" in chain.from_iterable(line.classes)
        for low, labels in zip(line.lows, line.classes, strict=True) if "event" in labels
    ]  # fmt: skip
    nouns = sum(low not in VAGUE and low[0].isalpha() for low in said)
    heads = [line for line in sheet.order if line.block.kind in (*HEADINGS, "row")]
    dated = sum(line.dated and len(line.block.text) < 120 for line in heads)
    past, present = sheet.count_of(PAST), sheet.count_of(PRESENT)
    facts = [
        f"page:nouns={'0' if not nouns else '1-2' if nouns < 3 else '3-5' if nouns < 6 else '6+'}",
        f"page:dated={min(dated, 4)}",
        f"page:past={'high' if past > present else 'middle' if past * 2 > present else 'low'}",
    ]
    lead = sheet.lines.get(sheet.first)
    if lead is not None:
        head = lead.block.text[:400]
        if is_dated(head):
            facts.append("page:lead-dated")
        word = _LEAD_WORD.search(head)
        if word:
            facts.append(f"page:lead={word[0]}")
    return facts


def title_facts(title: str) -> list[str]:
    """Features of the words of a page's title."""
    facts = []
    if any("event" in classes_of(word) and word not in VAGUE for word in _WORD.findall(title.lower())):
        facts.append("title:noun")
    word = _TITLE_WORD.search(title)
    if word:
        facts.append(f"title:word={word[0].lower()}")
    if "?" in title:
        facts.append("title:question")
    if is_dated(title):
        facts.append("title:dated")
    return facts
