"""``samenspel extract``: what pages say, without a graph."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.cli.failures import FAULT, write_trace
from api.cli.output import Paper, clean
from api.cli.parser import Options, one_of, whole
from api.cli.progress import Counter
from api.cli.reading_by import add_readers, agree, wanted_of
from api.cli.session import paper_of, settings_of
from api.cli.sourcing import add_sources, listing_of
from api.second_reading import lines_by
from graph_model.errors import NotUnderstood

if TYPE_CHECKING:
    from api.settings import Settings
    from ingest.extracting import Line, Wishes
    from ingest.sources import Listing

_ABOUT = (
    "Toont wat er uit pagina's te halen is, met citaten en zekerheid; er is geen graaf voor nodig en er wordt niets "
    "vastgelegd. Per pagina één regel JSON, of tekst met --format text."
)


def command(words: Sequence[str]) -> int:
    """Extract from the sources that the words name."""
    options = Options("extract", _ABOUT, needs="BRON …", json=False)
    add_sources(options)
    form = one_of("jsonl", "text")
    add_readers(options)
    options.option("--format", "jsonl (standaard) of text", type=form, default="jsonl", metavar="VORM")
    options.option("--explain", "ook de regel of aanwijzing achter elke bewering")
    options.option("--past", "ook verbanden die voorbij zijn")
    options.option("--published", "alleen wat zeker genoeg is om te tonen")
    options.option("--cores", "op zoveel kernen lezen (standaard alle)", type=whole(1, 1024), default=0, metavar="N")
    options.option("--without-register", "zonder de namen uit het meegeleverde register")
    wishes = options.read(words)
    told = settings_of(wishes)
    from ingest.extracting import Wishes

    listing = listing_of(wishes)
    chosen = Wishes(wishes.explain, wishes.past, wishes.published, wishes.without_register)
    status = _tell_all(listing, chosen, told, wishes)
    for note in listing.notes:
        print(clean(note), file=sys.stderr)
    return status


def _tell_all(listing: Listing, chosen: Wishes, told: Settings, wishes: Namespace) -> int:
    from api.fetching import fetcher_of
    from graph_model.collecting import READING, collect_seldom
    from ingest.crew import cores, crew_for
    from ingest.extracting import lines_of

    collect_seldom(READING)
    paper = paper_of(told)
    counter = Counter("Pagina's gelezen", len(listing.pages), remaining=True)
    status = 0
    number = wishes.cores or cores()
    wanted = wanted_of(wishes, told)
    agree(wishes, told, wanted)
    crew = crew_for(len(listing.pages) if wanted.built_in else 0, number if number > 1 else 0)
    with crew as readers, fetcher_of(told, listing) as fetcher, lines_by(told, wanted, listing) as second:
        erased = second.erased if second else None
        for done, line in enumerate(lines_of(listing, chosen, fetcher, readers, second, erased), start=1):
            counter.clear()
            status = _worst(status, _say_error(line))
            if wishes.format == "jsonl":
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                _tell(line, paper)
            counter.at(done)
        counter.clear()
    return status


def _worst(*statuses: int) -> int:
    """Of several exit statuses the one to end with: a fault of ours before input that was not understood."""
    return FAULT if FAULT in statuses else max(statuses)


def _say_error(line: Line) -> int:
    """Say why a page gave nothing, if so, and give the exit status that it comes to."""
    if "error" not in line:
        return 0
    trace = line.pop("trace", "")
    print(f"{clean(line['document'])}: {clean(line['error'])}", file=sys.stderr)
    if not trace:
        return NotUnderstood.exit_status
    print(f"Wat er misging staat in {write_trace(trace)}.", file=sys.stderr)
    return FAULT


def _tell(line: Line, paper: Paper) -> None:
    """One page for people: its things, then what it says of them, each with its quote."""
    paper.heading(clean(line["document"]))
    if "error" in line:
        paper.line(line["error"], 2)
    for entity in line.get("entities", ()):
        paper.raw(f"{_sure(entity, paper)} {clean(entity['name'])}  {paper.dim('(' + _about(entity) + ')')}", 2)
        _tell_why(entity, paper)
    for relation in line.get("relations", ()):
        paper.raw(f"{_sure(relation, paper)} {clean(_sentence(relation))}", 2)
        paper.quote(relation["quote"], f"teken {relation['start']}–{relation['end']}", 6)
        _tell_why(relation, paper)
    paper.raw("")


def _about(entity: dict[str, Any]) -> str:
    from queries.words import kind_words

    told = [kind_words(entity["type"]), *(f"{name}: {value}" for name, value in entity["attributes"].items())]
    if entity["aliases"]:
        told.append("ook: " + ", ".join(entity["aliases"]))
    return clean("; ".join(told))


def _sentence(relation: dict[str, Any]) -> str:
    from queries.words import sentence

    return sentence(
        relation["type"], "out", relation["subject"], relation["object"], relation["role"], relation["subject_type"]
    )


def _sure(claim: dict[str, Any], paper: Paper) -> str:
    shown = f"{claim['confidence']:.2f}"
    return shown if claim["published"] else paper.dim(f"{shown}?")


def _tell_why(claim: dict[str, Any], paper: Paper) -> None:
    if claim.get("why"):
        paper.raw(paper.dim(f"omdat: {clean(claim['why'])}"), 6)
