"""Files that hold several pages or only their addresses: feeds, calendars, sitemaps."""

from ingest.formats.addresses import Pointer, Pointers, addresses_in, pointers_in
from ingest.formats.pages import pages_in

__all__ = ["Pointer", "Pointers", "addresses_in", "pages_in", "pointers_in"]
