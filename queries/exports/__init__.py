"""The graph in the formats of others: one file a format, read back in the tests by a reader that is not ours.

What goes out is the graph, never the ledger: no text of a page and no quote leaves by this way.
"""

from queries.exports.formats import FORMATS, Exported, Format, export

__all__ = ["FORMATS", "Exported", "Format", "export"]
