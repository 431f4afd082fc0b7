"""What a page tells of a gathering beside its date: form, venue, programme, costs, audience, contact, status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.lexicon.folding import folded
from ingest.extract.moment import EXACT, Moment, Passage, Passages, Told
from ingest.extract.places import is_place
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.venues import parse_place_line
from ingest.reading import Property, Quote

_ONLINE = re.compile(
    r"\b(?:online|ms teams|teams|zoom|webinar|livestream|op het scherm|digitaal|digitale bijeenkomst)\b", re.IGNORECASE
)
_HYBRID = re.compile(r"hybride|thuis via het scherm|zowel .{0,30}online|ook online", re.IGNORECASE)
_ONLINE_KIND = re.compile(r"\bonline[- ](?:bijeenkomst|sessie|lezing|sparsessie)\b", re.IGNORECASE)
# Without one of these words none of the patterns fits.
_AT_A_SCREEN = ("online", "teams", "zoom", "webinar", "livestream", "scherm", "digita", "hybride")
_PLACE_LABEL = re.compile(r"waar\b|plaats|locatie|adres", re.IGNORECASE)
_PRICE_LABEL = re.compile(r"kosten|prijs|entree|toegang", re.IGNORECASE)
_AUDIENCE_LABEL = re.compile(r"voor wie|doelgroep", re.IGNORECASE)
_CONTACT_LABEL = re.compile(r"contact|inlichtingen|meer informatie|vragen", re.IGNORECASE)
_FREE = re.compile(r"\b(?:gratis|kosteloos)\b")
_MOVED = re.compile(r"\b(?:verplaatst|verschoven|verzet naar|uitgesteld)\b", re.IGNORECASE)
_CANCELLED = re.compile(r"\b(?:geannuleerd|afgelast|gaat niet door|vervalt)\b", re.IGNORECASE)
_LONGEST = 300
_DOUBTED = 0.6


def properties_of(scene: Scene, n: int, moment: Moment, passages: Passages, *, held: bool) -> list[Property]:
    """The fields of a gathering with their quotes; ``held`` says whether a place or host of it is known."""
    found = [*_moments(moment), *(_doubted(_moments(moment.denied)) if moment.denied else ())]
    own, said = passages
    found += _mode(scene, n, own, said, held)
    found += _venue(own)
    if n == scene.main or (n == scene.only and scene.main is None):
        found += [*_programme(scene), *_labelled(scene), *_status(scene)]
    return found


def _property(field: str, told: Told, value: str, confidence: float = 0.9) -> Property:
    return Property(field, value, Quote(told.start, told.end), confidence, told.stated)


def _moments(moment: Moment) -> Iterator[Property]:
    day = moment.date
    if day is None:
        return
    exact = len(day.value) == EXACT
    begins = f"{day.value}T{moment.begins.value}" if exact and moment.begins else day.value
    yield _property("start", day, begins)
    last = moment.until or day
    if moment.ends is not None and len(last.value) == EXACT:
        yield Property(
            "end", f"{last.value}T{moment.ends.value}", Quote(moment.ends.start, moment.ends.end), 0.9, last.stated
        )
    elif moment.until is not None:
        yield _property("end", moment.until, moment.until.value)


def _doubted(properties: Iterator[Property]) -> Iterator[Property]:
    """What stands beside another value that the text gives."""
    return (replace(told, confidence=_DOUBTED) for told in properties)


def clock_of(moment: Moment) -> tuple[str, str]:
    """Start and end as HH:MM where no exact day is known to which they belong."""
    if moment.date is not None and len(moment.date.value) == EXACT:
        return "", ""
    return (moment.begins.value if moment.begins else ""), (moment.ends.value if moment.ends else "")


def _mode(scene: Scene, n: int, own: list[Passage], said: list[Passage], held: bool) -> list[Property]:
    name = scene.things[n].name
    head = "\n".join([p.text for p in own] + [name])
    text = "\n".join([head] + [p.text for p in said])
    if not own and not said:
        return []
    source, online, value = (own or said)[0], False, "in_person"
    low = text.lower()
    if any(word in low for word in _AT_A_SCREEN):
        source = next((p for p in [*own, *said] if _ONLINE.search(p.text)), source)
        online = _ONLINE.search(head) is not None or _ONLINE_KIND.search(text) is not None
        value = "hybrid" if _HYBRID.search(text) else "online" if online else "in_person"
    a, z = source.span(0, len(source.text))
    # That people meet in person is mostly left unsaid.
    stated = online or held or bool(own)
    return [Property("mode", value, Quote(a, z), 0.8 if stated else 0.6, online)]


def _place_lines(own: list[Passage]) -> list[Line]:
    lines = [p.line for p in own]
    told = [
        x for x in lines if x.block.label == "place" or (x.block.kind == "label" and _PLACE_LABEL.match(x.block.label))
    ]
    return told or [x for x in lines if x.block.kind == "meta" and not x.block.label and "," in x.block.text]


def _venue(own: list[Passage]) -> Iterator[Property]:
    """Venue and address as the place line words them; a place that is not known yet, or online, gives neither."""
    for line in _place_lines(own)[:1]:
        told = parse_place_line(line.block.text, lambda name: is_place(folded(name)))
        for field, piece in (("venue", told.venue), ("address", told.address)):
            if piece is not None:
                yield Property(field, piece.text, Quote(*line.block.span(piece.start, piece.end)))


def _programme(scene: Scene) -> Iterator[Property]:
    for line in scene.sheet.order:
        cells = line.block.cells
        if line.block.kind == "row" and len(cells) >= 2 and re.match(r"\d{1,2}[.:]\d\d", cells[0].text):
            clock = re.match(r"(\d{1,2})[.:](\d\d)", cells[0].text)
            assert clock is not None
            what = " ".join(cell.text for cell in cells[1:]).strip()
            yield Property(
                "programme", f"{int(clock[1]):02d}:{clock[2]}\t{what}", Quote(line.block.start, line.block.end), 0.95
            )


def _labelled(scene: Scene) -> Iterator[Property]:
    """Costs, audience and contact: from labels, or from the paragraph under a heading that asks for them."""
    fields = (("price", _PRICE_LABEL), ("audience", _AUDIENCE_LABEL), ("contact", _CONTACT_LABEL))
    given = set()
    for line in scene.sheet.order:
        label = _label_of(scene, line) if line.block.kind in ("label", "paragraph") and line.sentences else ""
        for field, pattern in fields if label else ():
            if field in given or not pattern.match(label):
                continue
            a, z = line.sentences[0]
            value = line.text(a, z)[:_LONGEST]
            if field == "contact" and not re.search(r"@|\d{3}", value):
                continue
            given.add(field)
            yield Property(field, value, Quote(*line.block.span(line.begins[a], line.begins[a] + len(value))), 0.8)
    if "price" not in given and ("gratis" in scene.sheet.low or "kosteloos" in scene.sheet.low):
        for line in scene.sheet.order:
            free = _FREE.search(line.block.text)
            if free and line.block.kind in ("paragraph", "item"):
                a, z = line.sentences[line.sentence[line.token_at(free.start())]]
                value = line.text(a, z)[:_LONGEST]
                yield Property(
                    "price", value, Quote(*line.block.span(line.begins[a], line.begins[a] + len(value))), 0.75
                )
                return


def _label_of(scene: Scene, line: Line) -> str:
    """What a line answers to: its own label, or the short heading that it stands under."""
    if line.block.kind == "label":
        return line.block.label
    heading = scene.sheet.heading_of(line)
    return heading.block.text if heading and len(heading.block.text) < 40 else ""


def _status(scene: Scene) -> list[Property]:
    for line in scene.sheet.order[:8]:
        for value, pattern in (("cancelled", _CANCELLED), ("moved", _MOVED)) if len(line.block.text) < 160 else ():
            match = pattern.search(line.block.text)
            if match:
                return [Property("status", value, Quote(*line.block.span(match.start(), match.end())), 0.7)]
    return []
