"""Whether a number or an hour in words is a time of day at all, by what stands around it."""

from __future__ import annotations

from ingest.extract.dates.words import MONTHS, WEEKDAY_NAMES
from ingest.extract.lazily import lazily
from ingest.extract.times.dayparts import AFTER

_LEAD = lazily(
    r"(?:\b(?:om|vanaf|tot|van|tussen|rond|omstreeks|tegen|circa|ca\.|aanvang|aanvangsuur|tijd|tijdstip|start|begin|"
    r"begint|einde|eind|eindigt|inloop|ontvangst|open|sluit|sluiting|klokslag|stipt|wanneer|voor|vóór)(?: is| om)?"
    r"[:.]?\s{1,12}"
    rf"|\b(?:{'|'.join(MONTHS)}|(?:19|20)\d\d|(?:{'|'.join(WEEKDAY_NAMES)})(?:avond|middag|ochtend)?)[,:]?\s(?:om\s)?"
    r"|[🕒🕑⏰🕐🕓🕔🕕🕖🕗🕘🕙]\s*)$"
)
_LINE_START = lazily(r"(?:^|\n)[ \t>•*|-]{0,8}$")
_CLAUSE_START = lazily(r"(?:^|[,;:(|·\n–-])\s*$")
_ITEM_AFTER = lazily(
    r"(?:[ \t]{2,}|\t|\s+(?:inloop|ontvangst|onthaal|opening|begin|start|welkom|afsluiting|einde))|\s*$"
)

_DURATION_AFTER = lazily(
    r" (?:per|in de (?:week|maand)|week|lang|later|eerder|geleden|rijden|lopen|reizen|vrijwilligers\w*|zorg\b|durend|"
    r"achter elkaar|aan \w+|of (?:langer|meer|acht)|extra|duren|duurt|duurde|voor\b(?! \d)|vooraf|daarvoor|daarna|"
    r"nodig|vrij|tijd\b|kosten|werk\w*)|[ -]?s(?:zorg|dienst)"
)
_DURATION_BEFORE = lazily(
    r"\b(?:duurt|duren|duurde|paar|ruim|ongeveer een|nog|binnen|elke|ieder|elk|na|in|gedurende|eerste|hele|half|een|"
    r"minimaal|maximaal|gemiddeld|zeker|bijna|wekelijks|al|over|anderhalf|om de|(?:cursus|sessie|training|les) van)\s$"
)
_NUMBERED_BEFORE = lazily(
    r"(?:[€§#+]\s?|\b(?:artikel|artikelen|art\.|versie|paragraaf|par\.|hoofdstuk|nummer|nr\.|kamer|zaal|tel\.?|telefoon|"
    r"fax|psalm|johannes|lucas|marcus|matteüs|mattheüs|genesis|romeinen|bladzijde|blz\.|pagina|p\.|groep)[ :]{1,2}"
    # A year may stand before a time, any other number makes both parts of one ("030 284 32 00").
    r"|\d[.,:/-]|(?<!19\d)(?<!20\d)\d[ ]|\d['’]|[a-z]\.|[/@_=])$"
)
_COUNTED_AFTER = lazily(
    r"\s?(?:%|€|euro|procent|miljoen|miljard|meter|km\b|kg\b|m2|m²|jaar|personen|mensen|liter|keer|graden)"
)


def told_by_lead(lower: str, at: int, end: int) -> bool:
    """Whether the word before, or its place on the line, makes a number a time of day."""
    before, after = lower[max(0, at - 24) : at], lower[end : end + 24]
    if _LEAD.search(before) or AFTER.match(after):
        return True
    if _LINE_START.search(before):
        return _ITEM_AFTER.match(after) is not None or lower.endswith(("00", "15", "30", "45", "uur"), at, end)
    whole_hours = lower[at : at + 2].isdigit() and lower.endswith("uur", at, end)
    return whole_hours and _CLAUSE_START.search(before) is not None


def is_duration(lower: str, at: int, end: int) -> bool:
    """Whether whole hours are how long something lasts ("duurt twee uur", "twintig uur per week")."""
    if _DURATION_AFTER.match(lower, end) and not AFTER.match(lower, end):
        return True
    return _DURATION_BEFORE.search(lower[max(0, at - 20) : at]) is not None


def is_number_of_something(lower: str, at: int, end: int) -> bool:
    """Whether a number belongs to an amount, an article, a phone number, a verse or a version."""
    return bool(_NUMBERED_BEFORE.search(lower[max(0, at - 14) : at]) or _COUNTED_AFTER.match(lower, end))
