"""Times of day in Dutch text: ``find_times`` says what stands there, ``event_times`` when a programme runs."""

from ingest.extract.times.find import event_times, find_times, may_hold_times
from ingest.extract.times.mentions import TimeMention, TimeRole

__all__ = ["TimeMention", "TimeRole", "event_times", "find_times", "may_hold_times"]
