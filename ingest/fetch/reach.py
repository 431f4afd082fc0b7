"""Which machines may be asked: public ones, by an address that is looked up once and then held on to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from graph_model.errors import NotUnderstood
from ingest.fetch.address import PORTS, WebAddress
from ingest.fetch.outcomes import Hiccup

Resolver = Callable[[str, int], Sequence[str]]

# Addresses of the internet itself; in it, what stands for an IPv4 address (6to4, Teredo) or is for documents only.
_INTERNET = IPv6Network("2000::/3")
_NOT_A_PLACE = (IPv6Network("2001::/23"), IPv6Network("2001:db8::/32"), IPv6Network("2002::/16"))
_NOT_A_PLACE_4 = (IPv4Network("192.88.99.0/24"), IPv4Network("100.64.0.0/10"), IPv4Network("192.0.0.0/24"))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; whatever stands for another address is not."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        return ip in _INTERNET and ip.is_global and not any(ip in network for network in _NOT_A_PLACE)
    return _is_public_4(ip)


def _is_public_4(ip: IPv4Address) -> bool:
    special = ip.is_multicast or ip.is_reserved or any(ip in network for network in _NOT_A_PLACE_4)
    return ip.is_global and not special


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses that this machine's resolver gives for a host.

    :raises OSError: when it gives none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Reach:
    """Which hosts may be asked.

    ``private``: hosts with their port (``wiki.intern:80``) that may be asked although they are not public, by whoever
    names them; a redirect leads there only from another of these. ``ports``: public hosts with a port of their own.
    """

    private: frozenset[str] = field(default_factory=frozenset)
    ports: frozenset[str] = field(default_factory=frozenset)
    resolve: Resolver = look_up

    def addresses_of(self, place: WebAddress, came_from: WebAddress | None, seconds: float) -> tuple[str, ...]:
        """The IP addresses to connect to, looked up once: whoever asks connects to these and looks up nothing more.

        :param came_from: the address that redirected here.
        :raises NotUnderstood: when this place may not be asked. :raises Hiccup: when the host can't be looked up.
        """
        private = place.door in self.private and (came_from is None or came_from.door in self.private)
        if not private and place.port not in PORTS.values() and place.door not in self.ports:
            raise NotUnderstood(f"Poort {place.port} is geen poort van een website.", str(place))
        addresses = self._looked_up(place, seconds)
        if not private and not all(map(is_public, addresses)):
            raise NotUnderstood("Dit webadres leidt naar een machine die niet openbaar is.", str(place))
        return addresses

    def _looked_up(self, place: WebAddress, seconds: float) -> tuple[str, ...]:
        found: list[tuple[str, ...]] = []
        failed: list[OSError | UnicodeError] = []

        def work() -> None:
            try:
                found.append(tuple(self.resolve(place.host, place.port)))
            except (OSError, UnicodeError) as error:
                failed.append(error)

        # The system's resolver knows no time limit of ours; a thread that hangs in it is left behind.
        thread = threading.Thread(target=work, name="looking-up", daemon=True)
        thread.start()
        thread.join(seconds)
        if found and found[0]:
            return found[0]
        if failed or found:
            raise Hiccup(f"De site {place.host} is niet te vinden.") from (failed[0] if failed else None)
        raise Hiccup(f"Het opzoeken van de site {place.host} duurde te lang.")
