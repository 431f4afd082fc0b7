"""What has its time: new names, mergers, who joined and left, moves and ends, by words that leave no doubt.

A pass over a reading: it dates what was found, and adds what only such words state. A year that a date leaves out is
what the page says of years (``years``); where it says nothing, there is no date.
"""

from ingest.extract.in_time.adding import in_time

__all__ = ["in_time"]
