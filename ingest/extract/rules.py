"""Sure rules about single candidates: a weight on some kinds, where a form says more than a model can learn."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.candidates import Candidate, Pool
from ingest.extract.kinds import NONE, ORGANISATIONS
from ingest.extract.lazily import lazily
from ingest.extract.lexicon import lexicon
from ingest.extract.run_ons import is_run_on
from ingest.extract.structure import Sheet
from ingest.extract.words import MONTH, WEEKDAY

_INITIATIVE = lazily(
    r"^(?:zorgcooperatie|dorpscooperatie|buurtcooperatie|wijkcooperatie|wooncooperatie|dorpszorgcooperatie|odensehuis|"
    r"stadsdorp|burgerinitiatief|bewonersinitiatief|buurtinitiatief|voorzorgcirkel|sociale cooperatie|"
    r"inloophuis|knarrenhof|repair cafe|buurtcirkel|buurtkring|huiskamer|buurttafel|dorpstaxi|"
    r"dorpskamer|buurtkamer) \w"
)
_PARTNER = lazily(
    r"^(?:gemeente|provincie|ministerie van|waterschap|stadsdeel|dorpsraad|wijkraad|dorpsbelangen|dorpsbelang|"
    r"universiteit|"
    r"hogeschool|vereniging dorpsraad|vereniging dorpsbelangen|zorgbelang|omroep|protestantse gemeente|beraad van|kbo|"
    r"pcob|"
    r"zorgkantoor|woningcorporatie|woonstichting|netwerk|adviesraad|dorpshuis|mfc|rabobank|fonds|bibliotheek|museum|"
    r"vvd|cda|pvda|d66|groenlinks|christenunie|sgp|ggd|mee|seniorenraad|wmo raad|hotel|restaurant|cafe|sporthal|"
    r"buurthuis|wijkcentrum|dorpscentrum|theater) \w|\w (?:universiteit|hogeschool|college|fonds)$"
)
_CARE = lazily(
    r"^(?:ggz|verpleeghuis|zorgcentrum|woonzorgcentrum|verzorgingshuis|zorggroep|zorgorganisatie|thuiszorgorganisatie|"
    r"ouderenzorgorganisatie|thuiszorg|ziekenhuis|huisartsenpraktijk|hospice|zorginstelling|wzc|woonlocatie|zorghuis) "
    r"\w|"
    r"\w (?:zorggroep|ziekenhuis)$|^umc "
)
_HEADED = lazily(
    f"(?P<Initiative>{_INITIATIVE.pattern})|(?P<CareOrganisation>{_CARE.pattern})|(?P<Partner>{_PARTNER.pattern})"
)
_DIGIT = lazily(r"\d")
_ONLY_DATE = lazily(
    rf"^(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}(?: \d{{4}})?"
    r"(?: (?:van )?\d{1,2}(?: \d\d)?(?: (?:tot |uur )?\d{1,2} \d\d)?(?: u(?:ur)?)?)?$"
)
_AGENDA_NOISE = lazily(
    r"^(?:praktisch\w*|programma|gegevens|wanneer|op de kalender|kalender|agenda|datum|waar|tijd|aanmelden|aanmelding|"
    r"informatie|meer weten|zet in je agenda|mededelingen|opening|rondvraag|welkom|praktische informatie|volgende keer|"
    r"opzet|uitgelicht|lees ook|tot ziens|nieuws|tijd en plek|even opletten|en elke week)$|^[\d ]+(?:uur)?$"
)
_UNNAMED = lazily(
    r"\b(?:19|20)\d\d$|^(?:geplaatst|door|datum|wanneer|informatieblad|jaarverslag|leestijd|van onze|vol tot)\b"
)
_MINUTES = lazily(r"^(?:concept ?)?(?:verslag|notulen)\b")
_SERIES = lazily(
    r"^(?:landelijke |nationale )?week (?:van|tegen|voor) (?:de |het )?\w|^actieteam \w|^(?:reeks|roadshow|cyclus) \w"
)
_GATHERING = lazily(
    r"^(?:festival|congres|symposium|minisymposium|mini symposium|conferentie|inspiratiedag|themamiddag) \w"
)
_INVITES = lazily(r"\b(?:je|hier|lees|klik|bekijk|download|meer)\b")
_PRIZE = lazily(
    r"(?:prijs|award|trofee|lintje|onderscheiding|pluim|keurmerk|reglement|regeling|zorgakkoord|governancecode|"
    r"gedragscode|van het jaar|van verdienste|oranje nassau)$"
)
_PLACED = lazily(r" (?:in|uit|te) ")
# "'t Naoberhoês": nobody is called by an article and one word, without a title.
_ARTICLE = lazily(r"^(?:['’`]t|[Hh]et) \S+$")
# Only what was found in one of these forms has evidence of a gathering.
_OF_GATHERINGS = frozenset(("line", "title", "event"))
_NAMED = frozenset(("cap", "head"))
_NO_PERSON = (*ORGANISATIONS, "ClientCouncil", "Movement", "Place", "Event", "EventSeries", "Document", NONE)
_BODY_HEADS = frozenset(
    f"{where}={kind}"
    for where in ("first", "has")
    for kind in ("care", "init", "part", "council", "event", "series", "doc")
)
# "Bewonersinitiatief 't Naoberhoês": the noun before a name says outright what it is.
_INITIATIVE_BEFORE = frozenset(
    f"before={whose}initiatief" for whose in ("bewoners", "burger", "buurt", "dorps", "inwoners", "wijk", "zorg")
) | {"before=pact"}
_Rule = tuple[tuple[str, ...], float]
_HEAD_WEIGHT = 1.5
_CAPITAL_WEIGHT = 1.0
# What is headed by these is hardly ever anything else.
_SURE_HEAD_WEIGHT = 4.5
_REGISTER_WEIGHT = 4.0
_KNOWN_WEIGHT = 1.5
_SURE_WEIGHT = 10.0
# Names of known movements mostly stand inside longer names, which speaks against any other name.
_MOVEMENT_WEIGHT = 14.0
_LIKELY_WEIGHT = 2.0


def apply_rules(sheet: Sheet, pool: Pool, *, register: bool = True) -> None:
    """Gives candidates the rule that fits them, if any; ``register``: the shipped register's names count."""
    for candidate in pool.by_key.values():
        candidate.rule = (
            _event_rule(sheet, candidate)
            or _movement_rule(candidate)
            or _gathering_rule(candidate)
            or _both(_register_rule(candidate) if register else None, _text_rule(candidate))
            or _name_rule(sheet, candidate)
        )


def _both(known: _Rule | None, told: _Rule | None) -> _Rule | None:
    """What the register knows, the surer where the page says so too; else what the page says."""
    if known and told and set(known[0]) <= set(told[0]):
        return known[0], known[1] + told[1]
    return known or told


def _event_rule(sheet: Sheet, candidate: Candidate) -> _Rule | None:
    features, key = candidate.features, candidate.key
    if _DIGIT.search(key) and _ONLY_DATE.match(key):
        return ((NONE,), _SURE_WEIGHT)
    if candidate.forms.isdisjoint(_OF_GATHERINGS):
        return None
    if "line=long" in features and "title" not in candidate.forms:
        return ((NONE,), _LIKELY_WEIGHT + 1)
    if "agenda" in features and _AGENDA_NOISE.search(key):
        return ((NONE,), 3.0)
    if _recurs(features) and "place" not in features and not _AGENDA_NOISE.search(key):
        return (("EventSeries",), _LIKELY_WEIGHT + 4)
    if _is_agenda_item(features) and not _UNNAMED.search(key):
        return (("Event",), _SURE_WEIGHT)
    if "title=whole" in features and _is_about_one(sheet, features, key):
        return (("Event",), _SURE_WEIGHT)
    if "event:next" in features:
        return (("Event",), _LIKELY_WEIGHT + 2)
    if "event:dated" in features and "event:date=day" in features:
        return (("Event",), 1.0 + 1.7 * ("event:placed" in features))
    return None


def _is_about_one(sheet: Sheet, features: set[str], key: str) -> bool:
    """Whether a title is that of minutes, or stands over the day and time of one gathering."""
    if _MINUTES.match(key) and "page:dated=4" not in features:
        return True
    return (
        not {"page:when", "page:data", "page:meta"}.isdisjoint(features) and "page:time" in features and sheet.rows < 4
    )


def _recurs(features: set[str]) -> bool:
    """Whether a line names what comes back at its rhythm."""
    return "line:recurs=dated" in features or ("line:recurs=cell" in features and "line:column=first" in features)


def _is_agenda_item(features: set[str]) -> bool:
    """Whether a line names one of several dated gatherings."""
    if "agenda" not in features or "agenda:many" not in features:
        return False
    if "agenda=head" in features or "line:column=first" in features:
        return True
    return "agenda=dated" in features or ("agenda=lead" in features and "line:noun" in features)


def _movement_rule(candidate: Candidate) -> _Rule | None:
    return (("Movement",), _MOVEMENT_WEIGHT) if "movement" in candidate.features else None


@lru_cache(maxsize=16_384)
def _is_gathering(key: str) -> bool:
    return _GATHERING.match(key) is not None


def _gathering_rule(candidate: Candidate) -> _Rule | None:
    """``Festival Gezond``, whatever stands behind it: "een middag in Zuid" makes it no body in Zuid."""
    named = not candidate.forms.isdisjoint(_NAMED) and _is_gathering(candidate.key)
    return (("Event",), _SURE_WEIGHT + 3) if named else None


def _register_rule(candidate: Candidate) -> _Rule | None:
    kind = lexicon().register.get(candidate.key)
    if kind is None or candidate.forms.isdisjoint(("cap", "head", "link")):
        return None
    return ((kind,), _KNOWN_WEIGHT if candidate.key in lexicon().words else _REGISTER_WEIGHT)


def _text_rule(candidate: Candidate) -> _Rule | None:
    """What stands around says it: a location of somebody, the subject of a gathering, an article under a link."""
    features = candidate.features
    if not features.isdisjoint(_INITIATIVE_BEFORE) and "cap" in candidate.forms:
        return (("Initiative",), _LIKELY_WEIGHT + 2)
    if "apposition:location" in features:
        return (("CareOrganisation",), _LIKELY_WEIGHT + 1)
    if "quoted:gathering" in features:
        return (("Event",), _SURE_WEIGHT)
    if "after:office" in features and len(candidate.key.split()) < 4:
        return (("Person",), _LIKELY_WEIGHT + 2)
    if "linked:head=doc" in features and len(candidate.key.split()) > 3 and not _INVITES.search(candidate.key):
        return (("Document",), _SURE_WEIGHT - 1)
    if "place" in features and "place-line" in features:
        return (("Place",), _LIKELY_WEIGHT)
    if "is:init" in features:
        return (("Initiative",), _SURE_WEIGHT - 2)
    if "bracket:body" in features and "ordinary=all" not in features:
        return (ORGANISATIONS, _LIKELY_WEIGHT + 1)
    if "list:ordinary=all" in features and "ordinary=1" in features and not {"place", "list:people=all"} & features:
        return ((NONE,), _LIKELY_WEIGHT)
    return None


@lru_cache(maxsize=16_384)
def _is_prize(key: str) -> bool:
    return _PRIZE.search(key) is not None


def _is_no_thing(candidate: Candidate) -> bool:
    """A prize, a rule or a street: written with capitals, but none of our things."""
    features = candidate.features
    street = "street" in features or "street+number" in features
    if not street and not _is_prize(candidate.key):
        return False
    if {"place", "quoted", "linked"} & features or candidate.forms - {"cap", "head"}:
        return False
    return _is_prize(candidate.key) or features.isdisjoint(_BODY_HEADS)


@lru_cache(maxsize=16_384)
def _headed(key: str) -> _Rule | None:
    """What the noun that heads a name says."""
    if _SERIES.match(key):
        return (("EventSeries",), _LIKELY_WEIGHT + 1)
    headed = _HEADED.search(key)
    if headed is None or headed.lastgroup is None:
        return None
    sure = headed.lastgroup == "CareOrganisation" and not _PLACED.search(key)
    return ((headed.lastgroup,), _SURE_HEAD_WEIGHT if sure else _HEAD_WEIGHT)


def _name_rule(sheet: Sheet, candidate: Candidate) -> _Rule | None:
    if candidate.forms.isdisjoint(_NAMED):
        return None
    if _is_no_thing(candidate):
        return ((NONE,), _LIKELY_WEIGHT)
    if is_run_on(sheet, candidate):
        return ((NONE,), _LIKELY_WEIGHT + 2)
    headed = _headed(candidate.key)
    if headed is not None:
        kinds, weight = headed
        # "Voorzorgcirkel Vierakker": with a capital the noun is part of a name, not of what the text goes on to say.
        return kinds, weight + (_CAPITAL_WEIGHT if kinds == ("Initiative",) and candidate.surface[0].isupper() else 0)
    if "has:acronym" in candidate.features and " " in candidate.key:
        return (ORGANISATIONS, _LIKELY_WEIGHT)
    if candidate.key.startswith("stichting "):
        return (ORGANISATIONS, _HEAD_WEIGHT)
    known, surface = lexicon().organisations.get(candidate.key), candidate.surface
    capitals = surface.isupper() and len(candidate.key) >= 3
    if known is not None and (capitals or (len(candidate.key) > 3 and not known.ordinary)):
        return ((known.kind,), _LIKELY_WEIGHT if capitals else _KNOWN_WEIGHT)
    return (_NO_PERSON, _LIKELY_WEIGHT + 1) if _ARTICLE.match(surface) else None
