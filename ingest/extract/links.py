"""Which links hold: a yes-or-no model for every kind of link over the evidence of a pair, and the sure rules."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ingest.extract.frames import add_frames
from ingest.extract.kinds import ORGANISATIONS, Thing
from ingest.extract.lead_evidence import add_distant_pairs, add_page_evidence
from ingest.extract.model import UNIT, LogLinear
from ingest.extract.pair_conjunctions import add_pair_conjunctions
from ingest.extract.pair_evidence import add_sentence_pairs
from ingest.extract.pairs import LINKS_BETWEEN, Pairs
from ingest.extract.roles import Roles
from ingest.extract.scene import Scene
from ingest.extract.scope_evidence import add_scope_pairs
from ingest.extract.top_evidence import add_top_pairs

# A link below this is not told at all; what is told below the line of publication waits as a candidate.
LEAST = 0.3
# Weaker ones than this are not weighed.
LEAST_WEIGHED = 0.1
# The score below which no chance comes near that.
_HOPELESS = -230
# Turns of phrase that are right four times out of five, whatever else the pair shows.
FRAME_SURE = 0.75
_FRAMED = frozenset(("STARTED", "FOLLOWS_UP", "HELD_AT", "PART_OF", "MEMBER_OF", "ORGANISES", "PARTNER_OF"))
MODEL = "model"
# The other rules were right more than three times out of four when their ends were sure.
NO_STATEMENTS = frozenset(("onderdeel op dezelfde pagina", "draagt de naam van de reeks"))
_ONE_WAY = frozenset(("PART_OF", "MEMBER_OF", "STARTED", "FOLLOWS_UP"))
_SYMMETRIC = "PARTNER_OF"

Key = tuple[str, int, int]


@dataclass(slots=True)
class Link:
    """A link between two things of a scene, by number, with how sure it is and why.

    ``past`` is said of roles; ``until`` is when any other link ended, in EDTF (".." when no date is told).
    ``framed``: a turn of phrase of the list states it, or a rule that is less sure than the model.
    ``modelled``: how sure the model is of what a rule states as well.
    """

    kind: str
    subject: int
    object: int
    confidence: float
    why: str = ""
    spot: tuple[int, int, int] | None = None
    role: str = ""
    past: bool = False
    until: str = ""
    framed: bool = False
    modelled: float = 0.0


def pairs_of(scene: Scene) -> Pairs:
    """All pairs that a link may join, with their evidence."""
    pairs: Pairs = defaultdict(set)
    add_sentence_pairs(scene, pairs)
    add_frames(scene, pairs)
    add_scope_pairs(scene, pairs)
    add_distant_pairs(scene, pairs)
    add_top_pairs(scene, pairs)
    add_page_evidence(scene, pairs)
    add_pair_conjunctions(scene, pairs)
    return pairs


def score_links(scene: Scene, pairs: Pairs, model: LogLinear) -> dict[Key, Link]:
    """The links that the model makes probable."""
    found: dict[Key, Link] = {}
    kinds, asked, order = scene.kinds, _asked(model.classes), sorted(pairs)
    rows = [pairs[pair] for pair in order]
    for (a, c), features, scores in zip(order, rows, model.scores(rows), strict=True):
        for column, kind, frames in asked[kinds[a], kinds[c]]:
            score = scores[column]
            framed = bool(frames) and not frames.isdisjoint(features)
            if score < _HOPELESS and not framed:
                continue
            if kind == "MEMBER_OF" and _is_odd_member(scene, a, c, features):
                continue
            chance = 1 / (1 + math.exp(-score / UNIT))
            if framed:
                chance = max(chance, FRAME_SURE)
            if chance >= LEAST_WEIGHED:
                keep(found, Link(kind, a, c, chance, MODEL, framed=framed))
    return found


@cache
def _asked(classes: tuple[str, ...]) -> dict[tuple[str, str], list[tuple[int, str, frozenset[str]]]]:
    """The links that are asked about between two kinds: column, kind, and the frames that state it."""
    return {
        ends: [
            (column, kind, frozenset((f"frame={kind}", f"frame~={kind}") if kind in _FRAMED else ()))
            for column, kind in enumerate(classes) if kind in allowed
        ]
        for ends, allowed in LINKS_BETWEEN.items()
    }  # fmt: skip


def _is_odd_member(scene: Scene, a: int, c: int, features: set[str]) -> bool:
    """Movements are joined by care organisations; that another body did must be said in so many words."""
    return (
        scene.kinds[c] == "Movement"
        and scene.kinds[a] != "CareOrganisation"
        and not any(f.startswith(("frame=MEMBER_OF", "frame~=MEMBER_OF")) for f in features)
    )


def keep(found: dict[Key, Link], link: Link) -> None:
    """Adds a link, or makes the one that is there surer; a symmetric link stands once."""
    key = (link.kind, link.subject, link.object)
    if link.kind == _SYMMETRIC:
        back = (link.kind, link.object, link.subject)
        if back in found:
            key = back
    old = found.get(key)
    if old is None:
        found[key] = link
    elif link.confidence > old.confidence:
        found[key] = Link(
            link.kind, key[1], key[2], link.confidence, link.why, old.spot if link.spot is None else link.spot,
            link.role, link.past, link.until, link.framed or old.framed, _modelled(old),
        )  # fmt: skip
    elif old.why == MODEL and link.why != MODEL and link.why not in NO_STATEMENTS:
        # The model was surer still than the rule; the page says it in so many words all the same.
        old.framed = True


def _modelled(old: Link) -> float:
    """How sure the model was of a link that is there already."""
    return old.confidence if old.why == MODEL else old.modelled


def _there(thing: Thing) -> float:
    """How sure it is that a thing is what it is taken for; which kind of organisation is for all pages to settle."""
    if thing.kind not in ORGANISATIONS:
        return thing.confidence
    return max(thing.confidence, math.fsum([thing.scores.get(kind, 0.0) for kind in ORGANISATIONS]))


def settle(scene: Scene, found: dict[Key, Link]) -> list[Link]:
    """The links worth weighing, with their roles: what a rule states is as sure as the rule and both ends together.

    Of a link and its reverse the surer stays, where only one of them can hold.
    """
    for link in found.values():
        if link.why != MODEL:
            sure = link.confidence * _there(scene.things[link.subject]) * _there(scene.things[link.object])
            link.confidence = max(sure, link.modelled)
    for key in [key for key in found if key[0] in _ONE_WAY]:
        kind, a, c = key
        back = (kind, c, a)
        if back in found and key in found:
            del found[back if found[key].confidence >= found[back].confidence else key]
    kept = [found[key] for key in sorted([key for key, link in found.items() if link.confidence >= LEAST_WEIGHED])]
    roles = Roles(scene)
    for link in kept:
        if link.kind == "HAS_ROLE" and not link.role:
            link.role, link.spot, link.past = roles.of(link.subject, link.object)
    return [link for link in kept if not _is_founding(link, found)]


def _is_founding(link: Link, found: dict[Key, Link]) -> bool:
    """Whether the model takes for a role what a turn of phrase states to be a founding."""
    founded = found.get(("FOUNDED", link.subject, link.object)) if link.kind == "HAS_ROLE" else None
    return founded is not None and founded.why != MODEL and link.why == MODEL and not link.role
