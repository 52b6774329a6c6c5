"""One request as views see it: who asks for what, in which language, of which stock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from stocktake.errors import NotFoundError, UsageError
from stocktake.model.accounts import VISITOR, Account, Permission
from stocktake.services.pages.listing import PAGE, Wanted
from stocktake.services.pages.shown import Shown
from stocktake.services.workspace import Workspace
from stocktake.web.site import Site

MOST = 500


@dataclass(frozen=True)
class Visit:
    """A request with the site it came to; *form* holds what was sent with it."""

    request: Request
    site: Site
    language: str = "en"
    account: Account = VISITOR
    form: FormData = field(default_factory=FormData)
    token: str = ""

    @cached_property
    def shown(self) -> Shown:
        """The stock that this reader may see; NotFoundError if there is none."""
        return self.site.shown(self.account.audience)

    @property
    def has_stock(self) -> bool:
        """Whether there is a stock that this reader may see."""
        try:
            return bool(self.shown.key)
        except NotFoundError:
            return False

    @cached_property
    def is_example(self) -> bool:
        """Whether it is the bundled example that is shown."""
        return self.site.shows_example

    @property
    def workspace(self) -> Workspace:
        """The workspace of which all is that is shown."""
        return self.site.example.workspace if self.is_example else self.site.workspace

    def refuse_example(self) -> None:
        """UsageError if what is shown is the example, on which nobody decides."""
        if self.is_example:
            raise UsageError("this is an example.", remedy="Remove it, or hand in to begin.")

    @property
    def is_signed_in(self) -> bool:
        return bool(self.account.id)

    def may(self, permission: str) -> bool:
        """Whether this reader may do that; for templates, which know words alone."""
        return self.account.may(Permission(permission))

    def asked(self, name: str) -> str:
        """A parameter of the address, without white space around it; empty if it is not there."""
        return self.request.query_params.get(name, "").strip()

    def number(self, name: str, default: int, most: int) -> int:
        """A parameter that is a number from 0 to *most*; UsageError if it is none."""
        text = self.asked(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= most):
            raise UsageError(f"{name} must be a number from 0 to {most}.")
        return int(text)

    def field(self, name: str, *, strip: bool = True) -> str:
        """A field of the form, empty if it is not there or is a file."""
        value = self.form.get(name)
        text = value if isinstance(value, str) else ""
        return text.strip() if strip else text

    def fields(self, name: str) -> tuple[str, ...]:
        """All values of a field that may be there several times, such as boxes that are ticked."""
        found = (value.strip() for value in self.form.getlist(name) if isinstance(value, str))
        return tuple(value for value in found if value)

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def wanted(self) -> Wanted:
        """What the parameters of the address narrow a list down to."""
        return Wanted(
            words=self.asked("words")[:MOST],
            theme=self.asked("theme"),
            dimension=self.asked("dimension"),
            actor=self.asked("actor"),
            kind=self.asked("kind"),
            region=self.asked("region"),
            skip=self.number("skip", 0, 10**8),
            limit=max(1, self.number("limit", PAGE, MOST)),
        )


View = Callable[[Visit], Response]
