"""The references say what the code says."""

from __future__ import annotations

from tests.project.references import references


def test_the_references_are_those_that_the_code_gives() -> None:
    for path, text in references().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python -m tests.project.references"
