"""What a page says of its own organisation (``wij werken samen met``, cards of its people) and of all gatherings."""

from __future__ import annotations

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.lazily import lazily
from ingest.extract.lexicon.folding import folded
from ingest.extract.links import LEAST, Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_SURE = 0.9
_LIKELY = 0.85
_WE = r"\b(?:wij|we|Wij|We) "
_BETWEEN = r"(?:[\w’'-]+ ){0,3}?"
_TOGETHER = lazily(
    rf"{_WE}werken {_BETWEEN}samen met\b|\b[Ww]erken (?:wij|we) {_BETWEEN}samen met\b"
    rf"|{_WE}(?:doen|deden|organiseren|maken|maakten|verzorgen) (?:[\w’'-]+ ){{0,5}}?(?:in samenwerking|samen) met\b"
)
_HOLD = lazily(
    rf"(?:{_WE}(?:houden|organiseren)\b|\b(?:[Hh]ouden|[Oo]rganiseren) (?:wij|we)\b)"
    r"(?! (?:rekening|van|vast|het|ons|u|je|jullie|hierbij)\b)"
)
# What "we" say of ourselves with the words that it ends in, the link that it states, the kinds at its other end.
_SAID = (
    (("samen met", "samenwerking met"), _TOGETHER, "PARTNER_OF", ORGANISATIONS),
    (("lid van", "aangesloten bij"), lazily(rf"{_WE}zijn {_BETWEEN}(?:lid van|aangesloten bij)\b"), "MEMBER_OF",
     ("Partner",)),
    (("onderdeel van", "deel uit van"),
     lazily(rf"{_WE}(?:zijn {_BETWEEN}onderdeel|maken {_BETWEEN}deel uit) van\b"), "PART_OF", ORGANISATIONS),
    (("lid van", "aangesloten bij"),
     lazily(rf"\b(?:[Oo]ns|[Oo]nze) (?:vereniging|stichting|coöperatie|raad|cliëntenraad|huis|initiatief|organisatie|"
            rf"club) {_BETWEEN}(?:lid van|aangesloten bij)\b|"
            rf"\b(?:is|zijn) (?:ons|onze) [\w-]+ {_BETWEEN}(?:lid van|aangesloten bij)\b"),
     "MEMBER_OF", ("Partner",)),
    (("ouden", "rganiseren"), _HOLD, "ORGANISES", ("Event",)),
    (("gevestigd in",), lazily(rf"{_WE}zijn {_BETWEEN}gevestigd in\b"), "BASED_IN", ("Place",)),
)  # fmt: skip
_OURS = frozenset(("wij", "we", "ons", "onze"))
# "Van branchevereniging X zijn we lid", "X is onze vaste partner": the other end stands before.
_MEMBERS = lazily(r"^(?:Ook )?[Vv]an [^.;:]{3,90}? zijn (?:wij|we) (?:[\w-]+ ){0,3}?lid\b")
_PARTNER = lazily(
    r"^(?:Ook )?[^.;:]{2,90}? (?:is|zijn) (?:al \w+ )?onze (?:[\w-]+ ){0,2}?(?:samenwerkings)?partners?\b"
)
# "Met A en B hebben we afgesproken samen te werken": those with whom stand before.
_WITH_US = lazily(
    r"^(?:Ook |Samen )?[Mm]et [^.;:]{2,90}? "
    r"(?:delen|deelden|maken|maakten|doen|deden|runnen|ontwikkelen|ontwikkelden|zetten|"
    r"hebben(?= (?:wij|we)\b[^.;]*\b(?:afgesproken|afspraken)\b)|"
    r"(?:werken|werkten)(?= (?:wij|we)\b[^.;]*\bsamen)|(?:trekken|trokken)(?= (?:wij|we)\b[^.;]*\bop\b)) (?:wij|we)\b"
)
_SAID_BEHIND = (
    ("et ", _WITH_US, "PARTNER_OF", ORGANISATIONS),
    (" lid", _MEMBERS, "MEMBER_OF", ("Partner",)),
    ("partner", _PARTNER, "PARTNER_OF", ORGANISATIONS),
)
_ALL = lazily(r"\b(?:[Aa]lle|[Ee]lke|[Ii]edere|[Bb]eide) (?:[\w-]+ )?(?:zijn|is|vinden|vindt)\b")
_CARD_NAME, _CARD_ROLE = 6, 7
_LEAST_CARDS = 2

Held = list[tuple[int, int, int]]


def add_own_statements(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds what the page's own organisation says of itself, and what holds for all gatherings of an agenda."""
    us = None if scene.sheet.counts.keys().isdisjoint(_OURS) else speaker(scene)
    if us is not None:
        for (index, number), held in scene.sentences.items():
            _add_said(scene, found, us, scene.sheet.lines[index], number, held)
    _add_cards(scene, found)
    _add_for_all(scene, found)


def _add_said(scene: Scene, found: dict[Key, Link], top: int, line: Line, number: int, held: Held) -> None:
    a, z = line.sentences[number]
    if _OURS.isdisjoint(line.lows[a:z]):
        return
    text = line.text(a, z)
    for cue, before, kind, kinds in _SAID_BEHIND:
        told = before.search(text) if cue in text else None
        end = line.token_at(line.begins[a] + told.end() - 1) if told is not None else a
        for i, j, n in held:
            if j <= end and n != top and scene.kinds[n] in kinds:
                keep(found, Link(kind, top, n, _SURE, "wij met anderen", (line.index, i, j)))
    for words, pattern, kind, kinds in _SAID:
        match = pattern.search(text) if any(map(text.__contains__, words)) else None
        if match is None:
            continue
        at = line.token_at(line.begins[a] + match.end() - 1)
        for i, j, n in held:
            if i > at and n != top and scene.kinds[n] in kinds and _follows(line, at, i):
                keep(found, Link(kind, top, n, _SURE, "wij over onszelf", (line.index, i, j)))


def _follows(line: Line, at: int, i: int) -> bool:
    """Whether an end stands in the enumeration that begins right behind a phrase."""
    return not any(low in (";", ":", "die", "dat", "waar", "want") for low in line.lows[at + 1 : i])


def _add_cards(scene: Scene, found: dict[Key, Link]) -> None:
    """Names that stand alone on a line, each with a role behind it or on the next line: people of the page's own."""
    owner = owner_of_people(scene) if scene.counts["Person"] else None
    if owner is None:
        return
    alone = _alone_in_line(scene)
    cards = []
    order = scene.sheet.order
    for line, following in zip(order, [*order[1:], None], strict=True):
        held = alone.get(line.index)
        if held is None or scene.kinds[held[2]] != "Person" or held[0] > 1:
            continue
        i, j, n = held
        rest = len(line.words) - j
        if rest == 0 and len(line.words) <= _CARD_NAME and following is not None:
            role = _role_alone(scene, following)
        else:
            role = _role_behind(line, j) if rest <= _CARD_ROLE else None
        if role is not None:
            cards.append((line, i, j, n, role))
    placed = {a for (kind, a, _), link in found.items() if kind == "HAS_ROLE" and link.confidence >= LEAST}
    for line, i, j, n, role in cards if len(cards) >= _LEAST_CARDS else ():
        if n not in placed:
            keep(found, Link("HAS_ROLE", n, owner, _LIKELY, "naam met functie", (line.index, i, j), role))


def _alone_in_line(scene: Scene) -> dict[int, tuple[int, int, int]]:
    """Of each line that names one thing only, that thing."""
    by_line: dict[int, Held] = {}
    for (index, _), held in scene.sentences.items():
        by_line.setdefault(index, []).extend(held)
    return {index: held[0] for index, held in by_line.items() if len(held) == 1}


def speaker(scene: Scene) -> int | None:
    """Who says "we": the council whose name the title has, else the page's own organisation."""
    council = scene.top.get("ClientCouncil")
    if council is not None:
        title = folded(scene.sheet.page.title)
        if any(key in title for key in scene.things[council].keys if "raad" in key):
            return council
    return scene.top_body


def owner_of_people(scene: Scene) -> int | None:
    """The council that the title names, else the page's own organisation."""
    council = scene.top.get("ClientCouncil")
    if council is not None and "raad" in scene.sheet.page.title.lower():
        return council
    return scene.top_body


def _role_alone(scene: Scene, line: Line) -> str | None:
    """The text of a short line that begins with a role and names nobody."""
    named = any(scene.sentences.get((line.index, s)) for s in range(len(line.sentences)))
    short = 0 < len(line.words) <= _CARD_ROLE and not named
    return line.block.text.strip(" .,") if short and any("role" in x for x in line.classes[:2]) else None


def _role_behind(line: Line, j: int) -> str | None:
    if j + 1 < len(line.words) and line.words[j] in (",", "-", "–", "|", "(") and "role" in line.classes[j + 1]:
        return line.text(j + 1, len(line.words)).strip(" .,)")
    return None


def _add_for_all(scene: Scene, found: dict[Key, Link]) -> None:
    """``Alle avonden zijn in O in P``: all gatherings of the agenda are."""
    events = sorted({*scene.rows.values(), *scene.sections.values()})
    if len(events) < _LEAST_CARDS:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if index in scene.rows or line.block.section in scene.sections or not _ALL.search(line.text(a, z)):
            continue
        for i, j, n in held:
            at = i - 1 - (i > a + 1 and line.lows[i - 1] in ARTICLES)
            before = line.lows[at] if at >= a else ""
            kind = "HELD_IN" if scene.kinds[n] == "Place" else "HELD_AT" if scene.kinds[n] in ORGANISATIONS else ""
            for event in events if kind and before in ("in", "te", "bij", "op") else ():
                keep(found, Link(kind, event, n, _SURE, "geldt voor alle", (index, i, j)))
