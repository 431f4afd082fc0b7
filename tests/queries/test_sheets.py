"""Tables as CSV: read back by a Dutch spreadsheet's rules and by pandas, and never a formula."""

from __future__ import annotations

import csv
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.results.shapes import Ref
from queries.results.themes import Cell, Lift, ThemeCount, ThemeCoverage, ThemedInitiative, Themes
from queries.sheets import STYLES, Sheet, Style, csv_text
from queries.themes.sheet import lift_sheet, table_sheet

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1+1", "\r=1+1", " =1+1", "\ufeff=1+1", "|x",
)  # fmt: skip


def dutch_rows(text: str) -> list[list[str]]:
    """What a Dutch spreadsheet makes of it: UTF-8 by its mark, ``;`` between cells."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_dutch_sheet_has_a_mark_semicolons_commas_in_numbers_and_lines_of_windows() -> None:
    text = csv_text(
        Sheet(("naam", "lift", "zeker"), [("'t Laefhoês; de kring", 2.5, True), ("x", None, False)]), "dutch"
    )
    assert text == '\ufeffnaam;lift;zeker\r\n"\'t Laefhoês; de kring";2,5;ja\r\nx;;nee\r\n'
    found = pd.read_csv(io.BytesIO(text.encode()), sep=";", decimal=",", encoding="utf-8-sig")
    assert found["lift"].tolist()[0] == 2.5
    assert found["naam"].tolist() == ["'t Laefhoês; de kring", "x"]


def test_a_sheet_for_pandas_comes_back_with_its_types() -> None:
    text = csv_text(Sheet(("name", "n", "lift"), [('De "Linde", Emmen', 3, 0.25), ("één\nregel", 0, None)]), "pandas")
    found = pd.read_csv(io.StringIO(text))
    assert found["name"].tolist() == ['De "Linde", Emmen', "één\nregel"]
    assert (found["n"].tolist(), found["lift"].tolist()[0]) == ([3, 0], 0.25)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str, style: Style) -> None:
    written = csv_text(Sheet((text,), [(text,)]), style)
    rows = dutch_rows(written) if style == "dutch" else list(csv.reader(io.StringIO(written, newline="")))
    sheet = openpyxl.Workbook().active
    for row in rows:
        assert row[0].startswith("'")
        sheet.append(row)
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} == {"s"}


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@given(st.lists(st.tuples(texts, st.integers(-5, 10**9), st.floats(0, 1e6)), min_size=1, max_size=8))
@example([("a;b", 0, 1e-07)])
def test_what_is_written_is_read_back(rows: list[tuple[str, int, float]]) -> None:
    found = dutch_rows(csv_text(Sheet(("a", "b", "c"), rows), "dutch"))[1:]
    assert [(int(b), float(c.replace(",", "."))) for _, b, c in found] == [(b, c) for _, b, c in rows]
    for (name, _, _), written in zip(rows, found, strict=True):
        plain = name.lstrip(" \ufeff\u200b\u2060")
        assert written[0] in (plain, "'" + plain.replace("|", "\\|"))


def _themes() -> Themes:
    eat, meet = (
        ThemeCount(id=f"t{n}", kind="Theme", name=name, initiatives=1, documents=2, claims=3, elsewhere=0)
        for n, name in enumerate(("Samen eten", "Ontmoeten"))
    )
    rows = (
        ThemedInitiative(id="o1", kind="Initiative", name="De Linde", places=("Emmen",), themes=2, known=True),
        ThemedInitiative(id="o2", kind="Initiative", name="De Berk", places=(), themes=1, known=True),
        ThemedInitiative(id="o3", kind="Initiative", name="=De Wilg", places=(), themes=0, known=False),
    )
    cells = (
        Cell(theme="t0", initiative="o1", documents=2, claims=3, own=True),
        Cell(theme="t1", initiative="o2", documents=1, claims=1, own=False),
    )
    pair = Lift(
        a=Ref(id="t0", kind="Theme", name="Samen eten"), b=Ref(id="t1", kind="Theme", name="Ontmoeten"), together=1,
        expected=0.5, lift=2.0, trusted=False, words="",
    )  # fmt: skip
    return Themes(
        themes=(eat, meet), initiatives=3, rows=rows, cells=cells, lift=(pair,), lift_total=1, message="", version=1,
        coverage=ThemeCoverage(
            pages=0, sources=2, initiatives_without_theme=1, initiatives_without_place=2, undated=0
        ),
    )  # fmt: skip


def test_the_table_of_themes_opens_with_a_row_an_initiative_and_tells_unknown_from_none() -> None:
    rows = dutch_rows(csv_text(table_sheet(_themes(), "dutch"), "dutch"))
    assert rows == [
        ["initiatief", "plaats", "aantal thema's", "Samen eten", "Ontmoeten", "nummer"],
        ["De Linde", "Emmen", "2", "2", "0", "o1"],
        ["De Berk", "", "1", "0", "1", "o2"],
        ["'=De Wilg", "", "onbekend", "", "", "o3"],
    ]


def test_the_table_of_themes_for_pandas_pivots_into_the_same() -> None:
    found = pd.read_csv(io.StringIO(csv_text(table_sheet(_themes(), "pandas"), "pandas")))
    known = found.dropna(subset=["theme_id"])
    table = known.pivot_table(index="initiative", columns="theme", values="documents", fill_value=0)
    assert table.loc["De Linde", "Samen eten"] == 2
    assert table.loc["De Berk"].to_dict() == {"Ontmoeten": 1.0, "Samen eten": 0.0}
    assert found[found["theme_id"].isna()]["initiative"].tolist() == ["'=De Wilg"]


def test_what_goes_together_is_a_sheet_too() -> None:
    assert dutch_rows(csv_text(lift_sheet(_themes(), "dutch"), "dutch"))[1] == [
        "Samen eten", "Ontmoeten", "1", "0,5", "2,0", "nee",
    ]  # fmt: skip
    plain = pd.read_csv(io.StringIO(csv_text(lift_sheet(_themes(), "pandas"), "pandas")))
    assert (plain["lift"].tolist(), plain["trusted"].tolist()) == ([2.0], [False])
