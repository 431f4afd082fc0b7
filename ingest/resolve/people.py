"""How two names of people relate."""

from __future__ import annotations

import re

from graph_model.surnames import is_rare, load_common_surnames
from ingest.resolve.features import Feature, World
from ingest.resolve.names import FullName
from ingest.resolve.naming import edits

_MANY = 4
"""A first name that so many bear tells nobody."""
_NOTHING = Feature("name", -8.0, "de namen verschillen")
# Letters that Dutch first and last names spell at will, folded to one.
_SOUNDS = (
    (re.compile(r"sch|sj"), "s"), (re.compile(r"ph"), "f"), (re.compile(r"th"), "t"),
    (re.compile(r"c[kq]|ck|k|c(?![eiy])|q"), "k"), (re.compile(r"ij|ei|y|ie|i"), "i"), (re.compile(r"z|c"), "s"),
    (re.compile(r"ae|aa"), "a"), (re.compile(r"oe|ou|au"), "u"), (re.compile(r"ee"), "e"), (re.compile(r"oo"), "o"),
    (re.compile(r"uu|ue"), "u"), (re.compile(r"dt|d\b"), "t"), (re.compile(r"(.)\1"), r"\1"),
)  # fmt: skip


def sounded(word: str) -> str:
    """A word as it sounds: Lucas and Lukas, Schmidt and Smit, Dijk and Dyck come close."""
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


def compare_people(a: FullName, b: FullName, world: World) -> Feature:
    """The one feature that says how two names of people relate."""
    if not a.bare or not b.bare:
        return _first_name_alone(a, b)
    surname = _surnames(a, b)
    if surname is None:
        return _NOTHING
    first = _first_names(a, b)
    if first is None:
        return _NOTHING
    points, words = surname[0] + first[0], "; ".join(filter(None, (first[1], surname[1]))) or "heten gelijk"
    common = not is_rare(" ".join(("eva", a.bare)), load_common_surnames())
    if common:
        points -= 3.0 if world.first_names[(a.first or b.first or ("",))[0]] >= _MANY else 2.4
        words += "; de achternaam komt veel voor"
    return Feature("name", points, words)


def _first_name_alone(a: FullName, b: FullName) -> Feature:
    if not a.first or not b.first or a.first[0] != b.first[0] or len(a.first[0]) < 3:
        return _NOTHING
    name = a.first[0]
    return Feature(
        "first_name", -0.4 if len(name) > 3 else -1.5, f"van de een is alleen de voornaam {name.title()} bekend"
    )


def _surnames(a: FullName, b: FullName) -> tuple[float, str] | None:
    if a.surname == b.surname:
        return 2.5, ""
    if a.bare == b.bare:
        return 2.0, "het tussenvoegsel verschilt"
    if a.surnames & b.surnames:
        return 1.0, "de een heeft een dubbele achternaam"
    if sounded(a.bare) == sounded(b.bare) and len(a.bare) > 3:
        return 1.0, "de achternaam klinkt gelijk"
    if edits(a.bare, b.bare) == 1 and min(len(a.bare), len(b.bare)) > 5:
        return 0.5, "de achternaam verschilt één letter"
    return None


def _first_names(a: FullName, b: FullName) -> tuple[float, str] | None:
    if not a.first or not b.first:
        return -1.5, "van de een is alleen de achternaam bekend"
    x, y = a.first[0], b.first[0]
    if a.first == b.first:
        return 2.0, ""
    if x == y:
        return 1.5, "de een heeft meer voornamen"
    if _are_initials(a.first) or _are_initials(b.first):
        fits = a.initial == b.initial
        return (-0.5, f"van de een is alleen de voorletter {a.initial.upper()} bekend") if fits else None
    if sounded(x) == sounded(y) or sounded(x.replace("c", "k")) == sounded(y.replace("c", "k")):  # Cees, Kees
        return 1.0, f"{x.title()} en {y.title()} klinken gelijk"
    if _is_short_form(x, y) or _is_short_form(y, x):
        return 0.0, f"{x.title()} en {y.title()} kunnen dezelfde voornaam zijn"
    if x[0] == y[0] and edits(x, y) == 1 and min(len(x), len(y)) > 4:
        return 0.5, "de voornaam verschilt één letter"
    return None


def _are_initials(first: tuple[str, ...]) -> bool:
    return all(len(word) == 1 for word in first) or (len(first) == 1 and len(first[0]) < 4 and not _has_vowel(first[0]))


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouy" for letter in word)


def _is_short_form(short: str, long: str) -> bool:
    return 2 < len(short) < len(long) and (long.startswith(short) or long.endswith(short))
