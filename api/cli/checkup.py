"""What ``samenspel doctor`` looks at: each check says how it stands, and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from api.bootstrap import open_graph, secret_file
from api.settings import Settings
from graph_model.errors import SamenspelError
from queries.engine.embedded.folder import EngineFolder
from queries.results import Shape

if TYPE_CHECKING:
    from queries import Graph

State = Literal["ok", "warning", "wrong"]
LEAST_SPACE = 500_000_000
_MOST_MISFITS = 10


class Finding(Shape):
    """How one thing stands; ``mend`` says what to do, empty when nothing need be done."""

    name: str
    state: State
    message: str
    mend: str = ""


class Health(Shape):
    """All findings, in the order in which to mend them."""

    items: tuple[Finding, ...]

    @property
    def wrong(self) -> bool:
        return any(finding.state == "wrong" for finding in self.items)


def examine(told: Settings) -> Health:
    """Look at everything that can be wrong here; nothing is changed."""
    return Health(items=tuple(_findings(told)))


def _findings(told: Settings) -> Iterator[Finding]:
    yield _ok("versie", f"samenspel {version('samenspel')}, Python {sys.version.split()[0]}")
    yield _ok("instellingen", f"uit {told.file} en de omgeving" if told.file else "uit de omgeving")
    yield from _data_folder(told)
    yield _secret(told)
    yield _second_reader(told)
    if told.embedded:
        yield _engine()
    yield from _graph(told)


def _data_folder(told: Settings) -> Iterator[Finding]:
    folder = told.data
    if not folder.exists():
        yield _ok("gegevensmap", f"{folder} is er nog niet; zij wordt gemaakt bij het eerste lezen")
    elif not folder.is_dir():
        yield _wrong("gegevensmap", f"{folder} is geen map", "kies met --data of SAMENSPEL_DATA een map")
    elif not _writable(folder):
        yield _wrong(
            "gegevensmap", f"in {folder} mag niet geschreven worden", "kies een andere map of maak haar beschrijfbaar"
        )
    else:
        yield _ok("gegevensmap", str(folder))
    free = shutil.disk_usage(_nearest(folder)).free
    told_free = f"{free / 1e9:.1f} GB vrij".replace(".", ",")
    enough = free >= LEAST_SPACE
    yield _ok("schijfruimte", told_free) if enough else _warning("schijfruimte", told_free, "maak ruimte vrij")


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _nearest(folder: Path) -> Path:
    """The nearest folder that is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def _secret(told: Settings) -> Finding:
    if told.secret:
        return _ok("geheim", "uit de instellingen")
    file = secret_file(told)
    if not file.exists():
        return _ok("geheim", "nog niet gemaakt; dat gebeurt bij het eerste lezen")
    if file.stat().st_mode & 0o077:
        return _warning("geheim", f"{file} is ook voor anderen te lezen", f"chmod 600 {file}")
    return _ok("geheim", f"{file}: bewaar een kopie, want zonder dit geheim kan er niets meer bij")


def _second_reader(told: Settings) -> Finding:
    if not told.model_url:
        return _ok("tweede lezer", "uit: er is geen taalmodel ingesteld")
    from api.second_reading import endpoint_of, needs_consent

    try:
        endpoint = endpoint_of(told)
        open_ = needs_consent(told)
    except SamenspelError as error:
        return _wrong("tweede lezer", str(error), "")
    where = f"{endpoint.model} op {endpoint.place.authority}"
    if open_:
        return _warning("tweede lezer", f"{where}, nog zonder toestemming", "lees één keer met --consent")
    return _ok("tweede lezer", f"{where}{', op dit apparaat' if endpoint.local else ', met toestemming'}")


def _engine() -> Finding:
    from queries.engine.embedded.program import bundled

    try:
        return _ok("graafmotor", str(bundled().java))
    except SamenspelError as error:
        return _wrong("graafmotor", str(error), "installeer opnieuw, of gebruik een Neo4j met SAMENSPEL_GRAPH")


def _graph(told: Settings) -> Iterator[Finding]:
    if told.embedded and not EngineFolder(told.data).home.exists():
        yield _ok("graaf", "nog niet gemaakt; dat gebeurt bij het eerste lezen")
        return
    try:
        with open_graph(told) as graph:
            contents = list(_contents(graph))
            yield _ok("graaf", f"bereikbaar: {told.place}")
            yield from contents
    except SamenspelError as error:
        yield _wrong("graaf", str(error), "")


def _contents(graph: Graph) -> Iterator[Finding]:
    from queries.backup import is_unswept
    from queries.ledger.runs import runs

    if is_unswept(graph):
        yield _warning(
            "vergeten", "de bestanden van de graaf bevatten nog namen die gewist zijn",
            "geef samenspel person erase NAAM nog eens; bij een Neo4j noemt dat de stappen",
        )  # fmt: skip
    latest = runs(graph, 1)
    if not latest:
        yield _ok("laatste run", "er is nog niets gelezen")
    elif latest[0].status == "running":
        yield _warning("laatste run", f"{latest[0].id} is bezig of weggevallen", "geef hetzelfde commando opnieuw")
    else:
        yield _ok("laatste run", f"{latest[0].id}, {latest[0].command}, {latest[0].started[:16]} UTC")
    if graph.secret:
        yield _misfits(graph)


def _misfits(graph: Graph) -> Finding:
    """Claims whose link the kinds of its ends do not allow: kept in the ledger, not drawn."""
    from graph_model.schema import LINK_KINDS, NODE_KINDS
    from queries.ledger.rebuild import projected

    misfits = projected(graph).misfits
    if not misfits:
        return _ok("beweringen", "elke bewering past bij de soorten die zij verbindt")
    shown = sorted(
        f"{NODE_KINDS[m.from_kind].dutch} {LINK_KINDS[m.kind].forwards} {NODE_KINDS[m.to_kind].dutch} ({m.claim})"
        for m in misfits
    )
    listed = "; ".join(shown[:_MOST_MISFITS])
    message = f"{len(misfits)} passen niet bij de soorten die zij verbinden: {listed}"
    return _warning("beweringen", message, "verbeter de soort van een van beide")


def _ok(name: str, message: str) -> Finding:
    return Finding(name=name, state="ok", message=message)


def _warning(name: str, message: str, mend: str) -> Finding:
    return Finding(name=name, state="warning", message=message, mend=mend)


def _wrong(name: str, message: str, mend: str) -> Finding:
    return Finding(name=name, state="wrong", message=message, mend=mend)
