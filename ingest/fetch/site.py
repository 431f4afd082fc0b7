"""One site: whose turn it is, how long to wait between requests, and whether it still answers."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ingest.fetch.connect import Clock
from ingest.fetch.robots import Robots

Sleep = Callable[[float], None]


class Site:
    """Politeness toward one site. Whoever asks it something holds ``turn``."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self.turn = threading.RLock()
        self.robots: dict[str, Robots] = {}
        self._clock = clock
        self._sleep = sleep
        self._not_before = clock()
        self._strikes = 0
        self.given_up = ""

    def wait(self) -> None:
        """Wait until it may be asked again."""
        seconds = self._not_before - self._clock()
        if seconds > 0:
            self._sleep(seconds)

    def rest(self, seconds: float) -> None:
        """It may not be asked for so many seconds from now on."""
        self._not_before = max(self._not_before, self._clock() + seconds)

    def answered(self) -> None:
        self._strikes = 0

    def failed(self, strikes: int, reason: str) -> None:
        """An address gave nothing, however often it was tried; after so many in a row the site is left alone."""
        self._strikes += 1
        if self._strikes >= strikes:
            self.given_up = f"{reason} Na {strikes} keer laat Samenspel deze site verder met rust."
