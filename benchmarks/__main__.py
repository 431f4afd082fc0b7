"""Run all measures, or those whose names are given, and print one line each. Exit status 1 when one falls short."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import benchmarks

HELPERS = {"__main__", "engines", "large_graph", "ledger", "load", "measure", "material", "peers", "why_by_hand"}


def main(names: list[str]) -> int:
    """Print the measures of each file in this folder; each file offers ``measures()``."""
    found = [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in HELPERS]
    short = False
    for name in names or [name for name in found if hasattr(import_module(f"benchmarks.{name}"), "measures")]:
        for measure in import_module(f"benchmarks.{name}").measures():
            print(measure, flush=True)
            short |= not measure.reached
    return int(short)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
