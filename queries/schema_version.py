"""The version of the form in which a ledger is stored, and what may be done with a store of another version."""

from __future__ import annotations

from graph_model.errors import GraphUnavailable

SCHEMA = 1
"""Goes up with every change of form, and of folding, together with a migration (``queries.backup.migrations``)."""


def version_of(stored: object) -> int:
    """The version that ``(:Ledger).schema`` tells; before versions had numbers it held a hash: that is the first."""
    return stored if isinstance(stored, int) else 1


def check_schema(stored: object, where: str) -> None:
    """Go on only with a store of our own version.

    :raises GraphUnavailable: with what to do about it.
    """
    found = version_of(stored)
    if found > SCHEMA:
        raise GraphUnavailable(
            f"Deze graaf is gemaakt door een nieuwere versie van Samenspel (vorm {found}; deze versie kent vorm "
            f"{SCHEMA}): werk Samenspel bij.", where,
        )  # fmt: skip
    if found < SCHEMA:
        raise GraphUnavailable(
            f"Deze graaf heeft nog een oudere vorm ({found}; nu {SCHEMA}). Maak een back-up en zet die terug, dan "
            "krijgt zij de nieuwe: samenspel backup BESTAND, en daarna samenspel restore BESTAND.", where,
        )  # fmt: skip
