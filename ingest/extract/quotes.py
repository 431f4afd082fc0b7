"""The sentences of a page as quotes: many names and links stand in each, so each is made once."""

from __future__ import annotations

from ingest.extract.structure import Sheet
from ingest.reading import Quote


class Quotes(dict[tuple[int, int, int], Quote]):
    """By line, first and last sentence in it: the quote from the one to the other."""

    def __init__(self, sheet: Sheet) -> None:
        self._lines = sheet.lines

    def __missing__(self, sentences: tuple[int, int, int]) -> Quote:
        index, first, last = sentences
        line = self._lines[index]
        quote = self[sentences] = Quote(*line.quote(line.sentences[first][0], line.sentences[last][1]))
        return quote
