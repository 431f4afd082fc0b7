"""The kinds of node, link and field as data.

Everything that has to know the kinds reads them here: constraints, write queries, documentation, pages and tests.
Names are schema.org / W3C ORG terms where one exists; Dutch words are what a user reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A property that a claim may give to a node.

    ``multiple``: values stand side by side (a list on the node). ``date``: an EDTF string, with bounds beside it.
    ``hidden``: bookkeeping that no user reads.
    """

    name: str
    dutch: str
    description: str
    multiple: bool = False
    date: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node: its label in Neo4j, the family of its keys, and the words for it."""

    name: str
    family: str
    dutch: str
    dutch_plural: str
    schema_org: str
    description: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A kind of link with its name read forwards and backwards, and the pairs of kinds it may join.

    ``weak``: never makes two things "linked" in answers, paths and communities unless asked for.
    """

    name: str
    forwards: str
    backwards: str
    description: str
    ends: frozenset[tuple[str, str]]
    symmetric: bool = False
    has_role: bool = False
    weak: bool = False

    def allows(self, from_kind: str, to_kind: str) -> bool:
        """Whether this link may lead from the one kind to the other."""
        return (from_kind, to_kind) in self.ends


_FIELDS = (
    FieldKind("name", "naam", "the name to show; given by a person's correction only"),
    FieldKind("kind", "soort", "the kind of thing; given by a person's decision only"),
    FieldKind("alias", "ook bekend als", "another name that a source states", multiple=True),
    FieldKind("url", "website", "address of its own site or page"),
    FieldKind("start", "begint", "start, local time in Europe/Amsterdam, with its precision", date=True),
    FieldKind("end", "eindigt", "end, local time in Europe/Amsterdam, with its precision", date=True),
    FieldKind("mode", "vorm", "online, in_person, hybrid or unknown"),
    FieldKind("venue", "locatie", "the place of meeting as the page words it"),
    FieldKind("address", "adres", "street and number as the page words them"),
    FieldKind("status", "status", "announced, held, moved or cancelled"),
    FieldKind("price", "kosten", "what it costs, as the page words it"),
    FieldKind("contact", "contact", "an organisation's contact line, masked"),
    FieldKind("audience", "voor wie", "for whom it is meant", multiple=True),
    FieldKind("programme", "programma", "one row of the programme: HH:MM, a tab, the item", multiple=True),
    FieldKind("rhythm", "ritme", "how often it returns, as the page words it"),
    FieldKind("form", "vorm", "what it is by form: zorgcoöperatie, gemeente, fonds …"),
    FieldKind("founded", "opgericht", "when it began", date=True),
    FieldKind("closed", "gestopt", "when it ended", date=True),
    FieldKind("sector", "sector", "field of care", multiple=True),
    FieldKind("position", "positie", "latitude, longitude, precision (address, place, municipality), in degrees WGS84"),
    FieldKind("municipality", "gemeente", "the municipality it lies in"),
    FieldKind("province", "provincie", "the province it lies in"),
    FieldKind("geonames", "GeoNames", "the GeoNames id"),
    FieldKind("published", "gepubliceerd", "date of publication", date=True),
    FieldKind("language", "taal", "BCP 47 language tag"),
    FieldKind("licence", "licentie", "note on the licence"),
    FieldKind("fingerprint", "vingerafdruk", "hash of the stored text", hidden=True),
)
FIELD_KINDS = MappingProxyType({field.name: field for field in _FIELDS})

_EVENT_FIELDS = ("start", "end", "mode", "venue", "address", "status", "price", "contact", "audience", "programme")
_COMMON = ("name", "alias", "url")
_ORGANISATION = ("kind", "address", "position", "contact", "closed")

_NODES = (
    NodeKind("Event", "event", "bijeenkomst", "bijeenkomsten", "Event",
             "one dated (or announced) gathering", (*_COMMON, *_EVENT_FIELDS)),
    NodeKind("EventSeries", "series", "reeks", "reeksen", "EventSeries",
             "gatherings that belong together: sparsessies, an actieteam, a week or festival", (*_COMMON, "rhythm")),
    NodeKind("Initiative", "organisation", "initiatief", "initiatieven", "Organization",
             "set up by residents: burgerinitiatief, zorgcoöperatie, wijknetwerk, voorzorgcirkel",
             (*_COMMON, *_ORGANISATION, "form", "founded")),
    NodeKind("CareOrganisation", "organisation", "zorgorganisatie", "zorgorganisaties", "Organization",
             "a provider of care, or a location of one", (*_COMMON, *_ORGANISATION, "sector")),
    NodeKind("Partner", "organisation", "partner", "partners", "Organization",
             "any other organisation: network, association, municipality, fund, knowledge institute, venue",
             (*_COMMON, *_ORGANISATION, "form")),
    NodeKind("ClientCouncil", "organisation", "cliëntenraad", "cliëntenraden", "Organization",
             "a council of an organisation or a location", (*_COMMON, *_ORGANISATION)),
    NodeKind("Movement", "organisation", "beweging", "bewegingen", "Organization",
             "a movement of organisations and people, known under several names in time",
             (*_COMMON, *_ORGANISATION)),
    NodeKind("Person", "person", "persoon", "personen", "Person",
             "somebody in a public or professional role", _COMMON),
    NodeKind("Theme", "theme", "thema", "thema's", "DefinedTerm", "a subject named as a theme", _COMMON),
    NodeKind("Keyword", "keyword", "trefwoord", "trefwoorden", "DefinedTerm",
             "a word from a line of keywords", _COMMON),
    NodeKind("Place", "place", "plaats", "plaatsen", "Place", "village, town, district, municipality or province",
             (*_COMMON, "position", "municipality", "province", "geonames")),
    NodeKind("Document", "document", "bron", "bronnen", "CreativeWork",
             "a page that was read, or a named report, article, film or book",
             (*_COMMON, "published", "language", "licence", "fingerprint")),
)  # fmt: skip
NODE_KINDS = MappingProxyType({kind.name: kind for kind in _NODES})
FAMILIES = tuple(dict.fromkeys(kind.family for kind in _NODES))
ORGANISATION_KINDS = tuple(kind.name for kind in _NODES if kind.family == "organisation")
# Ties between kinds are broken in this order, most specific first.
KIND_RANK = MappingProxyType(
    {name: rank for rank, name in enumerate(("ClientCouncil", "Movement", "Initiative", "CareOrganisation", "Partner"))}
)

_ANY = tuple(NODE_KINDS)
_ORG = ORGANISATION_KINDS
_GATHERING = ("Event", "EventSeries")


def _pairs(*rules: tuple[Iterable[str], Iterable[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for froms, tos in rules for a in froms for b in tuple(tos))


_SUBJECTS = (*_GATHERING, "Document", *_ORG)
_LINKS = (
    LinkKind("ORGANISES", "organiseert", "georganiseerd door", "who sets it up", _pairs((_ORG, _GATHERING))),
    LinkKind("HELD_IN", "vindt plaats in", "plaats van", "town or district of a gathering",
             _pairs((_GATHERING, ("Place",)))),
    LinkKind("HELD_AT", "te gast bij", "gastheer van", "the organisation that is venue or host",
             _pairs((("Event",), _ORG))),
    LinkKind("PART_OF", "onderdeel van", "bestaat uit", "a part and its whole",
             _pairs((_GATHERING, (*_GATHERING, *_ORG)), (_ORG, _ORG), (("Place",), ("Place",)))),
    LinkKind("FOLLOWS_UP", "vervolg op", "vervolgd door", "a gathering that continues an earlier one",
             _pairs((("Event",), ("Event",)))),
    LinkKind("FEATURES", "belicht", "belicht in", "who or what is presented, visited or a guest",
             _pairs(((*_GATHERING, "Document"), (*_ORG, "Document", "Person")))),
    LinkKind("TAKES_PART_IN", "werkt mee aan", "met medewerking van", "who has a part in a gathering",
             _pairs((("Person", *_ORG), _GATHERING)), has_role=True),
    LinkKind("HAS_ROLE", "heeft een rol bij", "heeft als betrokkene", "a person's role, present or past",
             _pairs((("Person",), (*_ORG, "EventSeries"))), has_role=True),
    LinkKind("FOUNDED", "richtte op", "opgericht door", "a person who founded it", _pairs((("Person",), _ORG))),
    LinkKind("STARTED", "bracht voort", "voortgekomen uit", "an organisation that gave rise to another",
             _pairs((_ORG, _ORG))),
    LinkKind("BASED_IN", "gevestigd in", "thuisbasis van", "where an organisation is at home",
             _pairs((_ORG, ("Place",)))),
    LinkKind("PARTNER_OF", "werkt samen met", "werkt samen met", "work together", _pairs((_ORG, _ORG)),
             symmetric=True),
    LinkKind("MEMBER_OF", "doet mee met", "deelnemers", "membership",
             _pairs((_ORG, (*_ORG, "EventSeries")))),
    LinkKind("SUCCEEDS", "opvolger van", "opgegaan in", "the new organisation that goes on as the old one",
             _pairs((_ORG, _ORG))),
    LinkKind("HAS_THEME", "gaat over", "onderwerp van", "what it is about", _pairs((_SUBJECTS, ("Theme",)))),
    LinkKind("HAS_KEYWORD", "heeft trefwoord", "trefwoord van", "a word from its line of keywords",
             _pairs((_SUBJECTS, ("Keyword",)))),
    LinkKind("MADE", "maakte", "gemaakt door", "author, maker, publisher or commissioner",
             _pairs((("Person", *_ORG), ("Document",))), has_role=True),
    LinkKind("MENTIONS", "noemt", "genoemd in", "a document that names it", _pairs((("Document",), _ANY)), weak=True),
    LinkKind("LINKS_TO", "verwijst naar", "aangehaald door", "a hyperlink",
             _pairs((("Document",), ("Document",))), weak=True),
)  # fmt: skip
LINK_KINDS = MappingProxyType({kind.name: kind for kind in _LINKS})

# Links that say only where something is: they make no two things "linked" either.
GEOGRAPHIC_LINKS = ("HELD_IN", "BASED_IN")
WEAK_LINKS = tuple(kind.name for kind in _LINKS if kind.weak)
TYING_LINKS = tuple(k.name for k in _LINKS if not k.weak and k.name not in GEOGRAPHIC_LINKS)


def family_of(kind: str) -> str:
    """The family of keys that a kind of node belongs to."""
    return NODE_KINDS[kind].family
