"""What a projection is given besides claims and decisions; frozen, so that the graph stays a pure function."""

from __future__ import annotations

from dataclasses import dataclass, field

LINE = 500
LOWER_LINE = 350


@dataclass(frozen=True, slots=True)
class Given:
    """The secret for people's ids, the two lines (in thousandths), and the common surnames (folded).

    A claim below ``line`` waits as a candidate; ``lower_line`` holds for a claim whose two ends are both confirmed.
    """

    secret: bytes = b""
    line: int = LINE
    lower_line: int = LOWER_LINE
    common_surnames: frozenset[str] = field(default_factory=frozenset)
