"""Many pages from few: the bundled sample pages, varied so that each is a page of its own with a name of its own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_PAGES = (".html", ".txt", ".md")


def samples() -> list[tuple[str, bytes]]:
    """The bundled sample pages: name and bytes."""
    folder = files("ingest") / "samples"
    found = (file for file in folder.iterdir() if file.name.endswith(_PAGES))
    return [(file.name, file.read_bytes()) for file in sorted(found, key=lambda file: file.name)]


def varied(number: int) -> list[tuple[str, bytes]]:
    """So many pages, as (file name, bytes): the samples in turn, each with a sentence about a number of its own."""
    found = samples()
    made = []
    for n in range(number):
        name, raw = found[n % len(found)]
        line = f"Op deze bijeenkomst vertelde Stichting Buurtkring Nummer {n} over haar werk in Zutphen."
        made.append((f"{n:04d}-{name}", _with_line(name, raw, line)))
    return made


def write_pages(folder: Path, number: int) -> list[Path]:
    """Write so many pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, raw in varied(number):
        paths.append(folder / name)
        paths[-1].write_bytes(raw)
    return paths


def _with_line(name: str, raw: bytes, line: str) -> bytes:
    if not name.endswith(".html"):
        return raw + f"\n\n{line}\n".encode()
    # Behind a single article stand comments, which are not read; several make a list, of which the line is no part.
    end = raw.find(b"</article>") if raw.count(b"</article>") == 1 else raw.rfind(b"</main>")
    assert end >= 0, "a sample page in HTML marks its own content"
    return raw[:end] + f"<p>{line}</p>\n".encode() + raw[end:]
