"""Claims and decisions in, nodes and links out: pure, without I/O."""

from graph_model.projection.given import Given
from graph_model.projection.links import Link, Misfit
from graph_model.projection.nodes import Node
from graph_model.projection.project import Projection, project

__all__ = ["Given", "Link", "Misfit", "Node", "Projection", "project"]
