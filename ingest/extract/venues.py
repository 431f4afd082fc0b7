"""The place line of an event: venue, address, postcode and towns, or that it is online, or not known yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from ingest.extract.lazily import lazily

_ONLINE = lazily(
    r"\b(?:online|digitaal|(?:via |in |op )?(?:ms |microsoft )?teams|(?:via |in |op )?zoom|webinar|livestream"
    r"|(?:via|op|achter) (?:het|je|uw) (?:eigen )?(?:beeld)?scherm|van(?:af|uit) (?:je|uw) eigen (?:locatie|plek|huis)"
    r"|vanuit huis|thuis|videobellen|google meet|webex|skype)(?![^\W_])",
    re.IGNORECASE,
)
_HYBRID = lazily(r"\bhybrid[e]?\b(?: bijeenkomst)?\s*:?", re.IGNORECASE)
_UNDECIDED = lazily(
    r"(?:\b(?:de |het )?(?:exacte |precieze )?(?:locatie|plaats|adres)\s+)?"
    r"\b(?:(?:(?:wordt|worden|is)\s+)?(?:nader|nog|later|binnenkort)\s+(?:te bepalen|niet bekend|onbekend|"
    r"(?:nader\s+)?bekend\w*(?: te maken| gemaakt)?|bepaald|gemeld|doorgegeven)"
    r"|volgt(?:\s+(?:nog|later|per e-?mail))?|n\.?t\.?b\.|ntb|n\.?n\.?b\.|nnb|onbekend)(?![^\W_])",
    re.IGNORECASE,
)
_POSTCODE = lazily(r"(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![A-Za-z])")
_STREET_NAME = lazily(
    r"(?:straat|straatweg|weg|laan|plein|kade|gracht|dijk|hof|pad|steeg|singel|park|plantsoen|dreef|allee|markt|haven|"
    r"wal|boulevard|brink|burgwal|lei|vest|veld|akker|ring|baan|erf|zoom|meent|rade|kerkhof|str\.?)$",
    re.IGNORECASE,
)
_ADDRESS = lazily(
    r"(?P<street>[^\W\d_'’][^\d,;()]{1,60}?)\s+\d{1,4}(?:[ -]?[a-zA-Z](?![^\W_]))?"
    r"(?:\s?[-–/]\s?\d{1,4}[a-zA-Z]?)?(?![\w.:%])"
)
_ROOM = lazily(
    r"(?:de )?(?:grote |kleine |boven|raads|vergader)?(?:zaal|kamer|ruimte|lokaal|verdieping|etage|aula|foyer)\b"
    r"(?:\s+[A-Z]?\d[\w.-]*)?(?:\s+(?:van|in)\s+(?=[^\W\d_]))?"
)
_VENUE_NOUN = lazily(
    r"(?:dorpshuis|buurthuis|wijkcentrum|wijkgebouw|gemeentehuis|stadhuis|hotel|restaurant|café|bibliotheek|kerk|theater|"
    r"zorgcentrum|verzorgingshuis|multifunctioneel centrum|mfc|mfa|kulturhus|huis)\b",
    re.IGNORECASE,
)
_SEPARATOR = lazily(r"[,;|·•\n/]|\s[-–—]\s|[()]")
_TOWN_AFTER = lazily(r"\s(?:in|te|van)\s+(?=['’]?[^\W\d_])")
_JOINT = lazily(r"\s+en\s+(?:ook\s+)?|\s+&\s+|\s+of\s+")
_LABEL = lazily(r"[📍🏠📌\ue000-\uf8ff\ufe0f\s]*(?:(?:waar|plaats|locatie|adres|fysiek)\s*[:?]\s*)?", re.IGNORECASE)
_BEFORE_TOWN = lazily(r"(?:provincie|gemeente|regio|in|te|omgeving|centrum)\s+", re.IGNORECASE)
_EDGES = " \t\n\xa0.,;:-–—|·()/"

IsPlace = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line that stands at ``line[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """What a place line says. ``address`` is street and number; ``undecided`` that the place is still to be told."""

    venue: Piece | None = None
    address: Piece | None = None
    postcode: Piece | None = None
    towns: tuple[Piece, ...] = ()
    online: bool = False
    undecided: bool = False

    @property
    def town(self) -> Piece | None:
        """The first town that is named."""
        return self.towns[0] if self.towns else None

    @property
    def mode(self) -> Literal["online", "in_person", "hybrid", "unknown"]:
        """How one attends, by this line alone."""
        on_site = bool(self.venue or self.address or self.towns)
        if self.online:
            return "hybrid" if on_site else "online"
        return "in_person" if on_site else "unknown"


def parse_place_line(text: str, is_place: IsPlace) -> PlaceLine:
    """The parts of a place line, with or without its label; "Nader te bepalen" gives none of them.

    :param is_place: whether a name is that of a town, village, district or municipality.
    """
    label = _LABEL.match(text)
    start = label.end() if label else 0
    blanked, hybrid = _blank(_HYBRID, text, start)
    blanked, undecided = _blank(_UNDECIDED, blanked, start)
    line = PlaceLine(online=hybrid or _ONLINE.search(blanked, start) is not None, undecided=undecided)
    postcode = _POSTCODE.search(blanked, start)
    if postcode:
        line = replace(line, postcode=_piece(blanked, *postcode.span()))
        blanked = blanked[: postcode.start()] + "," * len(postcode[0]) + blanked[postcode.end() :]
    for segment in _segments(blanked, start):
        if line.postcode and not line.towns and segment.start >= line.postcode.end:
            line = replace(line, towns=(segment,))  # what follows a postcode is a town, known or not
        else:
            line = _with_segment(line, segment, blanked, is_place)
    return _with_venue_split(line, is_place)


def _blank(pattern: re.Pattern[str], text: str, start: int) -> tuple[str, bool]:
    """The text with what the pattern finds made into commas, so that spans hold; and whether it found anything."""
    blanked = pattern.sub(lambda match: "," * len(match[0]), text[start:])
    return text[:start] + blanked, blanked != text[start:]


def _piece(text: str, start: int, end: int) -> Piece | None:
    """The text between two offsets without its edges; None when nothing is left."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip(_EDGES))
    stripped = inner.strip(_EDGES)
    return Piece(stripped, start, start + len(stripped)) if stripped else None


def _segments(text: str, start: int) -> list[Piece]:
    """What stands between separators, in order; online phrases end a segment too."""
    segments = []
    for separator in (*_SEPARATOR.finditer(text, start), None):
        piece = _piece(text, start, separator.start() if separator else len(text))
        segments += [piece] if piece else []
        start = separator.end() if separator else start
    return segments


def _with_segment(line: PlaceLine, segment: Piece, text: str, is_place: IsPlace) -> PlaceLine:
    if _ONLINE.search(segment.text):
        return _with_on_site_half(line, segment, text, is_place)
    towns = _towns(segment, text, is_place)
    if towns:
        return _with_towns(line, towns)
    address = _address(segment, is_place, first=line.venue is None)
    if address is not None and line.address is None:
        line = replace(line, address=address)
        rest = [_piece(text, segment.start, address.start), _piece(text, address.end, segment.end)]
        for piece in rest:
            line = _with_segment(line, piece, text, is_place) if piece else line
        return line
    venue = _venue(segment, text)
    return replace(line, venue=venue) if venue and line.venue is None and _is_name(venue.text) else line


def _with_on_site_half(line: PlaceLine, segment: Piece, text: str, is_place: IsPlace) -> PlaceLine:
    """Of "Amersfoort en via Teams" the half that is not online."""
    start = segment.start
    for joint in (*_JOINT.finditer(text, segment.start, segment.end), None):
        half = _piece(text, start, joint.start() if joint else segment.end)
        start = joint.end() if joint else start
        if half and not _ONLINE.search(half.text):
            line = _with_segment(line, half, text, is_place)
    return line


def _towns(segment: Piece, text: str, is_place: IsPlace) -> tuple[Piece, ...]:
    """The towns that a segment consists of: "Zeist", "gemeente Oss", "Zeist en Soest", "Amsterdam-Noord"."""
    if is_place(segment.text):
        return (segment,)
    prefix = _BEFORE_TOWN.match(segment.text)
    if prefix and is_place(segment.text[prefix.end() :]):
        return (Piece(segment.text[prefix.end() :], segment.start + prefix.end(), segment.end),)
    if is_place(segment.text.partition("-")[0]) and " " not in segment.text:
        return (segment,)
    joint = _JOINT.search(segment.text)
    if joint is None:
        return ()
    halves = (
        _piece(text, segment.start, segment.start + joint.start()),
        _piece(text, segment.start + joint.end(), segment.end),
    )
    towns = tuple(half for half in halves if half and is_place(half.text))
    return towns if len(towns) == 2 else ()


def _with_towns(line: PlaceLine, towns: tuple[Piece, ...]) -> PlaceLine:
    """A place before the address is a venue that bears the name of a place."""
    if line.towns and line.address and not line.venue and line.towns[-1].end <= line.address.start:
        return replace(line, venue=line.towns[0], towns=towns)
    return replace(line, towns=(*line.towns, *towns))


def _address(segment: Piece, is_place: IsPlace, *, first: bool) -> Piece | None:
    """Street and number; without a street's ending only after a venue ("Lange Voorhout 8", but "Pand 48")."""
    match = _ADDRESS.search(segment.text)
    if match is None or _ROOM.match(segment.text):
        return None
    start = match.start()
    named = _STREET_NAME.search(match["street"]) is not None
    rest = segment.text[match.end() :].strip(_EDGES)
    if not named and (first or (rest and not is_place(rest))):
        return None
    if named and _VENUE_NOUN.match(match["street"]):
        start = match.start() + match["street"].rindex(" ") + 1 if " " in match["street"] else start
    return Piece(segment.text[start : match.end()], segment.start + start, segment.start + match.end())


def _venue(segment: Piece, text: str) -> Piece | None:
    """The venue without the room in it: "grote zaal van De Uitkijk" is De Uitkijk."""
    room = _ROOM.match(segment.text)
    return _piece(text, segment.start + room.end(), segment.end) if room else segment


def _is_name(venue: str) -> bool:
    """A venue has a capital, or is said by what it is ("dorpshuis van Almen"); "de bijeenkomst is" is none."""
    return any(character.isupper() for character in venue) or _VENUE_NOUN.match(venue) is not None


def _with_venue_split(line: PlaceLine, is_place: IsPlace) -> PlaceLine:
    """Without a town of its own, the one that the venue ends in: "Hotel X in Utrecht", "Gemeentehuis Emmen"."""
    venue = line.venue
    if venue is None or line.towns:
        return line
    for after in reversed([*_TOWN_AFTER.finditer(venue.text)]):
        if is_place(venue.text[after.end() :]):
            town = Piece(venue.text[after.end() :], venue.start + after.end(), venue.end)
            if after[0].strip() == "van":
                return replace(line, towns=(town,))
            before = Piece(venue.text[: after.start()], venue.start, venue.start + after.start())
            return replace(line, venue=before, towns=(town,))
    last = venue.text.rpartition(" ")[2]
    if last != venue.text and is_place(last):
        return replace(line, towns=(Piece(last, venue.end - len(last), venue.end),))
    return line
