"""How an answer knows that it saw one version of the graph: by looks at the version, before it and after it.

A look of its own is a whole round trip. So it rides along, as one more part of a statement, wherever a question
collects its rows: the parts of a statement are answered one after the other, so what a part saw lies between the looks
before and behind it, as it would between two statements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reading import Runner

_LEDGER = "MATCH (l:Ledger {id: 'ledger'}) "
_SEEN = "RETURN l.version AS version, l.uid AS uid, l.schema AS schema, l.restoring AS restoring"
LOOK = _LEDGER + _SEEN
COUNT = _LEDGER + "SET l.version = l.version + 1 " + _SEEN
HOLD = _LEDGER + "SET l.version = l.version " + _SEEN

_BEFORE, _BEHIND = -2, -1
_RIDING = "RETURN collect({version: l.version, uid: l.uid, schema: l.schema, restoring: l.restoring}) AS rows"
_PARTS = {part: f"{_LEDGER}{_RIDING}, {part} AS part" for part in (_BEFORE, _BEHIND)}

Row = Mapping[str, Any]


def looked(runner: Runner, statement: str) -> Row | None:
    """What a statement found of the ledger; None when there is none."""
    record = runner.run(statement, {}).single()
    return None if record is None else record.data()


@dataclass(slots=True)
class Looks:
    """What one answer saw of the version.

    :param judge: the version in what was found of the ledger, when that is the graph that we talk with.
    :param ride: whether the version may move, so that it is looked at along the way.
    """

    judge: Callable[[Row | None], int]
    ride: bool = True
    still: bool = True
    _version: int | None = None
    _behind: bool = False

    def version(self, runner: Runner) -> int:
        """The version before the first statement."""
        if self._version is None:
            self._saw(looked(runner, LOOK))
        assert self._version is not None
        return self._version

    def begin(self, runner: Runner, statement: str) -> None:
        """Look by a statement of its own, that may be more than a look."""
        self._saw(looked(runner, statement))

    def before(self, runner: Runner) -> None:
        """Before a statement with which no look rides."""
        self.version(runner)
        self._behind = False

    @property
    def around(self) -> tuple[str, str]:
        """What rides before and behind the parts of a statement."""
        if not self.ride:
            return "", ""
        return "" if self._version is not None else _PARTS[_BEFORE], _PARTS[_BEHIND]

    def rode(self, answers: Mapping[int, Sequence[Row]]) -> None:
        """Take in what the looks of ``around`` found."""
        if not self.ride:
            return
        for part in (_BEFORE, _BEHIND)[self._version is not None :]:
            self._saw(next(iter(answers.get(part, ())), None))
        self._behind = True

    def end(self, runner: Runner) -> bool:
        """Whether the version stood still from the first statement up to and with the last."""
        if self.ride and not self._behind:
            self._saw(looked(runner, LOOK))
        return self.still

    def _saw(self, row: Row | None) -> None:
        version = self.judge(row)
        if self._version is None:
            self._version = version
        self.still = self.still and version == self._version
