"""The law: the graph is a pure function of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_model.decisions import Decision, in_force
from graph_model.evidence import Claim
from graph_model.projection.given import Given
from graph_model.projection.identity import Group, group_keys
from graph_model.projection.links import Link, Misfit, draw
from graph_model.projection.nodes import Node, Standing, group_id, node_of, ruled_kind, standing_of
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said, echoes, said_of
from graph_model.projection.tally import Tally, merged, tallies_of


@dataclass(frozen=True, slots=True)
class Projection:
    """Nodes and links by id, the id of the group of every key, and the claims that fit no allowed link."""

    nodes: Mapping[str, Node]
    links: Mapping[str, Link]
    group_of: Mapping[str, str]
    tallies: Mapping[str, Tally]
    misfits: tuple[Misfit, ...]


def project(claims: Iterable[Claim], decisions: Iterable[Decision], given: Given) -> Projection:
    """The graph that follows from all claims and decisions. Retired claims (without evidence) say nothing.

    The order in which claims and decisions are given does not matter.
    """
    live = [claim for claim in claims if claim.live]
    echo = echoes((claim.page, claim.fingerprint) for claim in live)
    return project_said([said_of(claim, echo=claim.page in echo) for claim in live], decisions, given)


def project_said(claims: list[Said], decisions: Iterable[Decision], given: Given) -> Projection:
    """The same over flat claims whose ``echo`` is already set."""
    verdicts = in_force(tuple(decisions))
    tallies = tallies_of(claims, given)
    groups = group_keys(tallies, verdicts, given)
    group_of = {key: group_id(group, given) for group in groups for key in group}
    rulings = Rulings(verdicts, group_of)
    about = claims_by_group(claims, group_of, rulings.touched)
    standings, nodes = {}, {}
    fields = field_claims(claims)
    for group in groups:
        id_ = group_of[min(group)]
        tally = tally_of_group(group, tallies, rulings, about.get(id_), given)
        standing = stand(group, tally, verdicts, group_of, rulings, about.get(id_, ()), given)
        standings[id_] = standing
        if standing.exists:
            said = [s for key in sorted(group) for s in fields.get(key, ())]
            nodes[id_] = node_of(standing, group, tally, said, rulings, given)

    def standing_of_key(key: str) -> Standing | None:
        return standings.get(group_of.get(key, ""))

    links, misfits = draw((said for said in claims if said.object), standing_of_key, rulings, given)
    return Projection(nodes, links, group_of, tallies, tuple(misfits))


def field_claims(claims: Iterable[Said]) -> dict[str, list[Said]]:
    """The claims that give a field, by the key of their subject."""
    fields: dict[str, list[Said]] = defaultdict(list)
    for said in claims:
        if not said.object:
            fields[said.subject].append(said)
    return fields


def claims_by_group(claims: Iterable[Said], group_of: Mapping[str, str], wanted: set[str]) -> dict[str, list[Said]]:
    """The claims that end in the wanted groups (those that a person ruled on)."""
    about: dict[str, list[Said]] = {}
    if not wanted:
        return about
    for said in claims:
        for group in {group_of.get(said.subject, ""), group_of.get(said.object, "")} & wanted:
            about.setdefault(group, []).append(said)
    return about


def tally_of_group(
    group: Group, tallies: Mapping[str, Tally], rulings: Rulings, about: Iterable[Said] | None, given: Given
) -> Tally:
    """The tally of a group. Where a person ruled on it, refused statements do not count."""
    if about is None:
        return merged(tallies[key] for key in group) if len(group) > 1 else tallies[min(group)]
    kept = tallies_of((said for said in about if not rulings.refused(said)), given)
    return merged(tally for key, tally in kept.items() if key in group)


def stand(
    group: Group,
    tally: Tally,
    decisions: Iterable[Decision],
    group_of: Mapping[str, str],
    rulings: Rulings,
    about: Iterable[Said],
    given: Given,
) -> Standing:
    """How a group stands, by its tally and by what a person ruled on it."""
    id_ = group_id(group, given)
    if id_ not in rulings.touched:
        return standing_of(group, tally, given)
    kind = ruled_kind(id_, decisions, group_of)
    return standing_of(group, tally, given, kind, any(rulings.confirmed(said) for said in about))
