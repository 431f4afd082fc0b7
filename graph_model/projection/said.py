"""What the projection needs of a claim: small, flat and quick to make from a stored row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_model.evidence import Claim, Origin


@dataclass(frozen=True, slots=True)
class Said:
    """A live claim without its quotes. Keys as in ``graph_model.keys``; ``strength`` in thousandths."""

    id: str
    page: str
    subject: str
    subject_kind: str
    subject_name: str
    predicate: str
    object: str
    object_kind: str
    object_name: str
    value: str
    role: str
    strength: int
    stated: bool
    origin: str
    host: str
    fetched: str
    echo: bool
    valid_from: str
    valid_to: str
    first_seen: str = field(default="", compare=False)

    @property
    def rank(self) -> tuple[bool, bool, str, int, str]:
        """Greatest first: a person, stated over inferred, the newest page, the surer; the id breaks ties."""
        return (self.origin == Origin.PERSON, self.stated, self.fetched, self.strength, self.id)


def said_of(claim: Claim, *, echo: bool = False) -> Said:
    """The flat form of a live claim."""
    best = claim.best
    end = claim.object
    return Said(
        id=claim.id,
        page=claim.page,
        subject=claim.subject_key,
        subject_kind=claim.subject.kind,
        subject_name=claim.subject.name,
        predicate=claim.predicate,
        object=claim.object_key,
        object_kind=end.kind if end else "",
        object_name=end.name if end else "",
        value=claim.value,
        role=claim.role,
        strength=claim.strength,
        stated=best.stated,
        origin=claim.origin.value,
        host=claim.host,
        fetched=claim.fetched,
        echo=echo,
        valid_from=best.valid_from,
        valid_to=best.valid_to,
        first_seen=claim.first_seen,
    )


def echoes(texts: Iterable[tuple[str, str]]) -> set[str]:
    """The pages whose text also stands at a smaller address; given are (page, fingerprint) of pages that are there."""
    first: dict[str, str] = {}
    pairs = sorted((page, fingerprint) for page, fingerprint in set(texts) if fingerprint)
    for page, fingerprint in pairs:
        first.setdefault(fingerprint, page)
    return {page for page, fingerprint in pairs if first[fingerprint] != page}
