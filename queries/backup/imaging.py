"""The image that may follow the rows of a backup: the same ledger, drawn and indexed, in the form of one engine.

To take rows in, to project them and to index them takes a restore fifteen seconds for 100,000 claims; to take an image
takes two. It is a short cut and no more: it says nothing that the rows do not say, and where it does not fit (another
engine, another version of it or of this program, somebody who was erased here meanwhile) the rows are taken. An engine
trusts what stands in its own files, so only an image that was made with our secret is given to it.
"""

from __future__ import annotations

import hmac
from hashlib import blake2b
from pathlib import Path

from graph_model.program import program
from queries.backup.counter import counter_of
from queries.backup.form import LABELS, Row
from queries.backup.reading import Header
from queries.engine.base import Graph, Reading
from queries.engine.image import Image, hash_from


def told_of(image: Path, form: str, secret: bytes | None, header: Row) -> Row:
    """What the end of a backup tells of its image."""
    with image.open("rb") as file:
        digest = hash_from(file, 0)
    mark = _mark(secret, digest, header["uid"], header["ledger_version"])
    return {"form": form, "program": _program(), "size": image.stat().st_size, "sha256": digest, "mark": mark}


def image_for(graph: Graph, file: Path, header: Header) -> Image | None:
    """The image in a verified backup; None where there is none that fits this graph's engine, program and secret."""
    told = header.image
    if told is None or (told["form"], told["program"]) != (graph.image_form, _program()):
        return None
    if not hmac.compare_digest(
        str(told["mark"]), _mark(graph.secret, told["sha256"], header.uid, header.ledger_version)
    ):
        return None
    return Image(file, header.lines_end, told["sha256"])


def holds_what_is_told(tx: Reading, header: Header) -> bool:
    """Whether a store that was made from an image holds that ledger, and so many rows of each label."""
    ledger = counter_of(tx)
    rows = {label: tx.run(f"MATCH (n:{label}) RETURN count(n) AS number")[0]["number"] for label in LABELS}
    same = (ledger["uid"], ledger["version"], ledger.get("unswept")) == (header.uid, header.ledger_version, None)
    return same and {label: number for label, number in rows.items() if number} == header.rows


def _program() -> str:
    """This program, with a mark of the code that draws the graph of a ledger: another one might draw it otherwise."""
    return program("graph_model", "queries/ledger")


def _mark(secret: bytes | None, *parts: object) -> str:
    """What only who knows the secret can write."""
    text = "\n".join(map(str, parts)).encode()
    return blake2b(text, key=(secret or b"")[:64], digest_size=32, person=b"backup_image").hexdigest()
