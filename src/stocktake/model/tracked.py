"""A text with the changes and comments that people made in it, each with author and date."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """What *author* did at ``TrackedText.text[start:end]``.

    An insertion stands at one place (*start* is *end*) and *text* is what was put in; for a
    deletion *text* is what stands there. *date* is as written in the file, mostly ISO 8601.
    """

    kind: ChangeKind
    start: int
    end: int
    text: str
    author: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class TrackedComment:
    """What *author* remarked on ``TrackedText.text[start:end]``."""

    start: int
    end: int
    text: str
    author: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class TrackedText:
    """The *text* before any change, a paragraph a line with an empty one between.

    *changes* stand in the order of the text and do not overlap; *comments* by where they begin.
    """

    text: str
    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[TrackedComment, ...] = ()

    @property
    def accepted(self) -> str:
        """The text with all changes made."""
        pieces: list[str] = []
        place = 0
        for change in self.changes:
            pieces.append(self.text[place : change.start])
            place = change.end
            if change.start == change.end:
                pieces.append(change.text)
        return "".join([*pieces, self.text[place:]])
