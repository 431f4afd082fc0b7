"""A difference as news: what sort of change it is, and a Dutch sentence without full stop that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph_model.dates import OPEN, in_words, is_date
from graph_model.schema import FIELD_KINDS
from queries.changes.differences import Difference
from queries.field_words import value_words
from queries.links import period
from queries.results import Ref
from queries.results.changes import What
from queries.words import listed, role_word, sentence, titled

_COMES: Mapping[str, What] = MappingProxyType(
    {"MEMBER_OF": "joined", "HAS_ROLE": "appointed", "SUCCEEDS": "merged", "BASED_IN": "moved", "closed": "closed"}
)
_GOES: Mapping[str, What] = MappingProxyType({"MEMBER_OF": "left", "HAS_ROLE": "resigned"})
_NOW = MappingProxyType({
    "MEMBER_OF": "{a} doet nu mee met {b}",
    "HAS_ROLE": "{a} is nu {role} bij {b}",
    "PARTNER_OF": "{a} werkt nu samen met {b}",
    "SUCCEEDS": "{b} is opgegaan in {a}",
    "PART_OF": "{a} is nu onderdeel van {b}",
    "BASED_IN": "{a} is nu gevestigd in {b}",
})  # fmt: skip
_ENDED = MappingProxyType({
    "MEMBER_OF": "{a} doet niet meer mee met {b}",
    "HAS_ROLE": "{a} is niet meer {role} bij {b}",
    "PARTNER_OF": "{a} werkt niet meer samen met {b}",
    "PART_OF": "{a} is geen onderdeel meer van {b}",
    "BASED_IN": "{a} is niet meer gevestigd in {b}",
    "HAS_THEME": "{a} gaat niet meer over {b}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class News:
    """What sort of change it is, and how it is said."""

    what: What
    words: str
    before: str | None = None
    after: str | None = None


def news_of(found: Difference, a: Ref, b: Ref | None) -> News:
    """The news of a difference between two things, or of a field of one (``b`` is None)."""
    if b is not None:
        return _of_link(found, a, b)
    return _of_alias(found, a) if found.slot.kind == "alias" else _of_field(found, a)


def _of_link(found: Difference, a: Ref, b: Ref) -> News:
    kind = found.slot.kind
    role, dates = found.said.role, period(*found.dates)
    plain = sentence(kind, "out", titled(a), titled(b), role, a.kind, dates)
    if not found.after:
        return _lapsed(found, titled(a), titled(b), plain)
    if found.dates[1] and not found.dates_before[1]:
        return News(_GOES.get(kind, "ended"), _filled(_ENDED, kind, titled(a), titled(b), role, dates) or plain)
    if found.before:
        return News("changed", f"Andere data: {plain}")
    if found.pages_new and not found.dates[0] and kind != "SUCCEEDS":
        # What a page says that was never read before may have been so for years.
        return News("new", f"Nieuw: {plain}")
    return News(_COMES.get(kind, "new"), _filled(_NOW, kind, titled(a), titled(b), role, dates) or f"Nieuw: {plain}")


def _lapsed(found: Difference, a: str, b: str, plain: str) -> News:
    kind = found.slot.kind
    if found.cause == "person":
        return News("lapsed", f"Teruggenomen: {plain}")
    if found.pages_gone:
        return News("lapsed", f"De bron is weg: {plain}")
    words = _filled(_ENDED, kind, a, b, found.said.role, "")
    if kind in _GOES and words:
        return News(_GOES[kind], f"{words}, volgens de bron die het eerder zei")
    return News("lapsed", f"Staat er niet meer: {plain}")


def _filled(templates: Mapping[str, str], kind: str, a: str, b: str, role: str, dates: str) -> str:
    template = templates.get(kind, "")
    text = template.format(a=a, b=b, role=role_word(role) if role else "betrokken")
    return f"{text} ({dates})" if text and dates else text


def _of_alias(found: Difference, subject: Ref) -> News:
    said = found.said
    if not found.after:
        return News("lapsed", f"Staat er niet meer: {subject.name} heet ook {said.value}", before=said.value)
    until, since = _day(said.valid_to), _day(said.valid_from)
    if said.valid_to:
        return News(
            "renamed", f"{subject.name} heette {f'tot {until}' if until else 'eerder'} {said.value}", after=said.value
        )
    if since:
        return News("renamed", f"{subject.name} heet sinds {since} {said.value}", after=said.value)
    return News("new", f"{subject.name} heet ook {said.value}", after=said.value)


def _day(edtf: str) -> str:
    return in_words(edtf) if edtf and edtf != OPEN and is_date(edtf) else ""


def _of_field(found: Difference, subject: Ref) -> News:
    field = FIELD_KINDS[found.slot.kind]
    before, after = (listed([value_words(field.name, value) for value in side]) for side in found.values)
    if not after:
        return News("lapsed", f"Staat er niet meer: {subject.name}, {field.dutch} {before}", before, None)
    if not before:
        what = _COMES.get(field.name, "new")
        words = f"{subject.name} is gestopt ({after})" if what == "closed" else f"{subject.name}: {field.dutch} {after}"
        return News(what, words, None, after)
    return News("changed", f"{subject.name}: {field.dutch} was {before}, is nu {after}", before, after)
