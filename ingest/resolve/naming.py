"""How two names of organisations, gatherings, places or themes relate."""

from __future__ import annotations

import math
from dataclasses import replace

from rapidfuzz.distance import DamerauLevenshtein

from graph_model.names import fold
from graph_model.ordinary import is_ordinary
from ingest.extract.lexicon import lexicon
from ingest.gazetteer import load
from ingest.resolve.features import Feature, World
from ingest.resolve.names import Name, is_mark, words_of

NOTHING = Feature("name", -4.5, "de namen lijken niet op elkaar")
_MOST_EDITS = 3


def compare_names(a: Name, b: Name, world: World, places: tuple[frozenset[str], frozenset[str]]) -> Feature:
    """The one feature that says most of how two names relate.

    :param places: the folded names of the places where either thing is.
    """
    if a.solid == b.solid:
        points = 5.0 if len(a.tokens) > 1 else -1.0 if is_ordinary(f"organisation|{a.solid}") else 2.0
        return Feature("name", points, "heten gelijk")
    acronym = _acronym(a, b) or _acronym(b, a)
    if acronym:
        return acronym
    if _is_compound(a, b) or _is_compound(b, a):
        return Feature("spelling", 4.0, f"{a.text} en {b.text} zijn dezelfde woorden anders geschikt")
    left, right, misspelt = _differences(a, b)
    if left and right:
        return _both_differ(a, b, left, right, world)
    if not (left or right):
        return _misspelt(a, b, misspelt, world)
    shorter, longer, extra, home = (a, b, right, places[0]) if right else (b, a, left, places[1])
    found = _contained(shorter, longer, extra, home, world)
    if not misspelt:
        return found
    less = 2.0 + 3.0 * any(x[0] != y[0] for x, y in misspelt)
    return replace(found, points=found.points - less, words=f"{found.words}, op de spelling na")


def _is_compound(one: Name, parted: Name) -> bool:
    """Whether the one name is the words of the other in one: "Mantelzorgdag", "Dag van de Mantelzorg"."""
    words = [word for word in parted.tokens if word not in words_of("small")]
    return len(one.tokens) == 1 and len(words) == 2 and one.solid == f"{words[1]}{words[0]}"


def _acronym(short: Name, long: Name) -> Feature | None:
    if len(short.tokens) != 1 or len(long.tokens) < 2 or not 2 <= len(short.solid) <= 7:
        return None
    if short.solid not in long.initials:
        return None
    points = {2: 0.5, 3: 3.0}.get(len(short.solid), 4.0) + (0.5 if short.short else -1.5)
    return Feature("acronym", points, f"{short.text} zijn de beginletters van {long.text}")


def _differences(a: Name, b: Name) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """The words of each name that the other lacks, and the words that are each other misspelt."""
    left, right = list(a.tokens), list(b.tokens)
    for word in a.tokens:
        if word in right:
            left.remove(word)
            right.remove(word)
    misspelt = []
    for word in list(left):
        twin = next((other for other in right if _is_misspelling(word, other)), None)
        if twin:
            left.remove(word)
            right.remove(twin)
            misspelt.append((word, twin))
    small = words_of("small")
    left, right = ([w for w in words if w not in small] for words in (left, right))
    parted = len(a.tokens) != len(b.tokens) and len(a.solid) > 7 and a.marks == b.marks
    if (left or right) and parted and edits(a.solid, b.solid) == 1:
        return [], [], [(a.solid, b.solid)]  # "Laef hoes", "Laefhoos"
    return left, right, misspelt


def _is_misspelling(a: str, b: str) -> bool:
    if is_mark(a) or is_mark(b):
        return False
    if is_form_of(a, b) or is_form_of(b, a):
        return True
    return edits(a, b) <= _allowed(min(len(a), len(b)))


def edits(a: str, b: str) -> int:
    """How many letters must change, come, go or trade places; more than three counts as four."""
    return DamerauLevenshtein.distance(a, b, score_cutoff=_MOST_EDITS)


def _allowed(length: int) -> int:
    return 0 if length < 4 else 1 if length < 9 else 2


def _misspelt(a: Name, b: Name, misspelt: list[tuple[str, str]], world: World) -> Feature:
    """Names that differ by letters alone."""
    if a.places != b.places and len(a.places) == len(b.places):
        return Feature("place_in_name", -7.0, "de namen noemen verschillende plaatsen")
    changed = sum(1 if is_form_of(x, y) or is_form_of(y, x) else edits(x, y) for x, y in misspelt)
    length = min(len(x) for pair in misspelt for x in pair) if misspelt else len(a.solid)
    points = 4.5 - changed + min(2.0, (length - 6) * 0.3)
    points += min(1.5, 0.5 * (len(a.core | b.core) - 1))
    points -= 2.0 * any(x[0] != y[0] for x, y in misspelt)  # who mistypes seldom does so at once
    if misspelt and all(_both_are_words(x, y, world) for x, y in misspelt):
        points -= 4.0
    if not (a.core - _sorts() or b.core - _sorts()) or any({x, y} & _sorts() for x, y in misspelt):
        points -= 3.0  # "Dorpshuus" is any dorpshuis
    if not misspelt:
        return Feature("spelling", 4.5, "de namen verschillen alleen in een klein woord")
    return Feature("spelling", points, f"{a.text} en {b.text} verschillen {_letters(changed)}")


def _sorts() -> frozenset[str]:
    """Words that say what something is, which many are."""
    return words_of("sort") | words_of("house") | words_of("form")


def _letters(number: int) -> str:
    return "één letter" if number == 1 else f"{number} letters"


def _both_are_words(a: str, b: str, world: World) -> bool:
    """Whether two spellings are rather two words, and no forms of one: both are known, or stand in several names."""
    if is_form_of(a, b) or is_form_of(b, a):
        return False
    known = lexicon().words
    if (world.words[a] > 1 or a in known) and (world.words[b] > 1 or b in known):
        return True
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    return start > 3 and a[start:] in known and b[start:] in known and min(len(a), len(b)) > start + 3


def is_form_of(long: str, short: str) -> bool:
    """Whether a word is the plural of another, or written a little fuller: "initiatieven", "gemeenschappen"."""
    if len(short) < 4 or len(long) <= len(short):
        return False
    stems = (short, short[:-1] + {"f": "v", "s": "z"}.get(short[-1], short[-1]), short + short[-1])
    return any(long in (stem + "en", stem + "e", short + "s", short + "n") for stem in stems)


def _contained(shorter: Name, longer: Name, extra: list[str], home: frozenset[str], world: World) -> Feature:
    """One name is the other with more words to it."""
    rest = [word for word in extra if word not in longer.places]
    named = "".join(extra)
    if not shorter.core and not shorter.places:
        return Feature("containment", -2.0, f"{shorter.text} zegt te weinig om {longer.text} te zijn")
    if any(word in words_of("part") or word.endswith(("raad", "commissie", "fonds")) for word in rest):
        return Feature("part", -5.0, f"{longer.text} lijkt een onderdeel van {shorter.text}")
    if any(is_mark(word) for word in rest):
        return Feature("mark", -3.0, f"{longer.text} lijkt er een van meer naast {shorter.text}")
    if any(word in words_of("sort") for word in rest):
        return Feature("sort", -1.0, f"{longer.text} noemt een soort die {shorter.text} niet noemt")
    places = longer.places - shorter.places
    if places:
        return _place_more(shorter, longer, places, home, world)
    points = _telling(shorter, world)
    if any(word in words_of("house") for word in rest) and all(_only_describes(word) for word in rest):
        return Feature("form", points, f"{longer.text} is {shorter.text} met een soortwoord ({' '.join(extra)})")
    if all(word in words_of("form") for word in rest):
        return Feature("form", points + 1.0, f"{longer.text} is {shorter.text} met een soortwoord ({' '.join(extra)})")
    # "Mensenlinq" and "Mensenlinqs" were misspellings; a word more is more than a letter.
    points -= 1.5 + 0.7 * (len(rest) - 1)
    return Feature("containment", points, f"{longer.text} bevat {shorter.text}") if named else NOTHING


def _only_describes(word: str) -> bool:
    return word in words_of("form") or word in words_of("house")


def _place_more(shorter: Name, longer: Name, places: frozenset[str], home: frozenset[str], world: World) -> Feature:
    where = " ".join(sorted(places))
    if home and not any(_is_near(place, home) for place in places):
        return Feature("place_in_name", -4.0, f"{longer.text} noemt een plaats waar {shorter.text} niet is")
    points = _telling(shorter, world) - (0.0 if home else 3.0)
    return Feature("place_in_name", points, f"{longer.text} is {shorter.text} met de plaats erbij ({where})")


def _is_near(place: str, home: frozenset[str]) -> bool:
    """Whether a place is home, is short for it, or lies in it by the list of places."""
    if any(known.startswith(place) for known in home):
        return True
    return any(fold(entry.municipality).replace(" ", "") in home for entry in load().candidates(place))


def _telling(name: Name, world: World) -> float:
    """How much it says that a name has these words: rare words say most."""
    words = name.core or name.places
    rarest = min((world.words[word] for word in words), default=99)
    points = 4.0 - 1.2 * math.log2(max(1, rarest - 1))
    if not name.core:
        points -= 2.0  # nothing but a place
    if all(word in words_of("sort") for word in words):
        points -= 3.0
    return max(-2.0, points)


def _both_differ(a: Name, b: Name, left: list[str], right: list[str], world: World) -> Feature:
    """Each name has words that the other lacks."""
    if (set(left) & a.places and set(right) & b.places) or (a.places - b.places and b.places - a.places):
        return Feature("place_in_name", -7.0, "de namen noemen verschillende plaatsen")
    if a.marks - b.marks and b.marks - a.marks:
        told = f"{' '.join(sorted(a.marks - b.marks))} en {' '.join(sorted(b.marks - a.marks))}"
        return Feature("mark", -8.0, f"de namen zetten zich van elkaar af ({told})")
    shared = [word for word in a.tokens if word in b.tokens and word not in words_of("small")]
    if not shared:
        called = {word for word in a.tokens if word in b.initials} | {word for word in b.tokens if word in a.initials}
        if any(len(word) > 2 for word in called):
            return Feature("acronym", 0.0, f"de een heet naar de beginletters van de ander ({' '.join(called)})")
        return NOTHING
    weight = {word: _weight(word, world) for word in {*shared, *left, *right}}
    overlap = sum(weight[word] for word in set(shared)) / sum(weight.values())
    only_form = all(word in words_of("form") for word in (*left, *right)) and a.core & b.core
    points = _telling(a, world) + 0.5 if only_form else 7.0 * overlap - 5.5
    if a.tokens[0] == b.tokens[0] and a.text.split()[0].isupper() and len(a.tokens[0]) > 1:
        points += 2.5  # "LOC Zeggenschap in zorg", "LOC Waardevolle zorg"
    return Feature("overlap", points, f"de namen hebben gemeen: {' '.join(shared)}")


def _weight(word: str, world: World) -> float:
    if word in words_of("form"):
        return 0.3
    return 1.0 / (1.0 + 0.5 * math.log2(max(1, world.words[word])))
