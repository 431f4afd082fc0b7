"""Covering spans of a text at equal length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from queries.masking.emails import private_emails
from queries.masking.erased import ErasedNames, erased_names
from queries.masking.parts import NO_PARTS, Parts, lone_parts, parts_of
from queries.masking.phones import any_phones, private_phones

COVER = "█"
_Span = tuple[int, int]
_CALL = re.compile(r"\s*(?:tel|sms|callto|whatsapp|facetime|skype):|.{0,40}(?:wa\.me|whatsapp\.com)/", re.I)


def mask(text: str, erased: ErasedNames | None = None) -> str:
    """The text with private contact data and erased names covered; exactly as long as it was."""
    covered_once = covered(text, [*private_emails(text), *private_phones(text)])
    return forget(covered_once, erased) if erased else covered_once


def forget(text: str, erased: ErasedNames, parts: Parts = NO_PARTS) -> str:
    """The text with erased names covered: in full, and where it gives one in full also its parts by themselves.

    :param parts: parts of names that are given in full elsewhere on the same page.
    """
    spans = list(erased_names(text, erased))
    all_parts = parts | parts_of(text[start:end] for start, end in spans)
    if all_parts:
        spans += lone_parts(covered(text, spans), all_parts)
    return covered(text, spans) if spans else text


def names_in(text: str, erased: ErasedNames) -> bool:
    """Whether a text, or an address as it is read, gives an erased name."""
    plain = unquote(text) if "%" in text else text
    return any(True for _ in erased_names(plain, erased))


def parts_in(text: str, erased: ErasedNames) -> Parts:
    """The parts of the erased names that a text gives in full."""
    return parts_of(text[start:end] for start, end in erased_names(text, erased))


def mask_target(target: str, erased: ErasedNames | None = None) -> str:
    """A link's target with private addresses, every personal number and erased names covered.

    A target has no line around it that could show a landline to be an organisation's, so landlines go too.
    """
    if not target or target[0] == "#":
        return target
    plain = unquote(target) if "%" in target else target
    spans = [*private_emails(plain), *(any_phones(plain) if _CALL.match(plain) else private_phones(plain))]
    if erased:
        spans += erased_names(plain, erased)
    if not spans:
        return target
    return covered(plain, spans)


def covered(text: str, spans: Iterable[_Span]) -> str:
    """The text with the given spans covered; white space within them stays, so that lines keep their shape."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end <= start:
            continue
        parts.append(text[at:start])
        parts.append("".join(c if c.isspace() else COVER for c in text[start:end]))
        at = end
    if not parts:
        return text
    parts.append(text[at:])
    return "".join(parts)
