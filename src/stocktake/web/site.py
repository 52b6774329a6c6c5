"""One workspace as it is served: its shelves, one for each audience, and how it is served."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field

from stocktake import store
from stocktake.errors import NotFoundError
from stocktake.model.accounts import Audience
from stocktake.services import editions, example, uploading
from stocktake.services.background import Builder
from stocktake.services.example import Example
from stocktake.services.pages.shown import Shelf, Shown
from stocktake.services.people import moments, providers
from stocktake.services.people.providers import Doors
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
    example: Example
    doors: Doors = Doors()  # noqa: RUF009 - it is frozen
    kept: KeptPages = field(default_factory=KeptPages)
    shelves: dict[str, Shelf] = field(default_factory=dict)

    def shown(self, audience: Audience) -> Shown:
        """The last stock of what *audience* may see; NotFoundError if none was taken yet, or if
        something in it was kept back from that audience since."""
        hidden = self._hidden(audience)
        return _allowed(self._shelf(audience, hidden).current(), hidden)

    def numbered(self, audience: Audience, number: int) -> Shown:
        """An earlier stock of what *audience* may see, as it was; NotFoundError as in ``shown``."""
        hidden = self._hidden(audience)
        return _allowed(self._shelf(audience, hidden).numbered(number), hidden)

    def shelf(self, audience: Audience) -> Shelf:
        """The stocks of the edition of *audience*; NotFoundError if it was not made yet."""
        return self._shelf(audience, self._hidden(audience))

    def _hidden(self, audience: Audience) -> set[str]:
        with self.store.reading() as connection:
            return editions.hidden_now(connection, audience)

    def _shelf(self, audience: Audience, hidden: set[str]) -> Shelf:
        edition = (
            self.example.workspace
            if self.shows_example
            else editions.among(self.workspace, audience, hidden)
        )
        place = str(edition.root)
        if place not in self.shelves:
            self.shelves.setdefault(place, Shelf(edition))
        return self.shelves[place]

    @property
    def shows_example(self) -> bool:
        """Whether the bundled example is shown, since the workspace holds nothing yet."""
        return self.example.is_there and example.is_empty(self.store)

    def remove_example(self) -> None:
        """Take the example away, and let go of it."""
        self.example.remove()
        shelf = self.shelves.pop(str(self.example.workspace.root), None)
        if shelf:
            shelf.close()

    def published_at(self, audience: Audience) -> str:
        """Which stock was published last for *audience*, and when; empty if none was."""
        with self.store.reading() as connection:
            found = next(iter(store.published(connection, audience)), None)
        return f"{found.number} {found.at}" if found else ""

    def warm(self) -> None:
        """Open what the public sees before its first reader comes, if there is anything, and clear
        away what was begun and forgotten."""
        if not self.settings.is_read_only:
            uploading.clear(self.workspace, self.store, moments.present())
        with suppress(NotFoundError):
            self.shown(Audience.PUBLIC)

    def close(self) -> None:
        """Let go of all databases."""
        for shelf in self.shelves.values():
            shelf.close()
        self.store.close()


def _allowed(shown: Shown, hidden: set[str]) -> Shown:
    """A stock, unless it holds what is kept back since."""
    if hidden & shown.inputs.keys():
        raise NotFoundError("the stock is being put together anew.")
    return shown


def open_site(workspace: Workspace, settings: Settings = Settings()) -> Site:
    """The site of a workspace; whoever opens it closes it. SettingsError as ``providers.load``."""
    doors = Doors() if settings.is_read_only else providers.load(workspace)
    return Site(
        workspace, workspace.open(), settings, Builder(workspace), example.of(workspace), doors
    )
