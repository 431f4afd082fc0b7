"""Walking through a described source: which addresses to ask for, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph_model.keys import canonical_address
from ingest.sources.description import Act, SourceOf, matches

# Links to these are no pages; a description need not say so each time.
_NO_PAGES = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".ico", ".css", ".js", ".json", ".zip", ".gz", ".mp3", ".mp4",
    ".m4a", ".mov", ".avi", ".woff", ".woff2", ".xls", ".xlsx", ".ppt", ".pptx", ".doc", ".exe", ".dmg", ".apk",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """An address to ask for: whether it is read, and whether it is followed; ``first`` when somebody named it."""

    address: str
    name: str
    read: bool = True
    follow: bool = False
    first: bool = True
    walk: Walk | None = None


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a page leads: to pages, and to further lists of pages."""

    pages: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()

    def without(self, is_meant: Callable[[str], bool]) -> Leads:
        """The same without the addresses that are meant."""
        return Leads(*(tuple(a for a in found if not is_meant(a)) for found in (self.pages, self.lists)))


NOWHERE = Leads()


class Walk:
    """The way through one source. Not for several threads at once."""

    def __init__(self, source: SourceOf) -> None:
        self.source = source
        self.cut_off = False
        self._seen: set[str] = set()
        self._acts = {canonical_address(one.address): one.act for one in source.exceptions}
        self._reasons = {canonical_address(one.address): one.reason for one in source.exceptions}

    def beginning(self) -> Iterator[Step]:
        """The start pages, and those that are read by exception."""
        for address in self.source.start:
            yield from self._step(address, follow=True, first=True)
        for one in self.source.exceptions:
            if one.act is Act.READ:
                yield from self._step(one.address, first=True)

    def again(self, addresses: Iterable[str]) -> Iterator[Step]:
        """The steps to pages that were read before, as far as the source still wants them."""
        for address in addresses:
            yield from self._step(address)

    def onward(self, leads: Leads) -> Iterator[Step]:
        """The steps that follow from where a page leads."""
        for address in leads.lists:
            yield from self._step(address, follow=True)
        for address in leads.pages:
            yield from self._step(address)

    def arrived(self, address: str) -> None:
        """A page was found here, after redirects: there is no need to ask for it again."""
        self._seen.add(canonical_address(address))

    def wanted(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """Of these addresses those that the source follows or reads."""
        both = (*self.source.follow, *self.source.read)
        return tuple(
            address
            for address in addresses
            if matches(place := canonical_address(address), both) or place in self._acts
        )

    def reads(self, address: str) -> bool:
        """Whether what was found at this address, after redirects, belongs to the source."""
        place = canonical_address(address)
        act = self._acts.get(place)
        return act is not Act.SKIP and (act is Act.READ or matches(place, self.source.read))

    def may_fail(self, address: str) -> str:
        """Why this address may fail without a word; empty when it may not."""
        place = canonical_address(address)
        return self._reasons[place] if self._acts.get(place) is Act.MAY_FAIL else ""

    def _step(self, address: str, *, follow: bool = False, first: bool = False) -> Iterator[Step]:
        place = canonical_address(address)
        if place in self._seen or self._acts.get(place) is Act.SKIP:
            return
        read = self.reads(address)
        follow = follow or matches(place, self.source.follow)
        if not first and ((not read and not follow) or self._skipped(place)):
            return
        if len(self._seen) >= self.source.most:
            self.cut_off = True
            return
        self._seen.add(place)
        yield Step(address, address, read, follow, first, self)

    def _skipped(self, place: str) -> bool:
        return matches(place, self.source.skip) or place.partition("?")[0].lower().endswith(_NO_PAGES)
