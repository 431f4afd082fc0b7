"""Facts by hand: checked, masked and held to the same policy as what pages say."""

from ingest.by_hand.facts import Fact, add, take_back

__all__ = ["Fact", "add", "take_back"]
