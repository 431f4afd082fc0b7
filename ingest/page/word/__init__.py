"""Word documents (DOCX) to a page."""

from ingest.page.word.read import read_docx

__all__ = ["read_docx"]
