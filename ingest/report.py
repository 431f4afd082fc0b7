"""The report of a run: what was read, what that changed, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from pydantic import Field

from ingest.understand import Understood
from queries.ledger.records import Outcome, PageOutcome
from queries.results import Shape


class Trouble(Shape):
    """A source, page or sentence that could not be taken in, and why, in Dutch."""

    source: str
    message: str


Foresees = Literal["comes", "changes", "goes", "stays"]


class Foreseen(Shape):
    """What a run would do with one thing that a page says, as a Dutch sentence; ``stays``: other sources say it too.

    ``weak``: too unsure to be shown, before and after.
    """

    page: str
    what: Foresees
    words: str
    weak: bool = False


class RegisterReport(Shape):
    """What became of a register: the rows that went in, and the sources that they cite, by their outcome.

    These sources were not read, so they count as no pages.
    """

    title: str
    rows: int
    sources: int
    outcomes: dict[str, int] = Field(default_factory=dict)


class GonePage(Shape):
    """A page that was read before and is not there now.

    ``address`` is what was asked for, ``pages`` what was read from it, ``status`` the answer (404 or 410; 0 when
    somebody says so), ``since`` when that was first seen. What it said lapses after ``grace`` days.
    """

    address: str
    pages: tuple[str, ...]
    status: int
    since: str
    source: str = ""
    grace: int

    @property
    def lapses(self) -> str:
        """The day on which what it said lapses, ISO 8601; it is withdrawn by the first reading after that."""
        return (datetime.fromisoformat(self.since) + timedelta(days=self.grace)).date().isoformat()


class SourceReport(Shape):
    """What became of a described source: how many pages, how many things of each kind, and what was not expected."""

    name: str
    title: str
    pages: int
    found: dict[str, int] = Field(default_factory=dict)
    unexpected: tuple[str, ...] = ()


class SecondReport(Shape):
    """What a language model was asked in a run, and what became of its replies.

    ``asked`` pages got a new reply, ``kept`` one that was kept before, ``unasked`` none for want of budget or of a
    server that answers; ``stayed`` may not leave this machine, ``instructing`` speak to the model. ``unread`` counts
    pages without a reply by the reason, ``dropped`` what the gate did not let through.
    """

    model: str
    asked: int = 0
    kept: int = 0
    calls: int = 0
    tokens: int = 0
    stayed: int = 0
    instructing: int = 0
    unasked: int = 0
    unread: dict[str, int] = Field(default_factory=dict)
    dropped: dict[str, int] = Field(default_factory=dict)


class Prospect(Shape):
    """What a language model would be asked: nothing of it was sent.

    ``pages`` that it has not answered before as far as can be told without the graph, their ``characters``, the
    ``calls`` and ``tokens`` that these would take, and for how many ``seconds``, roughly. ``stayed`` and
    ``instructing`` as in a run.
    """

    model: str
    address: str
    pages: int = 0
    characters: int = 0
    calls: int = 0
    tokens: int = 0
    seconds: int = 0
    stayed: int = 0
    instructing: int = 0


class RunReport(Shape):
    """What a run did. A page counts as read only once it is kept (in a dry run: once it is understood).

    ``outcomes`` counts pages by what became of them (new, changed, unchanged, older, restored); ``added``, ``updated``
    and ``retired`` count claims; ``people_left_out`` those without a public role, per page. ``rejected`` are statements
    that the schema has no place for; ``faults`` are ours. In a dry run ``foreseen`` says line by line what would
    become of claims, and ``would_be`` of how many pages what.
    """

    run: str | None = None
    dry_run: bool = False
    pages: int = 0
    outcomes: dict[str, int] = Field(default_factory=dict)
    registers: tuple[RegisterReport, ...] = ()
    sources: tuple[SourceReport, ...] = ()
    gone: tuple[GonePage, ...] = ()
    claims: int = 0
    added: int = 0
    updated: int = 0
    retired: int = 0
    people_left_out: int = 0
    not_understood: tuple[Trouble, ...] = ()
    faults: tuple[Trouble, ...] = ()
    rejected: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    would_be: dict[str, int] = Field(default_factory=dict)
    foreseen: tuple[Foreseen, ...] = ()
    second: SecondReport | None = None
    prospect: Prospect | None = None

    @property
    def status(self) -> str:
        """In one word, for the list of runs."""
        unread = self.second is not None and bool(self.second.unread)
        return "partly" if self.not_understood or self.faults or self.unexpected or unread else "done"

    @property
    def unexpected(self) -> tuple[str, ...]:
        """What described sources gave too little or too much of."""
        return tuple(told for source in self.sources for told in source.unexpected)

    def counts(self) -> dict[str, int]:
        """The numbers, for the ledger."""
        return {
            "pages": self.pages, **self.outcomes, **self._rows(), **self._on_web(),
            "added": self.added, "updated": self.updated, "retired": self.retired,
            "people_left_out": self.people_left_out, "not_understood": len(self.not_understood),
            "faults": len(self.faults), "rejected": len(self.rejected), **self._asked(),
        }  # fmt: skip

    def _asked(self) -> dict[str, int]:
        return {"calls": self.second.calls, "tokens": self.second.tokens} if self.second else {}

    def _rows(self) -> dict[str, int]:
        return {"rows": sum(register.rows for register in self.registers)} if self.registers else {}

    def _on_web(self) -> dict[str, int]:
        told = {"gone": len(self.gone), "unexpected": len(self.unexpected)}
        return {name: count for name, count in told.items() if count}


class UndoneReport(Shape):
    """What taking back a run did: how many pages are as they were, and the keys of those changed since."""

    run: str
    pages: int
    kept: tuple[str, ...]


class Tally:
    """Gathers a report while a run goes on."""

    def __init__(self, notes: tuple[str, ...] = ()) -> None:
        self._outcomes: dict[str, int] = {}
        self._numbers = {"claims": 0, "added": 0, "updated": 0, "retired": 0, "people_left_out": 0}
        self._not_understood: list[Trouble] = []
        self._faults: list[Trouble] = []
        self._rejected: list[Trouble] = []
        self._notes = list(notes)
        self._registers: list[RegisterReport] = []
        self._sources: list[SourceReport] = []
        self._gone: list[GonePage] = []
        self._would_be: dict[str, int] = {}
        self._foreseen: list[Foreseen] = []
        self._second: SecondReport | None = None

    def register(self, title: str, rows: int, sources: int, claims: int, left_out: int) -> None:
        """A register was read: its rows, the sources they cite, their claims, the people without a public role."""
        self._registers.append(RegisterReport(title=title, rows=rows, sources=sources))
        self._numbers["claims"] += claims
        self._numbers["people_left_out"] += left_out

    def source(self, report: SourceReport) -> None:
        """A described source was walked through."""
        self._sources.append(report)

    def gone(self, page: GonePage) -> None:
        """A page that was read before is not there now."""
        self._gone.append(page)

    def foresee(self, outcome: Outcome, lines: Iterable[Foreseen]) -> None:
        """What would become of a page, and of what it says."""
        self._would_be[str(outcome)] = self._would_be.get(str(outcome), 0) + 1
        self._foreseen += lines

    def cited(self, outcome: PageOutcome) -> None:
        """What the last register says of a source is kept, with this outcome."""
        register = self._registers[-1]
        register.outcomes[outcome.outcome] = register.outcomes.get(outcome.outcome, 0) + 1
        self._add(outcome)

    def kept(self, outcome: PageOutcome) -> None:
        """A page is kept, with this outcome."""
        self.count(outcome.outcome)
        self._add(outcome)

    def second(self, report: SecondReport) -> None:
        """A language model read too."""
        self._second = report

    def beside(self, outcome: PageOutcome) -> None:
        """What a further reader says of a page that was counted already is kept."""
        self._add(outcome)

    def _add(self, outcome: PageOutcome) -> None:
        for name in ("added", "updated", "retired"):
            self._numbers[name] += getattr(outcome, name)

    def count(self, outcome: Outcome | str, pages: int = 1) -> None:
        """So many more pages with this outcome."""
        self._outcomes[str(outcome)] = self._outcomes.get(str(outcome), 0) + pages

    def understood(self, name: str, found: Understood) -> None:
        """A page was read: what it claims, whom the graph does not take in, what has no place, what was not clear."""
        self._numbers["claims"] += len(found.reading.claims)
        self._numbers["people_left_out"] += len(found.left_out)
        self._rejected += [Trouble(source=name, message=message) for message in found.rejected]
        self._notes += [f"{name}: {note}" for note in found.notes]

    def note(self, note: str) -> None:
        self._notes.append(note)

    def not_understood(self, source: str, message: str) -> None:
        self._not_understood.append(Trouble(source=source, message=message))

    def fault(self, source: str, message: str) -> None:
        self._faults.append(Trouble(source=source, message=message))

    def report(self, run: str | None, *, dry_run: bool = False) -> RunReport:
        """The report as it stands."""
        return RunReport(
            run=run, dry_run=dry_run, pages=sum(self._outcomes.values()), outcomes=dict(sorted(self._outcomes.items())),
            registers=tuple(self._registers), sources=tuple(self._sources), gone=tuple(self._gone),
            not_understood=tuple(self._not_understood), faults=tuple(self._faults), rejected=tuple(self._rejected),
            notes=tuple(self._notes), would_be=dict(sorted(self._would_be.items())), foreseen=tuple(self._foreseen),
            second=self._second, **self._numbers,
        )  # fmt: skip
