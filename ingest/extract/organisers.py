"""Whether an organisation is the one that organises in its sentence; a whole enumeration counts as one."""

from __future__ import annotations

import re

from ingest.extract.spans import list_of
from ingest.extract.tokens import Line

_VERBS = frozenset(
    "organiseert organiseerde organiseerden organiseren houdt hield houden hielden presenteert initieert belegt "
    "belegde".split()
)
_SET_UP = re.compile(r"georganiseerd|opgezet|bijeengeroepen|gehouden|voorbereid|geregeld|verzorgd")
_DONE = re.compile(r"georganiseerd|voorbereid|opgezet")
_SETS_UP = re.compile(r"^(?:zet|zetten|zette) (?:[\w-]+ ){1,4}op\b|^berei?d\w* (?:[\w-]+ ){1,3}voor\b")
_WITH = re.compile(r"georganiseerd|organiseren|organiseert")
_LABEL = re.compile(r"organis|initiatief", re.IGNORECASE)
_NOUN = re.compile(
    r"\borganisatie (?:ligt|is|was|lag|berust) (?:[\w-]+ ){0,4}(?:bij|van|door)\b"
    r"|\b(?:is|was) een organisatie van\b|\bin handen van\b"
)
_REACH = 12
_NOT_OBJECT = frozenset("in te op bij voor met over van".split())


def organising(line: Line, i: int, j: int) -> list[str]:
    """How the sentence says so: verb, inverted, by, with, label, also; empty when it does not."""
    runs = list_of(line, i)
    if runs is not None:
        i, j = min(i, runs[0][0]), max(j, runs[-1][1])
    a, z = line.sentences[line.sentence[min(i, len(line.sentence) - 1)]]
    sentence = " ".join(line.lows[a:z])
    before = line.lows[max(a, i - 6) : i]
    while before and before[-1] in ("de", "het", "’t", "onze"):
        before.pop()
    last = before[-1] if before else ""
    ways = []
    if _as_subject(line, j, z, sentence):
        ways.append("verb")
    if _inverted(line, before, max(a, i - 6)):
        ways.append("inverted")
    if last == "door" and _SET_UP.search(sentence):
        ways.append("by")
    if last == "met" and "samen" in before[-3:] and _WITH.search(sentence):
        ways.append("with")
    if line.block.label and _LABEL.match(line.block.label):
        ways.append("label")
    if "medeorganisator" in sentence:
        ways.append("also")
    if "organisatie" in sentence and _of_organisation(line, a, i):
        ways.append("noun")
    return ways


def _of_organisation(line: Line, a: int, i: int) -> bool:
    """``De organisatie ligt bij X``, ``is een organisatie van X``."""
    text = " ".join(line.lows[max(a, i - _REACH) : i]) if "organisatie" in line.lows[a:i] else ""
    return bool(text) and _NOUN.search(text) is not None


def _as_subject(line: Line, j: int, z: int, sentence: str) -> bool:
    """``X organiseert``, ``X had … georganiseerd``."""
    after = line.lows[j : min(z, j + 4)]
    if not after or after[0] == ",":
        return False
    if after[0] in ("had", "heeft", "hebben", "hadden") and _DONE.search(sentence):
        return True
    if _SETS_UP.match(" ".join(line.lows[j : min(z, j + 8)])):
        return True
    if _VERBS.isdisjoint(after):
        return False
    return any(low in _VERBS and not any(line.capital[j : j + q]) for q, low in enumerate(after))


def _inverted(line: Line, before: list[str], start: int) -> bool:
    if _VERBS.isdisjoint(before):
        return False
    for q in range(len(before) - 1, -1, -1):
        if before[q] in _VERBS:
            rest = before[q + 1 :]
            capitals = any(line.capital[start + x] for x in range(q + 1, len(before)))
            return not capitals and len(rest) < 3 and not _NOT_OBJECT.intersection(rest)
    return False
