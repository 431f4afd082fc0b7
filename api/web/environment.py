"""The templates: where they are, what they may call, and the one place where text is escaped (always)."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.web import marks, text
from queries.invented import is_invented
from visualizations.network import STATIC as MAP_STATIC
from visualizations.style import LOOKS

OWN_STATIC = Path(__file__).parents[1] / "static"
STATIC = "/static"
MAP = f"{STATIC}/kaart"


@cache
def environment() -> Environment:
    """The templates of the pages. What they print is cleaned, then escaped; a name that is not there is an error."""
    made = Environment(
        loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=text.clean, auto_reload=False,
    )  # fmt: skip
    made.globals.update(
        address=text.address, is_invented=is_invented, kinds=tuple(LOOKS), linked=text.linked, mark=marks.mark,
        named=text.named, original=text.original, shown_host=text.shown_host, source_address=text.source_address,
        static=static, thing_address=text.thing_address, web_address=text.web_address,
    )  # fmt: skip
    return made


@cache
def static(name: str) -> str:
    """The address of a file under ``static``, which changes when the file does, so that browsers may keep it."""
    return f"{STATIC}/{name}?v={_hash(OWN_STATIC / name)}"


@cache
def map_static(name: str) -> str:
    """The same, of a file of the network map."""
    return f"{MAP}/{name}?v={_hash(MAP_STATIC / name)}"


def _hash(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes(), digest_size=5).hexdigest()
