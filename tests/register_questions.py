"""Twenty questions about the register of the movement, answered by hand from its rows.

Each is asked in the words of a user; ``answer`` holds what must come back, whatever way the question is asked (by
command, over HTTP, on a page).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Links:
    """All that a thing is linked to by one kind of link: (role, name of the other end, until when)."""

    question: str
    thing: str
    kind: str
    answer: frozenset[tuple[str, str, str]]
    direction: str = "in"
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """The first initiatives near a thing: name, distance in whole kilometres, and the sentence of its first reason."""

    question: str
    thing: str
    km: int
    answer: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """How two things are linked: the sentences of the closest path."""

    question: str
    one: str
    other: str
    answer: str


@dataclass(frozen=True, slots=True)
class Show:
    """What is known of one thing: its name, its kind, and fields with their values."""

    question: str
    thing: str
    name: str
    kind: str
    answer: dict[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """Names that must be among what a search finds, of one kind."""

    question: str
    words: str
    kind: str
    answer: frozenset[str]


Question = Links | Near | Why | Show | Search


def _all(*names: str, role: str = "", until: str = "") -> frozenset[tuple[str, str, str]]:
    return frozenset((role, name, until) for name in names)


_GGZ_MEMBERS = (
    "Dimence", "GGZ Friesland", "GGZ Noord-Holland-Noord", "GGZ Rivierduinen", "GGzE", "HVO-Querido", "Kwintes",
    "Levantogroep", "Mediant", "Mentrum", "Parnassia Groep", "RIBW Overijssel", "Reinier van Arkel",
    "Vincent van Gogh",
)  # fmt: skip
_STILL_MEMBERS = (
    "'t Zorghuus", "Amstelring", "Avoord", "Brentano", "Carintreggeland", "Cederhof", "Cicero Zorggroep",
    "DSV Verzorgd Leven", "De Leyhoeve", "Driezorg / Zonnehuisgroep IJssel-Vecht", "Geriant", "Iets Terug Doen",
    "Innoforte", "Jonkerszorg", "Kalorama", "Levantogroep", "Noorderbreedte", "Raffy Lâle De Leystroom",
    "Reigershoeve", "Riederborgh", "Santé Partners", "Sensire", "Surplus", "Topaz", "Viattence", "Volckaert",
    "WarmThuis", "WilgaerdenLeekerweideGroep", "Woonzorggroep Samen", "Zonnehuisgroep Amstelland", "ZuidOostZorg",
)  # fmt: skip
_LEFT = ("ActiVite", "Archipel", "Carinova", "Zorghuizen Noord Nederland")

QUESTIONS: tuple[Question, ...] = (
    Links("Wat is uit Zorgvrijstaat voortgekomen?", "Zorgvrijstaat", "STARTED",
          _all("Buurthulp", "Club Geldzorg", "Geestverwanten", "Het Zal Werken"), "out"),
    Links("Wie leidt Langer Zelfstandig Leven in Oegstgeest?", "Langer Zelfstandig Leven", "HAS_ROLE",
          _all("Guus Bannenberg", role="voorzitter") | _all("Guus Bannenberg", role="initiatiefnemer")),
    Links("Wie trekken het Laefhoes, hoe je het ook schrijft?", "het laefhoes", "HAS_ROLE",
          _all("Ben van Essen", role="voorzitter") | _all("Ben van Essen", role="initiatiefnemer")
          | _all("Jan van Dongen", role="mede-initiatiefnemer")),
    Links("Wie richtten Austerlitz Zorgt op?", "Austerlitz Zorgt", "FOUNDED",
          _all("Hans Neijzen", "Jan Smelik", "Jan Snijders", "Lia van Dijk", "Wim Oerlemans")),
    Links("Welke organisaties doen mee met de beweging in de ggz?", "Radicale vernieuwing langdurige ggz", "MEMBER_OF",
          _all(*_GGZ_MEMBERS)),
    Links("Wie doen of deden mee met de beweging in de langdurige zorg?", "Radicale vernieuwing langdurige zorg",
          "MEMBER_OF", _all(*_STILL_MEMBERS) | _all(*_LEFT, until="2022")),
    Links("En wie deden halverwege 2023 nog mee?", "Radicale vernieuwing zorg", "MEMBER_OF", _all(*_STILL_MEMBERS),
          as_of="2023-06-01"),
    Links("Welke bijeenkomsten gingen over zorgzame dorpen?", "zorgzame dorpen", "HAS_THEME",
          _all("Lancering website Zorgzame Dorpen Groningen", "Zorgzame dorpen, zichtbaar (&) in 't zonnetje!",
               "Symposium 'Zorg op het Dorp' / Dorpsvernieuwingsprijs 2023")),
    Links("Wat organiseerde Groninger Dorpen?", "Groninger Dorpen", "ORGANISES",
          _all("Dorpshuizenexcursie 'Hoe doen ze dat toch?'", "Herkenningsbijeenkomst Dorpszorginitiatieven",
               "Lancering website Zorgzame Dorpen Groningen", "Zorgzame dorpen, zichtbaar (&) in 't zonnetje!"), "out"),
    Links("Welke locaties heeft Topaz?", "Topaz", "PART_OF",
          _all("Munnekeweij", "Topaz Foreschate", "Topaz Groenhoven", "Topaz Lakenhof", "Topaz Overduin")),
    Links("Wie bestuurden Topaz, en wie niet meer?", "Topaz", "HAS_ROLE",
          _all("Lia de Jongh", role="bestuurder") | _all("Diny de Bresser", role="bestuurder", until="..")
          | _all("Lia de Jongh", role="voorzitter raad van bestuur", until="2023-11-01")),
    Links("Welke stadsdorpen horen bij het Amsterdamse netwerk?", "NAS", "MEMBER_OF",
          _all("Stadsdorp CentrumOost", "Stadsdorp Slotervaart-Noord", "Stadsdorp VondelHelmers", "StadsdorpZuid")),
    Links("Wat was er te gast in Hart van Austerlitz?", "Hart van Austerlitz", "HELD_AT",
          _all("Lustrumsymposium burgerkracht Austerlitz Zorgt", "Verhalenmiddag Austerlitz (lustrumviering)")),
    Links("Wie is wethouder in Woerden?", "gemeente Woerden", "HAS_ROLE",
          _all("Margot Stolk", "Yolan Koster", role="wethouder")),
    Near("Welk initiatief is bij Warande in de buurt, en waarom?", "Warande", 10,
         (("Austerlitz Zorgt", 6, "Warande werkt samen met Austerlitz Zorgt"), ("Wijkinloophuis Vollenhove", 0, ""))),
    Near("En bij NNCZ?", "NNCZ", 10,
         (("Grijpskerk Verbonden", 0, "NNCZ werkt samen met Grijpskerk Verbonden"),
          ("dorpsloket Voor Elkaar", 0,
           "Grijpskerk Verbonden werkt samen met NNCZ en bracht dorpsloket Voor Elkaar voort"))),
    Why("Wat heeft Anna Zorgt met de gemeente Tholen?", "Anna Zorgt", "gemeente Tholen",
        "Anna Zorgt werkt samen met Gemeente Tholen."),
    Why("Wat heeft Cosis met Lentis?", "Cosis", "Lentis",
        "Cosis werkt samen met Buurtcirkel Groningen. Buurtcirkel Groningen werkt samen met Lentis."),
    Show("Wat is het 8e Werk?", "8e werk", "Het 8ste Werk", "Initiative",
         {"founded": "2019", "form": "burgerinitiatief", "url": "https://www.het8stewerk.nl"}),
    Search("Welke knarrenhoven zijn er?", "knarrenhof", "Initiative",
           frozenset(f"Knarrenhof {place}" for place in
                     ("Assen", "Emmen", "Hoorn", "Surhuisterveen", "Teylingen", "Zwolle"))),
)  # fmt: skip
