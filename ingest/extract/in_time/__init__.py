"""What has its time: new names, mergers, who joined and left, moves and ends, by words that leave no doubt.

A pass over a reading: it dates what was found, and adds what only such words state. Dates need their year.
"""

from ingest.extract.in_time.adding import in_time

__all__ = ["in_time"]
