"""What sessions of a programme look at: new ideas, concrete objectives, means of follow-up."""

from __future__ import annotations

from dataclasses import dataclass

from stocktake.model.process import Meeting, Session


@dataclass(frozen=True, slots=True)
class Idea:
    """A proposal that few actors (*supporters*) ask for and nobody speaks against; the case studies
    are about its theme and told by one of them, or beside it."""

    proposal_id: str
    supporters: int
    case_study_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objective:
    """A statement that names who should act (*actors*: ids, or words) and what is to be done, and
    maybe how much (*figures*) and by when (*due*, as it is worded), verbatim.

    *proposal_id* is what it asks for, empty for what an actor binds itself to.
    """

    statement_id: str
    proposal_id: str
    actors: tuple[str, ...]
    figures: tuple[str, ...] = ()
    due: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether figure and date are both told."""
        return bool(self.figures and self.due)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a proposal says of its follow-up, verbatim: institutions, partners, means, review."""

    proposal_id: str
    institutions: tuple[str, ...] = ()
    partners: str = ""
    means: str = ""
    review: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionNeeds:
    """What a session gets: *need* says what kind of part (look_back, ideas, dimension, follow_up,
    overview); the rest is what that part shows. *few* is how many
    supporters an idea may have; *input_ids* are inputs of the session itself."""

    meeting: Meeting
    session: Session
    need: str
    ideas: tuple[Idea, ...] = ()
    objectives: tuple[Objective, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    input_ids: tuple[str, ...] = ()
    few: int = 0
