"""What asking for an address comes to. What cannot be read is raised as ``NotUnderstood``, in a Dutch sentence."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.errors import NotUnderstood


@dataclass(frozen=True, slots=True)
class Validators:
    """What a site gave with a page to ask later whether it changed; ``address`` is where the page was found."""

    address: str
    etag: str = ""
    modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: where it was found after redirects, its bytes (in UTF-8 where the site named another encoding), and its
    media type as the site gives it (lower case, may be empty)."""

    address: str
    raw: bytes
    media: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The site says that the page is as it was when the validators were given."""

    address: str


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no page at this address (any more): 404 or 410."""

    address: str
    status: int

    @property
    def sentence(self) -> str:
        return f"Op dit adres staat geen pagina (meer): de site antwoordt {self.status}."


Outcome = Fetched | Unchanged | Gone


class Hiccup(Exception):
    """Something went wrong that may go right when tried again. The message is a Dutch sentence.

    :param wait: how long the site asks us to wait, in seconds; None when it does not say.
    """

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class RefusedByRobots(NotUnderstood):
    """The site asks programs not to come here."""


class SiteSilent(NotUnderstood):
    """No answer, however often it was tried."""
