"""The gathering of a page under its title, and again with the same day: by a bare noun (``de feestavond``), or as one
row of a list of all of its kind (``Alle dorpsavonden``). One thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.lexicon.folding import folded
from ingest.page.model import Block, Page
from ingest.reading import Found, Reading, Statement

# Below this a title is more likely a headline than what a gathering is called.
_CALLED = 0.6
_MOST_WORDS = 2
_DAY = 10
_WHEN = ("start", "end")
_LISTED = frozenset(("item", "row"))
_SHORTEST = 6  # letters of a noun that tells gatherings of one kind from others
_PLURALS = ("en", "s")


def one_gathering(page: Page, reading: Reading) -> Reading:
    """The reading in which both are one, with what is said of either."""
    both = _both(page, reading)
    if both is None:
        return reading
    titled, noun = both
    one, other = reading.things[titled], reading.things[noun]
    if one.confidence < _CALLED:
        one, other = other, one
    # Nothing but its place in the list changes for what stands behind.
    number = {n: n - (n > noun) for n in range(len(reading.things))} | {noun: titled - (titled > noun)}
    things = [_joined(one, other) if n == titled else thing for n, thing in enumerate(reading.things) if n != noun]
    return replace(reading, things=tuple(things), statements=_renumbered(reading.statements, number))


def _both(page: Page, reading: Reading) -> tuple[int, int] | None:
    """Where the gathering that the title names stands, and the only one of the same day that can be that again."""
    title = next((folded(thing.name) for thing in reading.things if thing.is_page), "")
    events = [n for n, thing in enumerate(reading.things) if thing.kind == "Event"]
    titled = next((n for n in events if folded(reading.things[n].name) == title), None)
    if titled is None:
        return None
    own = reading.things[titled]
    start = _start(own)
    same = [
        n for n in events
        if n != titled and len(start) >= _DAY and _fits(start, _start(reading.things[n]))
        and (_is_noun(reading.things[n].name) or _is_listed(page, own, reading.things[n]))
    ]  # fmt: skip
    apart = any({said.subject, said.object} == {titled, n} for said in reading.statements for n in same)
    return (titled, same[0]) if len(same) == 1 and not apart else None


def _is_listed(page: Page, own: Found, other: Found) -> bool:
    """Whether the other stands in a list below a heading that has the plural of what the first is called."""
    words = {word for name in (own.name, *own.aliases) for word in folded(name).split() if len(word) >= _SHORTEST}
    headings = {folded(page.blocks[row.section].text) for row in _rows_of(page, other) if row.section >= 0}
    plurals = {word for heading in headings for word in heading.split()}
    return any(word + ending in plurals for word in words for ending in _PLURALS)


def _rows_of(page: Page, thing: Found) -> Iterator[Block]:
    """The items and rows in which a thing is named."""
    for block in page.blocks:
        if block.kind in _LISTED and any(block.start <= said.start < block.end for said in thing.mentions):
            yield block


def _is_noun(name: str) -> bool:
    return name.islower() and len(name.split()) <= _MOST_WORDS and name.replace(" ", "").isalpha()


def _start(thing: Found) -> str:
    return next((told.value for told in thing.properties if told.field == "start"), "")


def _fits(one: str, other: str) -> bool:
    """Whether two beginnings are on one day, and at one time as far as both tell."""
    return one[:_DAY] == other[:_DAY] and (one.startswith(other) or other.startswith(one))


def _joined(one: Found, other: Found) -> Found:
    """The first with what only the other tells, and with when it is from the one that tells more of that."""
    timed, fields = max(one, other, key=lambda thing: len(_start(thing))), {told.field for told in one.properties}
    more = [told for told in other.properties if told.field not in fields]
    properties = (
        *(told for told in timed.properties if told.field in _WHEN),
        *(told for told in (*one.properties, *more) if told.field not in _WHEN),
    )
    return replace(
        one, properties=properties, confidence=max(one.confidence, other.confidence),
        aliases=tuple(dict.fromkeys((*one.aliases, other.name, *other.aliases))),
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
        clock=one.clock if any(one.clock) else other.clock,
    )  # fmt: skip


def _renumbered(statements: tuple[Statement, ...], number: dict[int, int]) -> tuple[Statement, ...]:
    """The statements between the things that are left, of several alike the surest."""
    kept: dict[tuple[int, str, int, str], Statement] = {}
    for said in statements:
        moved = said.between(number[said.subject], number[said.object])
        key = (moved.subject, moved.predicate, moved.object, moved.valid_to)
        known = kept.get(key)
        if known is None or (moved.confidence, bool(moved.role)) > (known.confidence, bool(known.role)):
            kept[key] = moved
    return tuple(kept.values())
