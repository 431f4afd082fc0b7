"""How fast and how much is asked: several calls at once, a rate, a budget, and patience with a server that fails."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from graph_model.errors import NotUnderstood
from ingest.second_reader.endpoint import Hiccup

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Limits:
    """``parallel`` calls at once; ``per_minute``, ``max_calls`` and ``max_tokens`` in one run (0: no limit).

    A call is tried ``tries`` times, with ``backoff`` seconds and then twice as long each time; what a server asks for
    (Retry-After) is honoured up to ``longest_wait``. After ``strikes`` pages in a row without an answer the server is
    left alone for the rest of the run.
    """

    parallel: int = 4
    per_minute: int = 0
    max_calls: int = 0
    max_tokens: int = 0
    tries: int = 3
    backoff: float = 2.0
    longest_wait: float = 120.0
    strikes: int = 5


class BudgetSpent(NotUnderstood):
    """The budget of this run does not hold the calls of another page."""


class GivenUp(NotUnderstood):
    """The server did not answer for several pages in a row, or refused the key: it is not asked any more."""


class Stopped(NotUnderstood):
    """The run ended while a page was still waiting for its turn."""


class Purse:
    """What was spent of the budget; several threads may spend at once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self.calls = 0
        self.tokens = 0
        self._reserved = 0

    def reserve(self, calls: int, tokens: int) -> None:
        """Put aside what a page will take.

        :raises BudgetSpent: when that is more than is left; nothing of the page is asked then.
        """
        with self._lock:
            most_calls, most_tokens = self._limits.max_calls, self._limits.max_tokens
            if most_calls and self.calls + calls > most_calls:
                raise BudgetSpent("Het aantal vragen van deze run is op (--max-calls).")
            if most_tokens and self.tokens + self._reserved + tokens > most_tokens:
                raise BudgetSpent("Het aantal tokens van deze run is op (--max-tokens).")
            self.calls += calls
            self._reserved += tokens

    def settle(self, reserved: int, spent: int) -> None:
        """What a page took in the end, in the place of what was put aside for it."""
        with self._lock:
            self._reserved -= reserved
            self.tokens += spent


class Turnstile:
    """Lets calls through at the rate that was set, and none while the server asks to wait."""

    def __init__(self, limits: Limits, clock: Clock = monotonic) -> None:
        self._pause = 60 / limits.per_minute if limits.per_minute else 0.0
        self._clock = clock
        self._lock = threading.Lock()
        self._next = 0.0
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Nobody waits any longer: they get ``Stopped``."""
        self._stopped.set()

    def pass_through(self) -> None:
        """Wait for a turn.

        :raises Stopped: when the run ends meanwhile.
        """
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self._pause
        self.rest(turn - now)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so many seconds."""
        with self._lock:
            self._next = max(self._next, self._clock() + seconds)

    def rest(self, seconds: float) -> None:
        """Wait so long.

        :raises Stopped: when the run ends meanwhile.
        """
        if self._stopped.wait(seconds) if seconds > 0 else self._stopped.is_set():
            raise Stopped("De run is gestopt.")


def patience(limits: Limits, attempt: int, trouble: Hiccup) -> float:
    """How long to wait before the next attempt (counted from 0)."""
    return min(max(trouble.wait, limits.backoff * 2.0**attempt), limits.longest_wait)
