"""The graph as tables of pandas, for notebooks (the extra ``[notebook]``).

::

    from queries import connect, frames

    with connect("/the/data/folder") as graph:
        things, links = frames.things(graph), frames.links(graph)

Every table holds one version of the graph. An empty cell is *unknown*, never *none*.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from queries.engine.base import Graph, Reading
from queries.evidence import claims_of
from queries.exports.content import LINK_COLUMNS, THING_COLUMNS, Content
from queries.kinds import link_or_node_kinds
from queries.results import Claim

if TYPE_CHECKING:
    import pandas as pd

_CLAIM_COLUMNS = (
    "link", "claim", "quote", "document", "title", "url", "published", "by", "stated", "confidence", "retired",
)  # fmt: skip


def things(graph: Graph, kind: str = "") -> pd.DataFrame:
    """Every thing, by its id: kind, name, aliases, position and fields.

    :param kind: only of this kind, by its name or its Dutch word ("initiatief"; "organisatie" for all five).
    :raises BadQuestion: there is no such kind.
    """
    import pandas as pd

    kinds = link_or_node_kinds(kind)[1] if kind else ()
    rows = graph.answer(lambda reading: [dict(row) for row in Content(reading).things()])
    table = pd.DataFrame([row for row in rows if not kinds or row["kind"] in kinds], columns=list(THING_COLUMNS))
    return table.set_index("id").sort_index()


def links(graph: Graph, kind: str = "") -> pd.DataFrame:
    """Every link, by its id: its kind, the ids, names and kinds of its ends, its role, dates, sources and claims.

    :param kind: only of this kind, by its name or its Dutch words ("werkt samen met").
    :raises BadQuestion: there is no such kind.
    """
    import pandas as pd

    kinds = link_or_node_kinds(kind)[0] if kind else ()

    def question(reading: Reading) -> list[dict[str, object]]:
        content = Content(reading)
        named = {row["id"]: row for row in content.things()}
        return [
            {**row, **{f"{end}_{name}": named[row[end]][name] for end in ("start", "end") for name in ("name", "kind")}}
            for row in content.links()
            if not kinds or row["kind"] in kinds
        ]

    ends = ["start_name", "start_kind", "end_name", "end_kind"]
    return pd.DataFrame(graph.answer(question), columns=[*LINK_COLUMNS, *ends]).set_index("id").sort_index()


def claims(graph: Graph, table: pd.DataFrame) -> pd.DataFrame:
    """What the links of a table rest on: a row for each claim of each, with its quote and its source.

    :param table: (a part of) what :func:`links` gave.
    """
    import pandas as pd

    pairs = [(link, claim) for link, listed in table["claims"].items() for claim in listed]
    found: Mapping[str, Claim] = graph.answer(lambda reading: claims_of(reading, [claim for _, claim in pairs]))
    rows = [_claim_row(link, found[claim]) for link, claim in pairs if claim in found]
    return pd.DataFrame(rows, columns=list(_CLAIM_COLUMNS))


def _claim_row(link: object, claim: Claim) -> tuple[object, ...]:
    source = claim.document
    return (
        link, claim.id, claim.quote, source.id, source.title, source.url, source.published, claim.by, claim.stated,
        claim.confidence, claim.retired,
    )  # fmt: skip


def theme_table(graph: Graph, region: str = "") -> pd.DataFrame:
    """Initiatives by themes: how many documents say so. An empty cell is unknown; no cell ever says "none".

    :param region: only initiatives in it: a province, a municipality or a place.
    """
    import pandas as pd

    from queries.themes import themes

    found = themes(graph, region=region)
    rows = pd.MultiIndex.from_tuples([(row.id, row.name) for row in found.rows], names=["id", "initiative"])
    columns = {theme.id: theme.name for theme in found.themes}
    table = pd.DataFrame(index=rows, columns=list(columns), dtype="Int64")
    names = {row.id: (row.id, row.name) for row in found.rows}
    for cell in found.cells:
        table.loc[names[cell.initiative], cell.theme] = cell.documents
    return table.rename(columns=columns)
