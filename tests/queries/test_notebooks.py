"""The worked notebooks run, from the first cell to the last, on both engines; and their tables are the graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from graph_model.errors import BadQuestion
from queries import Graph, frames
from queries.links import links
from queries.overview import overview
from queries.themes import themes
from tests.engines.address import Address

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
SAYS = {
    "wie-werkt-samen.ipynb": ("Initiative", "PARTNER_OF", "Buurtkring Noord"),
    "waar-en-waarover.ipynb": ("initiatieven is een plaats bekend", "SET verandert de graaf", "verbanden"),
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("name", SAYS)
def test_a_notebook_runs(
    neighbourhood: Graph, address: Address, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = "SAMENSPEL_GRAPH" if isinstance(address.where, str) else "SAMENSPEL_DATA"
    told = {
        place: str(address.where), "SAMENSPEL_USER": address.user, "SAMENSPEL_PASSWORD": address.password,
        "PYTHONPATH": str(FOLDER.parents[1]), "IPYTHONDIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path),
    }  # fmt: skip
    for key, value in told.items():
        monkeypatch.setenv(key, value)
    notebook = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    printed = json.dumps([cell.get("outputs", []) for cell in notebook.cells], ensure_ascii=False)
    assert [words for words in SAYS[name] if words not in printed] == []


def test_every_notebook_is_run_and_none_holds_answers() -> None:
    assert {file.name for file in FOLDER.glob("*.ipynb")} == set(SAYS)
    for file in FOLDER.glob("*.ipynb"):
        cells = nbformat.read(file, as_version=4).cells
        assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]


def test_frames_hold_the_whole_graph(neighbourhood: Graph) -> None:
    counts = overview(neighbourhood).counts
    things, drawn = frames.things(neighbourhood), frames.links(neighbourhood)
    assert things["kind"].value_counts().to_dict() == {kind: n for kind, n in counts.things.items() if n}
    assert drawn["kind"].value_counts().to_dict() == {kind: n for kind, n in counts.links.items() if n}
    assert frames.things(neighbourhood, "initiatief").index.equals(things[things["kind"] == "Initiative"].index)
    assert set(frames.links(neighbourhood, "werkt samen met")["kind"]) == {"PARTNER_OF"}
    assert (drawn["start_name"] == drawn["start"].map(things["name"])).all()
    with pytest.raises(BadQuestion):
        frames.things(neighbourhood, "eenhoorn")


def test_frames_give_the_claims_that_answers_give(neighbourhood: Graph) -> None:
    wanted = links(neighbourhood, "Buurtkring Noord", limit=1000)
    drawn = frames.links(neighbourhood)
    said = frames.claims(neighbourhood, drawn.loc[[link.id for link in wanted.links]])
    assert {(row.link, row.claim, row.quote) for row in said.itertuples()} == {
        (link.id, claim.id, claim.quote) for link in wanted.links for claim in link.claims
    }


def test_an_empty_square_of_the_theme_table_is_unknown(neighbourhood: Graph) -> None:
    table, found = frames.theme_table(neighbourhood), themes(neighbourhood)
    known: dict[tuple[str, str], Any] = {}
    names = {theme.id: theme.name for theme in found.themes}
    for cell in found.cells:
        known[cell.initiative, names[cell.theme]] = cell.documents
    for (id_, _), row in table.iterrows():
        for theme, number in row.items():
            wanted = known.get((id_, str(theme)))
            assert (pd.isna(number) and wanted is None) or number == wanted
