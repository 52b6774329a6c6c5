"""A version of the negotiated text: its provisions, and what in it is not yet agreed.

Provisions bear the names of Akoma Ntoso 3.0 where it has one. Ranges are Unicode code points of
``Draft.text``, which is kept whole: its stretches lie one behind the other from 0 to its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProvisionKind(StrEnum):
    """What a unit of a draft is."""

    PREAMBLE = "preamble"
    FORMULA = "formula"
    RECITAL = "recital"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    POINT = "point"
    OPTION = "option"
    ANNEX = "annex"
    NOTE = "note"
    REMARK = "remark"


class Role(StrEnum):
    """What a stretch of the text is. UNPLACED: belongs to no provision, and is listed."""

    NUMBER = "number"
    HEADING = "heading"
    TEXT = "text"
    MARKUP = "markup"
    BLANK = "blank"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` has one role in one provision (None: in none)."""

    start: int
    end: int
    role: Role
    provision_id: str | None


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of a draft, ``text[start:end]`` with all beneath it.

    *id* is made as Akoma Ntoso's eId is (``art_2bis__para_1__point_a``). *label* is the number
    as it is spoken of (``2bis``, ``a``, ``1``), None where the unit has none. *verb* is the range
    of the opening verb (``Recalling``, ``Decides``). *actors* are the names, as they stand, of
    those to whom an option is attributed. *parent* is the id of the provision around it.
    """

    id: str
    kind: ProvisionKind
    start: int
    end: int
    label: str | None = None
    parent: str | None = None
    heading: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    actors: tuple[str, ...] = ()


class BracketKind(StrEnum):
    """What a pair of square brackets holds.

    TEXT: words not yet agreed. PLACEHOLDER: a gap to be filled (``[X]``, ``[ ]``, ``[…]``).
    NOTE_MARK and LINK: no bracket of negotiators, but the way in which a footnote's mark or a
    link is written.
    """

    TEXT = "text"
    PLACEHOLDER = "placeholder"
    NOTE_MARK = "note mark"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of square brackets, ``text[start:end]`` with both of them.

    *closed* is False where its closing bracket is missing: *end* is then that of the provision in
    which it opens. *depth* is 1 for an outermost one; *parent* the id of the bracket around it.
    *run* is the place of the first of those of which one is to be chosen (``[shall][should]``).
    *actors* are the names, as they stand, of those to whom the words are attributed.
    """

    id: str
    kind: BracketKind
    start: int
    end: int
    closed: bool
    depth: int
    parent: str | None
    provision_id: str | None
    run: int | None = None
    actors: tuple[str, ...] = ()

    @property
    def inside(self) -> tuple[int, int]:
        """The range of what stands between the brackets."""
        return (self.start + 1, self.end - 1 if self.closed else self.end)


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of the text. *id* is the hash of *text*.

    *stretches* cover the text without gap or overlap; *provisions* stand in the order of the text,
    each behind its parent; *brackets* in the order in which they open; *strays* are the places of
    closing brackets that nothing opens.
    """

    id: str
    text: str
    provisions: tuple[Provision, ...]
    stretches: tuple[Stretch, ...]
    brackets: tuple[Bracket, ...]
    strays: tuple[int, ...] = ()
    title: str | None = None
