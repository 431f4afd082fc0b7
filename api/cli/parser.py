"""Options and arguments of a verb: the standard library's parser, speaking Dutch.

``argparse`` and no larger library: typer (which brings its own parser, English in its error texts) took 0.15 s to
import and another 0.3 s to check the first option, of the 0.6 s that a first answer may take in all.
"""

from __future__ import annotations

import re
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace, _ArgumentGroup
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from graph_model.errors import BadQuestion

# What argparse says in English, and the same in Dutch. A test makes each of these errors.
_DUTCH = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt iets: \1."),
    (r"argument (.+?): expected one argument", r"Bij \1 hoort een waarde."),
    (r"argument (.+?): expected at least one argument", r"Bij \1 hoort minstens één waarde."),
    (r"argument (.+?): ignored explicit argument (.+)", r"Bij \1 hoort geen waarde, ook niet \2."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 gaat niet samen met \2."),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


class _DutchHelp(HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Options(ArgumentParser):
    """The parser of one verb. Positional arguments and options may come in any order."""

    def __init__(self, verb: str, about: str, *, json: bool = True, needs: str = "") -> None:
        super().__init__(
            prog=f"samenspel {verb}", description=about, usage=f"samenspel {verb} [opties]{needs and ' ' + needs}",
            add_help=False, allow_abbrev=False, formatter_class=_DutchHelp,
        )  # fmt: skip
        self._arguments = self.add_argument_group("Argumenten") if needs else None
        self._options: _ArgumentGroup = self.add_argument_group("Opties")
        self._json = json

    def argument(self, name: str, metavar: str, help: str, **more: Any) -> None:
        """A positional argument."""
        assert self._arguments is not None, "say in `needs` what the verb needs"
        self._arguments.add_argument(name, metavar=metavar, help=help, **more)

    def option(self, name: str, help: str, **more: Any) -> None:
        """An option; one without ``type`` or ``default`` is a switch."""
        if not more:
            more = {"action": "store_true"}
        self._options.add_argument(name, help=help, **more)

    def read(self, words: Sequence[str]) -> Namespace:
        """What the words say.

        :raises BadQuestion: when they make no sense.
        """
        if self._json:
            self.option("--json", "het antwoord als JSON, zoals de webdienst het geeft")
        self.option("--data", "map van de ingebouwde graaf (anders: SAMENSPEL_DATA)", metavar="MAP", default="")
        self._options.add_argument("--help", "-h", action="store_true", help="deze uitleg", default=SUPPRESS)
        if any(word in ("--help", "-h") for word in _before_dashes(words)):
            sys.stdout.write(self.format_help())
            raise SystemExit(0)
        wishes = self.parse_intermixed_args(_sheltered(words))
        return Namespace(**{name: _unsheltered(value) for name, value in vars(wishes).items()})

    def error(self, message: str) -> NoReturn:
        unknown = re.fullmatch(r"unrecognized arguments: (.+)", message)
        raise BadQuestion(self._unknown(unknown[1]) if unknown else in_dutch(message))

    def _unknown(self, words: str) -> str:
        word = words.split()[0].partition("=")[0]
        if not word.startswith("-"):
            return f"Dat is te veel: {words}. Uitleg: {self.prog} --help."
        close = get_close_matches(word, self._option_string_actions)
        hint = f" Bedoelde je {close[0]}?" if close else f" Uitleg: {self.prog} --help."
        return f"Onbekende optie {word}.{hint}"


def _before_dashes(words: Sequence[str]) -> Sequence[str]:
    return words[: list(words).index("--")] if "--" in words else words


# Before a word that comes after "--": the parser, which loses sight of "--", then takes it for an argument.
_SHELTER = "\0"


def _sheltered(words: Sequence[str]) -> list[str]:
    before = list(_before_dashes(words))
    return before + [_SHELTER + word for word in words[len(before) + 1 :]]


def _unsheltered(value: Any) -> Any:
    if isinstance(value, list):
        return [_unsheltered(one) for one in value]
    return value.removeprefix(_SHELTER) if isinstance(value, str) else value


def in_dutch(message: str) -> str:
    """The parser's message in Dutch; as it is when there is no Dutch for it."""
    for english, dutch in _DUTCH:
        if re.fullmatch(english, message):
            return re.sub(english, dutch, message)
    return message


def number(least: float, most: float) -> Callable[[str], float]:
    """A type of option: a number between two bounds; a decimal comma is fine."""

    def parse(text: str) -> float:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            raise ArgumentTypeError(f"{text!r} is geen getal.") from None
        if not least <= value <= most:
            raise ArgumentTypeError(f"{text} ligt niet tussen {least:g} en {most:g}.")
        return value

    return parse


def whole(least: int, most: int) -> Callable[[str], int]:
    """A type of option: a whole number between two bounds."""

    def parse(text: str) -> int:
        value = number(least, most)(text)
        if value != int(value):
            raise ArgumentTypeError(f"{text} is geen geheel getal.")
        return int(value)

    return parse


def one_of(*choices: str) -> Callable[[str], str]:
    """A type of option: one of these words, in any case."""

    def parse(text: str) -> str:
        for choice in choices:
            if text.casefold() == choice.casefold():
                return choice
        raise ArgumentTypeError(f"{text!r} kan niet; kies uit {', '.join(choices)}.")

    return parse


def day(text: str) -> str:
    """A type of option: a date (2025, 2025-03 or 2025-03-18)."""
    from graph_model.dates import is_date

    if "T" in text or not is_date(text):
        raise ArgumentTypeError(f"{text!r} is geen datum zoals 2025-03-18, 2025-03 of 2025.")
    return text
