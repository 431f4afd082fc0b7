"""Pages: bytes and an address to masked text and blocks that point into it."""

from ingest.page.model import Block, Cell, Item, Link, Offsets, Page, Property
from ingest.page.read import read_page

__all__ = ["Block", "Cell", "Item", "Link", "Offsets", "Page", "Property", "read_page"]
