"""The time zone of all clock times, as a calendar has to carry it: Dutch summer time as it has been since 1981."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

ZONE = ZoneInfo("Europe/Amsterdam")
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def timezone() -> Timezone:
    """The zone with its rules, in a form that does not depend on the machine."""
    made = Timezone()
    made.add("tzid", str(ZONE))
    summer = TimezoneDaylight()
    _rule(summer, "CEST", "19810329T020000", _WINTER, _SUMMER, "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")
    winter = TimezoneStandard()
    _rule(winter, "CET", "19961027T030000", _SUMMER, _WINTER, "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
    earlier = TimezoneStandard()
    until = "FREQ=YEARLY;UNTIL=19950924T010000Z;BYDAY=-1SU;BYMONTH=9"
    _rule(earlier, "CET", "19810927T030000", _SUMMER, _WINTER, until)
    for part in (summer, winter, earlier):
        made.add_component(part)
    return made


def _rule(
    part: TimezoneDaylight | TimezoneStandard, name: str, first: str, before: timedelta, after: timedelta, rule: str
) -> None:
    part.add("dtstart", datetime.fromisoformat(first))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("tzname", name)
    part.add("rrule", vRecur.from_ical(rule))
