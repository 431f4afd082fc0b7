"""Why an initiative counts for a theme: a sentence for each way in which sources say so, with their quotes."""

from __future__ import annotations

from collections.abc import Iterator

from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.results.shapes import Ref
from queries.results.themes import ThemeEvidence
from queries.themes.said import Said, Statement
from queries.themes.table import Table
from queries.things import things_stored
from queries.words import joint_sentence, sentence

# So many quotes of one sentence are given.
SHOWN_CLAIMS = 4


def evidence_of(reading: Reading, said: Said, table: Table, theme: Ref, limit: int) -> tuple[ThemeEvidence, ...]:
    """The first sentences that say which initiatives are about a theme, by the name of the initiative."""
    told = list(_statements(table, theme))[:limit]
    stored = things_stored(reading, {one.subject for one in told if one.subject})
    claims = claims_of(reading, (claim for one in told for claim in one.claims))
    found = []
    for one in told:
        initiative = Ref(id=one.initiative, kind="Initiative", name=said.initiatives[one.initiative]["name"])
        found.append(ThemeEvidence(
            initiative=initiative,
            words=_words(one, initiative, stored[one.subject].ref if one.subject else None, theme),
            claims=best_first(claims, list(one.claims))[:SHOWN_CLAIMS],
        ))  # fmt: skip
    return tuple(found)


def _statements(table: Table, theme: Ref) -> Iterator[Statement]:
    """One statement for each way: two links between the same two things say it once."""
    for id_ in table.initiatives:
        once: dict[str, Statement] = {}
        for one in table.squares.get((id_, theme.id), ()):
            once.setdefault(one.subject, one)
        yield from once.values()


def _words(one: Statement, initiative: Ref, subject: Ref | None, theme: Ref) -> str:
    if subject is None:
        return sentence("HAS_THEME", "out", initiative.name, theme.name, here_kind=initiative.kind)
    part = one.links[0]
    mine = (part["kind"], part["direction"], part["role"] or "", initiative)
    return joint_sentence(subject, mine, ("HAS_THEME", "in", "", theme))
