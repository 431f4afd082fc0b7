"""What is wrong in a register, told with file, row and column."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.errors import NotUnderstood


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, as a Dutch sentence. Rows count as a spreadsheet shows them: the header is row 1.

    ``row`` is 0 when the file as a whole is meant, ``column`` is empty when the row is.
    """

    file: str
    message: str
    row: int = 0
    column: str = ""

    @property
    def place(self) -> str:
        """Where it is: "initiatieven.csv, rij 12, kolom website"."""
        parts = (self.file, f"rij {self.row}" if self.row else "", f"kolom {self.column}" if self.column else "")
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class WrongCell(NotUnderstood):
    """A cell, or when ``column`` is empty a row, that says what a register cannot say."""

    def __init__(self, message: str, column: str = "") -> None:
        super().__init__(message)
        self.column = column


class Forgotten(NotUnderstood):
    """A row that names somebody who asked to be forgotten: it is passed over, and not told."""
