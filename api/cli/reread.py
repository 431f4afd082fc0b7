"""``samenspel reread``: stored texts read again by this version of the reader."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.output import print_json
from api.cli.parser import Options, whole
from api.cli.progress import Counter
from api.cli.read import print_report, status_of
from api.cli.session import graph_of, paper_of, settings_of

_ABOUT = (
    "Leest de bewaarde teksten opnieuw met deze versie van de lezer, zonder iets op te halen; alleen pagina's die een "
    "andere versie las. Wat daardoor verandert, staat bij 'samenspel changes --all' als beter gelezen."
)


def command(words: Sequence[str]) -> int:
    """Read the stored texts again."""
    options = Options("reread", _ABOUT)
    options.option("--cores", "op zoveel kernen lezen (standaard alle)", type=whole(1, 1024), default=0, metavar="N")
    options.option("--dry-run", "niets vastleggen, maar regel voor regel melden wat er anders zou worden")
    wishes = options.read(words)
    told = settings_of(wishes)
    from ingest.crew import cores, crew_for
    from ingest.pipeline import now
    from ingest.rereading import read_again, try_again, waiting

    with graph_of(told, writing=not wishes.dry_run) as graph:
        number = waiting(graph)
        counter = Counter("Pagina's opnieuw gelezen", number)
        with crew_for(number, (wishes.cores or cores()) - 1) as crew, counter.counting():
            if wishes.dry_run:
                report = try_again(graph, crew=crew, progress=counter.at)
            else:
                report = read_again(graph, words, now, crew=crew, progress=counter.at)
    if wishes.json:
        print_json(report.json_text())
    else:
        print_report(report, paper_of(told))
    return status_of(report)
