"""Relations that a page denies, only plans, or says to have ended: no facts of the present.

A link is judged by the clauses in which both its ends stand: when every one of them denies or plans it, it goes; when
one says that it has ended, it stays with its end (``Link.until``). Roles keep their own rule: former ones count.
"""

from __future__ import annotations

from ingest.extract.dates import find_dates
from ingest.extract.kinds import ORGANISATIONS, OWNERS
from ingest.extract.lazily import lazily
from ingest.extract.links import MODEL, Key, Link, keep
from ingest.extract.scene import Place, Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import MEMBER, triggers_in

PAST = ".."
_FACT = ("fact", "")
_JUDGED = frozenset(("MEMBER_OF", "PARTNER_OF", "PART_OF", "STARTED", "FOUNDED"))
# Who once founded something did so for good, also "destijds".
_LASTING = frozenset(("STARTED", "FOUNDED"))
_BODIES = (*ORGANISATIONS, "Movement")
_LIKELY = 0.9
_REACH = 16
_CLAUSE_ENDS = frozenset((";", ":", "!", "?", "maar", "terwijl", "want", "hoewel", "|"))
_BOND = "lid|leden|partner|partners|onderdeel|deelnemer|deelneemster|partij|dochter|afdeling|vestiging|locatie"
_BINDS = "doet|doen|werkt|werken|hoort|horen|zit|zitten|neemt|nemen|valt|vallen|maakt|maken"
_ENDED = lazily(
    rf"\b(?:niet langer|geen (?:{_BOND}|deel) meer|niet meer (?:{_BOND}|aangesloten|bij|deel|mee|samen|onder|van|met)|"
    rf"(?:{_BINDS}) (?:[\w’'-]+ ){{0,5}}niet meer|"
    r"tot (?:voor kort|vorig jaar|(?:en met )?(?:\d{1,2} )?(?:[a-z]+ )?(?:19|20)\d\d)|tussen (?:19|20)\d\d en|"
    r"lidmaatschap (?:[\w’'-]+ ){0,6}(?:op|opgezegd|beëindigd)|"
    r"(?:samenwerking|deelname) (?:[\w’'-]+ ){0,8}(?:beëindigd|gestopt|voorbij|opgezegd)|"
    r"(?:houdt|houden|hield|hielden) op te bestaan|"
    r"(?:is|zijn|was|waren) (?:[\w’'-]+ ){0,6}(?:uitgetreden|uitgestapt|gestopt|opgezegd)|"
    r"stapten? (?:[\w’'-]+ ){0,3}uit|"
    r"(?:is|zijn) (?:[\w’'-]+ ){0,4}(?:uit|bij) [\w’' -]{2,40} (?:gestapt|vertrokken|weggegaan)|verliet(?:en)?|"
    r"stopten? (?:als|met|bij)|voormalige?|destijds|voorheen|indertijd)\b"
)
_DENIED = lazily(
    rf"\b(?:geen (?:[\w-]+ )?(?:{_BOND}|deel|initiatief|banden|samenwerking|familie)|nooit|evenmin|"
    r"niet (?:[\w-]+ ){0,2}(?:aangesloten|lid|deel|mee|samen|verbonden|onder)|los van|onafhankelijk van|nog geen|"
    r"niet (?:[\w-]+ ){0,3}(?:opgericht|opgezet|oprichtte|opzette|bedacht|gestart)|"
    rf"(?:{_BINDS}) (?:[\w’'-]+ ){{0,5}}niet|"
    r"(?:ziet|zag|zagen) (?:[\w’'-]+ ){0,3}af van)\b"
)
_TO_JOIN = (
    "worden|aansluiten|aan te sluiten|samenwerken|samen te werken|meedoen|mee te doen|deelnemen|deel te nemen|deelname|"
    "fuseren|toetreden|toe te treden|lidmaatschap|oprichten|op te richten|opzetten|op te zetten|beginnen|te beginnen|"
    "samenwerking|samenwerkingsverband|partnerschap"
)
_PLANNED = lazily(
    rf"\b(?:overweegt|overwegen|overwoog|misschien|wellicht|van plan|voornemens|in oprichting|aspirant-?lid|"
    rf"(?:wil|willen|wilde|wilden|hoopt|hopen|zou|zouden|denkt|denken|zoekt|zoeken) "
    rf"(?:[\w’'(),.-]+ ){{0,9}}(?:{_TO_JOIN})|"
    rf"(?:doet|doen|start|starten|begint|beginnen) (?:[\w’'-]+ ){{0,3}}(?:verkenning|vooronderzoek)|"
    r"(?:verkenning|vooronderzoek) (?:doet|doen|start|starten|deed|deden|begint|beginnen|met|naar|tussen)|"
    rf"(?:gesprek|gesprekken|praat|praten|onderhandel\w*|onderzoekt|onderzoeken|verkent|verkennen) "
    rf"(?:[\w’'(),.-]+ ){{0,9}}(?:{_TO_JOIN}|fusie|aansluiting|mogelijk\w*))\b"
)
# Without one of these nothing is said to be over, denied or planned.
_DOUBTS = (
    "niet", "geen", "nooit", "evenmin", "los van", "onafhankelijk van", "af van", "tot ", "tussen ", "lidmaatschap",
    "samenwerking", "deelname", "op te bestaan", "uitgetreden", "uitgestapt", "gestopt", "opgezegd", "stapt",
    "vertrokken", "weggegaan", "verliet", "stopt", "voormalig", "destijds", "voorheen", "indertijd", "overwe", "overwo",
    "misschien", "wellicht", "van plan", "voornemens", "in oprichting", "aspirant", "wil ", "willen ", "wilde",
    "hoopt ", "hopen ", "zou", "denkt ", "denken ", "gesprek", "praat ", "praten ", "onderhandel", "zoek",
    "verken",
)  # fmt: skip
_LEFT = lazily(
    r"\b(?:verliet(?:en)?|stapten? (?:\w+ ){0,3}uit|lidmaatschap (?:\w+ ){0,2}van|geen lid meer van|"
    r"niet langer lid van|"
    r"niet meer (?:aangesloten bij|lid van)|niet langer aangesloten bij|"
    r"was (?:\w+ ){0,4}lid van|"
    r"waren (?:\w+ ){0,4}lid van|stopten? als lid van|uitgetreden uit)(?: de| het)?$"
)
# Without one of these words the pattern does not fit.
_LEAVING = frozenset("verliet verlieten uit lid lidmaatschap aangesloten".split())


def is_no_fact(kind: str, quote: str) -> bool:
    """Whether a quote that is said to state a link of this kind denies or plans it, or says that it is over."""
    if kind not in _JUDGED:
        return False
    low = quote.lower()
    over = _ENDED.search(low) is not None and kind not in _LASTING
    return over or any(pattern.search(low) is not None for pattern in (_DENIED, _PLANNED))


def _clause(line: Line, i: int, j: int) -> tuple[int, int]:
    """The tokens of the clause that holds tokens ``i``–``j``, as far as it reaches."""
    a, z = line.sentences[line.sentence[i]]
    start, end = max(a, i - _REACH), min(z, j + _REACH)
    start = max((q + 1 for q in range(start, i) if line.lows[q] in _CLAUSE_ENDS), default=start)
    end = min((q for q in range(j, end) if line.lows[q] in _CLAUSE_ENDS), default=end)
    return start, end


class _Doubted(dict[Place, bool]):
    """Whether anything in a sentence, by its line and number, may say that something is over, denied or planned."""

    def __init__(self, scene: Scene) -> None:
        self._lines = scene.sheet.lines

    def __missing__(self, place: Place) -> bool:
        line = self._lines[place[0]]
        low = line.text(*line.sentences[place[1]]).lower()
        told = self[place] = any(map(low.__contains__, _DOUBTS))
        return told


def _judged(line: Line, i: int, j: int, doubted: _Doubted) -> tuple[str, str]:
    """ "fact", "unreal" or "ended", with the date of the end as far as it is told."""
    if not doubted[line.index, line.sentence[i]]:
        return _FACT
    start, end = _clause(line, i, j)
    text = line.text(start, end)
    low = text.lower()
    ended = _ENDED.search(low)
    if ended is not None:
        told = find_dates(text[ended.start() : ended.end() + 1]) if ended[0].startswith("tot") else ()
        year = next((m.first.year for m in told if m.first.year), None)
        return "ended", str(year) if year else PAST
    return ("unreal" if _DENIED.search(low) or _PLANNED.search(low) else "fact"), ""


def settle_reality(scene: Scene, found: dict[Key, Link]) -> None:
    """Takes back what is denied or planned, marks what has ended, and adds memberships that a sentence says ended."""
    _add_left(scene, found)
    doubted, together = _Doubted(scene), _together(scene, found)
    for key, places in sorted(together.items()):
        verdicts = {_judged(scene.sheet.lines[a], i, j, doubted) for a, i, j in places}
        kinds = {verdict for verdict, _ in verdicts}
        if "fact" in kinds or ("ended" in kinds and key[0] in _LASTING):
            continue
        if "ended" in kinds:
            found[key].until = max(until for verdict, until in verdicts if verdict == "ended")
        else:
            del found[key]
    _drop_gone(scene, found, together, doubted)


def _drop_gone(
    scene: Scene, found: dict[Key, Link], together: dict[Key, list[tuple[int, int, int]]], doubted: _Doubted
) -> None:
    """Takes back a membership that no sentence states, when every one that speaks of it says no or no longer."""
    for key in [key for key, link in found.items() if key[0] == "MEMBER_OF" and link.why == MODEL]:
        if key in together:
            continue
        verdicts = {_judged(scene.sheet.lines[a], i, j, doubted)[0] for a, _, i, j in scene.spots[key[1]]}
        if verdicts - {"fact"} and not _welcomed(scene, key[1], doubted):
            del found[key]


def _welcomed(scene: Scene, n: int, doubted: _Doubted) -> bool:
    """Whether some sentence speaks of a body as one of the members, without taking that back."""
    for a, s, i, j in scene.spots[n]:
        line = scene.sheet.lines[a]
        start, end = line.sentences[s]
        if _judged(line, i, j, doubted)[0] == "fact" and triggers_in(line, start, end) & MEMBER:
            return True
    return False


def _together(scene: Scene, found: dict[Key, Link]) -> dict[Key, list[tuple[int, int, int]]]:
    """Where both ends of each link that is judged stand in one sentence: line, first token, end of the last."""
    asked: dict[tuple[int, int], list[Key]] = {}
    for key in found:
        kind, a, c = key
        inner = kind == "PART_OF" and scene.kinds[a] in ("ClientCouncil", "Event", "EventSeries")
        judged = kind in _JUDGED and not inner
        if judged:
            asked.setdefault((min(a, c), max(a, c)), []).append(key)
    places: dict[Key, list[tuple[int, int, int]]] = {}
    subjects = {n for pair in asked for n in pair}
    for (index, _), held in scene.sentences.items():
        here = [x for x in held if x[2] in subjects]
        for i, j, n in here:
            for p, q, m in here:
                for key in asked.get((n, m), ()) if n < m else ():
                    places.setdefault(key, []).append((index, min(i, p), max(j, q)))
    return places


def _add_left(scene: Scene, found: dict[Key, Link]) -> None:
    """``A is geen lid meer van B``, ``A verliet B``: A was a member of B."""
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _LEAVING.isdisjoint(line.lows[a:z]):
            continue
        for p, q, owner in held:
            if scene.kinds[owner] not in _BODIES or p <= a or not _LEFT.search(line.text(max(a, p - 12), p).lower()):
                continue
            before = [x for x in held if x[1] <= p and x[2] != owner and scene.kinds[x[2]] in OWNERS]
            if before:
                i, _, n = before[0]
                keep(found, Link("MEMBER_OF", n, owner, _LIKELY, "was lid", (index, i, q), until=PAST))


def drop_locations(scene: Scene, found: dict[Key, Link]) -> None:
    """Takes back that a location joined a movement when only its organisation did, as far as only the model says so."""
    joined = {(a, c) for kind, a, c in found if kind == "MEMBER_OF" and scene.kinds[c] == "Movement"}
    owners = {(a, c) for kind, a, c in found if kind == "PART_OF" and found[(kind, a, c)].why != MODEL}
    for a, owner in owners:
        for member, movement in joined:
            key = ("MEMBER_OF", a, movement)
            if member == owner and key in found and found[key].why == MODEL:
                del found[key]
