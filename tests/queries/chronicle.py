"""A chronicle of five years in thirty pages: what happened to a handful of organisations, as their pages told it.

Invented, in real towns. Each page says a few things on a day; a later version of it may say others.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.keys import digest, host_of, key_of
from queries.ledger.records import PageReading, PageRecord


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of a page says; ``target`` is an end for a link, a text for a field."""

    subject: End
    predicate: str
    target: End | str
    role: str = ""
    since: str = ""
    until: str = ""

    @property
    def words(self) -> str:
        target = self.target.name if isinstance(self.target, End) else self.target
        return " ".join(filter(None, (self.subject.name, self.predicate, self.role, target, self.since, self.until)))


def initiative(name: str, place: str = "") -> End:
    return End("Initiative", name, place)


def partner(name: str, place: str = "") -> End:
    return End("Partner", name, place)


def person(name: str, at: str) -> End:
    return End("Person", name, at)


VALLEY, EAST = End("CareOrganisation", "Zorggroep De Vallei"), End("CareOrganisation", "Zorggroep Oost")
NORTH, SOUTH, WHOLE = partner("Welzijn Noord"), partner("Welzijn Zuid"), partner("Welzijn Achterhoek")
NET = End("Movement", "Zorgzame Dorpen")
LIME, VIERAKKER, ALMEN = initiative("De Linde"), initiative("Dorpshuis Vierakker"), initiative("Dorpstafel Almen")
RING, FIELD, LITTLE_FIELD = initiative("Buurtkring Noord"), initiative("Buurtkring Het Veld"), initiative("Veldbuurt")
ROTTERDAM, DEVENTER = partner("Zorgmaat", "Rotterdam"), partner("Zorgmaat", "Deventer")
LOCHEM, BORCULO, ZUTPHEN = End("Place", "Lochem", "gn1"), End("Place", "Borculo", "gn2"), End("Place", "Zutphen", "gn3")
JAN, MARIE = person("Jan Pieterzoon", "De Linde"), person("Marie Haverkamp", "De Linde")
PETRA, KLAAS = person("Petra Bosmanda", "Zorggroep De Vallei"), person("Klaas Wolterink", "Zorggroep De Vallei")
CARE = End("Theme", "Zorgzame buurten")


def page(address: str, day: str, *lines: Line, version: str = "1", text: str = "") -> PageReading:
    """A page as one reader read it on a day; ``text`` where it stays the same though other things are read in it."""
    told = text or "\n".join(line.words for line in lines)
    record = PageRecord(
        address, address, told, digest(told), host_of(address), f"{day}T09:00:00+00:00", published=day
    )  # fmt: skip
    document = End("Document", address)
    named = {end for line in lines for end in (line.subject, line.target) if isinstance(end, End)}
    own = [Line(document, "fingerprint", record.fingerprint)]
    own += [Line(document, "MENTIONS", end) for end in sorted(named, key=repr) if end != document]
    return PageReading(record, "kroniek", version, tuple(_claim(line, record, version) for line in (*own, *lines)))


def _claim(line: Line, record: PageRecord, version: str) -> Claim:
    is_link = isinstance(line.target, End)
    evidence = Evidence("kroniek", version, line.words, 0, 1, 0.9, valid_from=line.since, valid_to=line.until)
    return Claim(
        key_of("Document", record.address), line.subject, line.predicate, line.target if is_link else None,
        "" if is_link else str(line.target), line.role, (evidence,), Origin.PAGE, record.host, record.fingerprint,
        record.fetched, record.fetched,
    )  # fmt: skip


def _lies(place: End, lat: str) -> Line:
    return Line(place, "position", f"{lat},6.4,place")


NETWORK, LINDE, OAST = "https://zorgzamedorpen.example", "https://delinde.example", "https://oost.example"
VOICE = "https://streekstem.example"
IN_2020, IN_2022, IN_2024 = "2020-03-01", "2022-03-01", "2024-03-01"
PARTNERS = "Wij werken samen met wie wil."

Y2020 = (
    page(f"{VOICE}/kaart", IN_2020, _lies(LOCHEM, "52.16"), _lies(BORCULO, "52.12"), _lies(ZUTPHEN, "52.14")),
    page(f"{NETWORK}/leden", IN_2020, Line(LIME, "MEMBER_OF", NET, since="2019"), Line(ALMEN, "MEMBER_OF", NET)),
    page(f"{LINDE}/over", IN_2020, Line(LIME, "BASED_IN", LOCHEM), Line(JAN, "HAS_ROLE", LIME, "voorzitter", "2018")),
    page(f"{OAST}/over", IN_2020, Line(EAST, "BASED_IN", ZUTPHEN), Line(PETRA, "HAS_ROLE", EAST, "directeur", "2017")),
    page(f"{VOICE}/welzijn", IN_2020, Line(NORTH, "BASED_IN", ZUTPHEN), Line(SOUTH, "BASED_IN", LOCHEM)),
    page(f"{VOICE}/almen", IN_2020, Line(ALMEN, "BASED_IN", ZUTPHEN), Line(ALMEN, "HAS_THEME", CARE)),
    page(f"{VOICE}/ring", IN_2020, Line(RING, "PARTNER_OF", ALMEN), Line(RING, "BASED_IN", ZUTPHEN), text=PARTNERS),
)  # fmt: skip
Y2021 = (
    page(f"{NETWORK}/leden", "2021-03-01", Line(LIME, "MEMBER_OF", NET, since="2019"), Line(ALMEN, "MEMBER_OF", NET),
         Line(VIERAKKER, "MEMBER_OF", NET, since="2021-01")),
    page(f"{LINDE}/verhuisd", "2021-07-01", Line(LIME, "BASED_IN", LOCHEM, until="2021-06"),
         Line(LIME, "BASED_IN", BORCULO, since="2021-06")),
    page(f"{LINDE}/bestuur", "2021-07-01", Line(JAN, "HAS_ROLE", LIME, "voorzitter", until="2021-05"),
         Line(MARIE, "HAS_ROLE", LIME, "voorzitter", since="2021-05")),
    page(f"{VOICE}/vierakker", "2021-03-01", Line(VIERAKKER, "BASED_IN", ZUTPHEN)),
    page("https://rotterdam.example/zorgmaat", "2021-03-01", Line(ROTTERDAM, "PARTNER_OF", WHOLE)),
    page("https://deventer.example/zorgmaat", "2021-03-01", Line(DEVENTER, "PARTNER_OF", RING)),
)  # fmt: skip
Y2022 = (
    page(f"{NETWORK}/leden", IN_2022, Line(LIME, "MEMBER_OF", NET, since="2019"),
         Line(VIERAKKER, "MEMBER_OF", NET, since="2021-01")),
    page(f"{OAST}/nieuwe-naam", "2022-02-01", Line(VALLEY, "alias", "Zorggroep Oost", until="2022-01"),
         Line(VALLEY, "BASED_IN", ZUTPHEN)),
    page(f"{OAST}/directie", "2022-05-01", Line(PETRA, "HAS_ROLE", VALLEY, "directeur", until="2022-04"),
         Line(KLAAS, "HAS_ROLE", VALLEY, "directeur", since="2022-04")),
    page(f"{VOICE}/veld", IN_2022, Line(FIELD, "PARTNER_OF", VALLEY, since="2022"), Line(FIELD, "BASED_IN", ZUTPHEN)),
    page(f"{VOICE}/veldbuurt", IN_2022, Line(LITTLE_FIELD, "MEMBER_OF", NET, since="2022")),
    page(f"{VOICE}/linde-weg", "2022-12-01", Line(LIME, "MEMBER_OF", NET, until="2022-11")),
)  # fmt: skip
# The same text as in 2020, read better.
BETTER = page(
    f"{VOICE}/ring", IN_2020, Line(RING, "PARTNER_OF", ALMEN), Line(RING, "BASED_IN", ZUTPHEN),
    Line(RING, "HAS_THEME", CARE), version="2", text=PARTNERS,
)  # fmt: skip
Y2023 = (
    page(f"{VOICE}/fusie", "2023-01-15", Line(WHOLE, "SUCCEEDS", NORTH, since="2023-01"),
         Line(WHOLE, "SUCCEEDS", SOUTH, since="2023-01"), Line(NORTH, "PART_OF", WHOLE, since="2023-01"),
         Line(SOUTH, "PART_OF", WHOLE, since="2023-01")),
    page("https://achterhoek.example/over", "2023-03-01", Line(WHOLE, "BASED_IN", ZUTPHEN)),
    page(f"{VOICE}/almen-stopt", "2023-09-01", Line(ALMEN, "closed", "2023-08")),
    page(f"{NETWORK}/leden", "2023-10-01", Line(VIERAKKER, "MEMBER_OF", NET, since="2021-01"),
         Line(RING, "MEMBER_OF", NET, since="2023-09")),
    page(f"{VOICE}/klaas", "2023-10-01", Line(KLAAS, "HAS_ROLE", VALLEY, "directeur")),
)  # fmt: skip
Y2024 = (
    page(f"{LINDE}/over", IN_2024, Line(LIME, "BASED_IN", BORCULO), Line(MARIE, "HAS_ROLE", LIME, "voorzitter")),
    page(f"{VOICE}/ring", IN_2024, Line(RING, "PARTNER_OF", VALLEY, since="2024"), Line(RING, "BASED_IN", ZUTPHEN)),
    page(f"{VOICE}/thema", IN_2024, Line(LIME, "HAS_THEME", CARE), Line(VIERAKKER, "HAS_THEME", CARE)),
    page(f"{NETWORK}/nieuws", IN_2024, Line(RING, "MEMBER_OF", NET, since="2023-09")),
    page("https://zutphen.example/veld", IN_2024, Line(FIELD, "HAS_THEME", CARE)),
    page(f"{LINDE}/contact", IN_2024, Line(LIME, "url", "https://delinde.example")),
)  # fmt: skip
GONE_IN_2024 = f"{VOICE}/klaas"
YEARS = {"2020": Y2020, "2021": Y2021, "2022": (*Y2022, BETTER), "2023": Y2023, "2024": Y2024}
