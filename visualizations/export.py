"""A map as one file that works without a server and without the internet, and from which nothing gets out."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from pathlib import Path

from markupsafe import Markup

from graph_model.errors import NotAllowed
from visualizations.drawing import DrawnMap
from visualizations.network import SCRIPTS, STATIC, STYLES, Addresses, render


def page(drawn: DrawnMap, heading: str = "", about: str = "") -> str:
    """The whole page; names, quotes and addresses of the map are data in it, never markup or script.

    :param heading: its title; by default named after the thing in the middle.
    :param about: a line under the title; by default how much is on the map.
    """
    scripts = [_text(name) for name in SCRIPTS]
    style = "\n".join(map(_text, STYLES))
    return render(
        "file.html",
        drawn,
        Addresses(),
        heading or _heading(drawn),
        about=about or f"{len(drawn.things)} dingen en {len(drawn.links)} verbanden, elk met de citaten erachter.",
        policy=policy(scripts, style),
        scripts=[Markup(script) for script in scripts],
        style=Markup(style),
    )


def write(drawn: DrawnMap, out: Path, heading: str = "") -> None:
    """Write the page to a file: wholly, or, when that cannot be, not at all.

    :raises NotAllowed: the file cannot be written.
    """
    draft = out.with_name(f".{out.name}.{secrets.token_hex(6)}")
    try:
        draft.write_bytes(page(drawn, heading).encode("utf-8", "replace"))
        os.replace(draft, out)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NotAllowed(f"De kaart kan niet naar {out}: bestaat die map, en mag er geschreven worden?") from error


def policy(scripts: list[str], style: str) -> str:
    """A content security policy under which exactly these scripts and this style work, and nothing is fetched."""
    return "; ".join((
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts))}",
        f"style-src {_hash(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ))  # fmt: skip


def _heading(drawn: DrawnMap) -> str:
    return f"Rond {drawn.thing.name}" if drawn.thing else "Netwerkkaart"


def _text(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
