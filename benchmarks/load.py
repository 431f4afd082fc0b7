"""Ask a server as much as it can answer, from a process of its own: ``python -m benchmarks.load HOST:PORT SECONDS``.

Addresses to ask stand on standard input, one a line; printed is how many answers a second came back.
"""

from __future__ import annotations

import http.client
import itertools
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from threading import Lock, Thread

CLIENTS = 4


def answers_a_second(address: str, paths: Sequence[str], seconds: float) -> float:
    """How many answers a second a server gives to four clients at once, asked by another process."""
    command = [sys.executable, "-m", "benchmarks.load", address.removeprefix("http://").rstrip("/"), str(seconds)]
    done = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=True)
    return float(done.stdout)


def _ask(host: str, paths: Iterator[str], until: float, lock: Lock) -> Iterator[int]:
    connection = http.client.HTTPConnection(host, timeout=60)
    while time.monotonic() < until:
        with lock:
            path = next(paths)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        yield 1


def main(host: str, seconds: float) -> None:
    """Print the answers a second."""
    paths, lock = itertools.cycle(sys.stdin.read().split("\n")), Lock()
    counts: list[int] = []
    until = time.monotonic() + seconds
    clients = [Thread(target=lambda: counts.append(sum(_ask(host, paths, until, lock)))) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    print(sum(counts) / seconds)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
