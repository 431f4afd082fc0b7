"""How much a fetch may take of this machine and of the site that answers: bytes, time, patience."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.page.decode import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds.

    ``seconds`` is for one whole request, from looking up its host to its last byte. ``unpacked`` is what a page may
    come to after decompression, ``wire`` what may come over the line for it. ``pause`` is the least between two
    requests to one host; ``longest_wait`` is how long we wait at most when a site asks us to (Retry-After,
    Crawl-delay). A host that did not answer for ``strikes`` addresses in a row is left alone for the rest of the run.
    """

    seconds: float = 30.0
    connect_seconds: float = 10.0
    unpacked: int = MAX_BYTES
    wire: int = MAX_BYTES
    redirects: int = 5
    tries: int = 3
    pause: float = 1.0
    backoff: float = 2.0
    longest_wait: float = 120.0
    strikes: int = 3
    robots: int = 512_000
