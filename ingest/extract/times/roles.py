"""What a time is for, by the words of its own clause and sentence."""

from __future__ import annotations

from ingest.extract.lazily import lazily
from ingest.extract.times.mentions import TimeRole
from ingest.extract.times.sentences import clause_before, sentence_after, sentence_before

_WALK_IN = (
    r"(?:inloop|inlopen|binnenlopen|binnenkomst|ontvangst|onthaal|registratie|zaal (?:is |gaat )?open"
    r"|deur(?:en)?,? (?:is |zijn |gaat |gaan )?(?:al )?open|open vanaf|welkom vanaf"
    r"|koffie (?:en thee )?staa[nt] klaar|koffie staat)"
)
_WALK_IN_BEFORE = lazily(rf"\b{_WALK_IN}\b[^,;()\n]{{0,22}}$")
_WALK_IN_AFTER = lazily(
    rf"[ \t\xa0:–|-]{{0,6}}(?:is |de |begint |kan |gaat |gaan ){{0,3}}(?:{_WALK_IN}|open\b)|[ \xa0]\({_WALK_IN}\)"
)
_DOORS_BEFORE = lazily(r"\b(?:deur(?:en)?|zaal) (?:is|zijn|gaat|gaan)\b[^,;()\n]{0,16}$")
_OPEN_AFTER = lazily(r"[^,;()\n]{0,12}open\b")
_END_BEFORE = lazily(
    r"\b(?:eind|einde|eindigt|eindigen|sluit|sluiten|sluiting|afsluiting|afloop|uiterlijk|tot)\b[^,;()\d]{0,16}$"
    r"|\b(?:sluit|sloot|sluiten) [^,;()\d]{0,50}\bom $"
)
_END_SAID_BEFORE = lazily(r"\b(?:einde|sluiting|afsluiting)[.:]?\s+$")
_END_AFTER = lazily(r"[ \t\xa0:–|-]{1,6}(?:afsluiting|einde|sluiting|afronding|gaat het licht uit)\b")
_OPENING_HOURS = lazily(
    r"\b(?:bel|belt|bellen|bereikbaar|telefonisch|telefoon|helpdesk|vraagbaak|openingstijden|openingsuren|receptie|"
    r"balie|(?:is|zijn) (?:dagelijks )?geopend|dagelijks|werkdagen)\b"
)
_WEEKLY = lazily(
    r"\b(?:(?:elke|iedere) [a-z]+dag(?: en [a-z]+dag)?(?: [a-z]+)? (?:ge)?open(?:d)?"
    r"|op (?:maan|dins|woens|donder|vrij)dag(?:, [a-z]+dag)*,? en (?:maan|dins|woens|donder|vrij)dag"
    r"|(?:maan|dins|woens|donder)dag (?:tot en met|t/m|tot) (?:woens|donder|vrij|zater|zon)dag)\b"
)
_POSTED_BEFORE = lazily(r"\b(?:geplaatst|gepubliceerd|bijgewerkt|gewijzigd|published|aangemaakt)\b[^\n]{0,50}$")


def role_of(lower: str, at: int, end: int, *, odd: bool, single: bool) -> TimeRole:
    """What the time at ``lower[at:end]`` is for.

    :param odd: whether its minutes are no whole five: then it is a time stamp, as no programme starts at 11.42.
    :param single: whether it is one time, not a range.
    """
    if _POSTED_BEFORE.search(lower[max(0, at - 60) : at]):
        return TimeRole.POSTED
    # Before what people walk in to: who is welcome from Monday to Thursday is so at no gathering.
    around = sentence_before(lower, at, 60) + sentence_after(lower, end, 30)
    if _WEEKLY.search(around):
        return TimeRole.OPENING_HOURS
    clause, after = clause_before(lower, at), lower[end : end + 40]
    if _is_walk_in(clause, after):
        return TimeRole.WALK_IN
    if single and (
        _END_BEFORE.search(clause) or _END_AFTER.match(after) or _END_SAID_BEFORE.search(lower, max(0, at - 16), at)
    ):
        return TimeRole.END
    if _OPENING_HOURS.search(around):
        return TimeRole.OPENING_HOURS
    return TimeRole.POSTED if odd else TimeRole.PROGRAMME


def _is_walk_in(clause: str, after: str) -> bool:
    if _WALK_IN_BEFORE.search(clause) or _WALK_IN_AFTER.match(after):
        return True
    return _DOORS_BEFORE.search(clause) is not None and _OPEN_AFTER.match(after) is not None
