"""Whether somebody does something: the finite verb right behind a name with what is said of it, or right before it."""

from __future__ import annotations

import re

from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

# Past forms that do not end as those of weak verbs do.
_STRONG = frozenset(
    "begon begreep beschreef besloot bleef bleek bood bracht dacht deed dreef droeg dronk gaf ging greep had "
    "heeft hief hielp hield hing keek klom koos kocht kon kreeg kwam kwamen las leek liep liet mocht moest nam "
    "namen onthief ontving reed riep schonk schoof schreef sloeg sloot sneed sprak spraken stak stal stond trok "
    "verbood vergat verloor vertrok verscheen verwees vond vroeg wees werd wierp wist won wond zag zagen zat "
    "zaten zei zocht zong zongen zou zweeg".split()
)
_NOW = frozenset(
    "begeleidt begint beantwoordt bespreekt deelt geeft gaan gaat heet houdt houden interviewt komt komen kookt laat "
    "laten leest legt leidt leiden licht modereert neemt nemen onthult ontvangt ontvangen opent openen presenteert "
    "presenteren schetst schuift sluit snijdt speelt spelen spreekt spreken staat toont verklapt verricht vertelt "
    "vertellen verwelkomt verzorgt verzorgen wordt zal zingt zingen zullen".split()
)
_WEAK = re.compile(r"[a-zë]{3,}(?:te|de|ten|den)")
# They end in the same way.
_NO_VERBS = frozenset(
    "achterste allebeide beide beiden buiten cliënten derde eerste einde gasten geleden gemeente goede grote heden "
    "laatste leden mede midden oude route sinds tweede vierde worden zelfde".split()
)
_OF = frozenset(("van", "uit", "bij", "namens"))
_FINISHES = {",": ",", "(": ")", "–": "–", "-": "-"}
# Longer than this no apposition is, nor what stands between a verb and a name: "liet bestuurder P".
_APPOSED, _INVERTED = 14, 3


def acts(scene: Scene, line: Line, i: int, j: int) -> str:
    """ "past" or "now" and whether the verb stands behind or before; empty when no verb is there."""
    a, z = line.sentences[line.sentence[i]]
    at = _behind(scene, line, j, z)
    behind = _tense(line, at) if at < z else ""
    if behind:
        return behind
    for q in range(i - 1, max(a, i - _INVERTED) - 1, -1):
        before = _tense(line, q)
        if before:
            return f"{before}:before"
        if line.lows[q] in _FINISHES or line.lows[q] in _OF:
            break
    return ""


def _behind(scene: Scene, line: Line, at: int, z: int) -> int:
    """Where what is said of a name right behind it ends."""
    if at < z and line.lows[at] in _OF:
        held = scene.sentences.get((line.index, line.sentence[at]), ())
        at = next((j for i, j, _ in held if at < i <= at + 2), at)
    if at < z and line.lows[at] in _FINISHES:
        closing = _FINISHES[line.lows[at]]
        return next((q + 1 for q in range(at + 1, min(z, at + _APPOSED)) if line.lows[q] == closing), z)
    return at


def _tense(line: Line, at: int) -> str:
    """Of a word that stands in small letters: "past", "now" or nothing."""
    low = line.lows[at]
    if low != line.words[at]:
        return ""
    if low in _NOW:
        return "now"
    return "past" if low in _STRONG or (_WEAK.fullmatch(low) and low not in _NO_VERBS) else ""
