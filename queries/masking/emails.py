"""E-mail addresses: those of a role or an organisation stay, those of a person are covered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def _words(file: str) -> frozenset[str]:
    return frozenset(files("queries.masking").joinpath(file).read_text(encoding="utf-8").split())


_ROLES = _words("role_words.txt")  # what an address may be called by itself
_WORDS = _words("other_words.txt")  # what the name of an organisation can be made of
# It begins with one set of characters, so that a search passes over all others at a glance.
_AT = re.compile(r"[@\[({<](?:(?<=@)| ?(?:at|apenstaartje) ?[\])}>])", re.I)
_LOCAL = re.compile(r"[\w.+!#$%&'*/=?^`{|}~-]{1,64} ?$")
_DOMAIN = re.compile(r" ?(?P<name>[\w-]{1,63}(?:(?:\.| ?[\[(](?:dot|punt)[\])] ?)[\w-]{1,63}){1,5})", re.I)
_AROUND = "/'.*!#|=?{`-"  # marks of the text around an address

_FREE_MAIL = re.compile(
    r"(?:gmail|hotmail|outlook|live|msn|yahoo|icloud|me|ziggo|kpnmail|kpnplanet|planet|xs4all|upcmail|telenet|skynet|"
    r"home|casema|hetnet|quicknet|tele2|zonnet|chello|freeler|proton|protonmail|gmx)\b",
    re.I,
)
_PARTS = re.compile(r"[._+-]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")


def private_emails(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the e-mail addresses that may not be stored, also of those that spell out the @."""
    for at in _AT.finditer(text):
        local = _LOCAL.search(text, max(0, at.start() - 66), at.start())
        domain = _DOMAIN.match(text, at.end())
        if local is None or domain is None:
            continue
        start = local.start() + len(local[0]) - len(local[0].lstrip(_AROUND))
        name = text[start : local.end()].rstrip()
        if name and not is_role_address(name, domain["name"]):
            yield start, domain.end()


@lru_cache(maxsize=4096)
def is_role_address(local: str, domain: str) -> bool:
    """Whether an address belongs to a role or an organisation rather than to a person.

    Its local part is a role, is made of words that name no person, or is the organisation's own name (the domain's).
    """
    plain = unicodedata.normalize("NFKD", local.casefold())
    plain = "".join(c for c in plain if c.isascii())
    parts = [p for p in _PARTS.split(plain) if p]
    if not parts:
        return False
    whole = "".join(p for p in parts if not p.isdigit())
    if not whole:
        return False
    if not _FREE_MAIL.match(domain) and whole in _own_names(domain):
        return True
    return all(p.isdigit() or p in _ROLES or _made_of_words(p) for p in parts)


def _own_names(domain: str) -> set[str]:
    labels = re.split(r"[^\w-]+", domain.casefold())[:-1]
    names = {label.replace("-", "").replace("_", "") for label in labels if len(label) > 2}
    for label in labels:
        for word in label.split("-"):
            if len(word) > 3 and len(label.split("-")) > 1 and word in _WORDS:
                names.add(word)
    return names - {"www", "mail"}


def _made_of_words(part: str) -> bool:
    """Whether a run of letters can be cut wholly into known words, one of them of four letters or more."""
    n = len(part)
    if n > 48:
        return False
    reach: list[int] = [0] + [-1] * n  # the longest word used to get here
    for i in range(n):
        if reach[i] < 0:
            continue
        for j in range(i + 2, min(i + 20, n) + 1):
            if part[i:j] in _WORDS:
                reach[j] = max(reach[j], reach[i], j - i)
    return reach[n] >= 4
