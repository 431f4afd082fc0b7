"""Reading, withdrawing and taking back on the command line, as a user would; on each engine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from queries import Graph
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import runs
from tests.api.conftest import Command

GOOD = "Buurtkring Noord\n\nBuurtkring Noord werkt samen met Zorggroep De Berkelbrug in Zutphen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "goed.txt").write_text(GOOD)
    (tmp_path / "leeg.txt").write_text("")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    return tmp_path


def test_a_page_goes_in_comes_out_and_comes_back(samenspel: Command, graph: Graph, folder: Path) -> None:
    first = samenspel("read", str(folder / "goed.txt"))
    assert first.status == 0
    assert first.out.startswith("1 pagina gelezen: 1 nieuw.")
    assert "Niets nieuws." in samenspel("read", str(folder / "goed.txt")).out
    assert "“Buurtkring Noord werkt samen met" in samenspel("links", "Buurtkring Noord").out
    gone = samenspel("withdraw", str(folder / "goed.txt"), "--json")
    assert gone.status == 0
    assert samenspel("show", "Buurtkring Noord").status == 3
    back = samenspel("runs", "undo", json.loads(gone.out)["run"])
    assert (back.status, back.out.splitlines()[0]) == (0, "Teruggedraaid: 1 pagina staat weer zoals zij was.")
    assert samenspel("show", "Buurtkring Noord").status == 0
    assert samenspel("rebuild", "--check").out.startswith("Geen verschil")


def test_what_is_not_understood_is_status_4_and_the_rest_is_done(
    samenspel: Command, graph: Graph, folder: Path
) -> None:
    said = samenspel("read", str(folder), "/bestaat/niet")
    assert said.status == 4
    assert "1 pagina gelezen: 1 nieuw." in said.out
    assert "overgeslagen wat geen pagina is: 1 × .png" in " ".join(said.out.split())
    assert f"Niet begrepen: {folder / 'leeg.txt'}: Deze pagina is leeg." in said.err
    assert "Niet begrepen: /bestaat/niet: Er is geen bestand of map met deze naam." in said.err
    report = json.loads(samenspel("read", str(folder), "--json").out)
    assert (report["outcomes"], len(report["not_understood"])) == ({"unchanged": 1}, 1)


def test_nothing_to_read_opens_no_graph(samenspel: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPEL_GRAPH", "bolt://127.0.0.1:1")
    assert samenspel("read", "/bestaat/niet").status == 4
    assert samenspel("read", "https://a.example:poort/pagina").status == 4


def test_a_dry_run_keeps_nothing_and_opens_no_graph(
    samenspel: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_GRAPH", "bolt://127.0.0.1:1")
    said = samenspel("read", "--dry-run", str(folder / "goed.txt"))
    assert (said.status, "niets is vastgelegd" in said.out) == (0, True)


def test_withdrawing_what_was_never_read_is_status_3(samenspel: Command, graph: Graph) -> None:
    said = samenspel("withdraw", "/bestaat/niet")
    assert (said.status, said.out) == (3, "")
    assert "niet gelezen" in said.err


def test_runs_are_listed_shown_and_found_by_the_beginning_of_their_id(
    samenspel: Command, graph: Graph, folder: Path
) -> None:
    assert "nog niets gedaan" in samenspel("runs").out
    samenspel("read", str(folder / "goed.txt"))
    run = runs(graph)[0].id
    assert run in samenspel("runs", "list").out
    shown = samenspel("runs", "show", run[:6])
    assert "samenspel read" in shown.out
    assert "1 nieuw" in shown.out
    assert json.loads(samenspel("runs", "--json").out)["items"][0]["id"] == run
    assert samenspel("runs", "show", "zzzz").status == 3
    assert samenspel("runs", "undo").status == 2
    assert samenspel("runs", "eten").status == 2


def test_the_doctor_finds_a_healthy_graph(samenspel: Command, graph: Graph, folder: Path) -> None:
    samenspel("read", str(folder / "goed.txt"))
    said = samenspel("doctor", "--json")
    assert said.status == 0
    states = {item["name"]: item["state"] for item in json.loads(said.out)["items"]}
    assert states["graaf"] == states["beweringen"] == states["laatste run"] == "ok"


def test_another_secret_may_not_write(
    samenspel: Command, graph: Graph, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samenspel("read", str(folder / "goed.txt"))
    monkeypatch.setenv("SAMENSPEL_SECRET", "een heel ander geheim dan eerst")
    said = samenspel("read", str(folder / "goed.txt"))
    assert (said.status, "SAMENSPEL_SECRET" in said.err) == (6, True)
    assert samenspel("show", "Buurtkring Noord").status == 0


def test_a_graph_that_is_down_is_status_5_on_every_verb(
    samenspel: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_GRAPH", "bolt://127.0.0.1:1")
    for words in (["overview"], ["show", "x"], ["read", str(folder / "goed.txt")], ["runs"], ["doctor"]):
        said = samenspel(*words)
        assert said.status == 5, words
        assert "niet bereikbaar" in said.err + said.out


def test_a_wrong_password_is_status_6(samenspel: Command, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPEL_GRAPH", graph.address)
    monkeypatch.setenv("SAMENSPEL_USER", "root")
    monkeypatch.setenv("SAMENSPEL_PASSWORD", "verkeerd")
    said = samenspel("overview")
    assert (said.status, "wachtwoord" in said.err) == (6, True)


def test_a_folder_without_a_graph_says_how_to_make_one(
    samenspel: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMENSPEL_GRAPH", raising=False)
    said = samenspel("overview", "--data", str(tmp_path / "nieuw"))
    assert (said.status, "samenspel read" in said.err) == (5, True)
    assert not (tmp_path / "nieuw").exists()


def test_ctrl_c_is_one_sentence_and_status_130(tmp_path: Path) -> None:
    """Standard input that never ends is interrupted as a terminal would do it."""
    code = (
        "import sys; from api.cli import main; print('klaar', flush=True); sys.exit(main(['read', '--dry-run', '-']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "klaar\n"
        while running.poll() is None and not _waits_for_input(running.pid):
            pass
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert running.returncode == 130
    assert said.strip().startswith("Afgebroken.")
    assert "Traceback" not in said


def _waits_for_input(process: int) -> bool:
    """Whether the process sleeps in a read of its pipe, so that the signal comes in the middle of the work."""
    where = Path(f"/proc/{process}/wchan")
    try:
        return "pipe" in where.read_text() or Path(f"/proc/{process}/syscall").read_text().startswith("0 0x0 ")
    except OSError:  # a kernel that does not tell
        return True


def test_the_graph_is_what_follows_from_the_ledger_after_all_that(
    samenspel: Command, graph: Graph, folder: Path
) -> None:
    samenspel("read", str(folder))
    samenspel("withdraw", str(folder / "goed.txt"))
    samenspel("read", str(folder))
    assert rebuild(graph, check=True).items == ()
