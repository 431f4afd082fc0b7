"""The page that tells how to describe a register: its example works, and it names every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ingest import register
from ingest.register.description import LinkOf, RegisterOf, TableOf, ThingOf
from ingest.register.reading import read_register

PAGE = (Path(register.__file__).parent / "README.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "buurten.csv").write_text(_block("csv"), encoding="utf-8")
    (tmp_path / "buurten.toml").write_text(_block("toml"), encoding="utf-8")
    found = read_register(tmp_path / "buurten.toml", "2025-07-01T10:00:00+00:00")
    assert (found.rows, found.problems, found.notes, found.left_out) == (2, (), (), ())
    said = {claim.best.quote for reading in found.readings for claim in reading.claims}
    assert {
        "Buurtkring Noord is een initiatief in Zutphen.",
        "Marijke van den Oeverhof is voorzitter bij Buurtkring Noord.",
        "'t Naoberhoês is opgericht op 4 mei 2019.",
        "'t Naoberhoês is gevestigd in Gorssel.",
    } <= said


@pytest.mark.parametrize(
    ("title", "model"), [("Register", RegisterOf), ("Table", TableOf), ("Thing", ThingOf), ("Link", LinkOf)]
)
def test_every_key_is_named(title: str, model: type[BaseModel]) -> None:
    found = re.search(rf"\*\*{title}\*\*: (.*?)\n\n", PAGE, re.DOTALL)
    assert found is not None
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert keys - set(re.findall(r"`(\w+)`", found[1])) == set()
