"""Whatever happens to a file of ours on its way, it is read or refused: no crash, no long wait, no flood of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.mutation import originals, try_one

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 500
SOAK, AT_ONCE = 100_000, 5_000


def campaign(first: int, last: int, seconds: float) -> dict[str, Any]:
    """What a campaign over these mutants, in a fresh process, tells (see ``mutation``)."""
    command = [sys.executable, "-W", "error", "-m", "tests.ingest.mutation", str(first), str(last), str(seconds)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def look_at(told: dict[str, Any]) -> None:
    assert told["failures"] == []
    assert told["megabytes"] < MOST_MEGABYTES
    assert told["outcomes"]["gelezen"] > told["outcomes"]["geweigerd"] > 0


def test_two_thousand_mutated_pages_are_read_or_refused() -> None:
    """The ten seconds for a page are no measure of speed but an end to waiting; the soak looks at two."""
    look_at(campaign(0, 2000, 10))


@pytest.mark.soak
@pytest.mark.parametrize("first", range(0, SOAK, AT_ONCE))
def test_a_hundred_thousand_mutated_pages_are_read_or_refused_within_two_seconds_each(first: int) -> None:
    look_at(campaign(first, first + AT_ONCE, 2))


@given(st.integers(SOAK, 10**9))
def test_any_mutant_is_read_or_refused(number: int) -> None:
    assert try_one(number) in ("gelezen", "geweigerd")


def test_every_format_is_among_the_originals() -> None:
    assert {Path(name).suffix for name, _ in originals()} == {
        ".txt", ".md", ".html", ".pdf", ".docx", ".rss", ".atom", ".xml", ".ics",
    }  # fmt: skip
