"""Maps made without a graph: a large one as the movement might grow, and one of names that want to do harm."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

from graph_model.keys import digest
from queries.map import MapLink, Wording
from queries.results import Claim, DocumentRef
from queries.words import words_of
from visualizations.drawing import DrawnMap, DrawnThing
from visualizations.layout import arrange

Node = tuple[str, str]
Tie = tuple[str, str]

_SHARES = {
    "Initiative": 0.25, "CareOrganisation": 0.18, "Partner": 0.15, "Person": 0.18, "Event": 0.12, "EventSeries": 0.02,
    "Place": 0.06, "Theme": 0.03, "ClientCouncil": 0.01,
}  # fmt: skip
# From, to, and the link between them; some more likely by being named twice.
_RULES = (
    ("Initiative", "Place", "BASED_IN"), ("CareOrganisation", "Place", "BASED_IN"), ("Event", "Place", "HELD_IN"),
    ("Initiative", "CareOrganisation", "PARTNER_OF"), ("Initiative", "Partner", "PARTNER_OF"),
    ("Initiative", "Initiative", "STARTED"), ("CareOrganisation", "Partner", "PARTNER_OF"),
    ("Person", "Initiative", "HAS_ROLE"), ("Person", "CareOrganisation", "HAS_ROLE"), ("Person", "Partner", "HAS_ROLE"),
    ("Initiative", "Event", "ORGANISES"), ("CareOrganisation", "Event", "ORGANISES"),
    ("Event", "EventSeries", "PART_OF"), ("Initiative", "Theme", "HAS_THEME"), ("Event", "Theme", "HAS_THEME"),
    ("ClientCouncil", "CareOrganisation", "PART_OF"), ("CareOrganisation", "Movement", "MEMBER_OF"),
)  # fmt: skip
_KIND_OF_LINK = {(start, end): link for start, end, link in _RULES}
_FIRST = "Zorg Buurt Dorps Wijk Samen Noaber Linden Molen Kerk Berg Water Heide Veld Ooster Wester".split()
_SECOND = "huis kring coöperatie tafel hof plein hart kracht netwerk gilde collectief steunpunt".split()
_THIRD = "Zutphen Almelo Goor Lochem Vorden Borne Hengelo Deventer Raalte Ommen Wierden Elst Arnhem Tiel".split()
PROVINCES = ("Gelderland", "Overijssel", "Utrecht", "Drenthe")


def web(things: int, links: int, seed: int = 7) -> tuple[list[Node], list[Tie]]:
    """Things with their kinds, in communities of unequal size, and links mostly within them; some have many."""
    chance = random.Random(seed)
    nodes = [(f"{kind}{i}", kind) for kind, share in _SHARES.items() for i in range(max(1, int(things * share)))]
    nodes += [("Movement0", "Movement")]
    nodes += [(f"Partner{i}x", "Partner") for i in range(things - len(nodes))]
    home = {name: min(int(chance.expovariate(1 / 6)), 24) for name, _ in nodes}
    kinds: dict[str, list[str]] = {}
    pools: dict[tuple[int, str], list[str]] = {}
    for name, kind in nodes:
        kinds.setdefault(kind, []).append(name)
        pools.setdefault((home[name], kind), []).append(name)

    def partner(start: str, kind: str) -> str:
        near = pools.get((home[start], kind)) if chance.random() < 0.85 else None
        pool = near or kinds[kind]
        busy = min(int(chance.paretovariate(1.1)) - 1, len(pool) - 1)
        return pool[busy] if chance.random() < 0.5 else chance.choice(pool)

    found: set[Tie] = set()
    while len(found) < links:
        kind, other, _ = chance.choice(_RULES)
        start = chance.choice(kinds[kind])
        end = partner(start, other)
        if start != end:
            found.add((start, end))
    return nodes, sorted(found)


def large_map(things: int = 2000, links: int = 6000, seed: int = 7) -> DrawnMap:
    """A drawn map of so many invented things and links, each link with one quote."""
    nodes, ties = web(things, links, seed)
    chance = random.Random(seed)
    names = {name: _name(chance) for name, _ in nodes}
    kind_of = dict(nodes)
    rows = [(start, _KIND_OF_LINK[kind_of[start], kind_of[end]], end) for start, end in ties]
    return drawn_map([(name, kind, names[name]) for name, kind in nodes], rows)


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)}{chance.choice(_SECOND)} {chance.choice(_THIRD)}"


def drawn_map(
    things: Iterable[tuple[str, str, str]], links: Sequence[tuple[str, str, str]], quote: str = "", url: str = ""
) -> DrawnMap:
    """A drawn map of things (key, kind, name) and links (key, kind, key), each link with this quote of this page."""
    listed = list(things)
    points = arrange((key for key, _, _ in listed), [(start, end) for start, _, end in links])
    degrees = Counter(end for start, _, other in links for end in (start, other))
    drawn = tuple(
        DrawnThing(
            id=id_of(key), kind=kind, name=name, degree=degrees[key], x=points[key][0], y=points[key][1],
            provinces=() if kind in ("Person", "Theme") else (PROVINCES[len(name) % 4],),
            years=(2015 + len(name) % 10,) if kind == "Event" else (),
        )
        for key, kind, name in listed
    )  # fmt: skip
    made = tuple(
        MapLink(id=digest(start, kind, end), kind=kind, origin=id_of(start), target=id_of(end), role=_role(kind))
        for start, kind, end in links
    )
    words = sorted({(link.kind, link.role) for link in made})
    return DrawnMap(
        thing=None, things=drawn, links=made, total=len(drawn), version=1,
        words=tuple(Wording(kind=k, role=r, out=words_of(k, "out", r), back=words_of(k, "in", r)) for k, r in words),
        quotes={link.id: (_claim(link.id, quote, url),) for link in made},
    )  # fmt: skip


def id_of(key: str) -> str:
    """The id of a made thing."""
    return "o" + digest(key)[:12]


def _role(kind: str) -> str:
    return "voorzitter" if kind == "HAS_ROLE" else ""


def _claim(link: str, quote: str, url: str) -> Claim:
    return Claim(
        id=digest(link, "claim"), quote=quote or "Zij werken al jaren samen.", start=0, end=1, by="proef 1",
        document=DocumentRef(id="d" * 13, title=quote or "Een bladzijde", url=url or "https://dorp.example/bladzijde"),
        stated=True, confidence=0.9, first_seen=None, last_seen=None, origin="page",
    )  # fmt: skip


HOSTILE = (
    "</script><script>hurt()</script>",
    "<img src=x onerror=hurt()>",
    '"><svg onload=hurt()>',
    "javascript:hurt()",
    "<!--<script>",
    "]]>{{ 7*7 }}{% raw %}",
    "href=\"javascript:hurt()\" onmouseover='hurt()'",
    "\u202eeldnah neppah teh\u202c \u2066\u2067 א ב ג",
    "𝕊𝕒𝕞𝕖𝕟 👩‍👩‍👧 \u0000\u0007\u2028\u2029 einde",
    "lang " * 100,
    "x" * 500,
    "__proto__",
    "constructor",
    "toString",
    "   ",
    "'t Laêfhoes \\ \" ' & &amp; &lt;",
    "../../../../etc/passwd",
    "%3Cscript%3Ehurt()%3C/script%3E",
)


def hostile_map() -> DrawnMap:
    """Things with hostile names, linked in a ring and with a hub; quotes and addresses are hostile too."""
    kinds = ("Initiative", "Partner", "CareOrganisation")
    things = [(f"k{i}", kinds[i % 3], name) for i, name in enumerate(HOSTILE)]
    things += [("theme", "Theme", HOSTILE[0]), ("person", "Person", HOSTILE[1]), ("event", "Event", HOSTILE[2])]
    count = len(HOSTILE)
    links = [(f"k{i}", "PARTNER_OF", f"k{(i + 1) % count}") for i in range(count)]
    links += [("k0", "STARTED", f"k{i}") for i in range(1, count)]
    links += [("k1", "HAS_THEME", "theme"), ("person", "HAS_ROLE", "k2"), ("k3", "ORGANISES", "event")]
    found = drawn_map(things, links, quote=HOSTILE[0] + HOSTILE[7], url="javascript:hurt()")
    spoiled = tuple(
        thing.model_copy(update={
            "url": "javascript:hurt()", "aliases": HOSTILE, "place": HOSTILE[1], "provinces": (HOSTILE[2],),
            "facts": (("<b>woord</b>", HOSTILE[0]),),
        })
        for thing in found.things
    )  # fmt: skip
    return found.model_copy(update={"things": spoiled})
