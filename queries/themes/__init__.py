"""Which initiatives are about which themes, by how many sources, and of which nobody says.

An initiative is about a theme when a source says so of itself (``own``), or of a gathering that it organises, hosts,
belongs to or takes part in, or that presents it, or of a document that it made or that presents it. An initiative of
which no source names any theme is *unknown*: that is something else than one that is about none.
"""

from queries.themes.answer import DEFAULT_LIMIT, themes

__all__ = ["DEFAULT_LIMIT", "themes"]
