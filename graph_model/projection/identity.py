"""Which keys are the same thing: what joins by itself, and nothing else does (see the design: Identity).

Families are grouped in a fixed order, for people need to know which organisations are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph_model.dates import fits
from graph_model.decisions import Decision, Verdict
from graph_model.keys import block_of, family_of_key, occasion_of, qualifier_of
from graph_model.names import fold
from graph_model.ordinary import is_ordinary
from graph_model.projection.given import Given
from graph_model.projection.joining import Joined, by_block
from graph_model.projection.tally import ALIAS, KIND, REGISTER_KIND, STANDS, TEXT, TIE, Tally, counts
from graph_model.schema import FAMILIES
from graph_model.surnames import is_rare

Group = frozenset[str]
ORDER = ("place", "organisation", *(f for f in FAMILIES if f not in ("place", "organisation")))


def group_keys(
    tallies: Mapping[str, Tally],
    decisions: Iterable[Decision],
    given: Given,
    outside: Mapping[str, str] = MappingProxyType({}),
) -> list[Group]:
    """The groups of all keys that have a tally.

    :param decisions: those in force.
    :param outside: the groups of organisations' keys that have no tally here (when only a part of the graph is
        projected); any name will do, as long as keys of one group have the same.
    """
    pairs = [decision for decision in decisions if decision.is_pair]
    families: dict[str, list[str]] = defaultdict(list)
    for key, tally in tallies.items():
        if tally:
            families[family_of_key(key)].append(key)
    known = _Known(tallies, given, _confirmed_keys(decisions), _with_blocks(outside))
    groups: list[Group] = []
    for family in ORDER:
        keys = families.get(family, [])
        joined = Joined(keys, pairs)
        joined.join_decided()
        _JOINS[family](joined, keys, known)
        found = joined.groups()
        if family == "organisation":
            known.organisations.update(_with_blocks({key: min(group) for group in found for key in group}))
        groups += found
    return groups


@dataclass(frozen=True, slots=True)
class _Known:
    """What joining keys may look at besides their names. ``organisations`` grows as they are grouped."""

    tallies: Mapping[str, Tally]
    given: Given
    confirmed: set[str]
    organisations: dict[str, str]

    def stands(self, key: str) -> bool:
        """Whether a claim above the line, or a person, says that this thing is there."""
        return bool(self.tallies[key].get(STANDS)) or key in self.confirmed

    def organisation_of(self, key: str) -> str:
        """The group of an organisation's key, else the one group of its block, else the key by itself."""
        return self.organisations.get(key) or self.organisations.get(block_of(key)) or key


def _with_blocks(group_of: Mapping[str, str]) -> dict[str, str]:
    """The groups by key, and by block where all keys of a block are in one group."""
    found = dict(group_of)
    for block, keys in by_block(group_of).items():
        groups = {group_of[key] for key in keys}
        if len(groups) == 1:
            found[block] = groups.pop()
    return found


def _confirmed_keys(decisions: Iterable[Decision]) -> set[str]:
    return {key for d in decisions if d.verdict == Verdict.CONFIRMED for key in (d.left, d.right) if key}


def alias_block(family: str, alias: str) -> str:
    """The block that a stated alias points to; empty when nothing of it is left after folding."""
    return f"{family}|{fold(alias).replace(' ', '')}" if fold(alias) else ""


def _join_blocks(joined: Joined, keys: list[str], known: _Known) -> None:
    for block in by_block(keys).values():
        joined.join_block(block)
    _join_aliases(joined, keys, known)


def _join_organisations(joined: Joined, keys: list[str], known: _Known) -> None:
    for block in by_block(keys).values():
        for part in _namesakes(block, known):
            joined.join_block(part)
    _join_aliases(joined, keys, known)


def _namesakes(block: list[str], known: _Known) -> list[list[str]]:
    """A block in one part; in two where its name is that of residents in one town and of others in another.

    A dorpshuis De Holm and a school De Holm elsewhere are two; one name in several towns is else one organisation with
    locations. Keys without a town go with their own sort, for there is one such part. Of an ordinary name ("De
    Huiskamer") every key is a part by itself.
    """
    if len(block) > 1 and is_ordinary(block_of(block[0])):
        return [[key] for key in block]
    residents = [key for key in block if _is_of_residents(known.tallies[key])]
    others = [key for key in block if key not in residents]
    apart = any(map(qualifier_of, residents)) and any(map(qualifier_of, others))
    return [residents, others] if apart else [block]


def _is_of_residents(tally: Tally) -> bool:
    """Whether what is said of a key makes it an initiative rather than any other organisation; a register decides."""
    weights = counts(tally, REGISTER_KIND) or counts(tally, KIND)
    return bool(weights) and max(sorted(weights), key=lambda kind: weights[kind]) == "Initiative"


def _join_aliases(joined: Joined, keys: list[str], known: _Known) -> None:
    """Join a name with the one group that states it as its other name; groups are those before any alias joined."""
    blocks = by_block(keys)
    claimers: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        for alias in counts(known.tallies[key], ALIAS):
            target = alias_block(family_of_key(key), alias)
            if target and target != block_of(key):
                claimers[target].add(joined.root(key))
    joins = []
    for target, roots in sorted(claimers.items()):
        own = {joined.root(key) for key in blocks.get(target, ())}
        if len(own) == 1 and len(roots - own) == 1:
            joins.append((*own, *(roots - own)))
    for left, right in joins:
        joined.join(left, right)


def _join_people(joined: Joined, keys: list[str], known: _Known) -> None:
    for block, members in by_block(keys).items():
        if is_rare(block.partition("|")[2], known.given.common_surnames):
            joined.join_block(members)
        else:
            _join_namesakes(joined, members, known)


def _join_namesakes(joined: Joined, members: list[str], known: _Known) -> None:
    """Join people of one common name who share an organisation, and a loose mention with the one person there is."""
    at: dict[str, list[str]] = defaultdict(list)
    loose = []
    for key in members:
        ties = organisations_of(key, known.tallies[key])
        for tie in ties:
            at[known.organisation_of(tie)].append(key)
        if not ties:
            loose.append(key)
    for organisation in sorted(at):
        joined.join_all(at[organisation])
    roots = {joined.root(key) for key in members if key not in loose}
    if len(roots) == 1:
        joined.join_all([*roots, *loose])


def organisations_of(key: str, tally: Tally) -> set[str]:
    """The keys of the organisations that tell this person's key apart from namesakes."""
    ties = {tie for tie in counts(tally, TIE) if family_of_key(tie) == "organisation"}
    qualifier = qualifier_of(key)
    return ties | {f"organisation|{qualifier}|"} if qualifier else ties


def _join_events(joined: Joined, keys: list[str], known: _Known) -> None:
    """Join a coarser or missing date, or a missing town, with the one group that it fits, the most telling first.

    Names that are stated to be other names of one gathering are that gathering when day and town fit as well.
    """
    blocks = by_block(keys)
    for key in sorted(keys):
        for target in sorted({alias_block("event", alias) for alias in counts(known.tallies[key], ALIAS)}):
            if key not in blocks[target]:
                blocks[target].append(key)
    for members in blocks.values():
        telling = sorted(members, key=_how_telling)
        towns = {occasion_of(key)[1] for key in members} - {""}
        for position, key in enumerate(telling):
            start, town = occasion_of(key)
            rest = [k for k in telling[:position] if known.stands(k) and fits(start, occasion_of(k)[0])]
            roots = _in_town(joined, {joined.root(k) for k in rest}, town, alone=len(towns) == 1)
            if len(roots) == 1:
                joined.join(roots.pop(), key)


def _how_telling(key: str) -> tuple[int, bool, str]:
    start, town = occasion_of(key)
    return (-len(start), not town, key)


def _in_town(joined: Joined, roots: set[str], town: str, *, alone: bool) -> set[str]:
    """The groups that may be held in this town: those that say so, else where it is the only town those that do not."""
    if not town:
        return roots
    towns = {root: {occasion_of(key)[1] for key in joined.members(root)} - {""} for root in roots}
    return {r for r in roots if town in towns[r]} or {r for r in roots if alone and not towns[r]}


def _join_places(joined: Joined, keys: list[str], known: _Known) -> None:
    by_number: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        qualifier = qualifier_of(key)
        if qualifier.startswith("gn"):
            by_number[qualifier].append(key)
    for number in sorted(by_number):
        joined.join_all(by_number[number])


def _join_documents(joined: Joined, keys: list[str], known: _Known) -> None:
    by_text: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for text in counts(known.tallies[key], TEXT):
            by_text[text].append(key)
    for text in sorted(by_text):
        joined.join_all(by_text[text])


_JOINS: Mapping[str, Callable[[Joined, list[str], _Known], None]] = {
    "organisation": _join_organisations,
    "series": _join_blocks,
    "theme": _join_blocks,
    "keyword": _join_blocks,
    "person": _join_people,
    "event": _join_events,
    "place": _join_places,
    "document": _join_documents,
}
