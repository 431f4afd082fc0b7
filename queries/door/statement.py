"""What a stranger's Cypher may not hold, by its words alone; the engine's own rights and plan come after this.

These rules say in Dutch what is refused and why. That nothing is written or fetched rests on the engine as well: on
rights (embedded), or on the access mode and the plan (Neo4j).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph_model.errors import BadQuestion, NotAllowed
from queries.constraints import SEARCH_LABEL, UNIQUE
from queries.door.tokens import Token, tokens

LONGEST = 10_000
"""Characters of a question."""

LEDGER = frozenset(UNIQUE) - {SEARCH_LABEL}
PROCEDURES = frozenset({"db.index.fulltext.queryNodes", "db.labels", "db.relationshipTypes"})

_LEDGER_FOLDED = frozenset(label.casefold() for label in LEDGER)
_PROCEDURES_FOLDED = frozenset(name.casefold() for name in PROCEDURES)
# Functions of the language itself whose name has a point in it; all others run code that somebody installed.
_NAMESPACES = frozenset("date datetime duration localdatetime localtime point time vector".split())
_WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "INSERT")
_FETCHING = ("LOAD",)
_GOVERNING = (
    "ALTER", "CYPHER", "DEALLOCATE", "DENY", "DRYRUN", "ENABLE", "EXPLAIN", "GRANT", "PROFILE", "RENAME", "REVOKE",
    "SHOW", "START", "STOP", "TERMINATE", "USE",
)  # fmt: skip
_BEGINS = ("MATCH", "OPTIONAL", "RETURN", "WITH", "UNWIND", "CALL", "LET", "FOR", "FILTER", *_WRITING, *_FETCHING)
_BY_ID = ("ID", "ELEMENTID")
_MOST_IN_RANGE = 1_000_000


def statement(text: str) -> str:
    """The one statement that the text is, without the semicolon at its end.

    :raises BadQuestion: it is no question. :raises NotAllowed: it asks for what this door does not give.
    """
    if len(text) > LONGEST:
        raise BadQuestion(f"Deze vraag is te lang: hoogstens {LONGEST} tekens.")
    if not text.isprintable() and any(0xD800 <= ord(sign) <= 0xDFFF for sign in text):
        raise BadQuestion("In deze vraag staat een half teken.")
    if re.search(r"\\u+[0-9a-fA-F]", text):
        raise NotAllowed("Schrijf het teken zelf in plaats van een code als \\u0041.")
    words = tokens(text)
    while words and words[-1].says(";"):
        words = words[:-1]
        text = text[: text.rindex(";")]
    if not words:
        raise BadQuestion("Geef een vraag in Cypher, bijvoorbeeld: MATCH (i:Initiative) RETURN i.name LIMIT 10")
    for rule in _RULES:
        rule(words)
    return text.strip()


def _one(words: Sequence[Token]) -> None:
    if any(word.says(";") for word in words):
        raise NotAllowed("Stel één vraag tegelijk; na een puntkomma mag niets meer komen.")


def _reading(words: Sequence[Token]) -> None:
    for before, word, after in _around(words):
        if before.says(".", ":", "$", "AS") or after.says(":"):
            continue  # the name of a field, a label, a parameter or a column
        if word.says(*_WRITING):
            raise NotAllowed(f"Via deze deur is alleen te lezen; {word.text.upper()} verandert de graaf.")
        if word.says(*_FETCHING) and after.says("CSV"):
            raise NotAllowed("Via deze deur worden geen bestanden of adressen opgehaald (LOAD CSV).")
        if word.says("IN") and after.says("TRANSACTIONS", "CONCURRENT"):
            raise NotAllowed("CALL { … } IN TRANSACTIONS kan hier niet; laat IN TRANSACTIONS weg.")


def _asking(words: Sequence[Token]) -> None:
    if words[0].says(*_GOVERNING):
        raise NotAllowed(f"{words[0].text.upper()} gaat over de server en niet over de graaf; dat kan hier niet.")
    if not words[0].says(*_BEGINS):
        raise BadQuestion("Begin een vraag met MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL of RETURN.")
    for before, word, _ in _around(words):
        if before.says("{") and word.says("USE"):
            raise NotAllowed("USE kiest een andere graaf; dat kan hier niet.")


def _calls(words: Sequence[Token]) -> None:
    for at, word in enumerate(words):
        if word.says("CALL") and at + 1 < len(words) and words[at + 1].is_name:
            name = _dotted(words, at + 1)
            if name.casefold() not in _PROCEDURES_FOLDED:
                known = ", ".join(sorted(PROCEDURES))
                raise NotAllowed(f"De procedure {name} mag hier niet; wel: {known}.")


def _functions(words: Sequence[Token]) -> None:
    for at, word in enumerate(words):
        before = words[at - 1] if at else _NOTHING
        if not word.is_name or before.says(".", ":", "CALL"):
            continue
        name = _dotted(words, at)
        end = at + 2 * name.count(".") + 1
        if "." in name and end < len(words) and words[end].says("("):
            if word.text.casefold() not in _NAMESPACES:
                raise NotAllowed(f"De functie {name} mag hier niet: alleen die van Cypher zelf.")
        elif word.text.upper() in _BY_ID and at + 1 < len(words) and words[at + 1].says("("):
            raise NotAllowed("Zoek niet op het nummer dat de server geeft, maar op het id van het ding: n.id.")


def _labels(words: Sequence[Token]) -> None:
    for before, word, after in _around(words):
        if word.says("!") or (word.says("%") and before.says(":", "|", "&", "(")):
            raise NotAllowed("Noem de soort die u zoekt; wat het níet is (!) of om het even wat (%) kan hier niet.")
        if word.says("$") and (after.says("(") or (before.says(":") and after.says("ALL", "ANY"))):
            raise NotAllowed("Schrijf de soort zelf in de vraag; een berekende soort kan hier niet.")
        if word.is_name and word.text.casefold() in _LEDGER_FOLDED and before.says(":", "|", "&", "(", "IS"):
            raise NotAllowed(f"{word.text} hoort bij het grootboek; via deze deur is alleen de graaf te lezen.")


def _loops(words: Sequence[Token]) -> None:
    """Neo4j does not stop a loop within one expression, however long it takes."""
    if not any(word.says("RANGE") and after.says("(") for _, word, after in _around(words)):
        return
    for word in words:
        if word.sort == "number" and _value(word.text) > _MOST_IN_RANGE:
            raise NotAllowed(f"Met range() mag geen getal boven {_MOST_IN_RANGE} in de vraag staan.")


_NOTHING = Token("sign", "")
_RULES: tuple[Callable[[Sequence[Token]], None], ...] = (_one, _reading, _asking, _calls, _functions, _labels, _loops)


def _around(words: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Each token between the ones before and after it."""
    return zip((_NOTHING, *words), words, (*words[1:], _NOTHING), strict=False)


def _dotted(words: Sequence[Token], at: int) -> str:
    """The name that begins here, with the parts after its points."""
    parts = [words[at].text]
    while at + 2 < len(words) and words[at + 1].says(".") and words[at + 2].is_name:
        at += 2
        parts.append(words[at].text)
    return ".".join(parts)


def _value(text: str) -> float:
    plain = text.replace("_", "").lower()
    return float(int(plain, 0)) if plain.startswith(("0x", "0o")) else float(plain)
