"""Four processes at once, a reader, a reviewer, an eraser and a keeper of backups: none spoils another's work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from queries import connect
from queries.backup import restore, verified
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from queries.ledger.rebuild import rebuild
from tests.conftest import ROOT
from tests.engines.address import SECRET, Address
from tests.material import write_pages
from tests.queries.held import NAME, OTHER, load_name, where_held
from tests.queries.together_process import BACKUPS, DECISIONS
from tests.queries.upkeep_process import decision

pytestmark = pytest.mark.timeout(900)
PAGES = 12


def test_four_processes_at_once(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> None:
    where = _address(request, engine, tmp_path)
    pages = tmp_path / "pages"
    write_pages(pages, PAGES)
    with connect(where.where, user=where.user, password=where.password, secret=SECRET) as graph:
        graph.prepare()
        load_name(graph)
        started = [_start("tests.ingest.reading_process", where, "", str(pages))]
        started += [
            _start("tests.queries.together_process", where, str(tmp_path), what=what)
            for what in ("review", "forget", "keep")
        ]
        said = [process.communicate(timeout=600)[0].split("\n") for process in started]
        assert [process.returncode for process in started] == [0, 0, 0, 0], said
        assert str(PAGES) in said[0]
        assert said[2][:2] == ["erased", "swept"]
        rows = graph.answer(lambda tx: tx.run("MATCH (d:Decision) RETURN d.id AS id"))
        assert {decision(number).id for number in range(DECISIONS)} <= {row["id"] for row in rows}
        assert where_held(graph, NAME) == where_held(graph, OTHER) == set()
        assert len(graph.answer(lambda tx: tx.run("MATCH (p:Page) WHERE NOT p.gone RETURN p.id AS id"))) >= PAGES
        assert rebuild(graph, check=True).items == ()
        last = tmp_path / f"backup{BACKUPS - 1}"
        restore(graph, last)
        assert rebuild(graph, check=True).items == ()
        (count,) = graph.answer(lambda tx: tx.run("MATCH (p:Page) RETURN count(p) AS n"))
        # The name's own page, which the backup may still hold, is withdrawn here.
        assert verified(last).rows["Page"] - 1 <= count["n"] <= verified(last).rows["Page"]
        assert where_held(graph, NAME) == set()
    if engine == "embedded":
        stop(EngineFolder(tmp_path / "graph"))


def _address(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> Address:
    if engine == "embedded":
        return Address(tmp_path / "graph")
    request.getfixturevalue("emptied")()
    address = request.getfixturevalue("address")
    assert isinstance(address, Address)
    return address


def _start(module: str, where: Address, *more: str, what: str = "") -> subprocess.Popen[str]:
    words = [*([what] if what else []), str(where.where), where.user, where.password, *more]
    return subprocess.Popen([sys.executable, "-m", module, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True)
