"""Evidence of a thing and the gathering that its line is about, also when no word of the sentence names that."""

from __future__ import annotations

import re

from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.organisers import organising
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import triggers_in
from ingest.extract.words import ARTICLES

_IN_SCOPE = frozenset((*ORGANISATIONS, "Person", "Place", "ClientCouncil"))
_HEAD_CUES = (
    "bestuur",
    "spreker",
    "programma",
    "aanwezig",
    "wie",
    "team",
    "tafel",
    "podium",
    "opening",
    "aan het woord",
    "gasten",
    "leden",
    "raad",
    "directie",
    "toezicht",
    "medewerkers",
    "samenstelling",
    "contact",
)
_CONTACT = ("aanmeld", "geef je op", "meld je", "inlichtingen", "vragen?", "mail", "foto")
_SPOKEN = re.compile(r"[‘“\"'](?:[^’”\"']{20,})")
_PLURAL = re.compile(
    r"\b(?:alle|deze|twee|drie|vier|reeks|bijeenkomsten|avonden|informatieavonden|wat)\b", re.IGNORECASE
)
_NUMBERS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_PERSON_VERB = frozenset(("zegt", "vertelt", "vertelde", "opende", "opent", "leidde", "sprak"))


def person_context(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    """What stands around a person, whatever the link may be; worked out once, so nobody changes it."""
    found = scene.contexts.get((line.index, i, j))
    if found is None:
        found = scene.contexts[(line.index, i, j)] = _context_of(scene, line, i, j)
    return found


def _context_of(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    a, z = line.sentences[line.sentence[i]]
    found = {f"near:{t}" for t in triggers_in(line, max(a, i - 5), i) | triggers_in(line, j, min(z, j + 7))}
    found |= {f"says:{t}" for t in triggers_in(line, a, z)}
    after = line.lows[j] if j < z else "$"
    found |= {f"next={after}", f"block={line.block.kind}"}
    if i and "role" in line.classes[i - 1]:
        found.add("role-before")
    if after in (",", "(", "is", "was", "als") and j + 1 < z and "role" in line.classes[j + 1]:
        found.add("role-after")
    if after in _PERSON_VERB:
        found.add("speaks")
    if line.block.label:
        found.add(f"label={line.block.label.lower()[:12]}")
    heading = scene.sheet.heading_of(line)
    text = heading.block.text.lower() if heading is not None else ""
    found |= {f"head={cue}" for cue in _HEAD_CUES if cue in text}
    lead = scene.sheet.lead_of(line)
    if lead is not None:
        found |= {f"lead:{t}" for t in triggers_in(lead, max(0, len(lead.lows) - 20), len(lead.lows))}
        found |= {f"lead={cue}" for cue in _HEAD_CUES if cue in lead.block.text.lower()}
    found |= {f"in={cue}" for cue in introduced_by(scene, line)}
    sentence = line.text(a, z)
    if line.block.kind == "quote" or _SPOKEN.search(sentence):
        found.add("quoted")
    low = sentence.lower()
    if any(word in low for word in _CONTACT):
        found.add("contact")
    return found


def add_scope_pairs(scene: Scene, pairs: Pairs) -> None:
    """Pairs of persons, places and organisations with the gathering that they are mentioned under."""
    for n, thing in enumerate(scene.things):
        if thing.kind not in _IN_SCOPE:
            continue
        for index, number, i, j in scene.spots[n]:
            event, how = scene.gathering(index)
            if event is not None:
                _add(scene, pairs, n, event, how, (index, number, i, j))
            if thing.kind in ORGANISATIONS and scene.counts["Event"] > 1:
                _add_to_all(scene, pairs, n, index, i, j)


def _add(scene: Scene, pairs: Pairs, n: int, event: int, how: str, spot: tuple[int, int, int, int]) -> None:
    index, number, i, j = spot
    line = scene.sheet.lines[index]
    kind = scene.kinds[n]
    features = {f"EV={how}", f"EV:events={min(scene.counts['Event'], 3)}"}
    named = [m for _, _, m in scene.sentences.get((index, number), ()) if scene.kinds[m] == "Event"]
    if named and event not in named and how in ("main", "only"):
        return
    if named:
        features.add("EV:here" if event in named else "EV:other")
    if event == scene.main:
        features.add("EV:main")
    if kind == "Person":
        features |= {f"EV:{x}" for x in person_context(scene, line, i, j)}
    else:
        features |= _thing_context(scene, line, i, j)
        ways = organising(line, i, j) if kind != "Place" else []
        if ways:
            features.update([f"organises={x}" for x in ways], ("organises",))
    if kind == "Place":
        features.add(f"EV:places={min(scene.counts['Place'], 4)}")
    for pair in ((n, event), (event, n)):
        if (scene.kinds[pair[0]], scene.kinds[pair[1]]) in LINKS_BETWEEN:
            pairs[pair] |= features


def _thing_context(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    a, z = line.sentences[line.sentence[i]]
    found = {f"EV:says:{t}" for t in triggers_in(line, a, z)}
    at = i - 1
    if at >= a and line.lows[at] in ARTICLES:
        at -= 1
    before = line.lows[at] if at >= a else "^"
    found |= {f"EV:before={before}", f"EV:next={line.lows[j] if j < z else '$'}", f"EV:block={line.block.kind}"}
    if at >= a:
        found |= {f"EV:after:{label}" for label in line.classes[at] if label in ("part", "care", "init")}
    header = line.index in scene.sheet.header
    if header or line.block.kind in ("meta", "label", "row"):
        found.add(f"EV:header={line.block.kind}")
        found.add(f"EV:position={'first' if i < 2 else 'later'}")
    if line.block.label:
        found.add(f"EV:label={line.block.label.lower().rstrip('?')[:12]}")
    if line.index == scene.sheet.first:
        found.add("EV:lead")
    found |= {f"EV:in={cue}" for cue in introduced_by(scene, line)}
    if i == 0:
        found.add("EV:start")
    if line.dated:
        found.add("EV:dated")
    return found


def _is_of_some(scene: Scene, line: Line, i: int) -> bool:
    """Whether a sentence speaks of some gatherings of an agenda only: those in a place, a named one, two of them."""
    number = line.sentence[i]
    a, z = line.sentences[number]
    if any(scene.kinds[n] in ("Place", "Event") for _, _, n in scene.sentences.get((line.index, number), ())):
        return True
    return any(_NUMBERS.get(low, scene.counts["Event"]) < scene.counts["Event"] for low in line.lows[a:z])


def _add_to_all(scene: Scene, pairs: Pairs, n: int, index: int, i: int, j: int) -> None:
    """One organisation may organise all gatherings of an agenda; it stands above them, not with each."""
    line = scene.sheet.lines[index]
    if line.block.section in scene.sections or index in scene.rows:
        return
    how = organising(line, i, j)
    if n != scene.top_body and (not how or _is_of_some(scene, line, i)):
        return
    features = {"ALL"}
    if how:
        features.add("ALL:organises")
        if _PLURAL.search(line.sentence_text(i)):
            features.add("ALL:plural")
    if n == scene.top_body:
        features.add("ALL:top")
    if any(key in scene.sheet.page.title.lower() for key in scene.things[n].keys):
        features.add("ALL:title")
    for event in sorted({*scene.sections.values(), *scene.rows.values()}):
        if (scene.kinds[n], "Event") in LINKS_BETWEEN:
            pairs[(n, event)] |= features
