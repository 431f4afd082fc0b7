"""A campaign of mutated pages, in a process of its own: ``python -m tests.ingest.mutation FIRST LAST SECONDS``.

Each number makes one mutant, always the same, of a file that we wrote: bytes turned, taken out, put in twice, replaced
by what formats stumble over, or two files spliced. Packed formats are mutated packed and unpacked. Every mutant is read
as pages and its pages are read for claims. Prints one JSON object: how many were read and refused, the slowest and what
it took, the memory at most, and what went wrong, by number.
"""

from __future__ import annotations

import io
import json
import logging
import signal
import sys
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from types import FrameType

from graph_model.errors import NotUnderstood
from ingest.extract import read
from ingest.formats import addresses_in, pages_in
from tests.ingest.papers import add_link, docx_of, lines, pdf_of, raw_pdf

ROOT = Path(__file__).parents[2]
LONGEST = 1_800  # characters of a text that is mutated: what breaks does so on short pages too
# Blanks within a token are written as ~.
_TOKENS = [
    token.replace("~", " ").encode()
    for token in r"""\0 </ < > <!-- --> <![CDATA[ ]]> <table><tr><td> </div></div> <p~hidden> &#0; &#x10ffff; ( ) << >>
    endstream endobj 1~0~R /Kids [ ] BT Tj -1 99999999999 1e99 BEGIN:VEVENT END:VEVENT : ; , [a]( ** #~ -~ |~a~|~b~|
    jan@a.example 06-12345678 32~februari~2024 25.99~uur Thema's: <script~type=application/ld+json>{ <w:p> </w:tbl> 📅
    “ █""".split()
] + [b"\0", b"\xff\xfe", b"\xc3", b"\r", b"\n\n", b"\t\t", b"   "]


class TooSlow(BaseException):
    """Raised in the midst of a page that takes too long; no reader catches it."""


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """The files that mutants are made of, by name."""
    texts = sorted([*(ROOT / "ingest" / "samples").glob("*.*"), *(ROOT / "tests" / "pages").glob("*.*")])
    found = [
        (path.name, path.read_bytes() if path.suffix == ".pdf" else path.read_bytes()[:LONGEST])
        for path in texts
        if path.suffix != ".py"
    ]
    return (*found, ("klein.pdf", _paper()), ("los.pdf", _unpacked_paper()), ("verslag.docx", _minutes()))


def _paper() -> bytes:
    words = "De buurtkring in Warmond werkt samen met Zorggroep Veld-\nzicht. Voorzitter is Mina Hagedoorn."
    sheet = [
        *lines("Verslag van de buurt", y=780, size=18),
        *lines(words),
        *lines(words, x=320),
        *lines("• een\n• twee", y=500),
    ]
    return pdf_of(sheet, sheet, title="Verslag", links=[("https://a.example/", (60, 690, 200, 712))])


def _unpacked_paper() -> bytes:
    content = b"".join(text.drawn() for text in lines("Een regel over de zorg\nNog een regel", size=12))
    packed = zlib.compress(content)
    plain = (
        raw_pdf([content]).replace(packed, content).replace(b"/Length %d" % len(packed), b"/Length %d" % len(content))
    )
    return plain.replace(b" /Filter /FlateDecode", b"")


def _minutes() -> bytes:
    def write(document: object) -> None:
        document.add_heading("Verslag van de buurtkring", 0)  # type: ignore[attr-defined]
        document.add_paragraph("Datum:\t12 maart 2026")  # type: ignore[attr-defined]
        document.add_paragraph("Mina Hagedoorn (voorzitter)", style="List Bullet")  # type: ignore[attr-defined]
        document.add_table(2, 2).cell(1, 1).text = "Zorggroep Veldzicht"  # type: ignore[attr-defined]
        add_link(document.add_paragraph("Zie "), "Veldzicht", "https://a.example/")  # type: ignore[attr-defined]

    return docx_of(write)


def mutant(number: int) -> tuple[str, bytes]:
    """The name of the original and the bytes of a mutant."""
    random = Random(number)
    name, raw = originals()[number % len(originals())]
    if name.endswith(".docx") and random.random() < 0.8:
        return name, _mutated_part(raw, random)
    return name, _mutated(raw, random)


def _mutated(raw: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 5))):
        start = random.randrange(len(raw) + 1)
        end = min(len(raw), start + random.choice((1, 1, 4, 30, 300)))
        raw = raw[:start] + _instead(raw[start:end], random) + raw[end:]
    return raw[: random.randrange(len(raw) + 1)] if random.random() < 0.1 else raw


def _instead(piece: bytes, random: Random) -> bytes:
    """What comes in the place of a piece."""
    how = random.randrange(7)
    if how == 0:
        return bytes(byte ^ (1 << random.randrange(8)) for byte in piece)
    if how == 1:
        return random.randbytes(len(piece))
    if how == 2:
        return b""
    if how == 3:
        return piece * random.choice((2, 3, 50))
    if how == 4:
        return piece + random.choice(_TOKENS)
    if how == 5:
        return random.choice(_TOKENS) * random.choice((1, 1, 2, 40))
    _, other = random.choice(originals())
    start = random.randrange(len(other))
    return other[start : start + 200]


def _mutated_part(raw: bytes, random: Random) -> bytes:
    """A package with one of its parts mutated."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as package, zipfile.ZipFile(made, "w") as changed:
        names = package.namelist()
        chosen = "word/document.xml" if random.random() < 0.7 else random.choice(names)
        for name in names:
            part = package.read(name)
            changed.writestr(name, _mutated(part, random) if name == chosen else part)
    return made.getvalue()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def try_one(number: int) -> str:
    """Read a mutant wholly: what became of it ("gelezen" or "geweigerd")."""
    name, raw = mutant(number)
    try:
        for page in pages_in(raw, f"file:///mutant/{name}"):
            read(page)
            page.text.encode()
        outcome = "gelezen"
    except NotUnderstood:
        outcome = "geweigerd"
    if name.endswith((".rss", ".atom", ".xml")):
        with suppress(NotUnderstood):
            addresses_in(raw, "https://debrug.example/")
    return outcome


def campaign(numbers: Sequence[int], seconds: float) -> dict[str, object]:
    """Try these mutants, each within so many seconds of work: on a busy machine waiting is no fault of a page."""
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGPROF, _stop)
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    slowest = (0.0, -1)
    for number in numbers:
        began = process_time()
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            outcomes[try_one(number)] += 1
        except (Exception, TooSlow):  # noqa: BLE001  whatever goes wrong is what is looked for
            failures.append(f"{number} ({mutant(number)[0]}): {traceback.format_exc()}")
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, (round(process_time() - began, 3), number))
    # Of this program alone: the figure of ``getrusage`` begins with what its parent held.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    return {
        "outcomes": outcomes,
        "failures": failures[:20],
        "failed": len(failures),
        "slowest": slowest,
        "megabytes": memory,
    }


if __name__ == "__main__":
    first, last, most = sys.argv[1:]
    sys.stdout.write(json.dumps(campaign(range(int(first), int(last)), float(most))) + "\n")
