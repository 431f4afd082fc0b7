"""Who does the work on many pages: this process, more processes on this machine, or the workers of a Dask cluster.

Reading is a pure function of the page, so it may run anywhere and in any order: results come back in the order of the
pages, whoever made them, and a worker that dies only costs time.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from graph_model.collecting import READING, collect_seldom
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 40
"""From so many pages on further processes are worth the second that they take to start."""

_GIVEN = 4
"""Shares that each process is given ahead of the results that were asked for."""

_GIVES_WAY = 10
"""How much lower the processes that read ahead stand in line for a core than the one that writes and the engine."""


class Crew(Protocol):
    """Does one piece of work on many things. Work and things must be such that they can be sent to other processes."""

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """The results in the order of the things."""
        ...


class Alone:
    """This process by itself."""

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """The results in the order of the things."""
        return map(work, things)


class Processes:
    """Further processes on this machine; when one of them dies, this process does the rest by itself."""

    def __init__(self, number: int) -> None:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # A server that never had threads makes the workers, and loads the reader once for all of them.
        context = get_context("forkserver")
        context.set_forkserver_preload(["ingest.understand"])
        self._pool = ProcessPoolExecutor(number, mp_context=context, initializer=_begin)
        self._number = number
        self._whole = True
        self._folder = TemporaryDirectory(prefix="samenspel-")

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """The results in the order of the things."""
        from concurrent.futures.process import BrokenProcessPool

        waiting = list(things)
        done = 0
        if self._whole:
            try:
                for results in self._by_share(work, waiting):
                    for result in results:
                        done += 1
                        yield result
            except BrokenProcessPool:
                self._whole = False
        yield from map(work, waiting[done:])

    def _by_share(self, work: Callable[[T], R], waiting: Sequence[T]) -> Iterator[list[R]]:
        """The results of a few things at a time; each process has some shares waiting for it."""
        share = max(1, min(8, len(waiting) // (2 * self._number)))
        given: deque[Future[str]] = deque()
        for start in range(0, len(waiting), share):
            path = _kept(waiting[start : start + share], self._folder.name)
            given.append(self._pool.submit(_by_file, work, path))
            if len(given) > _GIVEN * self._number:
                yield _taken(given.popleft().result())
        while given:
            yield _taken(given.popleft().result())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        self._folder.cleanup()


def _by_file(work: Callable[[T], R], path: str) -> str:
    """Do the work on the things in a file, and leave the results in another one.

    The pipes between us then only carry what is written in one go. A process that is killed halfway through a large
    result would leave us waiting for the rest of it for ever, and so would one that is killed while we are writing a
    large page to it, in the Python 3.11.2 of Debian 12.
    """
    return _kept([work(thing) for thing in _taken(path)], str(Path(path).parent))


def _kept(things: Sequence[Any], folder: str) -> str:
    """The path of a new file with these things."""
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        pickle.dump(things, file, pickle.HIGHEST_PROTOCOL)
    return file.name


def _taken(path: str) -> Any:
    """The things in a file, which is then taken away."""
    with Path(path).open("rb") as file:
        things = pickle.load(file)
    Path(path).unlink()
    return things


class Cluster:
    """The workers of a Dask cluster, which have the same version of this program; Dask gives lost work to others."""

    def __init__(self, address: str) -> None:
        """Join the cluster whose scheduler is at this address (``tcp://…``).

        :raises BadQuestion: Dask is not installed, or there is no scheduler at this address.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise BadQuestion("Voor --dask is meer nodig: pip install 'samenspel[dask]'.") from error
        try:
            join: Any = Client
            self._client: Any = join(address, timeout="3s", set_as_default=False)
        except (OSError, ValueError) as error:
            raise BadQuestion(f"Op {address} is geen Dask-cluster te bereiken.") from error

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """The results in the order of the things."""
        futures = self._client.map(work, list(things), pure=False)
        yield from self._client.gather(futures)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()


def _begin() -> None:
    """What each further process begins with: interrupts are for the process that made it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom(READING)
    # Who writes waits for the engine hundreds of times a second: each time it had to wait for us as well.
    if hasattr(os, "nice"):
        os.nice(_GIVES_WAY)


def cores() -> int:
    """On how many cores this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def crew_for(pages: int, processes: int, cluster: str = "") -> AbstractContextManager[Crew]:
    """Who is to read so many pages.

    :param processes: how many processes may work on them besides this one.
    :param cluster: the address of a Dask scheduler, or empty.
    :raises BadQuestion: as :class:`Cluster`.
    """
    if cluster:
        return Cluster(cluster)
    return Processes(processes) if processes and pages >= WORTH_IT else nullcontext(Alone())
