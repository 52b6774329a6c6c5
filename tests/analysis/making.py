"""Small invented inputs with their documents and statements, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from stocktake.lexicon.gazetteer import Gazetteer
from stocktake.lexicon.learning import LearningRules, learning_rules
from stocktake.lexicon.process_words import ProcessWords, load_process_words
from stocktake.model import (
    Act,
    Actor,
    ActorKind,
    ActorRole,
    Block,
    BlockKind,
    Document,
    Input,
    Membership,
    Metadatum,
    Prose,
    Quotation,
    Stance,
    Statement,
    StatementActor,
    content_id,
)

CUES = {
    Act.PROPOSES: "propose",
    Act.REQUESTS: "ask",
    Act.SUPPORTS: "support",
    Act.OPPOSES: "oppose",
    Act.WELCOMES: "welcome",
    Act.COMMITS: "pledge",
    Act.REPORTS: "note",
    Act.REGRETS: "regret",
    Act.WITHDRAWS: "leave",
}


@dataclass(frozen=True)
class Says:
    """What an actor says in one sentence."""

    content: str
    act: Act = Act.REQUESTS
    stance: Stance = Stance.SUPPORTS
    actors: tuple[tuple[str, ActorRole], ...] = ()


@dataclass(frozen=True)
class Handed:
    """An input with its document and statements."""

    input: Input
    document: Document
    statements: tuple[Statement, ...]


def hand_in(actor: str, *said: Says | str, heading: str = "", date: str = "2017-11") -> Handed:
    """An input by *actor* in which it says each thing in a sentence and paragraph of its own."""
    sayings = [Says(item) if isinstance(item, str) else item for item in said]
    paragraphs = [f"We {CUES[item.act]} {item.content}." for item in sayings]
    headings = [heading] if heading else []
    text = "\n\n".join([*headings, *paragraphs])
    blocks = tuple(_blocks([*headings, *paragraphs], bool(heading)))
    input_id = content_id("input", actor, text)
    input_ = Input(
        input_id,
        f"{actor}.txt",
        "text/plain",
        len(text),
        (Metadatum("actor", actor, "manifest"), Metadatum("date", date, "manifest")),
    )
    document = Document(content_id(input_id), input_id, text, blocks, language="en")
    told = blocks[1:] if heading else blocks
    statements = tuple(
        _statement(document, block, item, actor) for block, item in zip(told, sayings, strict=True)
    )
    return Handed(input_, document, statements)


def _blocks(paragraphs: list[str], headed: bool) -> Iterable[Block]:
    start = 0
    for number, paragraph in enumerate(paragraphs):
        kind = BlockKind.HEADING if headed and number == 0 else BlockKind.PARAGRAPH
        yield Block(kind, start, start + len(paragraph))
        start += len(paragraph) + 2


def _statement(document: Document, block: Block, said: Says, actor: str) -> Statement:
    cue = CUES[said.act]
    start = block.start + len("We ")
    content = start + len(cue) + 1
    names = said.actors or ((actor, ActorRole.SPEAKER),)
    return Statement(
        id=content_id(document.id, block.start, said.content, said.act, [n for n, _ in names]),
        document_id=document.id,
        sentence=_quotation(document, block.start, block.end),
        content=_quotation(document, content, block.end - 1),
        cue=_quotation(document, start, start + len(cue)),
        actors=tuple(StatementActor(name, name, role) for name, role in names),
        act=said.act,
        stance=said.stance,
        prose=Prose.FIRST_PERSON,
        rule="test",
        confidence=0.9,
    )


def _quotation(document: Document, start: int, end: int) -> Quotation:
    return Quotation(start, end, document.text[start:end])


class Names(Gazetteer):
    """A gazetteer of the actors it is told of, and of memberships."""

    def __init__(self, *memberships: Membership) -> None:
        self._memberships = memberships

    def get(self, actor_id: str) -> Actor:
        return Actor(actor_id, actor_id.title(), ActorKind.STATE)


@dataclass(frozen=True)
class Words:
    """What stock-taking needs of a lexicon."""

    actors: Names
    memberships: tuple[Membership, ...] = ()
    digest: str = "words"
    learning: LearningRules = field(default_factory=learning_rules)
    process: ProcessWords = field(default_factory=load_process_words)


def without_actor(statement: Statement) -> Statement:
    """The statement with nobody behind it."""
    return replace(statement, actors=())
