"""Where a statement comes from: its document, its input, its day; and the canonical order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from stocktake.model import Document, Input, Period, Statement

_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Sources:
    """Inputs and documents by their ids; of documents that stand here without their text, *whole*
    gives some with it."""

    inputs: Mapping[str, Input]
    documents: Mapping[str, Document]
    whole: Callable[[Sequence[str]], Iterable[Document]] | None = None
    _days: dict[str, date | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        inputs: Iterable[Input],
        documents: Iterable[Document],
        whole: Callable[[Sequence[str]], Iterable[Document]] | None = None,
    ) -> Sources:
        return cls(
            {item.id: item for item in sorted(inputs, key=input_order)},
            {item.id: item for item in sorted(documents, key=lambda item: item.id)},
            whole,
        )

    def text(self, document_id: str) -> str:
        """The text of a document."""
        text = self.documents[document_id].text
        if text or self.whole is None:
            return text
        return next(iter(self.whole([document_id]))).text

    def input_of(self, document_id: str) -> Input | None:
        document = self.documents.get(document_id)
        return self.inputs.get(document.input_id) if document else None

    def language(self, document_id: str) -> str:
        """The language of a document; English where it is not known."""
        document = self.documents.get(document_id)
        return (document.language if document else None) or "en"

    def day(self, document_id: str) -> date | None:
        """The day on which memberships are looked up: the first of the input's date."""
        if document_id not in self._days:
            input_ = self.input_of(document_id)
            period = _period(input_.get("date") if input_ else None)
            self._days[document_id] = period.start if period else None
        return self._days[document_id]

    def date(self, document_id: str) -> str:
        """The date of a document's input, a Period as text; empty where none is known."""
        input_ = self.input_of(document_id)
        date = (input_.get("date") if input_ else None) or ""
        return date if _period(date) else ""

    def in_order(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Statements by date, name and id of their input, then by place in it."""
        places, last = self._places(), (len(self.inputs), "")
        return tuple(
            sorted(
                {item.id: item for item in statements}.values(),
                key=lambda item: (
                    places.get(item.document_id, last),
                    item.document_id,
                    item.content.start,
                    item.content.end,
                    item.id,
                ),
            )
        )

    def in_their_order(self) -> list[str]:
        """The ids of documents by date, name and id of their input, then by their own."""
        places = self._places()
        return sorted(places, key=places.__getitem__)

    def _places(self) -> dict[str, tuple[int, str]]:
        ranks = {id_: rank for rank, id_ in enumerate(self.inputs)}
        return {
            id_: (ranks.get(document.input_id, len(ranks)), id_)
            for id_, document in self.documents.items()
        }


def input_order(input_: Input) -> tuple[str, str, str]:
    """Inputs by date (those without one last), then name, then id."""
    return (input_.get("date") or _UNDATED, input_.name, input_.id)


def _period(written: str | None) -> Period | None:
    try:
        return Period.parse(written) if written else None
    except ValueError:
        return None
