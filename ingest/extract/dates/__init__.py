"""Dates in Dutch text: ``find_dates`` says what stands there, ``Calendar`` which days of which years are meant."""

from ingest.extract.dates.calendar import Calendar, Meant, YearFrom
from ingest.extract.dates.find import find_dates
from ingest.extract.dates.iso import edtf_of
from ingest.extract.dates.mentions import Bound, DateMention, DateParts, Relative, Unit
from ingest.extract.dates.tense import Tense, tense_at, tense_of

__all__ = [
    "Bound",
    "Calendar",
    "DateMention",
    "DateParts",
    "Meant",
    "Relative",
    "Tense",
    "Unit",
    "YearFrom",
    "edtf_of",
    "find_dates",
    "tense_at",
    "tense_of",
]
