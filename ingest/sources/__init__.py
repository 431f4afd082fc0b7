"""What SOURCE may be: a file, a folder, or ``-`` for standard input; each becomes pages with an address.

Listing is cheap and knows how many pages there will be; loading gives the bytes of one page at a time.
"""

from ingest.sources.listing import Listed, Listing, address_of, list_sources
from ingest.sources.loading import BIGGEST_PAGE, load

__all__ = ["BIGGEST_PAGE", "Listed", "Listing", "address_of", "list_sources", "load"]
