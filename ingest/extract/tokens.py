"""One pass over a block: its tokens, sentences, and which tokens may belong to a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, compress, pairwise

from ingest.extract.lexicon.folding import plain
from ingest.extract.remembering import Remembered
from ingest.extract.words import APOSTROPHES, classes_of, is_capital, is_dated
from ingest.page.model import Block

# Its parts begin with a set of characters where they can: one that does not fit is passed over at a glance. Most tokens
# are a word that nothing goes on from, so that is tried first.
TOKEN = re.compile(
    r"\w++(?![’'&/.\-@])|[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý]\.){0,3}(?=[ A-ZÀ-Ý-])|\w+(?:[’'&/.\-@]\w+)*|[’'‘`][tsnke](?=\s)|\S"
)
_PARTED = re.compile(rf"(?=\S)({TOKEN.pattern})")
_DIGIT = re.compile(r"\d")
_ENDERS = frozenset((".", "!", "?", "…"))
_CLOSERS = frozenset("'’\"”)]»")
_OPENERS = frozenset("\"“‘'(”’—–-[«")
_BREAKS = frozenset((":", "|", "?", "!", "•", ";"))
# No sentence is longer: without a full stop for so many tokens, a stretch is no sentence.
_LONGEST_SENTENCE = 200
_SHORT = frozenset(
    "dhr mevr mw dr drs prof ds ir mr ing bijv nr o.a e.a a.s jl st ca tel p.s u.a e.v.a resp jr sr max min blz".split()
)
# Tokens, and the steps from one to the next.
_Chunk = tuple[tuple[str, ...], tuple[int, ...]]


@dataclass(slots=True)
class Line:
    """The tokens of one block, as parallel lists; ``sentence`` numbers the sentence of each token.

    ``opens`` marks tokens whose capital may come from their position. ``runs`` are maximal capitalised stretches
    (half-open token ranges), ``lists`` groups of runs that stand in one enumeration. ``numbered`` says that a digit
    stands in it, ``dated`` a date, ``posted`` that it tells when the page was made. ``triggers`` is filled when it is
    first asked for.
    """

    index: int
    block: Block
    words: list[str]
    lows: list[str]
    begins: list[int]
    ends: list[int]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    opens: list[bool]
    capital: list[bool]
    classes: list[tuple[str, ...]]
    numbered: bool = False
    dated: bool = False
    posted: bool = False
    runs: list[tuple[int, int]] = field(default_factory=list)
    lists: list[list[tuple[int, int]]] = field(default_factory=list)
    triggers: list[int] = field(default_factory=list)

    def text(self, i: int, j: int) -> str:
        """The text of tokens ``i``–``j`` as the block writes it."""
        return self.block.text[self.begins[i] : self.ends[j - 1]]

    def key(self, i: int, j: int) -> str:
        """The folded words of tokens ``i``–``j``."""
        return plain(self.text(i, j))

    def sentence_text(self, i: int) -> str:
        """The sentence that holds token ``i``."""
        a, z = self.sentences[self.sentence[i]]
        return self.text(a, z)

    def quote(self, i: int, j: int) -> tuple[int, int]:
        """The stored span of the sentences that tokens ``i``–``j`` lie in."""
        a = self.sentences[self.sentence[i]][0]
        z = self.sentences[self.sentence[j - 1]][1]
        return self.block.span(self.begins[a], self.ends[z - 1])

    def token_at(self, offset: int) -> int:
        """The first token that ends after character ``offset`` of the block's text."""
        return min(bisect_right(self.ends, offset), len(self.ends) - 1)


def line_of(index: int, block: Block) -> Line:
    """The tokens of a block (at least one, or the line is empty)."""
    words, begins, ends = _tokens_of(block.text)
    lows, classes, capital = map(list, zip(*map(SEEN.__getitem__, words), strict=True)) if words else ([], [], [])
    sentence, sentences = _sentences(words, lows, begins, ends)
    numbered = _DIGIT.search(block.text) is not None
    return Line(
        index, block, words, lows, begins, ends, sentence, sentences,
        _opens(words, sentences), _capitals(words, capital), classes, numbered, numbered and is_dated(block.text),
    )  # fmt: skip


def _tokens_of(text: str) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a text, and where each begins and ends."""
    chunks = text.split()
    if not chunks or " ".join(chunks) != text:  # blanks of another kind, or several at once
        # Blanks and tokens by turns, from blank to blank: tokens stand at the odd places.
        parts = _PARTED.split(text)
        at = list(accumulate(map(len, parts)))
        return parts[1::2], at[:-1:2], at[1::2]
    words: list[str] = []
    steps = [-1]
    for tokens, sizes in map(_INSIDE.__getitem__, chunks[:-1]):
        words += tokens
        steps += sizes
    tokens, sizes = _LAST[chunks[-1]]
    words += tokens
    at = list(accumulate((*steps, *sizes)))
    return words, at[1::2], at[2::2]


def _chunk(chunk: str, behind: str) -> _Chunk:
    """The tokens of what stands between two blanks, and the steps from the end of what stands before them.

    Each token begins a step behind what stands before it, and ends a step further. ``behind``: the blank, or nothing
    at the end of the text; what is an initial depends on it.
    """
    if chunk.isalnum():  # as most are
        return (chunk,), (1, len(chunk))
    parts = _PARTED.split(chunk + behind)[:-1]
    return tuple(parts[1::2]), (1, *map(len, parts[1:]))


# Words come back from page to page, each with the few marks that stand behind it.
_INSIDE: Remembered[str, _Chunk] = Remembered(lambda chunk: _chunk(chunk, " "), 32_768)
_LAST: Remembered[str, _Chunk] = Remembered(lambda chunk: _chunk(chunk, ""), 8_192)


def _seen(word: str) -> tuple[str, tuple[str, ...], bool]:
    """A word in lower case, what it may head, and whether it may belong to a name by its capitals."""
    low = word.lower()
    if low == word:  # as most are: the same string then serves for both, which is one less to fetch
        low = word
    classes = classes_of(low)
    return low, classes, is_capital(word) and not _is_compound(word, classes)


SEEN = Remembered(_seen)


def _capitals(words: list[str], capital: list[bool]) -> list[bool]:
    """Which tokens may belong to a name: capitalised ones, and an apostrophe before one."""
    if not APOSTROPHES.isdisjoint(words):
        for q, word in enumerate(words[:-1]):
            if word in APOSTROPHES and words[q + 1][0].isupper():
                capital[q] = True
    return capital


def _is_compound(word: str, classes: tuple[str, ...]) -> bool:
    """``LOC-adviseur`` and ``LOC-tijdschrift`` are no parts of the names that follow them."""
    return (
        "-" in word
        and word[-1].islower()
        and word.rpartition("-")[2].islower()
        and ("role" in classes or "doc" in classes)
    )


def _sentences(
    words: list[str], lows: list[str], begins: list[int], ends: list[int]
) -> tuple[list[int], list[tuple[int, int]]]:
    starts = [0] if words else []
    n, end = len(words), 0
    for q in compress(range(n), map(_ENDERS.__contains__, words)):
        if q < end:
            continue
        if n > _LONGEST_SENTENCE:
            _cut_long(starts, end, q)
        end = q + 1
        # A straight quote closes what it touches; after a blank it opens the sentence that follows.
        while end < n and (words[end] in _ENDERS or (words[end] in _CLOSERS and begins[end] == ends[end - 1])):
            end += 1
        if end < n and _begins_sentence(words[end]) and not _abbreviates(words, lows, q):
            starts.append(end)
    if n > _LONGEST_SENTENCE:
        _cut_long(starts, end, n - 1)
    spans = list(pairwise((*starts, n)))
    sentence: list[int] = []
    for number, (a, z) in enumerate(spans):
        sentence += [number] * (z - a)
    return sentence, spans


def _cut_long(starts: list[int], low: int, high: int) -> None:
    """Begins a sentence wherever one grows too long between two tokens."""
    while starts and (at := max(low, starts[-1] + _LONGEST_SENTENCE)) <= high:
        starts.append(at)


def _begins_sentence(word: str) -> bool:
    head = word[0]
    return head.isupper() or head.isdigit() or head in "\"“‘'([«’"


def _abbreviates(words: list[str], lows: list[str], q: int) -> bool:
    if words[q] != "." or q == 0:
        return False
    return lows[q - 1] in _SHORT or (len(words[q - 1]) == 1 and words[q - 1].isupper())


def _opens(words: list[str], sentences: list[tuple[int, int]]) -> list[bool]:
    opens = [False] * len(words)
    last = len(words) - 1
    starts = [a for a, _ in sentences]
    starts += compress(range(1, len(words)), map(_BREAKS.__contains__, words))
    for q in starts:
        opens[q] = True
        while q < last and words[q] in _OPENERS:
            q += 1
            opens[q] = True
    return opens
