"""Text from the graph on its way into a page: a stranger's, so it is cleaned here and escaped by the templates."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

from markupsafe import Markup, escape

from queries.results import Claim, Ref

# Control characters, and marks that would turn the direction of what follows; new lines and tabs stay.
_BLANK = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000)), " "
)
_GONE = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF))
_UNSAFE: dict[int, str | None] = {**_BLANK, **_GONE}
_MASK = "█"
# So many words of a quote at both ends find it; the browser looks for all between them.
_ENDS = 5
_WHOLE = 12


def clean(value: object) -> object:
    """What a template is about to print: text without characters that would do something; markup as it is."""
    return value.translate(_UNSAFE) if isinstance(value, str) and not isinstance(value, Markup) else value


def named(name: str) -> Markup:
    """A name, isolated so that its direction does not turn what stands beside it."""
    return Markup("<bdi>{}</bdi>").format(" ".join(name.translate(_UNSAFE).split()) or "–")


def linked(sentence: str, things: Iterable[Ref]) -> Markup:
    """A sentence in which the first mention of each of these things leads to its page."""
    found: dict[int, Ref] = {}
    taken: list[range] = []
    for thing in sorted(things, key=lambda thing: -len(thing.name)):
        at = sentence.find(thing.name)
        here = range(at, at + len(thing.name))
        if at >= 0 and here and not any(here.start < one.stop and one.start < here.stop for one in taken):
            found[at] = thing
            taken.append(here)
    parts, done = [Markup()], 0
    for at, thing in sorted(found.items()):
        way = Markup('<a href="{}">{}</a>').format(thing_address(thing.id), named(thing.name))
        parts += [escape(clean(sentence[done:at])), way]
        done = at + len(thing.name)
    return Markup().join([*parts, escape(clean(sentence[done:]))])


def web_address(address: str | None) -> str:
    """The address when it is a web page, else empty: no other scheme ever becomes a link."""
    text = (address or "").strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or any(c.isspace() for c in text):
        return ""
    return text


def shown_host(address: str) -> str:
    """The host of a web address, to show."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def original(claim: Claim) -> str:
    """The web page that a claim comes from, with the words of its quote marked (a text fragment); empty for none."""
    address = web_address(claim.document.url)
    if not address or claim.start is None:
        return address
    fragment = text_fragment(claim.quote)
    return f"{address.partition('#')[0]}#:~:text={fragment}" if fragment else address


def text_fragment(text: str) -> str:
    """The words of a quote as a text fragment: all of a short one, the first and last words of a long one.

    What is masked stands otherwise on the page, so only the longest run of words without a mask counts.
    """
    runs: list[list[str]] = [[]]
    for word in text.translate(_UNSAFE).split():
        if _MASK in word:
            runs.append([])
        else:
            runs[-1].append(word)
    words = max(runs, key=len)
    if len(words) <= _WHOLE:
        return _encoded(words)
    return f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def address(path: str, **parameters: object) -> str:
    """An address of ours with the parameters that hold something."""
    held = {name: value for name, value in parameters.items() if value not in ("", None)}
    return f"{path}?{urlencode(held)}" if held else path


def thing_address(thing_id: str) -> str:
    """The page of a thing."""
    return f"/ding/{quote(thing_id, safe='')}"


def source_address(source_id: str, claim_id: str = "") -> str:
    """The page of a source, at the quote of a claim."""
    return f"/bron/{quote(source_id, safe='')}" + (f"#{quote(claim_id, safe='')}" if claim_id else "")
