"""One visit to a page: in which language, by whom, and how the page is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api import conditional
from api.addresses import path_of
from api.dependencies import Asker, Here
from api.serving import Serving
from api.tokens import Role
from api.web.environment import environment
from api.web.language import language_of, words_in
from api.web.text import address
from api.web.views import View
from queries import Graph

V = TypeVar("V", bound=View)
_OWN = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:"
POLICY = f"{_OWN}; style-src 'self'"
TYPING_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"
MAP_POLICY = f"{_OWN} blob:; style-src 'self'; script-src 'self'; connect-src 'self'"
"""What a page may load: nothing from elsewhere, nothing that is written in the page itself."""
_TYPED = frozenset(("/", "/zoeken", "/in-de-buurt", "/waarom"))
"""The pages with a field for a name: their script asks for suggestions while somebody types."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to one page."""

    request: Request
    serving: Serving
    role: Role

    @property
    def language(self) -> str:
        return language_of(self.request, self.serving.settings.language)

    def show(self, ask: Callable[[Graph], V], elsewhere: Callable[[V], Response | None] | None = None) -> Response:
        """The page that shows the answer, or only that it did not change.

        :param elsewhere: gives the way to where the answer is, when it is not at this address.
        """
        if conditional.asks_for_change(self.request):
            tag = self._tag(self.serving.version())
            if conditional.is_known(self.request, tag):
                # With all its headers: a browser puts them in the place of those that it kept.
                return Response(status_code=304, headers=self._headers(self._policy) | conditional.headers(tag))
        view = ask(self.serving.graph)
        return (elsewhere and elsewhere(view)) or self.page(view)

    def page(self, view: View, policy: str = "") -> Response:
        """The page that shows this."""
        headers = self._headers(policy or self._policy)
        if view.wrong:
            headers |= {"Cache-Control": "no-store", **view.wrong.trouble.headers}
        elif view.version is not None:
            headers |= conditional.headers(self._tag(view.version))
        return HTMLResponse(self._html(view), view.status, headers)

    @property
    def _is_typed(self) -> bool:
        return self.request.url.path in _TYPED

    @property
    def _policy(self) -> str:
        return TYPING_POLICY if self._is_typed else POLICY

    def _headers(self, policy: str) -> dict[str, str]:
        return {"Content-Security-Policy": policy, "Content-Language": self.language}

    def _html(self, view: View) -> str:
        words = words_in(self.language)
        path = address(path_of(self.request), **dict(self.request.query_params))
        return environment().get_template(view.template).render(
            view=view, t=words, other="en" if words.language == "nl" else "nl", path=path,
            typed=self._is_typed,
            invented=frozenset() if view.version is None else self.serving.invented.at(view.version),
        )  # fmt: skip

    def _tag(self, version: int) -> str:
        return conditional.etag(version, self.serving.program, self.language, self.role.value)


def _visit(request: Request, serving: Here, role: Asker) -> Visit:
    return Visit(request, serving, role)


Visited = Annotated[Visit, Depends(_visit)]
