"""What a route can ask for: the server that it is part of, and who is asking."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from api.errors import NO_TOKEN
from api.serving import Serving
from api.tokens import Role, role_of


class Refused(Exception):
    """Whoever asks brought a token that is not known."""

    trouble = NO_TOKEN


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
        raise Refused
    return found


Here = Annotated[Serving, Depends(serving_of)]
Asker = Annotated[Role, Depends(role)]
