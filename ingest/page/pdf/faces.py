"""Fonts of a PDF as far as reading goes: the text and the width of each code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.I)
_BOLD_FROM = 600  # of the weights 100 to 900
# Ligatures are letters to a reader, and codes that a Latin font does not have are drawn as bullets.
_SHOWN = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x7f": "•", "\xa0": " "}
)


@dataclass(slots=True)
class Face:
    """A font as far as reading goes. ``known`` maps codes to (text, width in thousandths of the size)."""

    font: Font
    bold: bool
    known: dict[bytes, tuple[str, float]] = field(default_factory=dict)

    def glyphs(self, codes: bytes) -> list[tuple[str, float]]:
        """The text and width of each code."""
        step = 2 if isinstance(self.font.encoding, str) and "utf-16" in self.font.encoding else 1
        found = []
        for i in range(0, len(codes), step):
            code = codes[i : i + step]
            glyph = self.known.get(code)
            if glyph is None:
                glyph = self.known[code] = self._glyph(code)
            found.append(glyph)
        return found

    def _glyph(self, code: bytes) -> tuple[str, float]:
        font = self.font
        if isinstance(font.encoding, str):
            raw = code.decode(font.encoding, "replace")
            text = raw
        else:
            raw = chr(code[0])
            text = font.encoding.get(code[0], raw)
        shown = "".join(str(font.character_map.get(character, character)) for character in text)
        return shown.translate(_SHOWN), float(font.get_text_width(raw))


@dataclass(slots=True)
class Faces:
    """The faces of a document by the font resources that describe them."""

    known: dict[int, tuple[Any, Face | None]] = field(default_factory=dict)

    def of(self, resource: Any) -> Face | None:
        """The face that a resource describes; None when its letters can't be told."""
        described = resource.get_object() if resource is not None else None
        if not isinstance(described, dict):
            return None
        if id(described) not in self.known:
            # The resource is kept with its face, so that no other can get its id.
            self.known[id(described)] = described, _face(described)
        return self.known[id(described)][1]


def _face(described: Any) -> Face | None:
    # Not among the public names of pypdf, hence the upper bound of its version in pyproject.toml.
    from pypdf.generic._font import Font

    font = Font.from_font_resource(described)
    weight = str(font.font_descriptor.weight)
    bold = bool(_BOLD.search(font.name)) or (weight.isdigit() and int(weight) >= _BOLD_FROM)
    return Face(font, bold) if font.interpretable else None
