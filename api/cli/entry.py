"""Where the command line begins: find the verb, run it, and turn whatever goes wrong into a sentence and a status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from api.cli.verbs import BY_NAME, VERBS
from graph_model.errors import BadQuestion, SamenspelError

_HELP = frozenset(("--help", "-h", "help", "--hulp"))
_BROKEN_OFF = "\nAfgebroken. Wat als gelezen gemeld was, is vastgelegd; hetzelfde commando gaat verder."
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; the words are those after ``samenspel``."""
    words = sys.argv[1:] if words is None else list(words)
    _print_whatever_the_terminal_can_show()
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_standard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        print(_BROKEN_OFF, file=sys.stderr)
        return INTERRUPTED
    except SamenspelError as error:
        from api.cli.failures import tell

        return tell(error, words)
    except Exception as fault:  # noqa: BLE001  the outermost loop: one sentence for the user, the trace in a file
        from api.cli.failures import tell_fault

        return tell_fault(fault, words)
    return status


def _run(words: list[str]) -> int:
    if not words or words[0] in _HELP:
        print(overview())
        return 0
    if words[0] == "--version":
        from importlib.metadata import version

        print(f"samenspel {version('samenspel')}")
        return 0
    verb = BY_NAME.get(words[0])
    if verb is None:
        raise BadQuestion(_unknown(words[0]))
    try:
        status: int = import_module(verb.module).command(words[1:])
    except SystemExit as stop:  # how the parser ends after --help
        return int(stop.code or 0)
    return status


def overview() -> str:
    """What ``samenspel --help`` shows."""
    width = max(len(verb.name) for verb in VERBS)
    lines = [f"  {verb.name:<{width}}  {verb.dutch}" for verb in VERBS]
    return "\n".join((
        "Gebruik: samenspel COMMANDO …", "",
        "Wie hoort bij wie, en waaruit blijkt dat: een graaf van initiatieven, zorgorganisaties en mensen,",
        "met bij elk verband het citaat waar het staat.", "",
        "Commando's:", *lines, "",
        "Uitleg bij één commando: samenspel COMMANDO --help. Elk commando kent --data MAP; de versie: --version.",
    ))  # fmt: skip


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    if word.startswith("-"):
        return f"Zet eerst een commando, dan pas {word}. Alle commando's: samenspel --help."
    close = get_close_matches(word, BY_NAME)
    hint = f" Bedoelde je {close[0]}?" if close else ""
    return f"Er is geen commando {word!r}.{hint} Alle commando's: samenspel --help."


def _print_whatever_the_terminal_can_show() -> None:
    """A character that the terminal's encoding lacks becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _forget_standard_output() -> None:
    """Whoever read our output left: what is still in the buffer goes nowhere, without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
