"""What stands around a time: whether it is one at all, which half of the day it is in, and what it is for."""

from __future__ import annotations

import re

from ingest.extract.times.mentions import TimeRole

_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n|\n(?=\s*[-•*>])")
_CLAUSE_END = re.compile(r"[,;()\n·|]|\. ")

_LEAD = re.compile(
    r"(?:\b(?:om|vanaf|tot|van|tussen|rond|omstreeks|tegen|circa|ca\.|aanvang|aanvangsuur|tijd|tijdstip|start|begin|begint|einde|eind|"
    r"inloop|ontvangst|open|sluiting|klokslag|stipt|wanneer|voor|vóór)(?: is| om)?[:.]?\s{1,12}"
    r"|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:19|20)\d\d"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:avond|middag|ochtend)?)[,:]?\s(?:om\s)?|[🕒🕑⏰🕐🕓🕔]\s*)$"
)
_LINE_START = re.compile(r"(?:^|\n)[ \t>•*|-]{0,8}$")
_CLAUSE_START = re.compile(r"(?:^|[,;:(|·\n–-])\s*$")
_DAYPART_AFTER = re.compile(
    r"(?: uur)?,? (?:(?:['’‘`´]s |s )(?P<adverb>morgens|ochtends|middags|avonds|nachts)|in de (?P<noun>vroege ochtend|ochtend|morgen|middag|avond|nacht))"
)
_DAYPART = re.compile(r"(?P<part>ochtend|morgens|vanmorgen|middag|avond|nacht)")
_TIME_ITEM_AFTER = re.compile(
    r"(?:[ \t]{2,}|\t|\s+(?:inloop|ontvangst|onthaal|opening|begin|start|welkom|afsluiting|einde))|\s*$"
)

_DURATION_AFTER = re.compile(
    r" (?:per|in de (?:week|maand)|week|lang|later|eerder|geleden|rijden|lopen|reizen|vrijwilligers\w*|zorg\b|durend|achter elkaar|aan \w+|"
    r"of (?:langer|meer|acht)|extra|duren|duurt|duurde|voor\b(?! \d)|vooraf|daarvoor|daarna|nodig|vrij|tijd\b|kosten|werk\w*)|[ -]?s(?:zorg|dienst)"
)
_DURATION_BEFORE = re.compile(
    r"\b(?:duurt|duren|duurde|paar|ruim|ongeveer een|nog|binnen|elke|ieder|elk|na|in|gedurende|eerste|hele|half|"
    r"een|minimaal|maximaal|gemiddeld|zeker|bijna|wekelijks|al|over|anderhalf|om de|cursus van|sessie van|training van|les van)\s$"
)
_NUMBERED_BEFORE = re.compile(
    r"(?:[€§#+]\s?|\b(?:artikel|artikelen|art\.|versie|paragraaf|par\.|hoofdstuk|nummer|nr\.|kamer|zaal|tel\.?|telefoon|fax|"
    r"psalm|johannes|lucas|marcus|matteüs|mattheüs|genesis|romeinen|bladzijde|blz\.|pagina|p\.|groep)[ :]{1,2}|\d[ .,:/-]|\d['’]|[a-z]\.|[/@_=])$"
)
_COUNTED_AFTER = re.compile(
    r"\s?(?:%|€|euro|procent|miljoen|miljard|meter|km\b|kg\b|m2|m²|jaar|personen|mensen|liter|keer|graden)"
)

_WALK_IN = r"(?:inloop|inlopen|binnenlopen|binnenkomst|ontvangst|onthaal|registratie|zaal (?:is |gaat )?open|deur(?:en)?,? (?:is |zijn |gaat |gaan )?(?:al )?open|open vanaf|welkom vanaf|koffie (?:en thee )?staa[nt] klaar|koffie staat)"
_WALK_IN_BEFORE = re.compile(rf"\b{_WALK_IN}\b[^,;()\n]{{0,22}}$")
_DOORS_BEFORE = re.compile(r"\b(?:deur(?:en)?|zaal) (?:is|zijn|gaat|gaan)\b[^,;()\n]{0,16}$")
_WALK_IN_AFTER = re.compile(rf"[ \t\xa0:–|-]{{0,6}}(?:is |de |begint |kan |gaat |gaan ){{0,3}}(?:{_WALK_IN}|open\b)")
_END_BEFORE = re.compile(
    r"\b(?:eind|einde|eindigt|eindigen|sluit|sluiten|sluiting|afsluiting|afloop|uiterlijk|(?<!van )tot)\b[^,;()\d]{0,16}$"
)
_END_AFTER = re.compile(r"[ \t\xa0:–|-]{1,6}(?:afsluiting|einde|sluiting|afronding|gaat het licht uit)\b")
_OPENING_HOURS = re.compile(
    r"\b(?:bel|belt|bellen|bereikbaar|telefonisch|telefoon|helpdesk|vraagbaak|openingstijden|openingsuren|receptie|balie|"
    r"(?:is|zijn) (?:dagelijks )?geopend|dagelijks|werkdagen|(?:maan|dins|woens|donder)dag (?:tot en met|t/m|tot) (?:woens|donder|vrij|zater|zon)dag)\b"
)
_POSTED_BEFORE = re.compile(r"\b(?:geplaatst|gepubliceerd|bijgewerkt|gewijzigd|published|aangemaakt)\b[^\n]{0,50}$")


def told_by_lead(lower: str, at: int, end: int) -> bool:
    """Whether the word before, or its place on the line, makes a number a time of day."""
    before = lower[max(0, at - 24) : at]
    if _LEAD.search(before):
        return True
    after = lower[end : end + 24]
    if _DAYPART_AFTER.match(after):
        return True
    if _LINE_START.search(before):
        return _TIME_ITEM_AFTER.match(after) is not None or lower[end - 2 : end] in ("00", "15", "30", "45", "ur")
    return (
        lower[at].isdigit()
        and lower[at : at + 2].isdigit()
        and lower[:end].endswith("uur")
        and bool(_CLAUSE_START.search(before))
    )


def is_duration(lower: str, at: int, end: int) -> bool:
    """Whether whole hours are how long something lasts ("duurt twee uur", "twintig uur per week")."""
    if _DURATION_AFTER.match(lower, end) and not _DAYPART_AFTER.match(lower, end):
        return True
    return _DURATION_BEFORE.search(lower[max(0, at - 20) : at]) is not None


def is_number_of_something(lower: str, at: int, end: int) -> bool:
    """Whether a number belongs to an amount, an article, a phone number, a verse or a version."""
    return bool(_NUMBERED_BEFORE.search(lower[max(0, at - 14) : at]) or _COUNTED_AFTER.match(lower, end))


def daypart_hours(lower: str, at: int, end: int, minutes: int, *, exact: bool) -> int:
    """Minutes since midnight of a dial time, by the part of the day that is named near it.

    Without one, a time before eight on the dial is in the afternoon or evening, unless it is written in digits.
    """
    after = _DAYPART_AFTER.match(lower, end)
    if after is not None:
        part = after["adverb"] or after["noun"]
    elif exact:
        return minutes
    else:
        parts = _DAYPART.findall(_sentence_before(lower, at))
        part = parts[-1] if parts else ""
    if "avond" in part:
        return minutes + 12 * 60 if minutes < 12 * 60 else minutes
    if "middag" in part:
        return minutes + 12 * 60 if minutes < 7 * 60 else minutes
    if part:
        return minutes % (12 * 60) if "nacht" in part else minutes
    return minutes + 12 * 60 if minutes < 8 * 60 else minutes


def _sentence_before(lower: str, at: int) -> str:
    before = lower[max(0, at - 90) : at]
    ends = list(_SENTENCE_END.finditer(before))
    return before[ends[-1].end() :] if ends else before


def role_of(lower: str, at: int, end: int, *, odd: bool, single: bool) -> TimeRole:
    """What a time is for, by the words of its own clause and sentence; ``odd`` minutes are those of a time stamp."""
    before, after = lower[max(0, at - 60) : at], lower[end : end + 40]
    if _POSTED_BEFORE.search(before):
        return TimeRole.POSTED
    clause = before[max((m.end() for m in _CLAUSE_END.finditer(before)), default=0) :]
    if _WALK_IN_BEFORE.search(clause) or _WALK_IN_AFTER.match(after):
        return TimeRole.WALK_IN
    if _DOORS_BEFORE.search(clause) and re.match(r"[^,;()\n]{0,12}open\b", after):
        return TimeRole.WALK_IN
    if single and (_END_BEFORE.search(clause) or _END_AFTER.match(after)):
        return TimeRole.END
    sentence = _sentence_before(lower, at) + lower[end : end + 60].split("\n")[0].split(". ")[0]
    if _OPENING_HOURS.search(sentence):
        return TimeRole.OPENING_HOURS
    return TimeRole.POSTED if odd else TimeRole.PROGRAMME
