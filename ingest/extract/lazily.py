"""Patterns that are compiled when they are first used: all of a page's take longer to compile than a page to read."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a pattern until one of its methods is asked for, and holds these from then on."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a regular expression, which is looked at no earlier than it is used."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
