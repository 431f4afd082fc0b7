"""How kinds look: a colour of Okabe and Ito's palette, which the colour-blind tell apart, and a shape for each kind.

Kinds that belong together (an event and its series) share a colour, so the shape alone always tells a kind. Where a
colour stands out too little from the background its outline does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType

from graph_model.schema import NODE_KINDS

SHAPES = (
    "circle", "square", "diamond", "star", "hexagon", "triangle", "triangle_down", "pentagon", "plus", "cross", "ring",
    "page",
)  # fmt: skip
BACKGROUNDS = MappingProxyType({"light": "#fbfaf7", "dark": "#15191e"})
ENOUGH = 3.0
"""The contrast that WCAG 2.2 asks of what is no text (1.4.11)."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a kind: the name of its shape, one of :data:`SHAPES`, and its colour as #rrggbb."""

    shape: str
    colour: str

    def outline(self, theme: str) -> str:
        """The colour of its edge: the colour itself, made darker or lighter until it stands out from the background."""
        background = BACKGROUNDS[theme]
        towards = "#000000" if theme == "light" else "#ffffff"
        steps = (mixed(self.colour, towards, step / 20) for step in range(21))
        return next(colour for colour in steps if contrast(colour, background) >= ENOUGH)


_GREEN, _BLUE, _ORANGE, _RED, _SKY, _PURPLE, _YELLOW, _GREY = (
    "#009e73", "#0072b2", "#e69f00", "#d55e00", "#56b4e9", "#cc79a7", "#f0e442", "#8a8f98",
)  # fmt: skip
LOOKS = MappingProxyType({
    "Initiative": Look("circle", _GREEN),
    "CareOrganisation": Look("square", _BLUE),
    "Partner": Look("diamond", _ORANGE),
    "ClientCouncil": Look("hexagon", _BLUE),
    "Movement": Look("star", _RED),
    "Person": Look("triangle", _SKY),
    "Event": Look("triangle_down", _PURPLE),
    "EventSeries": Look("pentagon", _PURPLE),
    "Theme": Look("plus", _YELLOW),
    "Keyword": Look("cross", _YELLOW),
    "Place": Look("ring", _GREY),
    "Document": Look("page", _GREY),
})  # fmt: skip
# Organisations first, as in a sentence: who, then what, then where and whereof.
ORDER = tuple(LOOKS)


def radius(degree: int) -> float:
    """Half the width of a thing with so many links, in pixels at zoom 1; it grows slowly, so that hubs stay modest."""
    return min(5.0 + 1.5 * math.sqrt(degree), 17.0)


def legend() -> list[dict[str, str]]:
    """The kinds in the order of the legend, as the map's script reads them."""
    return [
        {
            "kind": kind,
            "one": NODE_KINDS[kind].dutch,
            "many": NODE_KINDS[kind].dutch_plural,
            "shape": look.shape,
            "colour": look.colour,
            "light": look.outline("light"),
            "dark": look.outline("dark"),
        }
        for kind, look in LOOKS.items()
    ]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with this share of another."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
