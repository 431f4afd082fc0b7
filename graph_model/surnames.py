"""Rare names: which people may be taken for one by their name alone.

A full name is rare when its first name is written out and its surname is not on our own list of common ones.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

# Names that follow a first name as part of it ("Jan Willem Bakker"), folded.
_FURTHER_FIRST_NAMES = frozenset(
    "aart adriaan albert alexander alida andre andrea anna anne annie anton antonius arie barend bart bas ben bernard "
    "bert carla carolina catharina chris christina christine cor cornelia cornelis daan dirk eduard elisabeth ellen "
    "els emma eric erik ernst eva evert ferdinand frans fred frederik geert gerard gerda gerrit gijs grietje hanna "
    "hannah hans harm heleen helena hendrik hendrika henk henri herman hugo ineke ingrid jaap jacob jacoba jacobus jan "
    "janna jeroen jo joan johan johanna johannes jos jose josef joseph joost judith julia karel karin kees klaas laura "
    "leo lies lisa liesbeth lieve lotte louis louise luc lucas lucia luis maarten magdalena marcel margaretha margriet "
    "maria marianne marie marij marijke marjan mark martha martin martijn mathijs maurits max mees michael michiel "
    "mieke mohamed mohammed monique nel nico nicolaas nienke olga otto paul pauline peter petra philip piet pieter pim "
    "quirijn rene ria rien rik rita rob robert roel ruth ruud sara simon sofie sophie stefan susanna suzanne sybren "
    "teun theo thijs thomas tim tom toon truus vera victor vincent wiebe wil willem willemien wim wout xander "
    "yvonne".split()
)
# A name that begins with one of these is a surname alone.
_PARTICLES = frozenset("aan al da de del den der di dos el het in la le op s t te ten ter uit van von".split())
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1)
def load_common_surnames() -> frozenset[str]:
    """The common surnames of our own list, folded; it ships with the package and is read once."""
    text = files("graph_model").joinpath("data/common_surnames.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_rare(folded_full_name: str, common: frozenset[str]) -> bool:
    """Whether so few people bear this name that it tells one person.

    :param folded_full_name: as ``graph_model.names.fold_person`` gives it. Of a double surname the whole counts: each
        part may be common.
    :param common: folded surnames that many people bear.
    """
    if folded_full_name in common:  # a surname of several words, without a first name
        return False
    first, *rest = folded_full_name.split() or [""]
    surname = _surname(rest)
    return _is_written_out(first) and surname not in common and surname not in _FURTHER_FIRST_NAMES and surname != ""


def _surname(words: list[str]) -> str:
    """What is left after further first names and initials; the last word always stays."""
    start = 0
    while start < len(words) - 1 and (words[start] in _FURTHER_FIRST_NAMES or _is_initial(words[start])):
        start += 1
    return " ".join(words[start:])


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word not in _PARTICLES


def _is_written_out(first: str) -> bool:
    """Whether it is a first name, and more than initials: "jw" and "th" have no vowel between their letters."""
    if len(first) < 2 or first in _PARTICLES:
        return False
    return not _VOWELS.isdisjoint(first) and (len(first) > 2 or first[0] != first[1])
