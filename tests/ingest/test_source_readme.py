"""The description in the readme is one that works."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.sources import checking
from ingest.sources.description import SourceOf


def test_the_example_in_the_readme_is_taken_and_shows_every_part(tmp_path: Path) -> None:
    readme = Path(checking.__file__).with_name("README.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", readme, re.S)
    assert example
    (tmp_path / "bron.toml").write_text(example[1], encoding="utf-8")
    assert checking.describe_source(tmp_path / "bron.toml").model_fields_set == set(SourceOf.model_fields)
