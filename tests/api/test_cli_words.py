"""What the command line understands of its words, and how it says that it doesn't."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from api.cli.entry import main, overview
from api.cli.parser import Options, day, number, one_of, whole
from api.cli.verbs import VERBS
from graph_model.errors import BadQuestion


def options() -> Options:
    made = Options("near", "Wat er in de buurt is.", needs="DING")
    made.argument("thing", "DING", "een naam", nargs="+")
    made.option("--km", "straal", type=number(0, 500), default=15.0, metavar="KM")
    made.option("--limit", "hooguit", type=whole(1, 10), default=5, metavar="N")
    made.option("--kind", "soort", type=one_of("Event", "Place"), default=None, metavar="SOORT")
    made.option("--on", "dag", type=day, default=None, metavar="DATUM")
    return made


def test_arguments_and_options_come_in_any_order() -> None:
    wishes = options().read(
        ["Langer", "--km=2,5", "Zelfstandig", "--json", "Leven", "--on", "2025-03", "--kind", "place"]
    )
    assert wishes.thing == ["Langer", "Zelfstandig", "Leven"]
    assert (wishes.km, wishes.json, wishes.on, wishes.kind, wishes.limit) == (2.5, True, "2025-03", "Place", 5)


def test_after_two_dashes_everything_is_an_argument() -> None:
    assert options().read(["--", "-vreemd", "--km"]).thing == ["-vreemd", "--km"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Er ontbreekt iets: DING."),
        (["x", "--km"], "Bij --km hoort een waarde."),
        (["x", "--km", "ver"], "--km: 'ver' is geen getal."),
        (["x", "--km", "-3"], "--km: -3 ligt niet tussen 0 en 500."),
        (["x", "--km", "nan"], "--km: nan ligt niet tussen 0 en 500."),
        (["x", "--limit", "2.5"], "--limit: 2.5 is geen geheel getal."),
        (["x", "--limit", "nan"], "--limit: nan ligt niet tussen 1 en 10."),
        (["x", "--kind", "Unicorn"], "--kind: 'Unicorn' kan niet; kies uit Event, Place."),
        (["x", "--on", "2025-13-01"], "--on: '2025-13-01' is geen datum zoals 2025-03-18, 2025-03 of 2025."),
        (["x", "--on", "gisteren"], "--on: 'gisteren' is geen datum zoals 2025-03-18, 2025-03 of 2025."),
        (["x", "--json=ja"], "Bij --json hoort geen waarde, ook niet 'ja'."),
        (["x", "--kmm", "3"], "Onbekende optie --kmm. Bedoelde je --km?"),
        (["x", "--zzz"], "Onbekende optie --zzz. Uitleg: samenspel near --help."),
    ],
)
def test_each_mistake_gets_its_own_dutch_sentence(words: list[str], says: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        options().read(words)
    assert str(refused.value) == says


def test_an_argument_too_many_is_said() -> None:
    made = Options("why", "Waarom.", needs="DING DING")
    made.argument("origin", "DING", "van")
    made.argument("target", "DING", "naar")
    with pytest.raises(BadQuestion, match="Dat is te veel: c"):
        made.read(["a", "b", "c"])


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_explains_itself_in_dutch(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Gebruik: samenspel {verb}")
    assert "--data MAP" in shown
    for english in ("usage", "options:", "show this", "positional", "default:"):
        assert english not in shown.lower()


def test_help_names_every_verb_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["--help"], ["help"]):
        assert main(words) == 0
        assert capsys.readouterr().out.strip() == overview().strip()
    lines = overview().splitlines()
    assert all(any(line.startswith(f"  {verb.name} ") for line in lines) for verb in VERBS)
    assert max(map(len, lines)) <= 110


def test_every_verb_has_its_file() -> None:
    assert all(callable(import_module(verb.module).command) for verb in VERBS)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["raed"], "Er is geen commando 'raed'. Bedoelde je read? Alle commando's: samenspel --help.\n"),
        (["--data", "x"], "Zet eerst een commando, dan pas --data. Alle commando's: samenspel --help.\n"),
    ],
)
def test_a_wrong_verb_is_wrong_usage(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == says


def test_help_imports_neither_the_driver_nor_the_models_nor_the_reader() -> None:
    code = (
        "import sys; from api.cli import main; main(['--help']);"
        "heavy = {'neo4j', 'pydantic', 'numpy', 'selectolax', 'typing_extensions', 'argparse', 'asyncio'};"
        "sys.exit(str(found) if (found := sorted(heavy & set(sys.modules))) else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "Commando's" in run.stdout
