"""What pages say by a language model, or by both readers, without a graph."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from graph_model.errors import NotUnderstood
from ingest.extract import read
from ingest.page.model import Page
from ingest.placing import placed
from ingest.reading import Reading
from ingest.second_reader.asking import Asker
from ingest.second_reader.instructions import instructs
from ingest.second_reader.reading import Together, version_of
from ingest.second_reader.understanding import Mode, read_together
from queries.ledger.replies import Reply
from queries.masking import ErasedNames


class SecondLines:
    """Reads pages by asking about each; a page that gets no reply is read by the built-in reader alone."""

    def __init__(
        self,
        asker: Asker,
        model: str,
        prompt: str,
        mode: Mode,
        stays: Callable[[str], bool] = lambda _: False,
        erased: ErasedNames | None = None,
    ) -> None:
        """:param erased: knows the names that are covered before anything is sent."""
        self.erased = erased
        self._asker = asker
        self._mode = mode
        self._stays = stays
        self._version = version_of(model, prompt)
        self.ahead = 3 * asker.parallel

    def ask(self, page: Page) -> Future[Reply] | None:
        """Ask about a page; None for one that is not asked about."""
        return None if self._stays(page.address) or instructs(page.text) else self._asker.ask(page)

    def read(self, page: Page, asked: Future[Reply] | None) -> tuple[Reading, str]:
        """What a page says, and why the model has no part in it (empty when it has)."""
        if asked is None:
            why = "blijft hier" if self._stays(page.address) else "geeft de lezer opdrachten"
            return self._alone(page), f"Deze pagina {why}: het taalmodel las haar niet."
        try:
            found = read_together(page, asked.result().text, self._version)
        except NotUnderstood as trouble:
            return self._alone(page), str(trouble)
        return (found.second if self._mode is Mode.MODEL else both(found)), ""

    def _alone(self, page: Page) -> Reading:
        return Reading("", "", (), ()) if self._mode is Mode.MODEL else placed(read(page))


def both(found: Together) -> Reading:
    """What two readers say as one reading: each thing and statement once, with its surest confidence."""
    things = list(found.first.things)
    number = {(thing.kind, thing.name, thing.qualifier): n for n, thing in enumerate(things)}
    place: dict[int, int] = {}
    for n, thing in enumerate(found.second.things):
        key = (thing.kind, thing.name, thing.qualifier)
        if key in number:
            mine = things[number[key]]
            aliases = tuple(sorted({*mine.aliases, *thing.aliases}))
            things[number[key]] = replace(mine, confidence=max(mine.confidence, thing.confidence), aliases=aliases)
        else:
            number[key] = len(things)
            things.append(thing)
        place[n] = number[key]
    statements = {(s.subject, s.predicate, s.object, s.role): s for s in found.first.statements}
    for said in found.second.statements:
        moved = replace(said, subject=place[said.subject], object=place[said.object])
        key_of = (moved.subject, moved.predicate, moved.object, moved.role)
        known = statements.get(key_of)
        if known is None or moved.confidence > known.confidence:
            statements[key_of] = moved
    return replace(found.first, things=tuple(things), statements=tuple(statements.values()))
