"""Which gathering a sentence is about that names none: ``de avond``, ``die dag``; ``alle activiteiten``."""

from __future__ import annotations

from ingest.extract.event_candidates import VAGUE
from ingest.extract.lazily import lazily
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

# "Vier dagen in de week", "de activiteiten van het huis": no gathering is meant.
_SAID_OF_MORE = frozenset(("week", "activiteit", "activiteiten"))
# What a speaker holds is a part of a gathering.
_SPOKEN = ("lezing", "presentatie", "workshop", "inleiding", "toespraak")
_POINTING = frozenset(("die", "deze", "dit", "dat"))
_ALONE = VAGUE - _SAID_OF_MORE
_DETERMINERS = _POINTING | {"de", "het"}
_ALL = lazily(
    r"\b(?:alle|beide|al deze)(?: (?:twee|drie|vier|vijf|zes))?(?: (?:de|deze|onze))? "
    r"(?:activiteiten|bijeenkomsten|avonden|middagen|ochtenden|dagen|sessies|workshops|onderdelen)\b"
)


def pointed_at(line: Line, a: int, z: int) -> int | None:
    """The token of the noun alone by which a sentence speaks of a gathering, ``de avond``; None where it does not."""
    for q in range(a + 1, z):
        noun = (
            not line.capital[q]
            and not line.lows[q].endswith(_SPOKEN)
            and (line.lows[q] in _ALONE or "event" in line.classes[q])
        )
        if noun and (line.lows[q - 1] in _DETERMINERS or (q - 2 >= a and line.lows[q - 2] in _POINTING)):
            return q
    return None


def speaks_of_all(low: str) -> bool:
    """Whether a sentence, in lower case, is about all gatherings of the page."""
    return _ALL.search(low) is not None


def all_gatherings(scene: Scene) -> list[int]:
    """The gatherings of an agenda; where a page has none, all that it names but its own."""
    listed = sorted({*scene.rows.values(), *scene.sections.values()})
    return listed or [n for n, kind in enumerate(scene.kinds) if kind == "Event" and n != scene.main]


def gathering_meant(scene: Scene, line: Line, number: int) -> int | None:
    """The gathering that was spoken of last: of the row or section, of the sentences before, else the page's own."""
    event, how = scene.gathering(line.index)
    if event is not None and how in ("row", "section"):
        return event
    above = scene.sheet.order[max(scene.place_of(line) - 1, 0)]
    places = [(line.index, s) for s in range(number - 1, -1, -1)]
    if above.block.section == line.block.section and above.index != line.index:
        places += [(above.index, s) for s in range(len(above.sentences) - 1, -1, -1)]
    for place in places:
        named = {n for _, _, n in scene.sentences.get(place, ()) if scene.kinds[n] == "Event"}
        if named:
            return named.pop() if len(named) == 1 else None
    return event
