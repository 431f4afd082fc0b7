"""PDF files to a page: glyphs to lines, lines to columns, columns to paragraphs."""

from ingest.page.pdf.read import read_pdf

__all__ = ["read_pdf"]
