"""What a folded name says by itself, whatever stands around it: worked out once, for names come back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.lazily import lazily
from ingest.extract.lexicon import Known, lexicon
from ingest.extract.run_ons import is_run_on
from ingest.extract.words import MONTH, WEEKDAY

_INITIATIVE = (
    r"(?:zorgcooperatie|dorpscooperatie|buurtcooperatie|wijkcooperatie|wooncooperatie|dorpszorgcooperatie|odensehuis|"
    r"stadsdorp|burgerinitiatief|bewonersinitiatief|buurtinitiatief|voorzorgcirkel|sociale cooperatie|"
    r"inloophuis|knarrenhof|repair cafe|buurtcirkel|buurtkring|huiskamer|buurttafel|dorpstaxi|"
    r"dorpskamer|buurtkamer) \w"
)
_PARTNER = (
    r"(?:gemeente|provincie|ministerie van|waterschap|stadsdeel|dorpsraad|wijkraad|dorpsbelangen|dorpsbelang|"
    r"universiteit|"
    r"hogeschool|vereniging dorpsraad|vereniging dorpsbelangen|zorgbelang|omroep|protestantse gemeente|beraad van|kbo|"
    r"pcob|"
    r"zorgkantoor|woningcorporatie|woonstichting|netwerk|adviesraad|dorpshuis|mfc|rabobank|fonds|bibliotheek|museum|"
    r"vvd|cda|pvda|d66|groenlinks|christenunie|sgp|ggd|mee|seniorenraad|wmo raad|hotel|restaurant|cafe|sporthal|"
    r"buurthuis|wijkcentrum|dorpscentrum|theater|congrescentrum|gemeenschapshuis|cultuurhuis|buurtcomite|"
    r"welzijnsorganisatie) \w"
)
_CARE = (
    r"(?:ggz|verpleeghuis|zorgcentrum|woonzorgcentrum|verzorgingshuis|zorggroep|zorgorganisatie|thuiszorgorganisatie|"
    r"ouderenzorgorganisatie|thuiszorg|ziekenhuis|huisartsenpraktijk|hospice|zorginstelling|wzc|woonlocatie|zorghuis|"
    r"zorgspectrum) "
    r"\w|umc "
)
_HEADED = lazily(f"(?P<Initiative>{_INITIATIVE})|(?P<CareOrganisation>{_CARE})|(?P<Partner>{_PARTNER})")
# What stands at the end of a name may head it too.
_HEADED_LAST = {
    (" zorggroep", " ziekenhuis"): "CareOrganisation",
    (" universiteit", " hogeschool", " college", " fonds"): "Partner",
}
_DIGIT = lazily(r"\d")
_ONLY_DATE = lazily(
    rf"^(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}(?: \d{{4}})?"
    r"(?: (?:van )?\d{1,2}(?: \d\d)?(?: (?:tot |uur )?\d{1,2} \d\d)?(?: u(?:ur)?)?)?$"
)
_SERIES = lazily(
    r"^(?:landelijke |nationale )?week (?:van|tegen|voor) (?:de |het )?\w|^actieteam \w|^(?:reeks|roadshow|cyclus) \w"
)
_GATHERING = lazily(
    r"^(?:festival|congres|symposium|minisymposium|mini symposium|conferentie|inspiratiedag|themamiddag) \w"
)
_PRIZES = (
    "prijs", "award", "trofee", "lintje", "onderscheiding", "pluim", "keurmerk", "reglement", "regeling", "zorgakkoord",
    "governancecode", "gedragscode", "van het jaar", "van verdienste", "oranje nassau",
)  # fmt: skip
_PLACED = lazily(r" (?:in|uit|te) ")
HEAD_WEIGHT = 1.5
KNOWN_WEIGHT = 1.5
LIKELY_WEIGHT = 2.0
# What is headed by these is hardly ever anything else.
_SURE_HEAD_WEIGHT = 4.5
_REGISTER_WEIGHT = 4.0

Rule = tuple[tuple[str, ...], float]


@dataclass(slots=True)
class KeySays:
    """What a name is by its words: a date and nothing more, a gathering, a prize or rule, two names in one.

    ``headed`` is what the noun says that heads it, ``register`` and ``known`` what the shipped lists know of it.
    """

    is_date: bool
    is_gathering: bool
    is_prize: bool
    is_run_on: bool
    headed: Rule | None
    register: Rule | None
    known: Known | None


@lru_cache(maxsize=16_384)
def key_says(key: str) -> KeySays:
    """What these folded words say."""
    several = " " in key
    return KeySays(
        _DIGIT.search(key) is not None and _ONLY_DATE.match(key) is not None,
        several and _GATHERING.match(key) is not None, key.endswith(_PRIZES), several and is_run_on(key),
        _headed(key) if several else None, _registered(key), lexicon().organisations.get(key),
    )  # fmt: skip


def _headed(key: str) -> Rule | None:
    """What the noun that heads a name of several words says."""
    if _SERIES.match(key):
        return (("EventSeries",), LIKELY_WEIGHT + 1)
    kind = _kind_headed(key)
    if kind is None:
        return None
    sure = kind == "CareOrganisation" and not _PLACED.search(key)
    return ((kind,), _SURE_HEAD_WEIGHT if sure else HEAD_WEIGHT)


def _kind_headed(key: str) -> str | None:
    """The kind of organisation that a noun at the beginning of a name tells, or else one at its end."""
    headed = _HEADED.match(key)
    if headed is not None:
        return headed.lastgroup
    return next((kind for ends, kind in _HEADED_LAST.items() if key.endswith(ends)), None)


def _registered(key: str) -> Rule | None:
    kind = lexicon().register.get(key)
    return None if kind is None else ((kind,), KNOWN_WEIGHT if key in lexicon().words else _REGISTER_WEIGHT)
