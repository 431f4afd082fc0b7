"""Who may be who: proposes pairs of things that could be one, with reasons; a person decides."""

from ingest.resolve.features import Feature, World
from ingest.resolve.pairs import LEAST, Pair, propose, weigh

__all__ = ["LEAST", "Feature", "Pair", "World", "propose", "weigh"]
