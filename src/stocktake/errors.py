"""What can go wrong, said so that the reader knows what to do next.

Every error of ours carries the place it happened, a remedy, the exit code of the command line
and the HTTP status of the web application, so that no door has to translate.
"""

from __future__ import annotations


class StocktakeError(Exception):
    """The base of all errors that we raise on purpose."""

    exit_code = 1
    http_status = 500

    def __init__(self, message: str, *, remedy: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head} {self.remedy}" if self.remedy else head

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.remedy, self.place))


def _rebuild(kind: type[StocktakeError], message: str, remedy: str, place: str) -> StocktakeError:
    return kind(message, remedy=remedy, place=place)


class UsageError(StocktakeError):
    """The command or call was put wrongly."""

    exit_code = 2
    http_status = 400


class NotFoundError(StocktakeError):
    """What was asked for is not there."""

    http_status = 404


class SettingsError(StocktakeError):
    """A settings, scheme or lexicon file says something that cannot be followed."""

    exit_code = 2
    http_status = 422


class WordingError(StocktakeError):
    """A sentence of ours holds a word that the wording contract does not allow."""

    http_status = 422


class DisclosureError(StocktakeError):
    """A report that may name no actor would lead to one."""

    http_status = 422


class ReadError(StocktakeError):
    """A file could not be read into a Document."""

    http_status = 422


class LimitError(ReadError):
    """A file, or the work on it, went over a limit of size, pages, time or memory."""

    http_status = 413


class EvidenceError(StocktakeError):
    """A quotation is not identical to the stored text at its place."""

    http_status = 409


class IntegrityError(StocktakeError):
    """Something stored is not what it was when it was stored."""
