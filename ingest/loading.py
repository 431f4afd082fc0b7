"""Files into pages, a few at a time; a file that is byte for byte as it was is not made a page of again."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_model.errors import NotUnderstood
from ingest.familiar import Familiar
from ingest.formats import pages_in
from ingest.keeping import Batch
from ingest.page.model import Page
from ingest.readers import Loaded
from ingest.report import Tally
from ingest.sources import Listed, load
from queries.ledger.records import Outcome
from queries.masking import KeyedNames, names_in

# So many files are looked at together: one question tells which of them are as they were.
_AT_ONCE = 32


class Loading:
    """Loads the files of a run."""

    def __init__(self, familiar: Familiar, tally: Tally, erased: KeyedNames) -> None:
        self._familiar, self._tally, self._erased = familiar, tally, erased
        self._marks: dict[str, str] = {}
        self._same: set[str] = set()

    def loaded(self, pages: Sequence[Listed]) -> Iterator[Loaded]:
        """The pages of each file, in order; none of a file that is as it was."""
        for start in range(0, len(pages), _AT_ONCE):
            files = [(listed, _raw(listed, self._tally, self._erased)) for listed in pages[start : start + _AT_ONCE]]
            marks = {listed.address: self._familiar.mark(file[1]) for listed, file in files if file}
            self._same |= self._familiar.same(marks)
            for listed, file in files:
                if file is None or listed.address in self._same:
                    yield listed, ()
                    continue
                made = _made(listed, *file, self._tally, self._erased)
                if [page.address for page in made] == [listed.address]:
                    self._marks[listed.address] = marks[listed.address]
                yield listed, tuple(made)

    def marked(self, batch: Batch, loaded: Sequence[Loaded]) -> Batch:
        """The same batch with the marks of what was read, and with the pages that are as they were."""
        same = {listed.address for listed, _ in loaded} & self._same
        read = tuple(found.marked(self._marks.pop(found.reading.page.address, "")) for found in batch.understood)
        return replace(batch, understood=read, same=batch.same | same)


def pages_of(listed: Listed, tally: Tally, erased: KeyedNames | None = None) -> list[Page]:
    """The pages of a file as they are stored, most often one; what can't be read is reported."""
    file = _raw(listed, tally, erased)
    return _made(listed, *file, tally, erased) if file else []


def _raw(listed: Listed, tally: Tally, erased: KeyedNames | None) -> tuple[str, bytes] | None:
    """The address and the bytes of a file; None, and reported, where there are none to read."""
    if erased and names_in(listed.address, erased):
        tally.count(Outcome.FORGOTTEN)
        return None
    try:
        return load(listed)
    except NotUnderstood as problem:
        tally.not_understood(listed.name, str(problem))
    except Exception:  # noqa: BLE001  the outermost loop over pages: reported with the page, and the run goes on
        tally.fault(listed.name, traceback.format_exc())
    return None


def _made(listed: Listed, address: str, raw: bytes, tally: Tally, erased: KeyedNames | None) -> list[Page]:
    """The pages in some bytes; what can't be read is reported."""
    pages: list[Page] = []
    try:
        pages.extend(pages_in(raw, address, erased=erased))
    except NotUnderstood as problem:
        tally.not_understood(listed.name, str(problem))
    except Exception:  # noqa: BLE001  the outermost loop over pages: reported with the page, and the run goes on
        tally.fault(listed.name, traceback.format_exc())
    return pages
