"""One workspace as it is served: its shelves, one for each audience, and how it is served."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model.accounts import Audience
from stocktake.services import editions
from stocktake.services.background import Builder
from stocktake.services.pages.shown import Shelf, Shown
from stocktake.services.workspace import Workspace
from stocktake.store import Store
from stocktake.web.kept_pages import KeptPages


@dataclass(frozen=True, slots=True)
class Settings:
    """How a site is served. *is_secure* is whether readers come by HTTPS; *is_read_only* serves
    what is public to all and lets nobody sign in."""

    is_secure: bool = False
    is_read_only: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What every request needs; one for as long as the application runs."""

    workspace: Workspace
    store: Store
    settings: Settings
    builder: Builder
    kept: KeptPages = field(default_factory=KeptPages)
    shelves: dict[str, Shelf] = field(default_factory=dict)

    def shown(self, audience: Audience) -> Shown:
        """The last stock of what *audience* may see; NotFoundError if none was taken yet, or if
        something in it was kept back from that audience since."""
        return self._allowed(self.shelf(audience).current(), audience)

    def numbered(self, audience: Audience, number: int) -> Shown:
        """An earlier stock of what *audience* may see, as it was; NotFoundError as in ``shown``."""
        return self._allowed(self.shelf(audience).numbered(number), audience)

    def shelf(self, audience: Audience) -> Shelf:
        """The stocks of the edition of *audience*; NotFoundError if it was not made yet."""
        edition = editions.of(self.workspace, self.store, audience)
        place = str(edition.root)
        if place not in self.shelves:
            self.shelves.setdefault(place, Shelf(edition))
        return self.shelves[place]

    def _allowed(self, shown: Shown, audience: Audience) -> Shown:
        with self.store.reading() as connection:
            hidden = editions.hidden_now(connection, audience)
        if hidden & shown.inputs.keys():
            raise NotFoundError("the stock is being put together anew.")
        return shown

    def published_at(self, audience: Audience) -> str:
        """Which stock was published last for *audience*, and when; empty if none was."""
        with self.store.reading() as connection:
            found = next(iter(store.published(connection, audience)), None)
        return f"{found.number} {found.at}" if found else ""

    def warm(self) -> None:
        """Open what the public sees before its first reader comes, if there is anything."""
        with suppress(NotFoundError):
            self.shown(Audience.PUBLIC)

    def close(self) -> None:
        """Let go of all databases."""
        for shelf in self.shelves.values():
            shelf.close()
        self.store.close()


def open_site(workspace: Workspace, settings: Settings = Settings()) -> Site:
    """The site of a workspace; whoever opens it closes it."""
    return Site(workspace, workspace.open(), settings, Builder(workspace))
