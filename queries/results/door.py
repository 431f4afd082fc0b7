"""What comes through the researchers' door: a table."""

from __future__ import annotations

from typing import Any

from queries.results.shapes import Shape


class Table(Shape):
    """The answer to a question in Cypher. ``cut``: there are more rows than the door gives.

    Things are their fields, links their fields with ``type``, paths ``{things, links}``; times are ISO 8601.
    An answer without rows may be without columns too: the embedded engine then names none.
    ``version`` is the version of the graph that was read, null when somebody wrote meanwhile.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    cut: bool = False
    version: int | None
