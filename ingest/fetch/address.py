"""A web address, taken apart once: what is asked for is put together from these parts and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

import httpx

from graph_model.errors import NotUnderstood

PORTS = {"http": 80, "https": 443}
LONGEST = 4000
# What programs read differently from one another, so that the host that was checked might not be the one asked.
_DOUBTFUL = re.compile(r"[\x00-\x1f\x7f\\]")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
# "127.1", "0x7f.1" and "2130706433" are addresses to some programs and names to others.
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)")
_QUAD = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """``host`` is in ASCII and lower case, an IPv6 address without brackets; ``target`` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host as it stands in an address, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def door(self) -> str:
        """Host and port, always both."""
        return f"{self.host}:{self.port}"

    @property
    def site(self) -> str:
        """Whom we are polite to: the host, with or without www."""
        return self.host.removeprefix("www.")

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    def leads_to(self, location: str) -> WebAddress:
        """Where a redirect or a link on this page leads.

        :raises NotUnderstood: when it is no web address.
        """
        return web_address(location, self)


def web_address(text: str, base: WebAddress | None = None) -> WebAddress:
    """The parts of an address; a relative one is seen from ``base``.

    :raises NotUnderstood: when it is no address of a web page, or one that could be read in two ways.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise NotUnderstood("Dit webadres is te lang.", text[:200])
    if _DOUBTFUL.search(text):
        raise NotUnderstood("In dit webadres staan tekens die daar niet horen.", text)
    try:
        url = httpx.URL(str(base)).join(text) if base else httpx.URL(text)
        host = url.raw_host.decode("ascii").lower().removesuffix(".")
        userinfo = url.userinfo
    except (httpx.InvalidURL, ValueError) as error:
        raise NotUnderstood("Dit is geen geldig webadres.", text) from error
    if url.scheme not in PORTS:
        raise NotUnderstood("Dit is geen webadres: het begint niet met http:// of https://.", text)
    if userinfo:
        raise NotUnderstood("Een webadres met een gebruikersnaam erin leest Samenspel niet.", text)
    port = PORTS[url.scheme] if url.port is None else url.port
    if not _is_host(host) or not 0 < port < 65_536:
        raise NotUnderstood("Dit is geen geldig webadres.", text)
    return WebAddress(url.scheme, host, port, url.raw_path.decode("ascii") or "/")


def _is_host(host: str) -> bool:
    if ":" in host:
        return _is_ipv6(host)
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return bool(_QUAD.fullmatch(host)) and _is_ip(host)
    return len(host) < 254 and bool(_HOST.fullmatch(host))


def _is_ipv6(host: str) -> bool:
    try:
        return IPv6Address(host).scope_id is None
    except ValueError:
        return False


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
