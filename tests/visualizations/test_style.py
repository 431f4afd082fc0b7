"""Every kind looks like no other, in light and dark, also without colour."""

from __future__ import annotations

import re

import pytest

from graph_model.schema import NODE_KINDS
from visualizations.network import STATIC
from visualizations.style import BACKGROUNDS, ENOUGH, LOOKS, SHAPES, contrast, radius


def test_every_kind_has_a_look() -> None:
    assert LOOKS.keys() == NODE_KINDS.keys()


def test_no_two_kinds_share_a_shape() -> None:
    assert sorted(look.shape for look in LOOKS.values()) == sorted(SHAPES)


@pytest.mark.parametrize("theme", BACKGROUNDS)
@pytest.mark.parametrize("kind", LOOKS)
def test_the_outline_of_every_kind_stands_out(kind: str, theme: str) -> None:
    assert contrast(LOOKS[kind].outline(theme), BACKGROUNDS[theme]) >= ENOUGH


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_style_sheet_has_the_same_backgrounds() -> None:
    papers = re.findall(r"--map-paper: (#\w{6})", (STATIC / "map/map.css").read_text(encoding="utf-8"))
    assert papers == [BACKGROUNDS["light"], BACKGROUNDS["dark"], BACKGROUNDS["dark"]]


def test_the_script_makes_things_as_large_as_the_layout_does() -> None:
    script = (STATIC / "map/model.js").read_text(encoding="utf-8")
    assert "Math.min(5 + 1.5 * Math.sqrt(degree), 17)" in script
    assert (radius(0), radius(4), radius(400)) == (5, 8, 17)
