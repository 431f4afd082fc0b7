"""Evidence of a thing and the gathering that its line is about, also when no word of the sentence names that."""

from __future__ import annotations

import re

from ingest.extract.acting import acts
from ingest.extract.introductions import introduced_by
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.organisers import organising
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.remembering import beginning
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import pulling, triggers_in
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
_HEADED = ("meta", "label", "row")
_NEAR, _SAYS, _LEAD = pulling("near:"), pulling("says:"), pulling("lead:")
_NEXT, _GATHERING = beginning("next="), beginning("EV:")
_EVENT_SAYS = pulling("EV:says:")
_EVENT_BEFORE, _EVENT_NEXT = beginning("EV:before="), beginning("EV:next=")


def person_context(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    """What stands around a person, whatever the link may be; worked out once, so nobody changes it."""
    found = scene.contexts.get((line.index, i, j))
    if found is None:
        found = scene.contexts[(line.index, i, j)] = _context_of(scene, line, i, j)
    return found


def _context_of(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    a, z = line.sentences[line.sentence[i]]
    after = line.lows[j] if j < z else "$"
    found = {
        _NEXT[after], *_NEAR[triggers_in(line, max(a, i - 5), i)], *_NEAR[triggers_in(line, j, min(z, j + 7))],
        *_sentence_context(scene, line, a, z),
    }  # fmt: skip
    if i and "role" in line.classes[i - 1]:
        found.add("role-before")
    if after in (",", "(", "is", "was", "als") and j + 1 < z and "role" in line.classes[j + 1]:
        found.add("role-after")
    if after in _PERSON_VERB:
        found.add("speaks")
    if does := acts(scene, line, i, j):
        found.update(("acts", f"acts={does}"))
    return found


def _sentence_context(scene: Scene, line: Line, a: int, z: int) -> set[str]:
    """What holds of every person in a sentence, worked out once for all of them."""
    found = scene.of_people.get((line.index, a))
    if found is None:
        found = scene.of_people[(line.index, a)] = {
            f"block={line.block.kind}", *_SAYS[triggers_in(line, a, z)], *_introduced(scene, line),
        }  # fmt: skip
        sentence = line.text(a, z)
        if line.block.kind == "quote" or _SPOKEN.search(sentence):
            found.add("quoted")
        low = sentence.lower()
        if any(map(low.__contains__, _CONTACT)):
            found.add("contact")
    return found


def _introduced(scene: Scene, line: Line) -> list[str]:
    """What the label, the heading and the lead of a line speak of."""
    found = [f"in={cue}" for cue in introduced_by(scene, line)]
    if line.block.label:
        found.append(f"label={line.block.label.lower()[:12]}")
    heading, lead = scene.sheet.heading_of(line), scene.sheet.lead_of(line)
    if heading is not None:
        text = heading.block.text.lower()
        found += [f"head={cue}" for cue in _HEAD_CUES if cue in text]
    if lead is not None:
        text = lead.block.text.lower()
        found += [f"lead={cue}" for cue in _HEAD_CUES if cue in text]
        found += _LEAD[triggers_in(lead, max(0, len(lead.lows) - 20), len(lead.lows))]
    return found


def add_scope_pairs(scene: Scene, pairs: Pairs) -> None:
    """Pairs of persons, places and organisations with the gathering that they are mentioned under."""
    events = scene.counts["Event"]
    for n, kind in enumerate(scene.kinds) if events else ():
        if kind not in _IN_SCOPE:
            continue
        for spot in scene.spots[n]:
            event, how = scene.gathering(spot[0])
            if event is not None:
                _add(scene, pairs, n, event, how, spot)
            if events > 1 and kind in ORGANISATIONS:
                _add_to_all(scene, pairs, n, spot)


def _add(scene: Scene, pairs: Pairs, n: int, event: int, how: str, spot: tuple[int, int, int, int]) -> None:
    index, number, i, j = spot
    line, kinds = scene.sheet.lines[index], scene.kinds
    kind = kinds[n]
    named = [m for _, _, m in scene.sentences.get((index, number), ()) if kinds[m] == "Event"]
    if named and event not in named and how in ("main", "only"):
        return
    features = {f"EV={how}", f"EV:events={min(scene.counts['Event'], 3)}"}
    if named:
        features.add("EV:here" if event in named else "EV:other")
    if event == scene.main:
        features.add("EV:main")
    if kind == "Person":
        features.update(map(_GATHERING.__getitem__, person_context(scene, line, i, j)))
    else:
        features |= _thing_context(scene, line, i, j)
        ways = organising(line, i, j) if kind != "Place" else []
        if ways:
            features.update([f"organises={x}" for x in ways], ("organises",))
    if kind == "Place":
        features.add(f"EV:places={min(scene.counts['Place'], 4)}")
    if (kind, "Event") in LINKS_BETWEEN:
        pairs[n, event] |= features
    if ("Event", kind) in LINKS_BETWEEN:
        pairs[event, n] |= features


def _thing_context(scene: Scene, line: Line, i: int, j: int) -> set[str]:
    a, z = line.sentences[line.sentence[i]]
    at = i - 1
    if at >= a and line.lows[at] in ARTICLES:
        at -= 1
    found = {
        _EVENT_BEFORE[line.lows[at] if at >= a else "^"], _EVENT_NEXT[line.lows[j] if j < z else "$"],
        *_event_context(scene, line, a, z),
    }  # fmt: skip
    if at >= a and line.classes[at]:
        found.update([f"EV:after:{label}" for label in line.classes[at] if label in ("part", "care", "init")])
    if line.block.kind in _HEADED or line.index in scene.sheet.header:
        found.add("EV:position=first" if i < 2 else "EV:position=later")
    if i == 0:
        found.add("EV:start")
    return found


def _event_context(scene: Scene, line: Line, a: int, z: int) -> set[str]:
    """What holds of all things of a sentence but its people, worked out once for all of them."""
    found = scene.of_others.get((line.index, a))
    if found is not None:
        return found
    block = line.block
    found = {f"EV:block={block.kind}", *_EVENT_SAYS[triggers_in(line, a, z)]}
    found.update([f"EV:in={cue}" for cue in introduced_by(scene, line)])
    if block.kind in _HEADED or line.index in scene.sheet.header:
        found.add(f"EV:header={block.kind}")
    if block.label:
        found.add(f"EV:label={block.label.lower().rstrip('?')[:12]}")
    if line.index == scene.sheet.first:
        found.add("EV:lead")
    if line.dated:
        found.add("EV:dated")
    scene.of_others[(line.index, a)] = found
    return found


def _is_of_some(scene: Scene, line: Line, i: int) -> bool:
    """Whether a sentence speaks of some gatherings of an agenda only: those in a place, a named one, two of them."""
    number = line.sentence[i]
    a, z = line.sentences[number]
    if any(scene.kinds[n] in ("Place", "Event") for _, _, n in scene.sentences.get((line.index, number), ())):
        return True
    return any(_NUMBERS.get(low, scene.counts["Event"]) < scene.counts["Event"] for low in line.lows[a:z])


def _add_to_all(scene: Scene, pairs: Pairs, n: int, spot: tuple[int, int, int, int]) -> None:
    """One organisation may organise all gatherings of an agenda; it stands above them, not with each."""
    index, _, i, j = spot
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
