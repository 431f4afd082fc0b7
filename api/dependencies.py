"""What a route can ask for: the server that it is part of, and who is asking."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPBearer
from starlette.requests import Request

from api.errors import NO_TOKEN, Trouble, needs_token
from api.serving import Serving
from api.tokens import DUTCH, Role, role_of
from graph_model.errors import NotAllowed

_bearer = HTTPBearer(auto_error=False, description="De sleutel die `samenspel token new ROL` toont.")
"""For the documentation: which routes ask for a token."""


class Refused(Exception):
    """Whoever asks brought a token that is not known, or none where one is needed."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.detail)
        self.trouble = trouble


def serving_of(request: Request) -> Serving:
    """The server that a request came to."""
    found = request.app.state.serving
    assert isinstance(found, Serving)
    return found


def role(request: Request) -> Role:
    """What the asker may do: reading needs no token, but a wrong one is refused.

    :raises Refused: the token is not known.
    """
    found = role_of(request.headers.get("authorization", ""), serving_of(request).tokens)
    if found is None:
        raise Refused(NO_TOKEN)
    return found


def at_least(needed: Role) -> Callable[..., Awaitable[Role]]:
    """A dependency: whoever asks has this role, or one that may do more."""
    order = tuple(Role)

    async def check(request: Request, _: Annotated[object, Depends(_bearer)]) -> Role:
        found = role(request)
        if order.index(found) >= order.index(needed):
            return found
        if "authorization" not in request.headers:
            raise Refused(needs_token(DUTCH[needed]))
        raise NotAllowed(f"Dit vraagt de sleutel van een {DUTCH[needed]}; deze is van een {DUTCH[found]}.")

    return check


# None of these waits for anything: what is async is asked where the request is, what is not would each go to a thread.
async def _here(request: Request) -> Serving:
    return serving_of(request)


async def _asker(request: Request) -> Role:
    return role(request)


Here = Annotated[Serving, Depends(_here)]
Asker = Annotated[Role, Depends(_asker)]
