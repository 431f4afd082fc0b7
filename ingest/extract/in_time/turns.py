"""The turns of phrase: each a pattern over a sentence whose names are numbers, and what it says happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ingest.extract.in_time.dates import DATE
from ingest.extract.lazily import lazily

_A, _B, _C = r"«(?P<a>\d+)»", r"«(?P<b>\d+)»", r"«(?P<c>\d+)»"
_ART = r"(?:de |het |een |'t |het netwerk |de beweging |de vereniging |de organisatie )?"
_ON = rf"(?:(?:per|in|op|sinds|vanaf|met ingang van|tot) {DATE},? )?"
_WHEN = rf"(?:[Pp]er|[Ii]n|[Oo]p|[Ss]inds|[Vv]anaf|[Mm]et ingang van|[Tt]ot) {DATE},? "
_BE = r"(?:is|zijn|was|waren|werd|werden|wordt|worden)"


class Turn(Enum):
    """What happened: to ``a`` (and ``c``), with regard to ``b``."""

    RENAMED = "renamed"  # a is now called b
    MERGED = "merged"  # a (and c) went up in b
    SUCCEEDED = "succeeded"  # b goes on as a
    LEFT = "left"
    JOINED = "joined"
    MOVED = "moved"  # a went from c to b
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the groups ``a``, ``b`` and ``c``."""

    turn: Turn
    pattern: re.Pattern[str]

    @property
    def names(self) -> int:
        """How many names a sentence needs for it."""
        return 1 if self.turn is Turn.CLOSED else 2


def _rule(turn: Turn, text: str) -> Rule:
    return Rule(turn, lazily(text))


_TO = r"(?:met|aan|in)"
_ALONE = r"(?! (?:met|als|in zijn|bij))"
_OLD = rf"(?:tot {DATE}|vroeger|voorheen|eerder|toen nog)"
_FUSION = r"(?:de|een) (?:fusie|samenvoeging) (?:van|tussen)"
_TOGETHER = r"(?:gefuseerd tot|samengegaan (?:tot|in|als)|opgegaan in)"
_NO_MEMBER = r"(?:geen (?:lid|deelnemer|partner) meer|niet (?:langer|meer) (?:lid|deelnemer|partner))"
# Over sentences whose names are numbers: «0» heet sinds 2021 «1».
_STRAIGHT = (
    _rule(Turn.RENAMED, rf"{_A},? (?:heet|heten) {_ON}(?:voortaan |nu |inmiddels )?{_ON}{_ART}{_B}"),
    _rule(Turn.RENAMED, rf"{_A},? (?:gaat|gaan|ging|gingen) {_ON}verder (?:als|onder de naam) {_ART}{_B}"),
    _rule(Turn.RENAMED, rf"{_B},? \(?(?:voorheen|vroeger|eerder)(?: bekend als| genaamd)?:? {_ART}{_A}"),
    _rule(Turn.RENAMED, rf"{_B},? (?:dat |die )?heette {_OLD} (?:nog )?{_ART}{_A}"),
    _rule(Turn.MERGED, rf"{_A} en {_ART}{_C} {_BE} {_ON}(?:samen )?{_TOGETHER} {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_A} en {_ART}{_C} (?:fuseerden|gingen) {_ON}(?:samen )?(?:tot|op in|in) {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_B} (?:is|ontstond) {_ON}(?:ontstaan )?uit {_FUSION} {_ART}{_A}(?: en {_ART}{_C})?"),
    _rule(Turn.MERGED, rf"{_A} {_BE} {_ON}(?:helemaal |geheel |volledig |samen )?{_TOGETHER} {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_A} (?:ging|gaat) {_ON}op in {_ART}{_B}"),
    _rule(Turn.SUCCEEDED, rf"{_B} is {_ON}(?:de )?opvolger van {_ART}{_A}"),
    _rule(Turn.LEFT, rf"{_A} (?:verliet|verlieten|verlaat) {_ON}{_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_A} (?:heeft|hebben) {_ART}{_B} {_ON}verlaten"),
    _rule(Turn.LEFT, rf"{_A} (?:stapte|stapten|stapt) {_ON}uit {_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_A} (?:is|zijn) {_ON}uit {_ART}{_B} gestapt"),
    _rule(Turn.LEFT, rf"{_A} (?:doet|doen|deed) {_ON}niet (?:meer|langer) mee {_TO} {_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_A} is {_ON}{_NO_MEMBER} (?:van|bij) {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_A} (?:sloot|sloten|sluit) zich {_ON}aan bij {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_A} is {_ON}(?:aangesloten bij|toegetreden tot|lid (?:geworden )?van) {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_A} (?:doet|doen) {_ON}mee {_TO} {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_A} trad {_ON}toe tot {_ART}{_B}"),
    _rule(Turn.MOVED, rf"{_A} (?:verhuisde|verhuist|verhuisden) {_ON}(?:van {_C} )?{_ON}naar {_B}"),
    _rule(Turn.MOVED, rf"{_A} is {_ON}(?:van {_C} )?naar {_B} verhuisd"),
    _rule(Turn.MOVED, rf"{_A} is {_ON}verhuisd (?:van {_C} )?naar {_B}"),
    _rule(Turn.CLOSED, rf"{_A} (?:is|zijn|werd|wordt) {_ON}(?:definitief )?(?:gestopt|opgeheven|ontbonden){_ALONE}"),
    _rule(Turn.CLOSED, rf"{_A} (?:stopte|stopten|stopt) (?:per|in|op) {DATE}{_ALONE}"),
)
# What comes first in a Dutch sentence turns it around: Op 1 maart 2024 sloot «0» zich aan bij «1».
_TURNED = (
    _rule(Turn.RENAMED, rf"{_WHEN}(?:heet|heten) {_ART}{_A} (?:voortaan |nu |inmiddels )?{_ART}{_B}"),
    _rule(Turn.RENAMED, rf"{_WHEN}(?:gaat|gaan|ging|gingen) {_ART}{_A} verder (?:als|onder de naam) {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_WHEN}{_BE} {_ART}{_A} en {_ART}{_C} (?:samen )?{_TOGETHER} {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_WHEN}(?:fuseerden|gingen) {_ART}{_A} en {_ART}{_C} (?:samen )?(?:tot|op in|in) {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_WHEN}{_BE} {_ART}{_A} (?:helemaal |geheel |volledig )?{_TOGETHER} {_ART}{_B}"),
    _rule(Turn.MERGED, rf"{_WHEN}(?:ging|gaat) {_ART}{_A} op in {_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_WHEN}(?:verliet|verlieten|verlaat) {_ART}{_A} {_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_WHEN}(?:stapte|stapten|stapt) {_ART}{_A} uit {_ART}{_B}"),
    _rule(Turn.LEFT, rf"{_WHEN}(?:is|zijn) {_ART}{_A} uit {_ART}{_B} gestapt"),
    _rule(Turn.LEFT, rf"{_WHEN}is {_ART}{_A} {_NO_MEMBER} (?:van|bij) {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_WHEN}(?:sloot|sloten|sluit) {_ART}{_A} zich aan bij {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_WHEN}is {_ART}{_A} (?:aangesloten bij|toegetreden tot|lid (?:geworden )?van) {_ART}{_B}"),
    _rule(Turn.JOINED, rf"{_WHEN}trad {_ART}{_A} toe tot {_ART}{_B}"),
    _rule(Turn.MOVED, rf"{_WHEN}(?:verhuisde|verhuist|verhuisden) {_ART}{_A} (?:van {_C} )?naar {_B}"),
    _rule(Turn.MOVED, rf"{_WHEN}is {_ART}{_A} (?:van {_C} )?naar {_B} verhuisd"),
    _rule(
        Turn.CLOSED,
        rf"{_WHEN}(?:is|zijn|werd|wordt) {_ART}{_A} (?:definitief )?(?:gestopt|opgeheven|ontbonden){_ALONE}",
    ),
    _rule(Turn.CLOSED, rf"{_WHEN}(?:stopte|stopten|stopt) {_ART}{_A}{_ALONE}"),
)
_TURNS = re.compile(_WHEN)
# Every rule holds one of these: most sentences with words of change only tell since or until when something is.
_TURNING = (
    "heet", "heten", "verder", "voorheen", "vroeger", "eerder", "fuseer", "fusie", "samengegaan", "samenvoeging",
    "opgegaan", "gingen", "op in", "opvolger", "verliet", "verlieten", "verlaat", "verlaten", "stapt", "niet", "geen",
    "aan bij", "aangesloten", "toegetreden", "lid ", " mee ", "toe tot", "verhui", "stopt", "opgeheven", "ontbonden",
)  # fmt: skip
_RULES = {
    (turned, names): tuple(rule for rule in (_STRAIGHT + _TURNED if turned else _STRAIGHT) if rule.names <= names)
    for turned in (False, True) for names in (1, 2)
}  # fmt: skip


def rules_for(marked: str, names: int) -> tuple[Rule, ...]:
    """The rules that may fit a sentence with so many names, which are numbers in it."""
    if not any(map(marked.__contains__, _TURNING)):
        return ()
    return _RULES[_TURNS.search(marked) is not None, min(names, 2)]


# Who left: what the sentence says of a person's role is over.
ROLE_OVER = re.compile(
    r"\b(?:vertrok|vertrekt|vertrokken|afscheid|trad(?:en)? (?:.{0,20})?af|afgetreden|stopte|gestopt als|"
    r"niet meer|niet langer|tot voor kort|legde (?:.{0,20})?neer)\b"
)
