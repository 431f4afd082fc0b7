"""How every verb that reads is told who reads: the built-in reader, a language model, or both."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, Namespace
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean
from api.cli.parser import Options, one_of, whole
from api.second_reading import Wanted
from api.settings import READERS, Settings, load_settings
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from ingest.report import Prospect, RunReport, SecondReport

_REASONS = {
    "malformed": "onvolledig", "kind": "onbekende soort", "form": "geen naam",
    "not_on_page": "naam staat niet op de pagina",
    "not_allowed": "verband kan niet tussen deze soorten", "quote": "citaat staat niet op de pagina",
    "ends": "citaat hoort niet bij beide namen", "date": "datum of tijd volgt niet uit de pagina",
    "denied": "ontkend, gepland of voorbij", "instruction": "pagina geeft de lezer opdrachten",
}  # fmt: skip


def add_readers(options: Options) -> None:
    """The options that say who reads, with which budget, and what may leave this machine.

    Where no language model is set they are known, but not shown.
    """
    shown = bool(load_settings().model_url)

    def words(text: str) -> str:
        return text if shown else SUPPRESS

    number = whole(0, 1_000_000_000)
    who = words("wie er leest: samenspel, model of both (standaard wat SAMENSPEL_READER zegt)")
    options.option("--reader", who, type=one_of(*READERS), default=None, metavar="LEZER")
    calls, tokens = words("zoveel vragen hoogstens aan het taalmodel"), words("zoveel tokens hoogstens, ongeveer")
    options.option("--max-calls", calls, type=number, default=0, metavar="N")
    options.option("--max-tokens", tokens, type=number, default=0, metavar="N")
    options.option("--keep-here", words("deze pagina's blijven hier: niets gaat naar het taalmodel"))
    options.option("--consent", words("ik vind goed dat pagina's naar het ingestelde taalmodel gaan (eenmalig)"))


def wanted_of(wishes: Namespace, told: Settings) -> Wanted:
    """Who is to read.

    :raises BadQuestion: when the options contradict each other.
    """
    reader = wishes.reader or told.reader
    if reader == "model" and wishes.keep_here:
        raise BadQuestion("--keep-here gaat niet samen met --reader model: dan blijft er niemand om te lezen.")
    return Wanted(reader, wishes.max_calls, wishes.max_tokens, wishes.keep_here)


def agree(wishes: Namespace, told: Settings, wanted: Wanted) -> None:
    """Ask for consent where it is needed: in a terminal by a question, else by ``--consent`` only."""
    if wanted.built_in or wanted.keep_here:
        return
    from api.second_reading import needs_consent, record_consent

    words = needs_consent(told)
    if not words:
        return
    if wishes.consent or _yes(words):
        from ingest.pipeline import now

        record_consent(told, now())
        print(f"Vastgelegd: {words}", file=sys.stderr)


def _yes(words: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"{words}\nVindt u dat goed? Dit wordt eenmalig gevraagd (ja/nee): ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("ja", "j")


def print_second(report: RunReport, paper: Paper) -> None:
    """What became of what the language model was asked, or would be asked."""
    if report.second:
        _print_asked(report.second, paper)
    if report.prospect:
        _print_prospect(report.prospect, paper)


def _print_asked(second: SecondReport, paper: Paper) -> None:
    told = [f"{second.asked} gevraagd", f"{second.kept} uit het grootboek"]
    told += [f"{second.stayed} blijven hier"] if second.stayed else []
    told += [f"{second.instructing} geven de lezer opdrachten"] if second.instructing else []
    told += [f"{second.unasked} niet gevraagd"] if second.unasked else []
    paper.line(
        f"Taalmodel {clean(second.model)}: {', '.join(told)}; {second.calls} vragen, ongeveer {second.tokens} tokens."
    )
    if second.dropped:
        dropped = ", ".join(f"{count} × {_REASONS.get(reason, reason)}" for reason, count in second.dropped.items())
        paper.line(f"Niet doorgelaten: {dropped}.", 2)
    for reason, count in second.unread.items():
        paper.line(f"{count} × {clean(reason)}", 2)


def _print_prospect(prospect: Prospect, paper: Paper) -> None:
    minutes = max(1, round(prospect.seconds / 60))
    paper.line(
        f"Naar {clean(prospect.address)} (model {clean(prospect.model)}) zouden {prospect.pages} pagina's gaan: "
        f"{prospect.characters} tekens, {prospect.calls} vragen, ongeveer {prospect.tokens} tokens, {minutes} minuten. "
        "Pagina's van het web zijn hier niet meegeteld. Er is niets verstuurd."
    )
    if prospect.stayed:
        paper.line(f"{prospect.stayed} blijven hier.", 2)
    if prospect.instructing:
        paper.line(f"{prospect.instructing} geven de lezer opdrachten en worden niet gestuurd.", 2)
