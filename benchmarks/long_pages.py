"""Long pages: time that grows in step with the text up to two megabytes, and memory that stays within bounds.

Each text is read in a process of its own, which tells its own time and memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle

from benchmarks.material import AT
from benchmarks.measure import Measure
from graph_model.collecting import READING, collect_seldom
from ingest.page import read_page
from ingest.understand import understand
from tests.material import samples

SMALL, LARGE = 200_000, 2_000_000
MEMORY_AT, MEMORY = 400_000, 300
# Twice the time for a character of a text ten times as long is no longer in step.
_IN_STEP = 1.5
_KINDS = ("prose", "items", "rows")


def measures() -> Iterator[Measure]:
    """Time for a character of a long text against that of one a tenth as long, and the memory that reading takes."""
    for kind in _KINDS:
        small, large = _read(kind, SMALL), _read(kind, LARGE)
        ratio = (large["seconds"] / LARGE) / (small["seconds"] / SMALL)
        times = f"{small['seconds']:.1f} s for 200 kB, {large['seconds']:.1f} s for 2 MB"
        yield Measure(f"long-{kind}/in-step", ratio, _IN_STEP, f"{times}, {large['megabytes']:.0f} MB", at_least=False)
    used = _read("prose", MEMORY_AT)["megabytes"]
    yield Measure("memory/300MB", used / MEMORY, 1, f"{used:.0f} MB for 400 kB of prose", at_least=False)


def _read(kind: str, size: int) -> dict[str, float]:
    """Seconds of processor time and megabytes that one page of a kind takes."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.long_pages", kind, str(size)], check=True, capture_output=True, text=True
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _text(kind: str, size: int) -> str:
    """A page of about so many characters: sentences of the samples, each with a name and a number of its own."""
    sentences = [
        s.strip() for _, raw in samples() for s in raw.decode().split(". ") if 40 < len(s) < 300 and "<" not in s
    ]
    found: list[str] = []
    length = 0
    for n, sentence in enumerate(cycle(sentences)):
        found.append(f"{' '.join(sentence.split())}. Dat zei Stichting Buurtkring Nummer {n} in Zutphen.")
        length += len(found[-1])
        if length > size:
            break
    if kind == "items":
        return "Onze leden:\n\n" + "\n".join(f"- {one}" for one in found)
    if kind == "rows":
        cells = "".join(f"<tr><td>{n % 28 + 1} maart 2024</td><td>{one}</td></tr>" for n, one in enumerate(found))
        return f"<html><body><main><h1>Agenda</h1><table>{cells}</table></main></body></html>"
    return "\n\n".join(" ".join(found[n : n + 5]) for n in range(0, len(found), 5))


def main(kind: str, size: int) -> None:
    """Reads one page and prints the time and memory that it took, as JSON."""
    raw = _text(kind, size).encode()
    understand(read_page(b"Het buurthuis in Zutphen.", "https://site.example/kort.txt"), AT)
    collect_seldom(READING)
    began = time.process_time()
    understand(read_page(raw, "https://site.example/lang" + (".html" if kind == "rows" else ".txt")), AT)
    took = time.process_time() - began
    print(json.dumps({"seconds": took, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
