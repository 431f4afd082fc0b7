"""How answers look, and what happens when nobody reads them."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cli.failures import tell, tell_fault
from api.cli.output import Paper, clean
from api.cli.progress import Counter, patience
from graph_model.errors import (
    Ambiguous,
    BadQuestion,
    Candidate,
    Fault,
    GraphUnavailable,
    NotAllowed,
    NotFound,
    NotUnderstood,
    SamenspelError,
)


def paper(width: int = 60, colour: bool = False) -> Paper:
    return Paper(width, colour, io.StringIO())


def written(on: Paper) -> str:
    assert isinstance(on.stream, io.StringIO)
    return on.stream.getvalue()


@given(st.text())
def test_text_from_outside_is_one_line_without_control_characters(text: str) -> None:
    shown = clean(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)
    assert clean(shown) == shown


def test_a_quote_cannot_reach_the_terminal_with_its_escape_codes() -> None:
    on = paper()
    on.quote("rood \x1b[31m en \u202eomgekeerd", "bron\x07", 2)
    assert "\x1b" not in written(on)
    assert "\u202e" not in written(on)
    assert "\x07" not in written(on)


@given(st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=12), min_size=1))
def test_a_quote_keeps_within_the_width_and_keeps_its_words(words: list[str]) -> None:
    on = paper(40)
    on.quote(" ".join(words), "bron", 4)
    lines = written(on).splitlines()
    assert all(len(line) <= 40 for line in lines)
    assert " ".join(written(on).split()).startswith("“" + " ".join(words) + "”")


def test_colour_only_where_it_is_wanted() -> None:
    plain, coloured = paper(colour=False), paper(colour=True)
    for on in (plain, coloured):
        on.heading("kop")
        on.quote("citaat", "bron", 2)
    assert "\x1b" not in written(plain)
    assert "\x1b" in written(coloured)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadQuestion("Die vraag kan niet."), 2),
        (NotFound("Niets gevonden.", ("Buurtkring",)), 3),
        (Ambiguous("Meer dan één.", (Candidate("o1", "Initiative", "De Kring", "Zutphen"),)), 3),
        (NotUnderstood("Niet te lezen."), 4),
        (GraphUnavailable("De graaf is er niet."), 5),
        (NotAllowed("Dat mag niet."), 6),
    ],
)
def test_each_error_has_its_sentence_and_its_status(
    error: SamenspelError, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(error) == status
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(str(error))


def test_candidates_are_shown_with_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    tell(
        Ambiguous(
            "Meer dan één.", (Candidate("o1", "Initiative", "De Kring", "Zutphen"), Candidate("p2", "Person", "Kring"))
        )
    )
    assert "o1  De Kring (initiatief, Zutphen)" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_sentence_and_a_trace_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for fault in (ZeroDivisionError("door nul"), Fault("De graaf spreekt zichzelf tegen.")):
        assert tell_fault(fault, ["read", "x"]) == 1
        shown = capsys.readouterr().err
        assert shown.count("\n") == 1
        assert "Traceback" not in shown
        file = shown.split(" in ")[-1].strip().rstrip(".")
        with open(file, encoding="utf-8") as trace:
            assert str(fault) in trace.read()


def test_a_quick_thing_says_nothing_and_a_counter_in_a_file_is_silent_at_first() -> None:
    stream = io.StringIO()
    with patience("Even geduld …", stream):
        pass
    counter = Counter("Gelezen", 3, stream)
    counter.at(1)
    counter.clear()
    assert stream.getvalue() == ""


def test_a_count_that_is_broken_off_says_how_far_it_came() -> None:
    stream = io.StringIO()
    counter = Counter("Gelezen", 3, stream)

    def broken_off() -> None:
        with counter.counting():
            counter.at(2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert stream.getvalue() == "Gelezen: 2 van 3, toen hield het op.\n"


def test_a_broken_pipe_is_quiet() -> None:
    code = "import sys; from api.cli import main; sys.exit(main(['--help']))"
    run = subprocess.run(
        ["sh", "-c", '"$0" -c "$1" | true', sys.executable, code], capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
