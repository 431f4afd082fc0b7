"""What is asked of near, checked once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph_model.errors import BadQuestion
from graph_model.names import fold
from queries.as_of import day_of, months_before
from queries.as_of import now as this_moment
from queries.paging import check_page

DEFAULT_KM = 15.0
DEFAULT_LIMIT = 20
MAX_KM = 400.0
MAX_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Wish:
    """Which initiatives are wanted, and how much of the answer.

    ``form``: a form of initiative, or a part of its word. ``fresh``: seen or confirmed in so many months, 0 for any
    time. ``as_of``: a date (EDTF). ``explain``: take the scores apart. ``at``: by when ties have ended.
    """

    km: float
    theme: str
    form: str
    fresh: int
    as_of: str
    after: int
    limit: int
    explain: bool
    at: datetime

    @classmethod
    def of(
        cls, km: float, theme: str, form: str, fresh: int, as_of: str, after: int, limit: int, explain: bool,
        now: datetime | None,
    ) -> Wish:  # fmt: skip
        """The wish, when it makes sense; :raises BadQuestion: it does not."""
        check_page(after, limit)
        if not 0 < km <= MAX_KM:
            raise BadQuestion(f"Kies een straal van meer dan 0 en hoogstens {MAX_KM:.0f} km.")
        if not 0 <= fresh <= MAX_MONTHS:
            raise BadQuestion(f"Vraag naar 0 tot en met {MAX_MONTHS} maanden.")
        if form and not fold(form):
            raise BadQuestion(f"{form!r} is geen vorm van een initiatief.")
        return cls(km, theme, form, fresh, as_of, after, limit, explain, day_of(as_of) or now or this_moment())

    @property
    def day(self) -> datetime | None:
        """The last moment of the day that is asked about; None when none is."""
        return day_of(self.as_of)

    @property
    def since(self) -> datetime | None:
        """Since when it must have been seen; None when that does not matter."""
        return months_before(self.at, self.fresh) if self.fresh else None

    def has_form(self, form: str | None) -> bool:
        """Whether a form is the one that is wanted: "coöperatie" is also each "zorgcoöperatie"."""
        if not self.form:
            return True
        return _folded(self.form) in _folded(form or "")


def _folded(word: str) -> str:
    return fold(word).replace(" ", "")
