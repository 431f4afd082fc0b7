"""Reading a reply: ``read(page, reply) → Reading``, as pure as the built-in reader; and what two readers say together.

The same page and the same reply always give the same claims. The built-in reading of the page, itself a function of
the page, is the measure of how far a reply can be trusted, and gives things their names where both found them: so
what both say is one claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from graph_model.keys import digest
from ingest.extract import VERSION
from ingest.page.model import Page
from ingest.reading import MODEL_READER, Reading
from ingest.second_reader.agreement import agreement_of
from ingest.second_reader.confidence import Weights, shipped
from ingest.second_reader.gate import Passed, let_through
from ingest.second_reader.joint import Joint
from ingest.second_reader.reply import Told

READER = MODEL_READER
# Whatever has a say in what a reply comes to; how it is asked for does not.
_SAYS = (
    "agreement.py", "confidence.py", "confidence.tsv", "gate.py", "instructions.py", "instructions.tsv", "joint.py",
    "moments.py", "names.py", "reading.py", "reply.py", "surroundings.py", "wording.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Together:
    """What two readers say of a page: the built-in one in the light of the reply, and the reply by itself."""

    first: Reading
    second: Reading
    passed: Passed


@cache
def _code() -> str:
    """A hash over the code and data that read a reply: equal code reads equal replies equally."""
    state = blake2b(digest_size=6)
    for name in _SAYS:
        state.update(files("ingest.second_reader").joinpath(name).read_bytes())
    return state.hexdigest()


def version_of(model: str, prompt: str) -> str:
    """The version of a second reader: its model by name, then a hash with its prompt and the code and data here."""
    return f"{model} {digest(model, prompt, _code(), VERSION)[:12]}"


def first_version(version: str) -> str:
    """The version of the built-in reader where it reads together with a second reader of this version."""
    return f"{VERSION}+{version}"


def together(page: Page, told: Told, first: Reading, version: str, weights: Weights | None = None) -> Together:
    """What a reply says of its page, and what the built-in reading of the page says in its light.

    :param first: the built-in reading, its places told apart.
    """
    passed = let_through(page, told)
    if not passed.things:
        return Together(
            replace(first, version=first_version(version)), Reading(READER, version, (), ()), passed
        )  # fmt: skip
    joint = Joint(page, agreement_of(passed, first), shipped() if weights is None else weights)
    return Together(joint.first(first_version(version)), joint.second(READER, version), passed)
