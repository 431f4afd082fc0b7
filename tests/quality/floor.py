"""The floor under the reader's figures on our own pages: ``python -m tests.quality.floor [--lower --reason WHY]``.

Without a flag the floor only rises. Lowering it takes the flag and a reason, which is kept with the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.quality.own import figures

FLOOR = Path(__file__).with_name("floor.json")
# The floor lies this far under what was measured: a page read otherwise for a good reason need not break the build.
_ROOM = 0.005


def read_floor() -> dict[str, float]:
    """The least figures, by name."""
    told = json.loads(FLOOR.read_text(encoding="utf-8"))["least"]
    return {str(name): float(value) for name, value in told.items()}


def main() -> int:
    """Writes the floor anew."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--lower", action="store_true", help="let the floor fall")
    asked.add_argument("--reason", default="", help="why it may fall")
    wishes = asked.parse_args()
    old = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {"least": {}, "lowered": []}
    new = {name: round(value - _ROOM, 3) for name, value in figures().items()}
    falls = sorted(name for name, least in old["least"].items() if new.get(name, 0) < least)
    if falls and not (wishes.lower and wishes.reason.strip()):
        print(f"The floor would fall for {', '.join(falls)}: that takes --lower and --reason.", file=sys.stderr)
        return 1
    lowered = [*old["lowered"], {"figures": falls, "reason": wishes.reason.strip()}] if falls else old["lowered"]
    FLOOR.write_text(json.dumps({"least": new, "lowered": lowered}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
