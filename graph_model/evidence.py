"""Claims: what a source says, with the exact quote that says it.

A claim is one statement of one page, however frequently that page says it. It carries one evidence per reader and is
retired, never deleted, when no reader makes it any more.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from graph_model.keys import block_of, digest, key_of
from graph_model.names import fold
from graph_model.once import once
from graph_model.schema import LINK_KINDS
from graph_model.sending import sent_whole
from graph_model.values import value

# How the name of a register's reader begins: what it says of a page does not hang on the text of that page.
REGISTER_READER = "register:"
# How the address of the Document begins that holds one fact that somebody added by hand.
HAND_ADDRESS = "urn:samenspel:hand:"


class Origin(StrEnum):
    """What kind of source a claim comes from; it ranks values and confirms ends."""

    PAGE = "page"
    REGISTER = "register"
    PERSON = "person"
    GAZETTEER = "gazetteer"


@sent_whole
@value(frozen=True, slots=True)
class End:
    """An end of a claim as its page writes it: kind, name, and the qualifier that tells namesakes apart."""

    kind: str
    name: str
    qualifier: str = ""

    @property
    def key(self) -> str:
        """The key that this end folds to."""
        return key_of(self.kind, self.name, self.qualifier)


@sent_whole
@value(frozen=True, slots=True)
class Evidence:
    """What one reader found on one page: the exact quote, where it stands, and how sure the reader is.

    ``start`` and ``end`` are offsets in characters into the stored text of the page (both -1: no text is stored, as for
    a register row). ``confidence`` lies between 0 and 1. ``valid_from`` and ``valid_to`` are EDTF strings or empty.
    """

    reader: str
    version: str
    quote: str
    start: int
    end: int
    confidence: float
    stated: bool = True
    valid_from: str = ""
    valid_to: str = ""


@value(frozen=True)
class Claim:
    """One statement of one page. ``object`` is set for a link, ``value`` for a field.

    ``page`` is the key of the page's Document, ``host`` where it comes from, ``fingerprint`` the hash of its stored
    text, ``fetched`` when it was read (ISO 8601, UTC). ``echo`` marks a claim of a page whose text also stands at
    another, first address: it is no second source.
    """

    page: str
    subject: End
    predicate: str
    object: End | None = None
    value: str = ""
    role: str = ""
    evidence: tuple[Evidence, ...] = ()
    origin: Origin = Origin.PAGE
    host: str = ""
    fingerprint: str = ""
    fetched: str = ""
    first_seen: str = field(default="", compare=False)
    last_seen: str = field(default="", compare=False)
    echo: bool = False

    @once
    def subject_key(self) -> str:
        return self.subject.key

    @once
    def object_key(self) -> str:
        """The key of the object; empty for a field."""
        return self.object.key if self.object else ""

    @once
    def id(self) -> str:
        """Hash over page, subject key, kind or field, object key or value, and role."""
        target = self.object_key or self.value
        return digest(self.page, self.subject_key, self.predicate, target, fold(self.role))

    @once
    def statement(self) -> str:
        """Hash over what is said whoever says it: blocks of both ends, kind or field, and folded role."""
        target = block_of(self.object_key) if self.object else self.value
        return statement_of(block_of(self.subject_key), self.predicate, target, self.role)

    @property
    def is_field(self) -> bool:
        return self.object is None

    @property
    def live(self) -> bool:
        return bool(self.evidence)

    @property
    def best(self) -> Evidence:
        """The evidence that counts: the surest, then stated over inferred, then the first by reader."""
        if len(self.evidence) == 1:
            return self.evidence[0]
        return min(self.evidence, key=lambda e: (-e.confidence, not e.stated, e.reader, e.start))

    @property
    def strength(self) -> int:
        """How sure, in thousandths: whole numbers, so that sums do not depend on their order."""
        return round(self.best.confidence * 1000)


def statement_of(subject_block: str, predicate: str, target: str, role: str = "") -> str:
    """The hash of a statement; ``target`` is the block of the object, or the value of a field.

    For a symmetric link both directions are the same statement.
    """
    link = LINK_KINDS.get(predicate)
    if link is not None and link.symmetric:
        subject_block, target = sorted((subject_block, target))
    return digest(subject_block, predicate, target, fold(role))
