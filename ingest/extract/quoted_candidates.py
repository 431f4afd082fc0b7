"""Candidates between quotation marks and under links: titles of publications, names of sessions and projects."""

from __future__ import annotations

import re

from ingest.extract.candidates import Pool
from ingest.extract.tokens import Line
from ingest.extract.words import classes_of

_QUOTED = re.compile(r"[‘'\"“]([A-ZÀ-Ý][^‘’'\"“”]*(?:[’'](?:t|s|n|m)\b[^‘’'\"“”]*)*)[’'\"”]")
_MARKED = re.compile("[‘'\"“]")
_HEADS = ("doc", "series", "event", "init", "theme")
_MAX_WORDS = 18
_GATHERING = re.compile(
    r"(?:in het teken (?:van|stond|staat)|met als titel|onder de titel|over de vraag|stond de vraag)[^.]{0,20}$",
    re.IGNORECASE,
)


def add_quoted(pool: Pool, line: Line) -> None:
    """Quoted stretches that begin with a capital."""
    if not _MARKED.search(line.block.text):
        return
    for match in _QUOTED.finditer(line.block.text):
        text = match[1].rstrip(".,!?")
        size = len(text.split())
        if not 1 <= size <= _MAX_WORDS:
            continue
        i = line.token_at(match.start(1))
        j = line.token_at(match.start(1) + len(text) - 1) + 1
        before = line.lows[max(0, i - 5) : i]
        features = [
            "quoted", f"quoted:size={min(size, 6)}", f"quoted:before={line.lows[i - 2] if i > 1 else '^'}",
            f"quoted:end={match[0][-2] if match[0][-2] in '.,!?' else 'w'}",
            f"quoted:after={line.lows[j + 1] if j + 1 < len(line.lows) else '$'}",
        ]  # fmt: skip
        features += [f"quoted:head={label}" for label in _HEADS if any(label in classes_of(low) for low in before)]
        if line.block.kind == "quote":
            features.append("quoted:block")
        ahead = line.block.text[max(0, match.start() - 90) : match.start()]
        if _GATHERING.search(ahead) and any("event" in classes_of(low) for low in line.lows[max(0, i - 12) : i]):
            features.append("quoted:gathering")
        pool.add(text, "quote", line, i, j, tuple(features))


def add_linked(pool: Pool, line: Line) -> None:
    """The words of a hyperlink."""
    for link in line.block.links:
        text = link.text.strip()
        if not text or not 1 <= len(text.split()) <= _MAX_WORDS or not any(c.isupper() for c in text[:3]):
            continue
        offset = line.block.text.find(text)
        if offset < 0:
            continue
        i, j = line.token_at(offset), line.token_at(offset + len(text) - 1) + 1
        before = line.lows[max(0, i - 3) : i]
        head = next((label for label in _HEADS if any(label in classes_of(low) for low in before)), "-")
        whole = ("linked:whole",) if text == line.block.text.strip() else ()
        pool.add(
            text,
            "link",
            line,
            i,
            j,
            ("linked", f"linked:head={head}", f"linked:size={min(len(text.split()), 6)}", *whole),
        )
