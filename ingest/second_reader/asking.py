"""Asking: ``ask(page) → reply``, over the network, several pages at once; each reply is kept as soon as it is whole.

Whatever goes wrong costs that page only, and is told with it.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from graph_model.errors import NotAllowed, NotUnderstood
from ingest.page.model import Page
from ingest.second_reader.endpoint import Answer, Endpoint, Hiccup, NotTaken, estimated_tokens
from ingest.second_reader.pace import GivenUp, Limits, Purse, Stopped, Turnstile, patience
from ingest.second_reader.parts import parts_of
from ingest.second_reader.prompt import Message, Prompt
from ingest.second_reader.reply import json_of_answer
from queries.ledger.replies import Reply

# Keeps a reply and gives it back as it is kept.
Keep = Callable[[Reply], Reply]
# What a reply comes to beside its page: replies are about as long as the pages are.
_ANSWER_SHARE = 1.2


@dataclass(frozen=True, slots=True)
class Who:
    """Who is asked, what, and at what pace."""

    endpoint: Endpoint
    prompt: Prompt
    limits: Limits


class Asker:
    """Asks a language model about pages. Several may wait for their answer at once."""

    def __init__(self, who: Who, keep: Keep, clock: Callable[[], str]) -> None:
        self._who = who
        self._keep = keep
        self._clock = clock
        self._turns = Turnstile(who.limits)
        self._pool = ThreadPoolExecutor(who.limits.parallel, thread_name_prefix="asking")
        self._lock = threading.Lock()
        self._strikes = 0
        self._given_up = ""
        self._shape: dict[str, Any] | None = who.prompt.shape
        self.purse = Purse(who.limits)
        self.failed: Counter[str] = Counter()

    @property
    def parallel(self) -> int:
        """How many pages are asked about at once."""
        return self._who.limits.parallel

    def ask(self, page: Page) -> Future[Reply]:
        """The reply to a page, once it is there; ``NotUnderstood`` when there will be none."""
        return self._pool.submit(self._reply, page)

    def _reply(self, page: Page) -> Reply:
        try:
            reply = self._whole(page)
        except (NotUnderstood, NotAllowed) as trouble:
            self._count(trouble)
            if isinstance(trouble, NotAllowed):
                raise GivenUp(str(trouble)) from trouble
            raise
        with self._lock:
            self._strikes = 0
        return self._keep(reply)

    def _whole(self, page: Page) -> Reply:
        if self._given_up:
            raise GivenUp(self._given_up)
        questions = questions_of(page, self._who.prompt)
        likely = sum(map(likely_tokens, questions))
        self.purse.reserve(len(questions), likely)
        spent = 0
        try:
            parts = []
            for messages in questions:
                answer = self._answer(messages)
                spent += answer.tokens
                parts.append(json_of_answer(answer.text))
        finally:
            self.purse.settle(likely, spent)
        text = json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace").decode()
        return Reply(page.fingerprint, self._who.prompt.version, self._who.endpoint.model, text, self._clock())

    def _answer(self, messages: list[Message]) -> Answer:
        """One answer, asked for as often as is worth it."""
        for attempt in range(self._who.limits.tries):
            self._turns.pass_through()
            try:
                return self._asked(messages)
            except Hiccup as trouble:
                if attempt + 1 == self._who.limits.tries:
                    raise NotUnderstood(str(trouble)) from trouble
                wait = patience(self._who.limits, attempt, trouble)
                if trouble.wait:
                    self._turns.hold(wait)
                self._turns.rest(wait)
        raise AssertionError("the last attempt answers or raises")

    def _asked(self, messages: list[Message]) -> Answer:
        """One answer; a server that takes no schema gets the prompt alone, which tells the shape as well."""
        shape = self._shape
        try:
            return self._who.endpoint.ask(messages, shape)
        except NotTaken:
            if shape is None:
                raise
            answer = self._who.endpoint.ask(messages, None)
            self._shape = None
            return answer

    def _count(self, trouble: NotUnderstood | NotAllowed) -> None:
        if isinstance(trouble, Stopped):
            return
        with self._lock:
            self.failed[str(trouble)] += 1
            if isinstance(trouble, NotAllowed):
                self._given_up = str(trouble)
            elif isinstance(trouble, NotTaken) or isinstance(trouble.__cause__, Hiccup):
                self._strikes += 1
                if self._strikes >= self._who.limits.strikes and not self._given_up:
                    self._given_up = f"{trouble} Het wordt in deze run niet meer gevraagd."

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._turns.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)


def questions_of(page: Page, prompt: Prompt) -> list[list[Message]]:
    """What is asked about a page: one question a part. Only its masked text goes along, and its title."""
    return [prompt.messages(page.title, page.text[a:z]) for a, z in parts_of(page.text, prompt.longest)]


def likely_tokens(messages: list[Message]) -> int:
    """How many tokens a question and its answer will take, roughly."""
    page = len(messages[-1]["content"])
    return estimated_tokens(sum(len(message["content"]) for message in messages) + int(page * _ANSWER_SHARE))
