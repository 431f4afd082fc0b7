"""The table of themes as sheets: wide for reading, long for reckoning, and the pairs of themes that go together."""

from __future__ import annotations

from queries.results.themes import Themes
from queries.sheets import Sheet, Style, Value

UNKNOWN = "onbekend"


def table_sheet(found: Themes, style: Style) -> Sheet:
    """The table: for a spreadsheet a row an initiative and a column a theme, for a program a row a square."""
    return _wide(found) if style == "dutch" else _long(found)


def lift_sheet(found: Themes, style: Style) -> Sheet:
    """The pairs of themes that go together."""
    dutch = ("thema", "ander thema", "samen", "verwacht", "lift", "genoeg om op te vertrouwen")
    plain = ("theme", "other_theme", "together", "expected", "lift", "trusted")
    rows = [(one.a.name, one.b.name, one.together, one.expected, one.lift, one.trusted) for one in found.lift]
    return Sheet(dutch if style == "dutch" else plain, rows)


def _wide(found: Themes) -> Sheet:
    """Squares hold the number of sources: 0 where sources name other themes, nothing where none names any."""
    themes = [theme for theme in found.themes if theme.initiatives]
    documents = {(cell.initiative, cell.theme): cell.documents for cell in found.cells}
    rows: list[tuple[Value, ...]] = []
    for row in found.rows:
        none: Value = 0 if row.known else None
        squares = (documents.get((row.id, theme.id), none) for theme in themes)
        rows.append((row.name, ", ".join(row.places), row.themes if row.known else UNKNOWN, *squares, row.id))
    return Sheet(("initiatief", "plaats", "aantal thema's", *(theme.name for theme in themes), "nummer"), rows)


def _long(found: Themes) -> Sheet:
    """A row a square; an initiative of which no theme is known has one row with an empty theme."""
    rows = {row.id: row for row in found.rows}
    names = {theme.id: theme.name for theme in found.themes}
    squares: list[tuple[Value, ...]] = [
        (c.initiative, rows[c.initiative].name, c.theme, names[c.theme], c.documents, c.claims, c.own)
        for c in found.cells
    ]
    squares += [(row.id, row.name, None, None, None, None, None) for row in found.rows if not row.known]
    return Sheet(("initiative_id", "initiative", "theme_id", "theme", "documents", "claims", "own"), squares)
