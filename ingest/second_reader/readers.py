"""A language model as a reader of a run, by itself or beside the built-in reader.

Replies that are kept are read again without a call; the others are asked for some pages ahead, several at once. A page
that gets no reply is read by the built-in reader alone, which stands by itself, and is asked about again the next time.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice

from graph_model.errors import NotUnderstood
from ingest.crew import Crew
from ingest.extract import READER as FIRST
from ingest.extract import VERSION
from ingest.keeping import attempt
from ingest.page.model import Page
from ingest.readers import Loaded
from ingest.report import SecondReport, Tally
from ingest.second_reader.asking import Asker
from ingest.second_reader.gate import Reason
from ingest.second_reader.instructions import instructs
from ingest.second_reader.pace import BudgetSpent, GivenUp, Stopped
from ingest.second_reader.reading import READER, first_version, version_of
from ingest.second_reader.understanding import Mode, attempt_both
from ingest.understand import Understood
from queries import Graph
from queries.ledger.pages import unchanged
from queries.ledger.replies import Reply, kept_replies, reply_id

# Pages that are looked at together, and how many are under way beyond those that can be asked about at once.
_STEP = 8


@dataclass(slots=True)
class Count:
    """What became of pages, for the report."""

    kept: int = 0
    asked: int = 0
    stayed: int = 0
    instructing: int = 0
    unasked: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    dropped: Counter[Reason] = field(default_factory=Counter)


class SecondReaders:
    """Reads pages with a language model. One run at a time."""

    def __init__(
        self, asker: Asker, model: str, prompt: str, mode: Mode, stays: Callable[[str], bool] = lambda _: False
    ) -> None:
        """
        :param model, prompt: the model's name and the prompt's version, under which replies are kept.
        :param stays: whether the page at an address may not leave this machine.
        """
        self._asker = asker
        self._model, self._prompt = model, prompt
        self._mode = mode
        self._stays = stays
        self._version = version_of(model, prompt)
        self._under_way: dict[str, Future[Reply]] = {}
        self._count = Count()

    @property
    def edition(self) -> str:
        """Readers and versions."""
        return f"{self._mode} {VERSION} {self._version}"

    def same(self, graph: Graph, texts: Mapping[str, str]) -> set[str]:
        """The addresses whose text is in the graph, read by these very readers; by ours alone where it stays here."""
        here = {address: text for address, text in texts.items() if self._stays(address)}
        sent = {address: text for address, text in texts.items() if address not in here}
        told = unchanged(graph, {address: (text, READER, self._version) for address, text in sent.items()})
        if self._mode is Mode.MODEL:
            return told
        ours = {address: (text, FIRST, first_version(self._version)) for address, text in sent.items()}
        alone = {address: (text, FIRST, VERSION) for address, text in here.items()}
        return (told & unchanged(graph, ours)) | unchanged(graph, alone)

    def ahead(self, graph: Graph, loaded: Iterable[Loaded]) -> Iterator[Loaded]:
        """The pages in their order, with so many asked about ahead that nobody who answers has to wait for us."""
        waiting = iter(loaded)
        begun: deque[Loaded] = deque()
        window = 3 * self._asker.parallel + _STEP
        while True:
            while len(begun) < window and (some := list(islice(waiting, _STEP))):
                self._begin(graph, [page for _, pages in some for page in pages])
                begun.extend(some)
            if not begun:
                return
            for page in begun[0][1]:
                if page.fingerprint in self._under_way:
                    self._under_way[page.fingerprint].exception()
            yield begun.popleft()

    def attempts(
        self, graph: Graph, pages: Sequence[Page], fetched: str, crew: Crew
    ) -> Iterable[Understood | str | None]:
        """For each page what it says by its reply, or what our own reader makes of it where there is none."""
        kept = self._begin(graph, pages, look=False)
        asked = {page.fingerprint: self._under_way.get(page.fingerprint) for page in pages}
        for page in pages:
            yield self._attempt(page, asked[page.fingerprint], kept.get(page.fingerprint), fetched)
        for fingerprint in asked:
            self._under_way.pop(fingerprint, None)

    def _begin(self, graph: Graph, pages: Sequence[Page], *, look: bool = True) -> dict[str, Reply]:
        """Ask about pages that have no reply yet; gives the replies that are kept, by the fingerprint of their page.

        :param look: whether pages that are as they were are passed over.
        """
        same = self.same(graph, {page.address: page.fingerprint for page in pages}) if look else set()
        open_ = [page for page in pages if page.address not in same and self._may_leave(page)]
        new = [page for page in open_ if page.fingerprint not in self._under_way]
        ids = {reply_id(page.fingerprint, self._prompt, self._model): page.fingerprint for page in new}
        kept = {ids[id_]: reply for id_, reply in kept_replies(graph, ids).items()}
        for page in new:
            if page.fingerprint not in kept and page.fingerprint not in self._under_way:
                self._under_way[page.fingerprint] = self._asker.ask(page)
        return kept

    def _may_leave(self, page: Page) -> bool:
        return not self._stays(page.address) and not instructs(page.text)

    def _attempt(
        self, page: Page, asked: Future[Reply] | None, kept: Reply | None, fetched: str
    ) -> Understood | str | None:
        if not self._may_leave(page):
            if self._stays(page.address):
                self._count.stayed += 1
            else:
                self._count.instructing += 1
            return self._alone(page, fetched)
        reply = self._answered(asked) if asked else kept
        if reply is None:
            return self._alone(page, fetched)
        self._count.kept += asked is None
        try:
            found = attempt_both(page, reply.text, self._version, self._mode, fetched)
        except NotUnderstood as trouble:
            self._count.unread[str(trouble)] += 1
            return self._alone(page, fetched)
        if isinstance(found, str):
            return found
        self._count.dropped += found.dropped
        return found.understood

    def _answered(self, asked: Future[Reply]) -> Reply | None:
        """The reply to a page that was asked about; None, and counted, when there is none."""
        try:
            reply = asked.result()
        except (BudgetSpent, GivenUp, Stopped) as trouble:
            self._count.unasked += 1
            self._count.unread[str(trouble)] += 1
            return None
        except NotUnderstood as trouble:
            self._count.unread[str(trouble)] += 1
            return None
        self._count.asked += 1
        return reply

    def _alone(self, page: Page, fetched: str) -> Understood | str | None:
        """What the built-in reader makes of a page; nothing where only the model is to read."""
        return None if self._mode is Mode.MODEL else attempt(page, fetched)

    def tell(self, tally: Tally) -> None:
        """Tell what was asked, and what became of it."""
        tally.second(self._report())

    def _report(self) -> SecondReport:
        count, purse = self._count, self._asker.purse
        return SecondReport(
            model=self._model, asked=count.asked, kept=count.kept, calls=purse.calls, tokens=purse.tokens,
            stayed=count.stayed, instructing=count.instructing, unasked=count.unasked,
            unread=dict(count.unread.most_common()),
            dropped={reason.value: number for reason, number in sorted(count.dropped.items())},
        )  # fmt: skip
