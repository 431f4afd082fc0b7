"""Links that follow by rule: taxonomy, councils, header lines, parts of an agenda, structured data."""

from __future__ import annotations

import re

from ingest.extract.data_links import add_data_links
from ingest.extract.kinds import ORGANISATIONS, OWNERS, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.page_council import page_council
from ingest.extract.scene import Scene

_FRAMES = ("week ", "maand ", "festival ")
_SURE = 0.95
_LIKELY = 0.85
# Of the gatherings that stand on the page of another one, few are part of it.
_WEAK = 0.35
_PLACE_LABEL = re.compile(r"waar\b|plaats|locatie|adres", re.IGNORECASE)
_SERIES_HEAD = re.compile(r"^(?:actieteam|reeks|roadshow|serie|leerateliers?) ")
_OURS = ("dit", "deze", "ons", "onze")
_MEETING = re.compile(r"^(?:\w+e )?(?:bijeenkomst|sessie|ontmoeting|keer)\b.*\d")
_OWN_GATHERING = re.compile(
    r"\b(?:\w*vergadering|alv|lustrum|jubileum\w*|bewonersavond|ledendag|netwerkdag|meet ?ups?)\b"
)
# One of these stands in whatever that fits.
_OWN_NOUNS = ("vergadering", "alv", "lustrum", "jubileum", "bewonersavond", "ledendag", "netwerkdag", "meet")
_ASSEMBLY = re.compile(r"\b(?:\w*vergadering|alv|notulen)\b")
_SHORTEST_NAME = 2
_SHORTEST_OWNER = 3
_SHORTEST_NOUN = 5
_SHORT = 90
_MAILED = 0.55
_TITLE_SURE = 0.6
_MAIL = re.compile(r"@(?:www\.)?([\w-]+)\.(?:nl|org|com|be|eu|nu|info)\b")


def add_sure_links(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what needs no model."""
    _taxonomy(scene, found)
    _councils(scene, found)
    _parts(scene, found)
    _header(scene, found)
    add_data_links(scene, found)
    _mail(scene, found)


def _mail(scene: Scene, found: dict[Key, Link]) -> None:
    """Who takes the registrations of a page's gathering, by the host of the e-mail address, organises it."""
    hosts = {match[1].lower() for match in _MAIL.finditer(scene.sheet.page.text)}
    if not hosts:
        return
    for n, thing in enumerate(scene.things):
        if thing.kind in ORGANISATIONS and any(key.replace(" ", "") in hosts for key in thing.keys):
            for event in (scene.main, *(s for s, t in enumerate(scene.things) if t.kind == "EventSeries" and t.rule)):
                if event is not None:
                    keep(found, Link("ORGANISES", n, event, _MAILED, "adres voor aanmelding"))


def _taxonomy(scene: Scene, found: dict[Key, Link]) -> None:
    page = next((n for n, t in enumerate(scene.things) if t.is_page), None)
    # A title that is hardly a gathering's name is that of the page.
    sure = scene.main is not None and scene.things[scene.main].confidence >= _TITLE_SURE
    subject = scene.main if sure or page is None else page
    for n, thing in enumerate(scene.things):
        if thing.kind not in ("Theme", "Keyword") or not scene.spots[n]:
            continue
        kind = "HAS_THEME" if thing.kind == "Theme" else "HAS_KEYWORD"
        index, _, i, j = scene.spots[n][0]
        if thing.rule == "taxonomy":
            owner = subject
        else:
            owner, _ = scene.gathering(index)
        if owner is not None:
            keep(found, Link(kind, owner, n, _SURE if thing.rule == "taxonomy" else _LIKELY, thing.rule, (index, i, j)))


def _councils(scene: Scene, found: dict[Key, Link]) -> None:
    if not scene.counts["ClientCouncil"]:
        return
    owners = {key: n for n, t in enumerate(scene.things) if t.kind == "CareOrganisation" for key in t.keys}
    care = scene.top.get("CareOrganisation")
    for n, thing in enumerate(scene.things):
        if thing.kind != "ClientCouncil" or not scene.spots[n]:
            continue
        index, _, i, j = scene.spots[n][0]
        if thing.within in owners:
            named = {owners[thing.within]}
        else:
            named = {owners[key] for key in _inside(thing.within or thing.key, owners)}
        for owner in sorted(named):
            keep(found, Link("PART_OF", n, owner, _SURE, "cliëntenraad van een organisatie", (index, i, j)))
        if not named and not thing.within and thing.key.startswith("centrale ") and care is not None:
            keep(found, Link("PART_OF", n, care, _LIKELY, "centrale raad van de organisatie", (index, i, j)))


def _inside(name: str, owners: dict[str, int]) -> list[str]:
    """The names of organisations that stand whole in a name, without those that are part of a longer one."""
    held = [key for key in owners if len(key) > _SHORTEST_OWNER and f" {key} " in f" {name} "]
    return [key for key in held if not any(key != other and f" {key} " in f" {other} " for other in held)]


def _parts(scene: Scene, found: dict[Key, Link]) -> None:
    """Gatherings of an agenda are part of the page's gathering; a gathering named after a series is part of it."""
    if not scene.counts["Event"] and not scene.counts["EventSeries"]:
        return
    if scene.main is not None:
        for n in sorted({*scene.sections.values(), *scene.rows.values()}):
            if n != scene.main:
                keep(found, Link("PART_OF", n, scene.main, _WEAK, "onderdeel op dezelfde pagina"))
    series = [n for n, t in enumerate(scene.things) if t.kind == "EventSeries"]
    for n, thing in enumerate(scene.things):
        for s in series if thing.kind == "Event" else ():
            told = _of_series(thing, scene.things[s], alone=len(series) == 1)
            if told is not None:
                keep(found, Link("PART_OF", n, s, *told))
    _titled(scene, found, series)
    _meetings(scene, found)
    _named_places(scene, found)
    _named_themes(scene, found)
    _named_organisers(scene, found)
    _add_assemblies(scene, found)


def _of_series(event: Thing, series: Thing, *, alone: bool) -> tuple[float, str] | None:
    """How sure it is that a gathering is one of a series, and why, by their names."""
    own = f" {folded(event.name)} "
    bare = _SERIES_HEAD.sub("", series.key)
    nouns = [key for key in series.keys if " " not in key and len(key) > _SHORTEST_NOUN]
    first = series.key.split(" ", 1)[0]
    if " " in bare and own.startswith((f" {bare} ", f" {series.key} ")):
        return _SURE, "heet voluit naar de reeks"
    if series.rule == "komt terug" and any(noun in own.split()[:2] for noun in nouns):
        return _LIKELY, "een van de reeks"
    if first.endswith("lijkse") and first in own.split():
        return _LIKELY, "komt in hetzelfde ritme"
    if series.rule == "actieteam" and " " in bare and bare in own:
        return _LIKELY, "gaat over wat het actieteam doet"
    following = alone and own.startswith((" eerstvolgende ", " volgende "))
    named = (len(bare) > _SHORTEST_NOUN and bare in own) or any(f" {noun} " in own for noun in nouns)
    return (_LIKELY, "draagt de naam van de reeks") if named or following else None


def _titled(scene: Scene, found: dict[Key, Link], series: list[int]) -> None:
    """The gatherings of an agenda are part of the series that is its title."""
    title = folded(scene.sheet.page.title)
    named = [s for s in series if any(_is_titled(title, key) for key in scene.things[s].keys)]
    if len(named) == 1:
        for n in sorted({*scene.sections.values(), *scene.rows.values()}):
            keep(found, Link("PART_OF", n, named[0], _LIKELY, "reeks in de titel"))


def _is_titled(title: str, key: str) -> bool:
    """Whether a title begins with a series, or names a week or a festival that the page is about."""
    return title == key or title.startswith(key + " ") or (key.startswith(_FRAMES) and f" {key} " in f" {title} ")


def _named_organisers(scene: Scene, found: dict[Key, Link]) -> None:
    """``ledenvergadering van O``, ``lustrum O``: O holds it."""
    events = [
        (n, t) for n, t in enumerate(scene.things)
        if t.kind == "Event" and any(map(t.key.__contains__, _OWN_NOUNS)) and _OWN_GATHERING.search(t.key)
    ]  # fmt: skip
    bodies = [(key, n) for n, t in enumerate(scene.things) if t.kind in OWNERS for key in t.keys] if events else ()
    for n, thing in events:
        for key, body in bodies:
            if len(key) > _SHORTEST_NAME and any(k.endswith(" " + key) for k in thing.keys):
                keep(found, Link("ORGANISES", body, n, _LIKELY, "draagt de naam van wie het houdt"))


def _add_assemblies(scene: Scene, found: dict[Key, Link]) -> None:
    """The page's own council or body holds the meeting of which the page is the report."""
    if scene.main is None or not _ASSEMBLY.search(scene.things[scene.main].key):
        return
    if any(kind == "ORGANISES" and c == scene.main and link.why != MODEL for (kind, _, c), link in found.items()):
        return
    owner = page_council(scene)
    owner = owner if owner is not None else scene.top_body
    if owner is not None:
        keep(found, Link("ORGANISES", owner, scene.main, _LIKELY, "verslag van de eigen vergadering"))


def _meetings(scene: Scene, found: dict[Key, Link]) -> None:
    """``de bijeenkomst van juni``: on the page of a gathering of a series, another gathering of that series."""
    own = [c for kind, a, c in found if kind == "PART_OF" and a == scene.main and scene.kinds[c] == "EventSeries"]
    if len(own) != 1:
        return
    noun = scene.things[own[0]].key.split(" ", 1)[0]
    for n, thing in enumerate(scene.things):
        if thing.kind == "Event" and n != scene.main and "event" in thing.forms and _MEETING.match(thing.key):
            if any(
                f" van {this} {noun} " in f" {key} " for key in thing.keys for this in ("dit", "deze", "ons", "onze")
            ):
                # What the page calls one of its own series is one.
                thing.confidence = max(thing.confidence, _LIKELY)
                keep(found, Link("PART_OF", n, own[0], _SURE, "bijeenkomst van deze reeks"))
            keep(found, Link("PART_OF", n, own[0], _LIKELY, "bijeenkomst van de reeks"))


def _named_places(scene: Scene, found: dict[Key, Link]) -> None:
    """``de bijeenkomst van 19 juni in P`` is held in P."""
    places = {t.key: n for n, t in enumerate(scene.things) if t.kind == "Place"}
    for n, thing in enumerate(scene.things):
        if thing.kind != "Event" or "event" not in thing.forms:
            continue
        for key in thing.keys:
            place = places.get(key.rpartition(" in ")[2]) if " in " in key else None
            if place is not None:
                keep(found, Link("HELD_IN", n, place, _SURE, "plaats in de naam"))


def _named_themes(scene: Scene, found: dict[Key, Link]) -> None:
    """A series that bears the name of a theme is about it."""
    for t, theme in enumerate(scene.things):
        if theme.kind != "Theme" or len(theme.key) < 8:
            continue
        for n, thing in enumerate(scene.things):
            titled = thing.kind == "EventSeries" or (thing.kind == "Event" and n != scene.main)
            if titled and theme.key in thing.key:
                keep(found, Link("HAS_THEME", n, t, _LIKELY, "draagt de naam van het thema"))


def _header(scene: Scene, found: dict[Key, Link]) -> None:
    """Place lines: venue, address, town."""
    if not scene.counts["Event"]:
        return
    for line in scene.sheet.order:
        if not _is_place_line(scene, line.index):
            continue
        event, _ = scene.gathering(line.index)
        if event is None:
            continue
        held = [(i, j, n) for s in range(len(line.sentences)) for i, j, n in scene.sentences.get((line.index, s), ())]
        places = [(i, j, n) for i, j, n in held if scene.kinds[n] == "Place"]
        bodies = [(i, j, n) for i, j, n in held if scene.kinds[n] in ORGANISATIONS]
        for i, j, n in places:
            keep(found, Link("HELD_IN", event, n, _SURE, "plaatsregel", (line.index, i, j)))
        for i, j, n in bodies:
            # An authority in a place line is a place: nobody is its guest there.
            if scene.things[n].key.startswith(("gemeente ", "provincie ")):
                continue
            keep(found, Link("HELD_AT", event, n, _LIKELY, "plaatsregel", (line.index, i, j)))
            for _, _, place in places:
                keep(found, Link("BASED_IN", n, place, _LIKELY, "plaatsregel", (line.index, i, j)))
            town = None if places else _town_in_name(scene, n)
            if town is not None:
                keep(found, Link("HELD_IN", event, town, _LIKELY, "plaats in naam van gastheer", (line.index, i, j)))


def _town_in_name(scene: Scene, n: int) -> int | None:
    """The place in which the name of a host ends."""
    names = scene.things[n].keys
    towns = (m for m, t in enumerate(scene.things) if t.kind == "Place" and scene.spots[m])
    return next((m for m in towns if any(key.endswith(f" {scene.things[m].key}") for key in names)), None)


def _is_place_line(scene: Scene, index: int) -> bool:
    line = scene.sheet.lines[index]
    block = line.block
    if block.kind == "meta":
        return block.label != "posted" and not line.posted and (block.label == "place" or index in scene.sheet.header)
    if block.kind == "label":
        return _PLACE_LABEL.match(block.label) is not None
    if index in scene.rows:
        return block.kind in ("row", "item")
    near = index in scene.sheet.header or (index - 1) in scene.sheet.header
    early = block.kind in ("heading", "paragraph") and len(block.text) < _SHORT and index <= scene.sheet.first
    return early and near and (line.dated or index != scene.sheet.first) and not line.posted
