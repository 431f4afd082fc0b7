"""robots.txt: what a site asks of programs that visit it (RFC 9309, with Crawl-delay and Request-rate beside it)."""

from __future__ import annotations

from dataclasses import dataclass, field

from protego import Protego

# By this name a robots.txt may speak of us; what comes after it in the User-Agent header is for people.
NAME = "Samenspel"


@dataclass(frozen=True, slots=True)
class Robots:
    """The wishes of one host. ``closed`` says in Dutch why nothing may be asked of it now; empty when some may."""

    closed: str = ""
    _rules: Protego = field(default_factory=Protego, repr=False)

    def allows(self, address: str) -> bool:
        """Whether we may ask for this address."""
        return not self.closed and bool(self._rules.can_fetch(address, NAME))

    @property
    def pause(self) -> float:
        """Seconds that the site wants between two requests; 0 when it does not say."""
        rate = self._rules.request_rate(NAME)
        return max(self._rules.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate else 0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        return tuple(self._rules.sitemaps)


ALL = Robots()


def robots_of(raw: bytes) -> Robots:
    """What the bytes of a robots.txt say; what makes no sense in it counts for nothing."""
    return Robots("", Protego.parse(raw.decode("utf-8-sig", "replace")))


def unreadable(reason: str) -> Robots:
    """Nobody knows what the site wants, so nothing is asked of it. ``reason``: a Dutch sentence."""
    return Robots(f"{reason} Zonder haar robots.txt te kennen leest Samenspel daar niets.")
