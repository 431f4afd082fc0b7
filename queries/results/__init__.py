"""The answers as JSON: what commands print and what the API returns, one model a shape.

Keys are a promise to users. A list that may be cut off carries ``next`` (a cursor to go on from, null at the end),
``total`` (how many there are in all) and ``version`` (the version of the graph that the whole answer saw).
Unknown dates and numbers are null. Distances are kilometres, offsets are characters in the stored text, dates are
EDTF as the source gives them, moments are ISO 8601 in UTC.
"""

from queries.results.candidates import Candidate, CandidateEnd, Candidates, Correction
from queries.results.changes import Cause, Change, Changes, What
from queries.results.claims import Claim, DocumentRef
from queries.results.near import (
    Coverage,
    DistancePart,
    Explanation,
    Near,
    Neighbour,
    OriginPoint,
    Reason,
    TiePart,
)
from queries.results.overview import Counts, Freshness, Overview, ReadingQuality
from queries.results.review import (
    Decided,
    DecisionsMoved,
    PairDecision,
    PairRuling,
    Proposal,
    Review,
    ReviewReason,
    ReviewSide,
)
from queries.results.shapes import Direction, Page, Position, Precision, Ref, Shape
from queries.results.things import (
    Confirmation,
    Facets,
    FieldEntry,
    FieldValues,
    Hit,
    Hits,
    KindCount,
    Link,
    LinkGroup,
    Links,
    RefCount,
    Shown,
    Suggestion,
    Suggestions,
    Thing,
)
from queries.results.why import Nearest, Path, Step, Why

__all__ = [
    "Candidate",
    "CandidateEnd",
    "Candidates",
    "Cause",
    "Change",
    "Changes",
    "Claim",
    "Confirmation",
    "Correction",
    "Counts",
    "Coverage",
    "Decided",
    "DecisionsMoved",
    "Direction",
    "DistancePart",
    "DocumentRef",
    "Explanation",
    "Facets",
    "FieldEntry",
    "FieldValues",
    "Freshness",
    "Hit",
    "Hits",
    "KindCount",
    "Link",
    "LinkGroup",
    "Links",
    "Near",
    "Nearest",
    "Neighbour",
    "OriginPoint",
    "Overview",
    "Page",
    "PairDecision",
    "PairRuling",
    "Path",
    "Position",
    "Precision",
    "Proposal",
    "ReadingQuality",
    "Reason",
    "Ref",
    "RefCount",
    "Review",
    "ReviewReason",
    "ReviewSide",
    "Shape",
    "Shown",
    "Step",
    "Suggestion",
    "Suggestions",
    "Thing",
    "TiePart",
    "What",
    "Why",
]
