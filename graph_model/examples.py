"""A small invented neighbourhood: claims with pages behind them, for tests, documentation and a first look.

The organisations, people and events do not exist; the four towns do. It holds what real pages hold: one initiative in
several spellings, namesakes, a page that repeats another, a claim too weak to be shown, a link that has ended, sources
that contradict each other, and an initiative that nothing ties to the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import host_of, key_of
from graph_model.schema import FIELD_KINDS

READER = "voorbeeld"
VERSION = "1"

_PAGE = "the page itself"
_BRIDGE = "CareOrganisation:Zorggroep De Berkelbrug"
_GARDEN = "CareOrganisation:De Wilgenhof"
_MILL = "CareOrganisation:Huize Molenzicht"
_HOUSE = "Initiative:'t Naoberhoês"
_CIRCLE = "Initiative:Buurtkring Noord"
_CARE_CIRCLE = "Initiative:Voorzorgcirkel Deventerweg"
_LIME = "Initiative:Zorgcoöperatie De Achtersteveld"
_ISLAND = "Initiative:Dorpstafel Ampsen"
_TOWN_HALL = "Partner:gemeente Zutphen"
_COUNCIL = "ClientCouncil:Cliëntenraad De Wilgenhof"
_MOVEMENT = "Movement:Samen Sterker in Zorg"
_WEEK = "EventSeries:Week van de Buurt"
_EVENING = "Event:Ontmoetingsavond De Wilgenhof@2025-03-18"
_TABLE = "Event:Buurttafel Noord@2025-06-12"
_SEQUEL = "Event:Tweede buurttafel Noord@2025-09"
_OPENING = "Event:Opening van het Naoberhoes@2019-05-04"
_CHAIR = "Person:Marijke van den Oeverhof#Buurtkring Noord"
_MANAGER = "Person:Joost Heuvelinkstra#De Wilgenhof"
_FOUNDER = "Person:Truus Enschedehof#'t Naoberhoês"
_ALDERMAN = "Person:Rachid el Berkani#gemeente Zutphen"
_ANNA_GARDEN = "Person:Anna de Jong#De Wilgenhof"
_ANNA_LIME = "Person:Anna de Jong#Zorgcoöperatie De Achtersteveld"
_CARING = "Theme:Zorgzame buurten"
_LIVING = "Theme:Langer thuis wonen"
_SAY = "Theme:Zeggenschap"
_ZUTPHEN, _GORSSEL = "Place:Zutphen@Zutphen", "Place:Gorssel@Lochem"
_LOCHEM, _WINTERSWIJK = "Place:Lochem@Lochem", "Place:Winterswijk@Winterswijk"


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence of a page says: ends as ``Kind:name@qualifier`` (``#`` before the organisation of a person).

    For a field ``target`` is the value. ``quote`` is found back in the text of the page; empty means the title.
    """

    subject: str
    predicate: str
    target: str
    quote: str = ""
    role: str = ""
    confidence: float = 0.95
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class ExamplePage:
    """A page of the neighbourhood with everything that it says. Without text it is a row of a register."""

    address: str
    title: str
    published: str
    fetched: str
    text: str
    said: tuple[Said, ...]
    origin: Origin = Origin.PAGE

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the page, each once: of its Document, of what it names, and of what it says of that."""
        said = (*self._of_document(), *self._mentions(), *self.said)
        return tuple({claim.id: claim for claim in (_claim(self, one) for one in said)}.values())

    @property
    def fingerprint(self) -> str:
        """What stands for the hash of the text; empty for a row of a register."""
        return f"voorbeeld {self.title}" if self.text else ""

    def _of_document(self) -> Iterator[Said]:
        yield Said(_PAGE, "name", self.title)
        yield Said(_PAGE, "published", self.published)
        if self.fingerprint:
            yield Said(_PAGE, "fingerprint", self.fingerprint)

    def _mentions(self) -> Iterator[Said]:
        if self.text:
            for one in self.said:
                ends = (one.subject,) if one.predicate in FIELD_KINDS else (one.subject, one.target)
                yield from (Said(_PAGE, "MENTIONS", end, one.quote) for end in ends if end != _PAGE)


def _end(page: ExamplePage, text: str) -> End:
    if text == _PAGE:
        return End("Document", page.address)
    kind, _, rest = text.partition(":")
    separator = "#" if kind == "Person" else "@"
    name, _, qualifier = rest.partition(separator)
    return End(kind, name, qualifier)


def _claim(page: ExamplePage, said: Said) -> Claim:
    is_field = said.predicate in FIELD_KINDS
    quote = said.quote or page.title
    start = page.text.find(quote)
    return Claim(
        page=key_of("Document", page.address),
        subject=_end(page, said.subject),
        predicate=said.predicate,
        object=None if is_field else _end(page, said.target),
        value=said.target if is_field else "",
        role=said.role,
        evidence=(_evidence(said, quote, start),),
        origin=page.origin,
        host=host_of(page.address),
        fingerprint=page.fingerprint,
        fetched=page.fetched,
    )


def _evidence(said: Said, quote: str, start: int) -> Evidence:
    end = start + len(quote) if start >= 0 else -1
    return Evidence(
        READER, VERSION, quote, start, end, said.confidence, valid_from=said.valid_from, valid_to=said.valid_to
    )


_BUURTKRING = ExamplePage(
    "https://buurtkringnoord.example/over-ons",
    "Over Buurtkring Noord",
    "2025-02-03",
    "2025-07-01T08:00:00+00:00",
    """Over Buurtkring Noord

Buurtkring Noord is een burgerinitiatief in Zutphen, begonnen in 2016. Marijke van den Oeverhof is voorzitter.
Uit onze kring kwam Voorzorgcirkel Deventerweg voort. Wij werken samen met 't Naoberhoês en met de gemeente Zutphen.
Sinds 2021 doen wij mee met de beweging Samen Sterker in Zorg. Thema: Zorgzame buurten.
""",
    (
        Said(_CIRCLE, "BASED_IN", _ZUTPHEN, "Buurtkring Noord is een burgerinitiatief in Zutphen"),
        Said(_CIRCLE, "founded", "2016", "begonnen in 2016"),
        Said(_CIRCLE, "form", "burgerinitiatief", "Buurtkring Noord is een burgerinitiatief"),
        Said(_CIRCLE, "url", "https://buurtkringnoord.example"),
        Said(_CHAIR, "HAS_ROLE", _CIRCLE, "Marijke van den Oeverhof is voorzitter", "voorzitter"),
        Said(_CIRCLE, "STARTED", _CARE_CIRCLE, "Uit onze kring kwam Voorzorgcirkel Deventerweg voort"),
        Said(_CIRCLE, "PARTNER_OF", _HOUSE, "Wij werken samen met 't Naoberhoês"),
        Said(_CIRCLE, "PARTNER_OF", _TOWN_HALL, "en met de gemeente Zutphen"),
        Said(_CIRCLE, "MEMBER_OF", _MOVEMENT, "Sinds 2021 doen wij mee met de beweging Samen Sterker in Zorg",
             valid_from="2021"),
        Said(_CIRCLE, "HAS_THEME", _CARING, "Thema: Zorgzame buurten"),
    ),
)  # fmt: skip
_EVENING_PAGE = ExamplePage(
    "https://www.berkelbrug.example/nieuws/ontmoetingsavond",
    "Ontmoetingsavond De Wilgenhof",
    "2025-03-20",
    "2025-07-01T08:05:00+00:00",
    """Ontmoetingsavond De Wilgenhof

18 maart 2025, 19.30 uur, De Wilgenhof, Zutphen

De Wilgenhof, een locatie van Zorggroep De Berkelbrug, ontving op 18 maart de buurt. Locatiemanager Joost
Heuvelinkstra zit ook in het bestuur van Buurtkring Noord. Marijke van den Oeverhof hield een inleiding. Anna de Jong
is voorzitter van de Cliëntenraad De Wilgenhof. De avond hoort bij de Week van de Buurt en ging over langer thuis wonen.
Ook genoemd: Dorpstafel Ampsen. De Berkelbrug deed tot 2022 mee met Samen Sterker in Zorg.
""",
    (
        Said(_EVENING, "start", "2025-03-18T19:30", "18 maart 2025, 19.30 uur"),
        Said(_EVENING, "HELD_AT", _GARDEN, "De Wilgenhof, een locatie van Zorggroep De Berkelbrug, ontving"),
        Said(_EVENING, "HELD_IN", _ZUTPHEN, "De Wilgenhof, Zutphen"),
        Said(_GARDEN, "ORGANISES", _EVENING, "ontving op 18 maart de buurt"),
        Said(_GARDEN, "PART_OF", _BRIDGE, "De Wilgenhof, een locatie van Zorggroep De Berkelbrug"),
        Said(_GARDEN, "BASED_IN", _ZUTPHEN, "De Wilgenhof, Zutphen"),
        Said(_MANAGER, "HAS_ROLE", _GARDEN, "Locatiemanager Joost\nHeuvelinkstra", "locatiemanager"),
        Said(_MANAGER, "HAS_ROLE", _CIRCLE, "zit ook in het bestuur van Buurtkring Noord", "bestuurslid"),
        Said(_CHAIR, "TAKES_PART_IN", _EVENING, "Marijke van den Oeverhof hield een inleiding", "spreker"),
        Said(_COUNCIL, "PART_OF", _GARDEN, "Cliëntenraad De Wilgenhof"),
        Said(_ANNA_GARDEN, "HAS_ROLE", _COUNCIL, "Anna de Jong\nis voorzitter", "voorzitter"),
        Said(_EVENING, "PART_OF", _WEEK, "De avond hoort bij de Week van de Buurt"),
        Said(_EVENING, "HAS_THEME", _LIVING, "ging over langer thuis wonen"),
        Said(_PAGE, "MENTIONS", _ISLAND, "Ook genoemd: Dorpstafel Ampsen"),
        Said(_BRIDGE, "MEMBER_OF", _MOVEMENT, "De Berkelbrug deed tot 2022 mee met Samen Sterker in Zorg",
             valid_to="2022"),
        Said(_BRIDGE, "alias", "De Berkelbrug", "De Berkelbrug deed tot 2022 mee"),
    ),
)  # fmt: skip
_HOUSE_PAGE = ExamplePage(
    "https://naoberhoes.example/geschiedenis",
    "Hoe het Naoberhoes ontstond",
    "2024-10",
    "2025-07-01T08:10:00+00:00",
    """Hoe het Naoberhoes ontstond

Truus Enschedehof richtte in 2017 't Naoberhoês in Gorssel op. Op 4 mei 2019 was de opening van het Naoberhoes.
Wethouder Rachid el Berkani van de gemeente Zutphen sprak. De Zorgcoöperatie De Achtersteveld kwam uit ons huis voort;
Anna de Jong is er coördinator. Mogelijk doet ook Huize Molenzicht mee. Thema's: Zorgzame buurten, Langer thuis wonen
""",
    (
        Said(_FOUNDER, "FOUNDED", _HOUSE, "Truus Enschedehof richtte in 2017 't Naoberhoês in Gorssel op"),
        Said(_HOUSE, "founded", "2017", "richtte in 2017 't Naoberhoês in Gorssel op"),
        Said(_HOUSE, "BASED_IN", _GORSSEL, "'t Naoberhoês in Gorssel"),
        Said(_HOUSE, "ORGANISES", _OPENING, "Op 4 mei 2019 was de opening van het Naoberhoes"),
        Said(_OPENING, "start", "2019-05-04", "Op 4 mei 2019 was de opening"),
        Said(_ALDERMAN, "HAS_ROLE", _TOWN_HALL, "Wethouder Rachid el Berkani van de gemeente Zutphen", "wethouder"),
        Said(_ALDERMAN, "TAKES_PART_IN", _OPENING, "Wethouder Rachid el Berkani van de gemeente Zutphen sprak",
             "spreker"),
        Said(_HOUSE, "STARTED", _LIME, "De Zorgcoöperatie De Achtersteveld kwam uit ons huis voort"),
        Said(_ANNA_LIME, "HAS_ROLE", _LIME, "Anna de Jong is er coördinator", "coördinator"),
        Said(_MILL, "PARTNER_OF", _HOUSE, "Mogelijk doet ook Huize Molenzicht mee", confidence=0.3),
        Said(_HOUSE, "HAS_THEME", _CARING, "Thema's: Zorgzame buurten"),
        Said(_HOUSE, "HAS_THEME", _LIVING, "Langer thuis wonen"),
    ),
)  # fmt: skip
_TABLE_PAGE = ExamplePage(
    "https://zutphenseberichten.example/2025/buurttafel",
    "Buurttafel Noord trekt volle zaal",
    "2025-06-14",
    "2025-07-01T08:15:00+00:00",
    """Buurttafel Noord trekt volle zaal

Buurtkring Noord en De Wilgenhof organiseerden op 12 juni 2025 de Buurttafel Noord in Zutphen. In september volgt de
tweede buurttafel Noord. Het Naoberhoes, in 2018 opgericht, was te gast. De tafel ging over zeggenschap.
De Wilgenhof (Deventerweg 12) is een thuis voor veertig ouderen.
""",
    (
        Said(_CIRCLE, "ORGANISES", _TABLE, "Buurtkring Noord en De Wilgenhof organiseerden op 12 juni 2025"),
        Said(_GARDEN, "ORGANISES", _TABLE, "Buurtkring Noord en De Wilgenhof organiseerden op 12 juni 2025"),
        Said(_TABLE, "start", "2025-06-12", "op 12 juni 2025"),
        Said(_TABLE, "HELD_IN", _ZUTPHEN, "de Buurttafel Noord in Zutphen"),
        Said(_SEQUEL, "FOLLOWS_UP", _TABLE, "In september volgt de\ntweede buurttafel Noord"),
        Said(_SEQUEL, "start", "2025-09", "In september volgt"),
        Said(_TABLE, "FEATURES", "Initiative:Het Naoberhoes", "Het Naoberhoes, in 2018 opgericht, was te gast"),
        Said("Initiative:Het Naoberhoes", "founded", "2018", "Het Naoberhoes, in 2018 opgericht"),
        Said(_TABLE, "HAS_THEME", _SAY, "De tafel ging over zeggenschap"),
        Said(_GARDEN, "address", "Deventerweg 12", "De Wilgenhof (Deventerweg 12)"),
        Said(_CIRCLE, "PARTNER_OF", _GARDEN, "Buurtkring Noord en De Wilgenhof organiseerden", confidence=0.8),
    ),
)  # fmt: skip
_REGISTER = ExamplePage(
    "register:voorbeeld", "Register van het voorbeeld", "2025-01-01", "2025-07-01T07:00:00+00:00", "",
    (
        Said(_LIME, "BASED_IN", _WINTERSWIJK, "De Achtersteveld: plaats Winterswijk"),
        Said(_ISLAND, "BASED_IN", _LOCHEM, "Dorpstafel Ampsen: plaats Lochem"),
        Said(_CARE_CIRCLE, "BASED_IN", _ZUTPHEN, "Voorzorgcirkel Deventerweg: plaats Zutphen"),
        Said(_MILL, "BASED_IN", _LOCHEM, "Huize Molenzicht: plaats Lochem"),
        Said(_BRIDGE, "sector", "ouderenzorg", "De Berkelbrug: sector ouderenzorg"),
    ),
    Origin.REGISTER,
)  # fmt: skip
# Positions of the towns: GeoNames, CC BY 4.0.
_GAZETTEER = ExamplePage(
    "gazetteer:voorbeeld", "Plaatsen van het voorbeeld", "2025-01-01", "2025-07-01T07:00:00+00:00", "",
    (
        Said(_ZUTPHEN, "position", "52.1383,6.2014,place", "Zutphen 52.1383 6.2014"),
        Said(_GORSSEL, "position", "52.2017,6.2014,place", "Gorssel 52.2017 6.2014"),
        Said(_LOCHEM, "position", "52.1592,6.4111,municipality", "Lochem 52.1592 6.4111"),
        Said(_WINTERSWIJK, "position", "51.9725,6.7194,place", "Winterswijk 51.9725 6.7194"),
        Said(_GARDEN, "position", "52.1452,6.1969,address", "Deventerweg 12, Zutphen 52.1452 6.1969"),
    ),
    Origin.GAZETTEER,
)  # fmt: skip

PAGES = (_BUURTKRING, _EVENING_PAGE, _HOUSE_PAGE, _TABLE_PAGE, _REGISTER, _GAZETTEER)


def claims() -> Iterator[Claim]:
    """All claims of the neighbourhood."""
    for page in PAGES:
        yield from page.claims
