"""The sentences of a page that hold words of change, with the things that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph_model.values import value
from ingest.extract.dates.words import either
from ingest.extract.lazily import lazily
from ingest.page.model import Block, Page
from ingest.reading import Found, Quote

# Asked of text in lower case: without letters of both cases the search passes over most places at a glance.
_WORDS_OF_CHANGE = (
    "heet,heten,heette,voorheen,verder als,opgegaan,op in,gefuseerd,ontstaan uit,opvolger,samengegaan,verliet,verlaat,"
    "verlieten,uitgestapt,stapte,stapten,niet meer,niet langer,geen lid,aangesloten,sloot,sloten,toegetreden,trad,"
    "traden,vertrok,vertrekt,vertrokken,afscheid,gestopt,stopte,stopten,stopt,opgeheven,ontbonden,beëindigd,sinds,"
    "vanaf,tot,per,ingang,sedert,was,waren,mei,t/m"
).split(",")
_TRIGGER = lazily(rf"\b(?:{either(_WORDS_OF_CHANGE)}\b|(?:fus|verhuis)\w)")
_WORD = lazily(r"[^\W_]+")
_END = lazily(r"[.!?…][”\"')]*\s+(?=[\"“'‘’(]*[A-ZÀ-Þ])")
_SPOKEN = frozenset(("paragraph", "item", "quote", "title", "heading", "row", "label"))


@value(frozen=True, slots=True)
class Named:
    """A thing where a sentence names it: offsets in the sentence, and its place among the things of the reading."""

    start: int
    end: int
    thing: int


@value(frozen=True, slots=True)
class Span:
    """A piece of a sentence and the words to read in its place."""

    start: int
    end: int
    words: str


@value(frozen=True, slots=True)
class Sentence:
    """A sentence in reading form, where it stands in the stored text, and whom it names, in order.

    ``years``: its dates that lack their year, with it.
    """

    text: str
    quote: Quote
    named: tuple[Named, ...]
    years: tuple[Span, ...] = ()

    @property
    def dated(self) -> str:
        """The sentence with the years that it leaves out."""
        return _put(self.text, self.years)

    def marked(self) -> str:
        """The same with every name replaced by its number: «0» heet sinds 2021 «1»."""
        names = (Span(one.start, one.end, f"«{number}»") for number, one in enumerate(self.named))
        return _put(self.text, sorted((*names, *self.years), key=lambda span: span.start))


def _put(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.words]
        at = span.end
    return "".join((*parts, text[at:]))


class _Forms:
    """The forms of things, the longest first; only those are tried whose last word stands in a sentence."""

    def __init__(self, things: Sequence[Found]) -> None:
        forms = {(form, number) for number, thing in enumerate(things) for form in (thing.name, *thing.aliases)
                 if not thing.is_page and thing.kind != "Document" and thing.kind != "Event"}  # fmt: skip
        self._by_word: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
        for rank, (form, thing) in enumerate(sorted(forms, key=lambda one: (-len(one[0]), one))):
            self._by_word[_last_word(form)].append((rank, form, thing))

    def of(self, text: str) -> list[tuple[int, str, int]]:
        """Rank, form and thing of what may stand in a text."""
        words = self._by_word.keys() & {"", *_WORD.findall(text)}
        return sorted([one for word in words for one in self._by_word[word]])


def _last_word(form: str) -> str:
    """The letters and digits that a form ends in, marks left out; empty when it has none."""
    last = form.rpartition(" ")[2]
    return last if last.isalnum() else ["", *_WORD.findall(form)][-1]


def sentences(page: Page, things: Sequence[Found]) -> Iterator[Sentence]:
    """Those with words of change that name anything at all."""
    forms: _Forms | None = None
    for block in page.blocks:
        if block.kind in _SPOKEN and _TRIGGER.search(block.text.lower()):
            forms = forms or _Forms(things)
            yield from _of_block(block, forms)


def _of_block(block: Block, forms: _Forms) -> Iterator[Sentence]:
    start = 0
    ends = [match.start() + 1 for match in _END.finditer(block.text)]
    for end in (*ends, len(block.text)):
        text = block.text[start:end].strip()
        at = block.text.find(text, start)
        start = end
        # Of a block with words of change its only sentence holds them.
        named = _named(text, forms) if text and (not ends or _TRIGGER.search(text.lower())) else ()
        if named:
            yield Sentence(text, Quote(*block.span(at, at + len(text))), named)


def _named(text: str, forms: _Forms) -> tuple[Named, ...]:
    """Where things stand in a sentence, the longest form first; a name inside another is part of that."""
    found: list[Named] = []
    for _, form, thing in forms.of(text):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            if whole and all(end <= one.start or one.end <= at for one in found):
                found.append(Named(at, end, thing))
            at = text.find(form, end)
    return tuple(sorted(found, key=lambda one: one.start))
