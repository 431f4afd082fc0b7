"""Masking: what may not be stored is covered with █ at equal length, before anything is stored.

Covered are phone numbers (an organisation's landline in its own contact line may stay), e-mail addresses that are not
role addresses, and the names of people who asked to be forgotten. All offsets stay as they were. It lies here because
the ledger, the only door for writes, holds to it whoever comes in.
"""

from queries.masking.cover import COVER, forget, mask, mask_target, names_in, parts_in
from queries.masking.erased import ErasedNames, KeyedNames, PlainNames, first_digest, known_words, name_digest
from queries.masking.parts import Parts

__all__ = [
    "COVER",
    "ErasedNames",
    "KeyedNames",
    "Parts",
    "PlainNames",
    "first_digest",
    "forget",
    "known_words",
    "mask",
    "mask_target",
    "name_digest",
    "names_in",
    "parts_in",
]
