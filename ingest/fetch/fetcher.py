"""The one who asks: an address becomes a page, politely, however the site behaves."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

import httpcore

from graph_model.errors import NotUnderstood
from ingest.fetch.address import WebAddress, web_address
from ingest.fetch.connect import Clock, Deadline
from ingest.fetch.exchange import PAGES, Answer, Line, Measure, exchange
from ingest.fetch.judging import REDIRECTS, conditions, outcome_of, passing_trouble, redirected
from ingest.fetch.limits import Limits
from ingest.fetch.outcomes import Hiccup, Outcome, RefusedByRobots, SiteSilent, Validators
from ingest.fetch.reach import Reach
from ingest.fetch.robots import ALL, NAME, Robots, robots_of, unreadable
from ingest.fetch.site import Site, Sleep


def agent_name(version: str, contact: str = "") -> str:
    """Who we say we are: ``Samenspel/<version> (+<contact>)``."""
    return f"{NAME}/{version} (+{contact})" if contact else f"{NAME}/{version}"


_ODD = "De site {} antwoordt {} als naar haar robots.txt gevraagd wordt."


class Stopped(Exception):
    """The run ended while somebody was still waiting for a turn."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """One hop: a place, where it was redirected from, and what is known of it."""

    place: WebAddress
    came_from: WebAddress | None
    known: Validators | None
    pause: float


class Fetcher:
    """Fetches pages; several threads may ask at once, a site is asked one thing at a time.

    :param agent: the User-Agent. :param reach: which machines may be asked. :param tls: whom to trust.
    :param sleep: waits so many seconds (default: until then, or until :meth:`stop`).
    """

    def __init__(
        self,
        agent: str,
        reach: Reach | None = None,
        limits: Limits | None = None,
        *,
        tls: ssl.SSLContext | None = None,
        sleep: Sleep | None = None,
        clock: Clock = monotonic,
    ) -> None:
        self.limits = limits or Limits()
        self._reach = reach or Reach()
        self._line = Line(agent, self.limits, tls or httpcore.default_ssl_context(), clock)
        self._stopping = threading.Event()
        self._sleep = sleep or self._wait
        self._sites: dict[str, Site] = {}
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Nobody waits for a turn any longer: they get ``Stopped``."""
        self._stopping.set()

    def fetch(self, address: str, known: Validators | None = None, *, pause: float = 0.0) -> Outcome:
        """The page at this address, or what became of it.

        :param known: what was given with the page last time. :param pause: seconds between requests to this site, when
            more than the limits and the site itself ask for.
        :raises NotUnderstood: when there is no page to be had here, in a Dutch sentence.
        """
        place, came_from = web_address(address), None
        passed = {str(place)}
        for _ in range(self.limits.redirects + 1):
            asked = known if known and known.address == str(place) else None
            answer = self._turn(_Visit(place, came_from, asked, pause))
            if answer.status not in REDIRECTS:
                return outcome_of(answer, place, asked)
            came_from, place = place, redirected(answer, place)
            if str(place) in passed:
                raise NotUnderstood("Dit webadres verwijst in een kring door.", address)
            passed.add(str(place))
        raise NotUnderstood("Dit webadres verwijst te vaak door.", address)

    def robots(self, address: str) -> Robots:
        """What the site of this address asks of programs.

        :raises NotUnderstood: when the site may not be asked.
        """
        place = web_address(address)
        with self._site(place).turn:
            return self._robots(_Visit(place, None, None, 0.0))

    def _turn(self, visit: _Visit) -> Answer:
        place = visit.place
        site = self._site(place)
        with site.turn:
            robots = self._robots(visit)
            if robots.closed:
                raise NotUnderstood(robots.closed, str(place))
            if not robots.allows(str(place)):
                raise RefusedByRobots("De robots.txt van deze site sluit deze pagina uit.", str(place))
            if robots.pause > self.limits.longest_wait:
                raise NotUnderstood(
                    f"De site {place.host} wil {robots.pause:.0f} seconden tussen twee vragen; "
                    "zo lang wacht Samenspel niet.", str(place),
                )  # fmt: skip
            pause = max(self.limits.pause, visit.pause, robots.pause)
            return self._patiently(site, visit, pause, Measure(self.limits.unpacked))

    def _robots(self, visit: _Visit) -> Robots:
        site = self._site(visit.place)
        origin = f"{visit.place.scheme}://{visit.place.authority}"
        if origin not in site.robots:
            site.robots[origin] = self._fetched_robots(site, visit)
        return site.robots[origin]

    def _fetched_robots(self, site: Site, visit: _Visit) -> Robots:
        """Without a robots.txt all is allowed; when the site can't say whether there is one, nothing is."""
        place, came_from = visit.place.leads_to("/robots.txt"), visit.came_from
        for _ in range(self.limits.redirects + 1):
            hop = _Visit(place, came_from, None, 0.0)
            try:
                answer = self._patiently(site, hop, self.limits.pause, Measure(self.limits.robots, cut=True))
            except SiteSilent as silent:
                return unreadable(str(silent))
            if answer.status in PAGES:
                return robots_of(answer.raw)
            if answer.status not in REDIRECTS:
                return ALL if 400 <= answer.status < 500 else unreadable(_ODD.format(place.host, answer.status))
            came_from, place = place, redirected(answer, place)
        return ALL

    def _patiently(self, site: Site, visit: _Visit, pause: float, measure: Measure) -> Answer:
        """Ask, and when that fails for now, again a few times after longer and longer waits."""
        if site.given_up:
            raise NotUnderstood(site.given_up, str(visit.place))
        asked = conditions(visit.known)
        reason = ""
        for attempt in range(self.limits.tries):
            site.wait()
            try:
                answer = self._once(visit, asked, measure)
            except Hiccup as hiccup:
                reason = str(hiccup)
                wait = self.limits.backoff * 2**attempt if hiccup.wait is None else hiccup.wait
                if wait > self.limits.longest_wait:
                    site.given_up = f"{reason} Zij vraagt om {wait:.0f} seconden te wachten."
                    break
                site.rest(max(pause, wait))
            else:
                site.answered()
                site.rest(pause)
                return answer
        site.failed(self.limits.strikes, reason)
        raise SiteSilent(reason, str(visit.place))

    def _once(self, visit: _Visit, asked: Mapping[str, str], measure: Measure) -> Answer:
        place = visit.place
        deadline = Deadline(self.limits.seconds, self._line.clock)
        addresses = self._reach.addresses_of(place, visit.came_from, self.limits.connect_seconds)
        answer = exchange(self._line, place, addresses, deadline, asked, measure)
        trouble = passing_trouble(answer, place)
        if trouble:
            raise trouble
        return answer

    def _site(self, place: WebAddress) -> Site:
        with self._lock:
            if place.site not in self._sites:
                self._sites[place.site] = Site(self._line.clock, self._sleep)
            return self._sites[place.site]

    def _wait(self, seconds: float) -> None:
        if self._stopping.wait(seconds):
            raise Stopped
