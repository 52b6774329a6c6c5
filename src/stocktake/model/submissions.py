"""What delegations and organisations hand in, until it is published or given back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SubmissionState(StrEnum):
    """Where a submission stands; published ones are inputs."""

    RECEIVED = "received"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Submission:
    """A file that somebody handed in. *input_id* is the sha256 of its bytes, *told* what its
    sender says of it (title, actor, date, meeting, kind, language, confidentiality, question);
    *reason* is why it was returned or withdrawn, *replaces* the id of the one it stands for."""

    id: str
    account_id: str
    at: str
    state: SubmissionState
    input_id: str
    name: str
    told: tuple[tuple[str, str], ...]
    reason: str = ""
    replaces: str | None = None

    def get(self, name: str) -> str:
        """What its sender says under *name*; empty if nothing."""
        return dict(self.told).get(name, "")
