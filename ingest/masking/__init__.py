"""Masking: what may not be stored is covered with █ at equal length, before anything is stored.

Covered are phone numbers (an organisation's landline in its own contact line may stay), e-mail addresses that are not
role addresses, and the names of people who asked to be forgotten. All offsets stay as they were.
"""

from ingest.masking.cover import COVER, mask, mask_target
from ingest.masking.erased import ErasedNames, KeyedNames, name_digest

__all__ = ["COVER", "ErasedNames", "KeyedNames", "mask", "mask_target", "name_digest"]
