"""Initiatives of a sort that a page names with and without a capital: ``Voorzorgcirkels``, ``de voorzorgcirkels``."""

from __future__ import annotations

from ingest.extract.kinds import Thing
from ingest.extract.structure import Sheet
from ingest.extract.words import classes_of

_ENDS = ("", "s", "en")


def add_lower_case(sheet: Sheet, things: list[Thing]) -> None:
    """Adds to one-word initiatives named by their sort the places where the word stands in lower case."""
    for thing in things:
        if thing.kind != "Initiative" or " " in thing.key or "init" not in classes_of(thing.name.lower()):
            continue
        low = thing.name.lower()
        stem = low[:-2] if low.endswith("en") else low.removesuffix("s")
        forms = {stem + end for end in _ENDS}
        spots = {(at, q, q + 1) for form in forms for at, q in sheet.places_of(form)}
        thing.spots = sorted({*thing.spots, *spots})
        for form in sorted(forms):
            if sheet.counts[form]:
                thing.names.setdefault(form, 1)
                thing.keys += [form] if form not in thing.keys else []
