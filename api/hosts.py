"""Names of hosts: as headers and settings write them, and which are this machine itself."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable


def host_name(host: str) -> str:
    """The name in a Host header or a setting: without port, brackets and final dot, in lower case."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name = host if host.count(":") > 1 else host.partition(":")[0]
    return name.removesuffix(".")


def host_names(hosts: Iterable[str]) -> frozenset[str]:
    """The names under which the page answers."""
    return frozenset(name for host in hosts if (name := host_name(host)))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    name = host_name(host)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
