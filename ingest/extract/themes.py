"""Themes and keywords: the items of a taxonomy line, and what the text calls the theme."""

from __future__ import annotations

import re

from ingest.extract.kinds import Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line

_ITEM = re.compile(r"[^,;|·\n]+")
_SAID = re.compile(
    r"\b(?:had|heeft|met) als thema:? [‘'\"]?([A-ZÀ-Ýa-z][\w ]{2,40}?)[’'\"]?(?=[.,;]| en )|"
    r"\b[Hh]et thema (?:van [^.]{3,40}? )?(?:is|was|luidt)(?: dit jaar)?:? [‘'\"]?([\w][\w ]{2,40}?)[’'\"]?(?=[.,;])|"
    r"\bmet (?:het|als) thema [‘'\"]([^’'\"]{3,60})[’'\"]"
)
_LISTED = re.compile(r"\bde thema(?:’|')s (?:waar[^.]{0,70}?, zoals |zijn |: )([^.]{5,200})\.")
_PARTS = re.compile(r"(?:, | en )(?=[A-ZÀ-Ý])")
_SURE = 0.97
_SAID_SURE = 0.8
_MOST_WORDS = 8


def add_themes(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things with the themes and keywords of the page; names that only stand in a taxonomy line go."""
    found: dict[tuple[str, str], Thing] = {}
    said = "thema" in sheet.low
    for line in sheet.order:
        if line.block.kind == "taxonomy" and line.block.label:
            kind = "Theme" if line.block.label.lower().startswith("thema") else "Keyword"
            for match in _ITEM.finditer(line.block.text):
                _add(found, kind, line, match.start(), match[0].strip(" ."), _SURE, "taxonomy")
        elif said and ("thema" in line.block.text or "Thema" in line.block.text):
            _add_said(found, line)
    keys = {key for kind, key in found if found[(kind, key)].rule == "said"}
    return [t for t in things if t.kind not in ("Theme", "Keyword") and t.key not in keys] + list(found.values())


def _add_said(found: dict[tuple[str, str], Thing], line: Line) -> None:
    for match in _SAID.finditer(line.block.text):
        group = next(n for n in (1, 2, 3) if match[n])
        _add(found, "Theme", line, match.start(group), match[group].strip(), _SAID_SURE, "said")
    for match in _LISTED.finditer(line.block.text):
        offset = match.start(1)
        for part in _PARTS.split(match[1]):
            at = line.block.text.find(part, offset)
            if part[:1].isupper():
                _add(found, "Theme", line, at, part.strip(), _SAID_SURE, "said")


def _add(
    found: dict[tuple[str, str], Thing], kind: str, line: Line, offset: int, name: str, sure: float, rule: str
) -> None:
    key = folded(name)
    if not key or len(name.split()) > _MOST_WORDS or (kind, key) in found:
        return
    offset = line.block.text.find(name, offset)
    i, j = line.token_at(offset), line.token_at(offset + len(name) - 1) + 1
    found[(kind, key)] = Thing(kind, key, name, sure, [(line.index, i, j)], [key], {name: 1}, rule=rule)
