"""What stands within a line of plain text or Markdown: pieces to read, links, and marks that are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.page.assemble import Piece

_MARKS = re.compile(
    r"(?P<image>!\[[^\[\]]{0,300}\]\([^()\s]{0,800}(?: \"[^\"]{0,200}\")?\))"
    r"|\[(?P<text>[^\[\]]{1,400})\]\((?P<target>[^()\s]{0,800})(?: \"[^\"]{0,200}\")?\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,800})>"
    r"|(?P<bold>\*{2,3}|__)(?=\S)|(?P<unbold>(?<=\S)(?:\*{2,3}|__))"
    r"|(?P<em>(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*]))"
    r"|(?P<prefix>(?<=\n)[ \t]*(?:>[ \t]?|[║│┃|][ \t]+)+)|(?P<edge>[ \t]*[║│┃|][ \t]*(?=\n|$))"
)
_MARKS_BEGIN = "[<*_>║│┃|"
_SPACE = re.compile(r"\s")
_UNREAD = "\xad\u200b\u200c\u200d\u2060\ufeff\ue000-\uf8ff"
_RUN = re.compile(f"[^\\s{_UNREAD}]+(?: [^\\s{_UNREAD}]+)*")
# The same where no two blanks stand side by side: read at one go instead of word by word.
_BREAKS = "".join([c for c in map(chr, range(0x3001)) if c.isspace() and c != " "])
_STRETCH = re.compile(f"[^ {_BREAKS}{_UNREAD}](?:[^{_BREAKS}{_UNREAD}]*[^ {_BREAKS}{_UNREAD}])?")


@dataclass(slots=True)
class Inline:
    """What is read of a stretch of stored text, and the links in it as (start, end, target)."""

    pieces: list[Piece]
    links: list[tuple[int, int, str]]


def inline(text: str, start: int, end: int, joiner: str = " ") -> Inline:
    """Read ``text[start:end]``: marks left out, white space collapsed, soft hyphens dropped."""
    written = text[start:end]
    marked = any(map(written.__contains__, _MARKS_BEGIN))
    if not marked and written.isprintable() and "  " not in written:  # one line of mere words
        begin = start + written.startswith(" ")
        end -= written.endswith(" ")
        return Inline([Piece(begin, end, joiner)] if begin < end else [], [])
    visible: list[tuple[int, int]] = []
    links: list[tuple[int, int, str]] = []
    at = start
    if marked:
        for found in _MARKS.finditer(text, start, end):
            visible.append((at, found.start()))
            at = found.end()
            if found["text"] is not None:
                visible.append(found.span("text"))
                links.append((*found.span("text"), found["target"]))
            elif found["auto"] is not None:
                visible.append(found.span("auto"))
                links.append((*found.span("auto"), found["auto"]))
    visible.append((at, end))
    return Inline(_pieces(text, visible, joiner), links)


def _pieces(text: str, visible: list[tuple[int, int]], joiner: str) -> list[Piece]:
    pieces: list[Piece] = []
    spaced = False
    for a, b in visible:
        at = a
        for run in (_STRETCH if text.find("  ", a, b) < 0 else _RUN).finditer(text, a, b):
            begin, end = run.span()
            # Mostly the break between two lines, seen at its first character.
            spaced = spaced or (at < begin and (text[at].isspace() or _SPACE.search(text, at, begin) is not None))
            pieces.append(Piece(begin, end, " " if spaced else ""))
            spaced = False
            at = end
        spaced = spaced or (at < b and _SPACE.search(text, at, b) is not None)
    if pieces:
        pieces[0].joiner = joiner
    return pieces
