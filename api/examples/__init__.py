"""An example of each answer, for the documentation: made from the invented neighbourhood, long lists cut short.

``python -m tests.api.examples`` makes them anew; a test reads each by its model.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def read(name: str) -> Any:
    """The example as plain values."""
    return json.loads((files("api.examples") / f"{name}.json").read_text(encoding="utf-8"))
