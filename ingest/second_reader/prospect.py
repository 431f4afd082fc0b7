"""What a language model would be asked: pages, characters, tokens and time, before anything is sent."""

from __future__ import annotations

import math
from collections.abc import Callable

from graph_model.errors import NotUnderstood
from ingest.formats import pages_in
from ingest.page.model import Page
from ingest.report import Prospect
from ingest.second_reader.asking import likely_tokens, questions_of
from ingest.second_reader.endpoint import Endpoint
from ingest.second_reader.instructions import instructs
from ingest.second_reader.pace import Limits
from ingest.second_reader.prompt import Prompt
from ingest.sources import Listing, load

# What a model of middle size writes in a second; the time that is told says no more than whether to wait for it.
_TOKENS_A_SECOND = 40.0
_LEAST_SECONDS = 2.0


def prospect(
    listing: Listing, endpoint: Endpoint, prompt: Prompt, limits: Limits, stays: Callable[[str], bool]
) -> Prospect:
    """What the pages at hand would take; pages of the web are not fetched for this."""
    counts = dict.fromkeys(("pages", "characters", "calls", "tokens", "stayed", "instructing"), 0)
    seconds = 0.0
    for listed in listing.local:
        try:
            address, raw = load(listed)
            pages = list(pages_in(raw, address))
        except NotUnderstood:
            continue
        for page in pages:
            if stays(page.address):
                counts["stayed"] += 1
            elif instructs(page.text):
                counts["instructing"] += 1
            else:
                seconds += _add(counts, page, prompt)
    at_once = math.ceil(seconds / limits.parallel)
    paced = math.ceil(60 * counts["calls"] / limits.per_minute) if limits.per_minute else 0
    return Prospect(model=endpoint.model, address=str(endpoint.place), seconds=max(at_once, paced), **counts)


def _add(counts: dict[str, int], page: Page, prompt: Prompt) -> float:
    """Count a page; gives for how many seconds somebody would write the answer."""
    questions = questions_of(page, prompt)
    counts["pages"] += 1
    counts["characters"] += len(page.text)
    counts["calls"] += len(questions)
    counts["tokens"] += sum(map(likely_tokens, questions))
    return sum(max(_LEAST_SECONDS, len(q[-1]["content"]) * 2 / 7 / _TOKENS_A_SECOND) for q in questions)
