"""The description of the API holds: schemathesis asks everything that it allows, and much that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS
from schemathesis.core.failures import FailureGroup

from api.cli.verbs import BY_NAME
from api.tokens import Role, new_token
from queries import Graph
from tests.api.clients import served
from tests.api.clients import settings as settings_of
from tests.api.promised import BESIDE, COMMANDS, ROUTES

# What a date, a name or a query in Cypher may be, no schema can say: such questions get 400 or 404, and say why.
_TOO_STRICT = ("positive_data_acceptance",)


@pytest.fixture
def described(neighbourhood: Graph, tmp_path: Path) -> Iterator[tuple[schemathesis.BaseSchema, str]]:
    """The description that a real server gives, and a keeper's token for it."""
    token = new_token(settings_of(tmp_path), Role.KEEPER)
    with served(neighbourhood, tmp_path) as address:
        schema = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json")
        refusals = schema.config.checks.negative_data_rejection.expected_statuses
        schema.config.checks.negative_data_rejection.expected_statuses = [*refusals, "413", "414"]
        yield schema, token


def _ask_everything(schema: schemathesis.BaseSchema, token: str, examples: int) -> list[str]:
    """What went otherwise than described, an operation a line."""
    wrong = []
    left_out = CHECKS.get_by_names(list(_TOO_STRICT))
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(
                max_examples=examples, deadline=None, derandomize=True, database=None,
                phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
            )  # fmt: skip
            @given(operation.as_strategy(generation_mode=mode))
            def ask(case: Case) -> None:
                case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=left_out)

            try:
                with suppress(Unsatisfiable):  # of what takes no parameters, nothing can be asked wrongly
                    ask()
            except FailureGroup as failures:
                wrong += [f"{operation.label}: {failure}" for failure in failures.exceptions]
    return wrong


def test_every_answer_is_as_described(described: tuple[schemathesis.BaseSchema, str]) -> None:
    assert _ask_everything(*described, examples=6) == []


@pytest.mark.soak
def test_every_answer_is_as_described_for_long(described: tuple[schemathesis.BaseSchema, str]) -> None:
    assert _ask_everything(*described, examples=300) == []


def test_every_promised_route_and_command_is_there(described: tuple[schemathesis.BaseSchema, str]) -> None:
    labels = {found.ok().label for found in described[0].get_all_operations()}
    assert {label.replace("/api/v1/", "") for label in labels if "/api/v1/" in label} >= ROUTES
    assert {label for label in labels if "/api/v1/" not in label} == BESIDE
    assert BY_NAME.keys() >= COMMANDS
