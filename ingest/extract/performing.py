"""Who has a part in a gathering by what they do there: ``P hield een praatje``, ``geleid door P``, ``gast is P``.

So has who is named in a row of its programme.
"""

from __future__ import annotations

from ingest.extract.lazily import lazily
from ingest.extract.links import Key, Link, keep
from ingest.extract.meant import gathering_meant
from ingest.extract.scene import Scene
from ingest.extract.structure import is_programme_row
from ingest.extract.tokens import Line

_LIKELY, _SURE = 0.8, 0.92
_A = r"(?:een|het|de|er een|er het|haar|zijn|hun|daar een|ons|wat|toen een|vervolgens een|daarna een)"
_SPEECH = (
    r"(?:korte? |mooie? |warme? |bevlogen )?(?:praatje|toespraa\w+|verhaal\w*|inleiding|lezing|presentatie|"
    r"betoog|voordracht|keynote|speech|welkomstwoord|openingswoord|slotwoord|college|workshop|toelichting|uitleg|"
    r"demonstratie|startschot|aftrap)"
)
# Right behind the name or what is said of it: what only somebody with a part does.
_DOES = lazily(
    rf"^(?:hield|houdt|houden|hielden|gaf|geeft|gaven|geven|verzorgt|verzorgde|verzorgen|deed|doet|vertelt|vertelde) "
    rf"(?:{_A} )?{_SPEECH}\b"
    r"|^(?:opende|opent|openden|openen|presenteert|presenteerde|presenteren|leidt|leidde|leiden|modereert|modereerde)\b"
    r"|^(?:blikt|blikte|blikken) \w+ ?terug\b|^(?:blikt|blikte) terug\b"
    r"|^(?:vertelt|vertelde|vertellen|vertelden|sprak|spreekt|spreken|zong|zingt|speelt|speelde) "
    r"(?:er|dan|daar|die (?:avond|middag|dag|ochtend)|ons|de zaal|het publiek)\b"
    r"|^(?:praat|praatte|neemt|nam|nemen|namen) (?:ons|u|je|de zaal|het publiek|iedereen) (?:[\w-]+ ){0,4}?"
    r"(?:bij|mee)\b"
    r"|^(?:leest|las|zit|zat) (?:[\w-]+ ){0,3}?voor\b|^(?:knipt|knipte)\b[^.;]*\blint\b"
    r"|^(?:kwam|kwamen|komt|komen|is|was|waren|zijn) (?:[\w-]+ ){0,3}?(?:aan het woord|te gast|eregast)\b"
    # "… was gastvrouw." and "… was gastheer van de avond"; "gastvrouw van De Hogeweyk" is an office
    r"|^(?:is|was|waren|zijn) (?:(?:de|onze|uw|dit keer|deze keer) )*gast(?:heer|heren|vrouw|vrouwen)"
    r"(?= ?[.,;!?]|$| van (?:de|deze|die) (?:avond|middag|ochtend|dag|bijeenkomst)\b)"
    r"|^(?:trad|treedt|traden|treden) (?:[\w-]+ ){0,3}?op\b"
    r"|^(?:beantwoordt|beantwoordde|beantwoorden) (?:uw|jouw|je|alle|alles|de|onze|er)?\b"
)
# Right before the name, or before the role that stands before it.
_BY = lazily(
    r"\b(?:geleid|geopend|ingeleid|voorgezeten|gepresenteerd|verzorgd|gegeven|gemodereerd|begeleid) door$"
    r"|\bonder leiding van$"
    r"|\b(?:ochtend|middag|avond|ere|hoofd|studio)?gast(?:en)?(?: van de (?:avond|middag|dag|ochtend))? "
    r"(?:is|was|waren|zijn)$"
    r"|\bgast(?:heer|vrouw) (?:is|was)(?: (?:dit|deze) keer)?$"
    r"|\b(?:spreker|sprekers|inleider|inleiders|dagvoorzitter|gespreksleider|moderator|presentator|presentatie|"
    r"avondvoorzitter)(?: (?:is|was|zijn|waren))?:?$"
)
_CUES = (
    "houd", "hield", "gaf", "geeft", "geven", "gaven", "verzorg", "deed", "doet", "open", "presente", "leid", "blik",
    "vertel", "spr", "zong", "zing", "spee", "praat", "nam", "neem", "voor", "lint", "woord", "gast", "trad", "tre",
    "antwoord", "voorzitter", "moder", "inlei",
)  # fmt: skip
# A row with more is one of a log or a story.
_MOST_SENTENCES = 3

Held = list[tuple[int, int, int]]


def add_performing(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds their part in the gathering of the sentence, or in the one that was spoken of last."""
    if not scene.counts["Event"] or not scene.counts["Person"]:
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        if not people or line.block.kind in ("title", "quote"):
            continue
        if is_programme_row(line) and len(line.sentences) <= _MOST_SENTENCES:
            # Of 98 of them that are annotated 95 have a part.
            performing, sure, why = (
                [x for x in people if line.words[max(x[0] - 1, 0)] != "("],
                _SURE,
                "staat in het programma",
            )
        else:
            performing, sure, why = _performing(line, number, people), _LIKELY, "heeft een aandeel"
        event = _event(scene, line, number, held) if performing else None
        if event is None:
            continue
        for i, j, n in performing:
            keep(found, Link("TAKES_PART_IN", n, event, sure, why, (index, i, j)))


def _performing(line: Line, number: int, people: Held) -> Held:
    """Those of whom a sentence says that they do something there."""
    a, z = line.sentences[number]
    low = line.text(a, z).lower()
    return [x for x in people if _performs(line, a, z, x, people)] if any(map(low.__contains__, _CUES)) else []


def _event(scene: Scene, line: Line, number: int, held: Held) -> int | None:
    named = {n for _, _, n in held if scene.kinds[n] == "Event"}
    if named:
        return named.pop() if len(named) == 1 else None
    return gathering_meant(scene, line, number)


def _performs(line: Line, a: int, z: int, person: tuple[int, int, int], people: Held) -> bool:
    i, j, _ = person
    if _DOES.match(_predicate(line, j, z, people)) is not None:
        return True
    while i > a and ("role" in line.classes[i - 1] or line.lows[i - 1] in ("de", "heer", "mevrouw")):
        i -= 1
    return _BY.search(line.text(a, i).lower()) is not None if i > a else False


def _predicate(line: Line, j: int, z: int, people: Held) -> str:
    """What is said of a person: behind the name, what is apposed to it, and others that ``en`` joins with it."""
    q = j
    while q < z:
        low = line.lows[q]
        if low in (",", "("):
            close = next((x for x in range(q + 1, z) if line.lows[x] == (")" if low == "(" else ",")), None)
            if close is None:
                return ""
            q = close + 1
        elif low == "en" and (other := next((y for x, y, _ in people if x == q + 1), None)) is not None:
            q = other
        elif low in ("van", "uit", "namens") and q == j:
            q = next((x for x in range(q + 1, z) if line.words[x].islower() and line.lows[x] not in _PARTS), z)
        else:
            break
    return line.text(q, z).lower() if q < z else ""


_PARTS = frozenset("de het van der den te in en ’t 't voor op gemeente".split())
