"""What the plan of a question shows before it is run, on an engine that has no rights per label (Neo4j Community).

Nodes of the ledger have no links, so whatever is reached along a link lies in the graph: only where a plan *begins*
can it touch the ledger. A plan hides what it does within one expression, so such sub-questions are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph_model.errors import NotAllowed
from graph_model.schema import NODE_KINDS
from queries.constraints import SEARCH_LABEL
from queries.door.statement import PROCEDURES

GRAPH_LABELS = frozenset({*NODE_KINDS, SEARCH_LABEL})

_NEEDS_LABEL = frozenset(
    "IntersectionNodeByLabelsScan MultiNodeIndexSeek NodeByLabelScan NodeCountFromCountStore NodeIndexContainsScan "
    "NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeek "
    "NodeUniqueIndexSeekByRange PartitionedNodeByLabelScan PartitionedNodeIndexScan PartitionedNodeIndexSeek "
    "PartitionedNodeIndexSeekByRange PartitionedUnionNodeByLabelsScan UnionNodeByLabelsScan".split()
)
_ALONG_LINKS = (
    "AllRelationshipsScan RelationshipIndexContainsScan RelationshipIndexEndsWithScan RelationshipIndexScan "
    "RelationshipIndexSeek RelationshipIndexSeekByRange RelationshipTypeScan RelationshipUniqueIndexSeek "
    "UnionRelationshipTypesScan".split()
)
_HARMLESS = frozenset(
    "AllShortestPaths AntiConditionalApply AntiSemiApply Anti Apply Argument ArgumentTracker AssertSameNode "
    "AssertSameRelationship BFSPruningVarLengthExpand CacheProperties CartesianProduct ConditionalApply Distinct Eager "
    "EagerAggregation EmptyResult EmptyRow Expand ExhaustiveLimit Filter Input LeftOuterHashJoin LetAntiSemiApply "
    "LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit NodeHashJoin Optional OptionalExpand "
    "OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop PartitionedUnwind PathPropagatingBFS "
    "ProduceResults ProjectEndpoints Projection PruningVarLengthExpand RelationshipCountFromCountStore Repeat "
    "RightOuterHashJoin RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath Skip Sort "
    "StatefulShortestPath Top Trail TriadicBuild TriadicFilter TriadicSelection Union Unwind ValueHashJoin "
    "VarLengthExpand".split()
) | {f"{way}{scan}" for way in ("", "Directed", "Undirected", "PartitionedDirected", "PartitionedUndirected")
     for scan in _ALONG_LINKS}  # fmt: skip
_QUOTED = re.compile(r"`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_HIDDEN = re.compile(r"\b(?:EXISTS|COUNT|COLLECT)\s*\{|NestedPlan", re.IGNORECASE)
_LABELS = re.compile(r"\w*:((?:`[^`]+`|\w+)(?:[|&](?:`[^`]+`|\w+))*)")


def check(kind: str, plan: Mapping[str, Any]) -> None:
    """Nothing, when a question with this plan only reads the graph.

    :param kind: the type of query by Neo4j's own word: ``r`` for one that only reads.
    :raises NotAllowed: it may do more than that.
    """
    if kind != "r":
        raise NotAllowed("Via deze deur is alleen te lezen; deze vraag verandert iets.")
    for step in _steps(plan):
        _check_step(step["operatorType"].partition("@")[0], str(step.get("args", {}).get("Details", "")))


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _steps(child)


def _check_step(name: str, details: str) -> None:
    if _HIDDEN.search(_QUOTED.sub("``", details)):
        raise NotAllowed(
            "Een deelvraag (EXISTS, COUNT, COLLECT of een patroon) binnen een lijst of CASE kan hier niet; "
            "haal haar eerst op met MATCH of WITH."
        )
    if name == "ProcedureCall":
        if details.partition("(")[0].strip() not in PROCEDURES:
            raise NotAllowed("Deze procedure mag hier niet.")
    elif name in _NEEDS_LABEL:
        _check_labels(details)
    elif name.partition("(")[0] not in _HARMLESS:  # in brackets stands in which way it does it
        raise NotAllowed(_refusal(name))


def _check_labels(details: str) -> None:
    named = {label.strip("`") for found in _LABELS.findall(details) for label in re.split(r"[|&]", found)}
    if not named or not named <= GRAPH_LABELS:
        raise NotAllowed("Noem bij elk los patroon een soort van de graaf, bijvoorbeeld (n:Thing) of (i:Initiative).")


def _refusal(name: str) -> str:
    if name.startswith(("AllNodesScan", "NodeById", "NodeByElementId", "PartitionedAllNodes", "DynamicLabel")):
        return "Noem bij elk los patroon een soort van de graaf, bijvoorbeeld (n:Thing) of (i:Initiative)."
    return f"Deze vraag doet iets dat hier niet mag ({name})."
