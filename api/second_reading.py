"""Wiring: from settings to a language model as a second reader. Nothing of it is imported where none is asked for."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.settings import Settings
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from ingest.readers import Readers
    from ingest.report import Prospect
    from ingest.second_reader.endpoint import Endpoint
    from ingest.second_reader.extracting import SecondLines
    from ingest.second_reader.pace import Limits
    from ingest.second_reader.prompt import Prompt
    from ingest.sources import Listing
    from queries import Graph
    from queries.ledger.replies import Reply
    from queries.masking import KeyedNames

BUILT_IN = "samenspel"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to read: ``samenspel``, ``model`` or ``both``; the budget (0: no limit), and what may not leave."""

    reader: str = BUILT_IN
    max_calls: int = 0
    max_tokens: int = 0
    keep_here: bool = False

    @property
    def built_in(self) -> bool:
        """Whether no language model has a part in it."""
        return self.reader == BUILT_IN


def endpoint_of(settings: Settings) -> Endpoint:
    """The language model that the settings name.

    :raises BadQuestion: when they name none.
    """
    from ingest.second_reader.endpoint import Endpoint

    if not settings.model_url or not settings.model_name:
        raise BadQuestion(
            "Er is geen taalmodel ingesteld: zet SAMENSPEL_MODEL_URL (bijvoorbeeld http://localhost:11434/v1) en "
            "SAMENSPEL_MODEL_NAME."
        )
    endpoint = Endpoint(settings.model_url, settings.model_name, settings.model_key, float(settings.model_seconds))
    if not endpoint.local and not settings.model_key and endpoint.place.scheme == "https":
        raise BadQuestion("Voor een taalmodel elders is een sleutel nodig: zet SAMENSPEL_MODEL_KEY.")
    return endpoint


def record_consent(settings: Settings, at: str) -> str:
    """Record that pages may go to the language model that is set; gives what was agreed to, in Dutch."""
    from ingest.second_reader.consent import give, words_for

    endpoint = endpoint_of(settings)
    if not endpoint.local:
        give(endpoint, settings.data, getpass.getuser(), at)
    return words_for(endpoint)


def needs_consent(settings: Settings) -> str:
    """What there is to agree to before anything is sent, in Dutch; empty when nothing is."""
    from ingest.second_reader.consent import consent_to, words_for

    endpoint = endpoint_of(settings)
    return "" if endpoint.local or consent_to(endpoint, settings.data) else words_for(endpoint)


@contextmanager
def readers_of(settings: Settings, wanted: Wanted, listing: Listing, graph: Graph) -> Iterator[Readers | None]:
    """Who reads into the graph; None when that is the built-in reader alone.

    :raises NotAllowed: when pages would leave this machine without consent.
    """
    if wanted.built_in:
        yield None
        return
    from ingest.pipeline import now
    from ingest.second_reader.asking import Asker, Who
    from ingest.second_reader.consent import require
    from ingest.second_reader.readers import SecondReaders
    from ingest.second_reader.understanding import Mode
    from queries.ledger.replies import keep_replies

    endpoint, prompt = endpoint_of(settings), _prompt(settings)
    require(endpoint, settings.data)

    def keep(reply: Reply) -> Reply:
        return keep_replies(graph, [reply])[0]

    with Asker(Who(endpoint, prompt, _limits(settings, wanted)), keep, now) as asker:
        yield SecondReaders(
            asker, endpoint.model, prompt.version, Mode(wanted.reader), _stays(endpoint, wanted, listing)
        )


@contextmanager
def lines_by(settings: Settings, wanted: Wanted, listing: Listing) -> Iterator[SecondLines | None]:
    """Who reads without a graph; None when that is the built-in reader alone.

    :raises NotAllowed: when pages would leave this machine without consent.
    """
    if wanted.built_in:
        yield None
        return
    from ingest.pipeline import now
    from ingest.second_reader.asking import Asker, Who
    from ingest.second_reader.consent import require
    from ingest.second_reader.extracting import SecondLines
    from ingest.second_reader.understanding import Mode
    from queries.ledger.replies import masked_reply

    erased = _erased(settings)

    def keep(reply: Reply) -> Reply:
        return masked_reply(reply, erased)

    endpoint, prompt = endpoint_of(settings), _prompt(settings)
    require(endpoint, settings.data)
    with Asker(Who(endpoint, prompt, _limits(settings, wanted)), keep, now) as asker:
        yield SecondLines(
            asker, endpoint.model, prompt.version, Mode(wanted.reader), _stays(endpoint, wanted, listing), erased
        )  # fmt: skip


def _erased(settings: Settings) -> KeyedNames | None:
    """The names that are to stay forgotten, where there is a graph that knows them."""
    from api.bootstrap import open_graph
    from graph_model.errors import GraphUnavailable
    from queries.ledger.suppressions import erased_people

    try:
        with open_graph(settings) as graph:
            return erased_people(graph) if graph.secret else None
    except GraphUnavailable:
        return None


def prospect_of(settings: Settings, wanted: Wanted, listing: Listing) -> Prospect | None:
    """What the language model would be asked about the pages at hand; nothing is sent."""
    if wanted.built_in:
        return None
    from ingest.second_reader.prospect import prospect

    endpoint, prompt = endpoint_of(settings), _prompt(settings)
    return prospect(listing, endpoint, prompt, _limits(settings, wanted), _stays(endpoint, wanted, listing))


def _prompt(settings: Settings) -> Prompt:
    from ingest.second_reader.prompt import prompt_of

    return prompt_of(settings.model_prompt, settings.model_part)


def _limits(settings: Settings, wanted: Wanted) -> Limits:
    from ingest.second_reader.pace import Limits

    return Limits(
        parallel=settings.model_parallel, per_minute=settings.model_per_minute,
        max_calls=wanted.max_calls, max_tokens=wanted.max_tokens,
    )  # fmt: skip


def _stays(endpoint: Endpoint, wanted: Wanted, listing: Listing) -> Callable[[str], bool]:
    """Whether the page at an address may not leave: none may with ``--keep-here``, those of some sources never."""
    from ingest.second_reader.leaving import stays_here

    if wanted.keep_here:
        return lambda _: True
    return (lambda _: False) if endpoint.local else stays_here(listing)
