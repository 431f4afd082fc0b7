"""What of a reading stands above the line when its page alone is projected: what a reader of one page may believe."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.errors import NotUnderstood
from graph_model.evidence import Claim, End
from graph_model.keys import key_of
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project
from ingest.claims import claims_of
from ingest.page.model import Page
from ingest.reading import Found, Reading, Statement

# Any moment will do: of one page alone none is older.
_ANY_TIME = "2000-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Published:
    """For each thing and each statement of a reading, in its order, whether it is published."""

    things: tuple[bool, ...]
    statements: tuple[bool, ...]


def published(page: Page, reading: Reading) -> Published:
    """Project the page alone. Nobody is left out: this is about what the page says, not about who enters the graph."""
    projection = project(claims_of(page, reading, _ANY_TIME).claims, (), Given())
    drawn = {claim for link in projection.links.values() for claim in link.claims}
    ends = [_end(page, found) for found in reading.things]
    return Published(
        tuple(_stands(end, projection) for end in ends),
        tuple(_claim_id(page, statement, ends) in drawn for statement in reading.statements),
    )


def _end(page: Page, found: Found) -> End:
    return End("Document", page.address) if found.is_page else End(found.kind, found.name, found.qualifier)


def _stands(end: End, projection: Projection) -> bool:
    try:
        return projection.group_of.get(end.key, "") in projection.nodes
    except (KeyError, NotUnderstood):  # a kind or a name that no claim can have
        return False


def _claim_id(page: Page, statement: Statement, ends: list[End]) -> str:
    subject, object = ends[statement.subject], ends[statement.object]
    try:
        return Claim(key_of("Document", page.address), subject, statement.predicate, object, role=statement.role).id
    except (KeyError, NotUnderstood):
        return ""
