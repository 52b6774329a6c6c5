"""What became of asks in a draft: asks and drafts of any kind, and the vectors that are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from stocktake import analysis, embedders, legal
from stocktake.embedders import BEST, Embedder, ModelMissingError
from stocktake.errors import UsageError
from stocktake.model import Disposition, Draft, Proposal, Quotation, Stance, Statement, Stock
from stocktake.services import embedding
from stocktake.services.workspace import Workspace
from stocktake.store import Vectors, key_of

_NONE = "none"
_TRACER = "english"

Ask = str | Statement | Proposal
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Embed = Callable[[Sequence[str]], Floats]


def trace(
    asks: Sequence[Ask],
    draft: Draft | str,
    embedder: str = BEST,
    stock: Stock | None = None,
) -> list[Disposition]:
    """One disposition for each of *asks*, in their order; *draft* may be its text.

    *stock* holds the wording of Proposals; UsageError without it. *embedder* names a model,
    ``none`` for words alone, or ``best``: that for which the scorer was fitted, if it is
    installed. ModelMissingError if one is named that is not there.
    """
    parsed = legal.parse_draft(draft) if isinstance(draft, str) else draft
    known = {item.id: item for item in stock.statements} if stock else {}
    return list(analysis.trace([_traced(item, known) for item in asks], parsed, embed(embedder)))


def traced(said: Statement, record_id: str) -> analysis.Traced:
    """A statement's content as an ask of the record with that id, as firm as its cue."""
    addressees = frozenset(said.addressees)
    against = said.stance is Stance.OPPOSES
    whole = _with_cue(said) if against else None
    return analysis.Traced(
        said.content, record_id, said.document_id, addressees, said.cue, against, whole
    )


def _with_cue(said: Statement) -> Quotation:
    """The words of a statement from its cue to the end of its content, as they stand; all of the
    sentence if it is a denial that makes it oppose."""
    if said.negated:
        return said.sentence
    start, end = min(said.cue.start, said.content.start), max(said.cue.end, said.content.end)
    base = said.sentence.start
    return Quotation(start, end, said.sentence.text[start - base : end - base])


def _traced(ask: Ask, known: Mapping[str, Statement]) -> analysis.Traced:
    if isinstance(ask, str):
        return analysis.Traced(Quotation(0, len(ask), ask))
    return traced(_wording(ask, known) if isinstance(ask, Proposal) else ask, ask.id)


def _wording(proposal: Proposal, known: Mapping[str, Statement]) -> Statement:
    if proposal.wording_id not in known:
        raise UsageError(
            f"the words of proposal {proposal.number} are not here.",
            remedy="Give the stock that it belongs to: trace(proposals, draft, stock=stock).",
        )
    return known[proposal.wording_id]


def embed(name: str) -> Embed | None:
    """What makes vectors of texts, by the name of a model; None for words alone."""
    part = _embedder(name)
    if part is None:
        return None
    return lambda texts: np.asarray(part.embed(texts), dtype=np.float64)


def kept(workspace: Workspace, name: str) -> Embed | None:
    """The same, with vectors that the workspace keeps: each text is read once."""
    part = _embedder(name)
    if part is None:
        return None
    vectors = Vectors(workspace.vectors, part.version, part.dimensions)
    meaning = embedding.Meaning(part, vectors)

    def embed_kept(texts: Sequence[str]) -> Floats:
        embedding.keep(meaning, texts)
        places = vectors.places()
        return np.asarray(vectors.all()[[places[key_of(text)] for text in texts]], np.float64)

    return embed_kept


def _embedder(name: str) -> Embedder | None:
    if name == _NONE:
        return None
    try:
        return embedders.embedder(_TRACER if name == BEST else name)
    except ModelMissingError:
        if name != BEST:
            raise
        return None
