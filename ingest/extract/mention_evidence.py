"""The evidence of each side of a mention, of its line, and of the enumeration in which it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from ingest.extract.lexicon.folding import folded
from ingest.extract.persons import ADDRESS_WORDS, person_form
from ingest.extract.places import is_place
from ingest.extract.remembering import Remembered, beginning
from ingest.extract.speaking import Speaking
from ingest.extract.structure import Sheet
from ingest.extract.tokens import SEEN, Line
from ingest.extract.words import ARTICLES, TAILS, classes_of, is_ordinary

_PERSON_VERBS = frozenset(
    "zegt zei vertelt vertelde vertelden vertellen opent opende heet heette legt legde leidt leidde spreekt sprak "
    "noemt "
    "noemde vindt vond vraagt vroeg lacht knikt woont woonde werkt werkte kent kende is was werd wordt blijft doet "
    "deed "
    "kwam komt gaat ging geeft gaf neemt nam stopt volgt volgde schetst houdt hield bespreekt verdedigt leest toont "
    "liet "
    "laat zwaait zit zat maakt maakte draagt verricht verrichtte kijkt moest mocht kreeg schreef denkt dacht weet wist "
    "hoopt herinnert begon haalde bedankte bedankt ziet zag heeft had wil wilde kan kon zou zal meldt licht".split()
)
_PLACE_PREPOSITIONS = frozenset("in te uit naar rond nabij vanuit rondom om".split())
_POINTING = ARTICLES | {"onze", "dit", "deze"}
APPOSITIONS = frozenset(("een", "de", "het", "al", "zelf", "die", "dat", "in", "uit", "waar"))
OF = frozenset(("van", "bij", "namens", "voor", "door"))
_LEADS = (
    "initiatie", "spreker", "bestuur", "deelnemer", "huizen", "locatie", "leden", "organisatie", "aanwezig", "partner",
    "dorpen", "gasten", "programma", "team", "contact",
)  # fmt: skip
# What words in the neighbourhood speak of; each word is a pattern of its own.
_CUE_WORDS: tuple[tuple[str, str], ...] = (
    ("init",
     r"\w*initiatie\w* \w*coöperatie\w* inwoners dorpsbewoners dorpsgenoten dorpelingen buren buurtbewoners "
     "vrijwilligers oprichters? opgericht richtten? ontstond ontstaan startten? gestart begonnen begon bedachte?n? "
     r"zelfregie\w* leden ledental stadsdorp\w* wieg zorgzame eettafel huiskamer bewoners"),
    ("care",
     r"zorgorganisaties? zorgaanbieders? verpleeghui\w+ \w*zorgcentrum verzorgingshuis thuiszorg\w* locaties? "
     r"cliënten\w* deelnemers? bestuurders? locatiemanager zorggroep fuseren fusie fuseerden ziekenhuis verpleging "
     r"afdeling ouderenzorg ggz gehandicaptenzorg dementiezorg zorgmedewerkers zorginstelling\w* teammanager "
     "zorgmanager toegetreden aangesloten"),
    ("part",
     r"gemeenten? subsidie samenwerking samen samenwerkt werkt partners? welzijns\w+ woning\w+ corporatie netwerk "
     "wethouders? burgemeester gedeputeerde provincie adviseurs? hoogleraar onderzoekers? fonds koepel vereniging "
     "organiseert organiseerde georganiseerd organiseren kantoor lening steun ondersteuning universiteit "
     r"projectleider programmamanager beleids\w+ directeur medewerker namens"),
    ("venue",
     "dorpshuis buurthuis zaal bovenzaal kerk café dorpscentrum plaats waar locatie ontmoetingscentrum gebouw "
     "hotel stadion wijkcentrum gehouden bijeen samenkomst hart"),
    ("place",
     "dorp dorpen wijk wijken buurt stad wonen woont woonde inwoners kern kernen buurtschap omgeving regio streek"),
    ("series",
     r"reeks serie cyclus roadshow actieteams? jaarlijks\w* maandelijks\w* elke halfjaarlijks\w* edities? week "
     "festival"),
    ("doc",
     r"boekje? rapport brochure \w+krant nieuwsbrief advies publicatie handboek\w* handreiking magazine verscheen "
     "schreef downloaden download lezen gelezen exemplaar bladzijden"),
)  # fmt: skip
_CUES = Speaking(_CUE_WORDS)
_LOCATION = re.compile(
    r"(?:een|één|eén|1) (?:van de )?(?:woon|zorg)?(?:locaties?|huizen|vestigingen|vestiging|woningen) (?:van|binnen)"
)
_HEADS = frozenset(("care", "init", "part", "place", "role", "series", "event", "doc", "council", "move"))


def add_line(found: set[str], sheet: Sheet, line: Line) -> None:
    """Adds what holds for everything that stands on a line."""
    found.add(f"block={line.block.kind}")
    if line.block.label:
        found.add(f"label={line.block.label.lower()[:14]}")
        if line.block.label == "place" and line.block.kind == "meta":
            found.add("place-line")
    if line.block.kind not in ("item", "row", "label"):
        return
    lead = sheet.lead_of(line) or sheet.heading_of(line)
    if lead is not None:
        text = lead.block.text.lower()
        found.update(f"lead={cue}" for cue in _LEADS if cue in text)


def is_location(line: Line, j: int, z: int) -> bool:
    """``X, een van de locaties van``: an organisation's location stands in apposition."""
    if j + 4 >= z or line.words[j] != ",":
        return False
    ahead = " ".join(line.lows[j + 1 : min(z, j + 7)])
    return _LOCATION.match(ahead) is not None


def add_left(found: set[str], p1: str, p2: str, p3: str) -> None:
    """Adds what stands before, the nearest word first: role words, heads, articles, prepositions."""
    found.update(_before(p1))
    found.add(f"before2={p2} {p1}")
    if p1 == "." and p2 in ADDRESS_WORDS:
        found.update(("after:role", f"after:address={p2}"))
    if p1 in _POINTING:
        found.add(f"article:{p2}")
        found.update(_classed("article", p2))
        p1, p2 = p2, p3
    if p1 in OF:
        found.add(f"of={p1}")
        found.update(_classed(f"of={p1}", p2))
    if p1 in _PLACE_PREPOSITIONS:
        found.add(f"preposition={p1}")
    elif p1 == ",":
        found.add("before:comma-place" if is_place(p2) else "before:comma")


@lru_cache(maxsize=16_384)
def _before(low: str) -> tuple[str, ...]:
    """What the word right before says by itself."""
    office = ("after:office",) if "-" in low and "role" in classes_of(low) else ()
    return (intern(f"before={low}"), *_classed("after", low), *office)


def add_right(found: set[str], line: Line, n1: str, n2: str, n3: str, j: int, z: int) -> None:
    """Adds what stands behind, the nearest word first: an apposition, brackets, a verb of persons, a place."""
    found.update(_behind(n1))
    found.add(f"next2={n1} {n2}")
    if n1 == ",":
        _apposition(found, n2, n3)
    elif n1 == "(":
        _brackets(found, line, j, z, n2)
    elif n1 in ("in", "te", "uit") and j + 1 < z and line.capital[j + 1]:
        found.add("then:in-place" if is_place(n2) else "then:in")
    elif n1 in ("en", "&") and n2 in TAILS:
        found.add("tail:follows")


@lru_cache(maxsize=16_384)
def _behind(low: str) -> tuple[str, ...]:
    """What the word right behind says by itself."""
    found = [intern(f"next={low}")]
    if low in _PERSON_VERBS:
        found += ["verb", intern(f"verb={low}")]
    if low in TAILS:
        found.append("tail:follows")
    if low.isdigit() and len(low) < 4:
        found.append("number:follows")
    return tuple(found)


def _apposition(found: set[str], n2: str, n3: str) -> None:
    found.update(_classed("apposition", n2))
    if n2 in APPOSITIONS:
        found.add(f"apposition={n2}")
        found.update(_classed(f"apposition:{n2}", n3))
    if is_place(n2):
        found.add("apposition:is-place")


def _brackets(found: set[str], line: Line, j: int, z: int, first: str) -> None:
    found.add(f"bracket={first}")
    found.update(_classed("bracket", first))
    if j + 1 < z and line.capital[j + 1]:
        found.add("bracket:capital")
        if any(label in ("part", "care") for labels in line.classes[j + 1 : min(z, j + 5)] for label in labels):
            found.add("bracket:body")


def _cued(low: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The evidence of one word on the left and on the right of a name, and which of it tells the word with its kind."""
    if len(low) < 2:
        return (), (), ()
    cues = [_CUE_WORDS[n][0] for n in _CUES.of(low)]
    if not cues:  # as most words
        return (), (), ()
    named = tuple([f"cue={cue}:{low}" for cue in cues])
    found = (*[intern(f"cue={cue}") for cue in cues], *named)
    return found, found, named


def _worded(low: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The same of a word without a capital: it counts as itself too, with what it may head."""
    found, _, named = _cued(low)
    if len(low) < 4 or not low.isalpha():
        return found, found, named
    labels = classes_of(low)
    left = (f"L={low}", *map(_ON_LEFT.__getitem__, labels))
    right = (f"R={low}", *map(_ON_RIGHT.__getitem__, labels))
    return found + left, found + right, named


def _told(word: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The same of a word as it is written."""
    low, _, named = SEEN[word]
    return _cued(low) if named else _worded(low)


# Of each word it holds four or five pieces of evidence: twice as many would be sixty megabytes.
_MOST = 32_768
_ON_LEFT, _ON_RIGHT = beginning("L:"), beginning("R:")
AROUND = Remembered(_told, _MOST)


@lru_cache(maxsize=65_536)
def _classed(prefix: str, low: str) -> tuple[str, ...]:
    """What a word may head, as evidence under a prefix."""
    return tuple(intern(f"{prefix}:{label}") for label in classes_of(low))


def _share(count: int, size: int) -> str:
    if count == size:
        return "all"
    return "most" if 2 * count >= size else "some" if count else "none"


def add_enumeration(found: set[str], line: Line, runs: list[tuple[int, int]]) -> None:
    """Adds what holds for every item of an enumeration."""
    add = found.add
    start, end = runs[0][0], runs[-1][1]
    add("list")
    add(f"list:size={min(len(runs), 5)}")
    for q in range(max(0, start - 4), start):
        low = line.lows[q]
        if low.isalpha():
            add(f"list:before={low}")
        for label in line.classes[q]:
            add(f"list:after:{label}")
    for low in line.lows[end : end + 4]:
        if low.isalpha():
            add(f"list:next={low}")
    keys = [folded(line.text(x, y)) for x, y in runs]
    plain = sum(all(is_ordinary(low) for low in line.lows[x:y]) for x, y in runs)
    add(f"list:ordinary={'all' if plain == len(runs) else 'most' if 2 * plain >= len(runs) else 'few'}")
    places = sum(is_place(key) for key in keys)
    people = sum(person_form(line.words[x:y])[:1] == "F" and y - x > 1 for x, y in runs)
    for name, count in (("places", places), ("people", people)):
        add(f"list:{name}={_share(count, len(runs))}")
    for x, _ in runs:
        for label in (*classes_of(line.lows[x]), *(line.classes[x - 1] if x else ())):
            if label in _HEADS:
                add(f"list:has={label}")
