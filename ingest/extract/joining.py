"""``Ook de gemeente Zutphen doet mee``: who joins in works together with the initiative that the text is about."""

from __future__ import annotations

import re

from ingest.extract.cooperation import spoken_of
from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene

# Nothing follows that says with what: that stands in the sentences before.
_JOINS = re.compile(
    r"\b(?:doe[nt]|deed|deden) (?:(?:ook|nu|al|inmiddels|intussen|volop|graag|enthousiast) ){0,2}mee(?=[.,;:!]|$| en\b)"
    r"|\b(?:heeft|hebben) zich (?:ook |al |inmiddels |intussen )?aangesloten(?=[.,;:!]|$| en\b)"
)
_WORDS = frozenset(("mee", "aangesloten"))
_VERBS = frozenset(("doet", "doen", "deed", "deden", "heeft", "hebben"))
_LIKELY = 0.75


def add_joining(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds that an organisation works together with the initiative; only where no other organisation stands between."""
    if not scene.counts["Initiative"] or scene.sheet.counts.keys().isdisjoint(_WORDS):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _WORDS.isdisjoint(line.lows[a:z]):
            continue
        match = _JOINS.search(line.text(a, z))
        verb = next((q for q in range(a, z) if line.lows[q] in _VERBS), None) if match else None
        bodies = [x for x in held if scene.kinds[x[2]] in ORGANISATIONS]
        if match is None or verb is None or not bodies or any(i > verb for i, _, _ in bodies):
            continue
        initiative = spoken_of(scene, index)
        if initiative is None or any(n == initiative for _, _, n in bodies):
            continue
        for i, j, n in bodies:
            if scene.kinds[n] != "Initiative":
                keep(found, Link("PARTNER_OF", n, initiative, _LIKELY, match[0], (index, i, j)))
