"""Commitments: said in inputs, accepted as recommendations, entered by people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stocktake.analysis.accepting import accepted
from stocktake.analysis.by_document import found_in_each
from stocktake.analysis.promising import Details, details, is_concrete
from stocktake.analysis.reporting_back import with_progress
from stocktake.analysis.sources import Sources
from stocktake.analysis.told import Told
from stocktake.lexicon import Lexicon
from stocktake.lexicon.offices import voice_of
from stocktake.model import (
    Act,
    ActorRole,
    Commitment,
    CommitmentOrigin,
    Review,
    ReviewState,
    Stance,
    Statement,
    content_id,
)
from stocktake.model.codec import dumps_all, loads, loads_all
from stocktake.model.commitments import ENTERED, JUDGED, standing

KIND = "commitments"
_SPEAKING = frozenset({ActorRole.SPEAKER, ActorRole.ON_BEHALF})


def commitments(
    statements: Sequence[Statement],
    reviews: tuple[Review, ...],
    sources: Sources,
    lexicon: Lexicon,
    told: Told | None = None,
) -> tuple[Commitment, ...]:
    """All of them with the reports on them, by date, then by id. Where statements stand without
    their words, these are *told*."""
    words = told or Told.of(statements)
    found = (*_made(statements, words, sources, lexicon), *_entered(reviews))
    made = {item.id: item for item in found}
    judged = standing(reviews)
    kept = [
        replace(item, review=judged.get((item.id, JUDGED, ""), item.review))
        for item in made.values()
    ]
    left = [item for item in kept if item.review is not ReviewState.REJECTED]
    followed = with_progress(left, statements, judged, sources, words)
    return tuple(sorted(followed, key=lambda item: (item.date or "9999", item.id)))


def _made(
    statements: Iterable[Statement], words: Told, sources: Sources, lexicon: Lexicon
) -> Iterator[Commitment]:
    """What is promised in each document."""

    def find(said: list[Statement]) -> bytes:
        return dumps_all(_made_in(said, sources, lexicon)).encode("utf-8", "surrogatepass")

    for packed in found_in_each(KIND, statements, words, find):
        yield from loads_all(Commitment, packed.decode("utf-8", "surrogatepass"))


def _made_in(
    statements: Sequence[Statement], sources: Sources, lexicon: Lexicon
) -> Iterator[Commitment]:
    for statement in statements:
        if _commits(statement, lexicon):
            actors = tuple(
                dict.fromkeys(
                    voice_of(item.id) for item in statement.actors if item.role in _SPEAKING
                )
            )
            found = _commitment(statement, actors, CommitmentOrigin.SAID, sources, lexicon)
            if found:
                yield found
    for actor, statement in accepted(statements, sources, lexicon):
        found = _commitment(statement, (actor,), CommitmentOrigin.ACCEPTED, sources, lexicon)
        if found:
            yield found


def _entered(reviews: Iterable[Review]) -> Iterator[Commitment]:
    for review in reviews:
        if review.field == ENTERED and review.human_value:
            yield loads(Commitment, review.human_value)


def _commits(statement: Statement, lexicon: Lexicon) -> bool:
    """Whether it binds the speaker: it commits, or announces a sum."""
    if statement.negated or statement.stance is Stance.OPPOSES:
        return False
    words, cue = lexicon.process, statement.cue.text
    if statement.act is Act.COMMITS:
        return words.table("commitments.past").at(cue, 0) is None
    pledging = words.table("commitments.pledging").at(cue, 0)
    return statement.act is Act.REPORTS and bool(pledging)


def _commitment(
    statement: Statement,
    actors: tuple[str, ...],
    origin: CommitmentOrigin,
    sources: Sources,
    lexicon: Lexicon,
) -> Commitment | None:
    """The commitment of a statement; None if nothing in it could be reported on."""
    language = sources.language(statement.document_id)
    date = sources.date(statement.document_id)
    made = sources.day(statement.document_id)
    action = _action(statement, sources)
    context = statement.context.text if statement.context else ""
    told = details(f"{action} ({context})" if context else action, language, made, lexicon)
    if not actors or not _counts(statement, origin, told, lexicon):
        return None
    return Commitment(
        id=content_id("commitment", origin, statement.id, *actors),
        actor_ids=actors,
        action=action,
        origin=origin,
        date=date or None,
        due=str(told.due) if told.due else None,
        due_words=told.due_words,
        provision=told.provision,
        partners=told.partners,
        means=told.means,
        figures=told.figures,
        document_id=statement.document_id,
        statement_id=statement.id,
        evidence=statement.sentence,
    )


def _action(statement: Statement, sources: Sources) -> str:
    """The words from the cue on ("host a conference"), or the content where it stands before."""
    cue, content = statement.cue, statement.content
    if statement.document_id not in sources.documents or cue.start >= content.start:
        return content.text
    return sources.text(statement.document_id)[cue.start : content.end]


def _counts(
    statement: Statement, origin: CommitmentOrigin, told: Details, lexicon: Lexicon
) -> bool:
    if origin is CommitmentOrigin.ACCEPTED:
        return True
    if statement.act is Act.REPORTS:
        return bool(told.figures)
    return is_concrete(statement.content.text, statement.cue.text, told, lexicon.process)
