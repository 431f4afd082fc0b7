"""``samenspel backup``: the whole ledger in one file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from api.cli.output import print_json
from api.cli.parser import Options
from api.cli.progress import patience
from api.cli.session import graph_of, paper_of, settings_of

_ABOUT = (
    "Schrijft alles wat gelezen en besloten is in één bestand, waaruit restore het terugzet, ook in een andere "
    "graafmotor. Het geheim (zie doctor) gaat niet mee: bewaar dat apart."
)


def command(words: Sequence[str]) -> int:
    """Write a backup."""
    options = Options("backup", _ABOUT, needs="BESTAND")
    options.argument("file", "BESTAND", "waar de back-up komt; wat er stond, wordt vervangen")
    options.option("--no-image", "zonder beeld van de graafmotor: kleiner, maar restore duurt dan langer")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.backup import write_backup

    file = Path(wishes.file).expanduser().resolve()
    with graph_of(told) as graph, patience("De back-up wordt geschreven …"):
        now = datetime.now(UTC).isoformat(timespec="seconds")
        report = write_backup(graph, file, now, image=not wishes.no_image)
    if wishes.json:
        print_json(json.dumps(asdict(report), ensure_ascii=False, indent=2))
    else:
        pages, claims = report.rows.get("Page", 0), report.rows.get("Claim", 0)
        megabytes = f"{report.size / 1e6:.1f} MB".replace(".", ",")
        paper_of(told).line(f"{report.file}: {pages} pagina's, {claims} beweringen, {megabytes}.")
    return 0
