"""Who sits on a board that a sentence puts together: ``Het bestuur bestaat uit A, B en C``, ``A en B vormen …``."""

from __future__ import annotations

from ingest.extract.enumerations import enumerations
from ingest.extract.kinds import OWNERS
from ingest.extract.lazily import lazily
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.8
_BOARD = (
    r"(?:\w*bestuur|kerngroep|werkgroep|stuurgroep|kernteam|initiatiefgroep|organisatiegroep|"
    r"raad van (?:toezicht|advies|commissarissen)|\w*commissie|groep)"
)
_MADE_OF = lazily(
    rf"\b{_BOARD}\b[^.;]{{0,60}}?\b(?:besta(?:at|an)|bestond(?:en)?|gevormd door)\b"
    rf"|\bvorm(?:en|den|t|de)\b[^.;]{{0,120}}?\b{_BOARD}\b|\b{_BOARD}\b[^.;]{{0,60}}?\bvorm(?:en|den)\b"
    rf"|\bin (?:het|ons|de) {_BOARD}\b[^.;]{{0,30}}?\b(?:zit|zitten|zat|zaten)\b"
    r"|\b(?:zijn|waren) dat\b"
)
_NAMED = lazily(rf"\b{_BOARD}\b")
_WORDS = frozenset(
    "bestaat bestaan bestond bestonden gevormd vormen vormden vormt vormde zit zitten zat zaten dat".split()
)
_BACK = 2
_LEAST = 2

Held = list[tuple[int, int, int]]


def add_boards(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that the people of such a sentence have a role there, unless a rule has found them one."""
    if scene.counts["Person"] < _LEAST or scene.sheet.counts.keys().isdisjoint(_WORDS):
        return
    placed = {key[1] for key, link in found.items() if key[0] == "HAS_ROLE" and link.why != MODEL}
    for (index, number), held in scene.sentences.items():
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if len(people) < _LEAST or _WORDS.isdisjoint(line.lows[a:z]):
            continue
        text = line.text(a, z).lower()
        match = _MADE_OF.search(text)
        if match is None or not (_NAMED.search(match[0]) or _spoken_of_before(line, number)):
            continue
        owner = _owner(scene, line, number, held)
        for i, j, n in _listed(scene, line, held, people):
            if owner is not None and n not in placed:
                keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "lid van een bestuur of groep", (index, i, j)))


def _spoken_of_before(line: Line, number: int) -> bool:
    """Whether the sentences right before speak of a board or a group."""
    before = range(max(0, number - _BACK), number)
    return any(_NAMED.search(line.text(*line.sentences[s]).lower()) for s in before)


def _listed(scene: Scene, line: Line, held: Held, people: Held) -> Held:
    """The longest enumeration of people."""
    groups = enumerations(scene, line, held)
    by_stretch: dict[tuple[int, int], Held] = {}
    for x in people:
        if x[0] in groups:
            by_stretch.setdefault(groups[x[0]], []).append(x)
    return max(by_stretch.values(), key=len, default=[])


def _owner(scene: Scene, line: Line, number: int, held: Held) -> int | None:
    """Whose board it is: that of the body which the sentence names, else those before it, else of the page's own."""
    for s in range(number, max(-1, number - 1 - _BACK), -1):
        near = held if s == number else scene.sentences.get((line.index, s), [])
        named = {n for _, _, n in near if scene.kinds[n] in OWNERS}
        if named and (s == number or _NAMED.search(line.text(*line.sentences[s]).lower())):
            return named.pop() if len(named) == 1 else None
    return scene.top_body
