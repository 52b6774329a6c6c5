"""An invented process as a stock: twelve actors, a dozen inputs, sixty-odd statements.

The stock is made by hand here, without any other room, from texts whose every quotation is found
where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stocktake.model import (
    Act,
    Actor,
    ActorKind,
    Assignment,
    Attribute,
    Block,
    BlockKind,
    CaseStudy,
    Chair,
    Document,
    Fact,
    FactKind,
    Gap,
    GapKind,
    Input,
    Issue,
    LedgerEntry,
    LedgerStatus,
    Meeting,
    Metadatum,
    Participation,
    ParticipationStatus,
    Period,
    Phase,
    Position,
    PositionStance,
    Process,
    Proposal,
    Prose,
    Quotation,
    Scheme,
    SchemeKind,
    Session,
    Stance,
    Statement,
    StatementActor,
    Stock,
    Theme,
    content_id,
)

STATES = (
    ("FRE", "Freedonia", "African States"),
    ("RUR", "Ruritania", "Eastern European States"),
    ("SYL", "Sylvania", "Western European and other States"),
    ("GRA", "Graustark", "Eastern European States"),
    ("SAN", "San Lorenzo", "Latin American and Caribbean States"),
    ("WAD", "Wadiya", "African States"),
    ("GEN", "Genovia", "Western European and other States"),
    ("ZUB", "Zubrowka", "Eastern European States"),
    ("LAP", "Laputa", "Asia-Pacific States"),
)
ACTORS = (
    *(Actor(id_, name, ActorKind.STATE, region) for id_, name, region in STATES),
    Actor("group:river", "River Group", ActorKind.GROUP),
    Actor("org:lanterns", "Lanterns & Bridges", ActorKind.CIVIL_SOCIETY),
    Actor("un:ferries", "United Nations Ferries Programme", ActorKind.UN_ENTITY),
)
ASKS = (
    ("safety", "local", "free ferries for every child who crosses the river"),
    ("safety", "national", "a register of all boats and their builders"),
    ("work", "global", "one licence that every port accepts"),
    ("work", "regional", "equal pay for the crews of all ferries"),
    ("light", "local", "a lantern on every landing stage"),
    ("pact", "global", "the River Pact as the frame of all cooperation"),
)
THEMES = ("pact", "safety", "work", "light", "noise")
LENSES = ("children", "birds")
DIMENSIONS = ("local", "national", "regional", "global")
OPPOSED = frozenset({("RUR", 0), ("GRA", 5), ("GRA", 2), ("ZUB", 5)})


@dataclass(frozen=True, slots=True)
class Invented:
    """A stock and the documents it cites."""

    stock: Stock
    texts: dict[str, Document]


def world() -> Invented:
    """The invented process; always the same."""
    speeches = [_speech(position, actor) for position, actor in enumerate(ACTORS[:11])]
    brief = _brief()
    documents = [document for _, document, _ in speeches] + [brief[1]]
    inputs = [item for item, _, _ in speeches] + [brief[0]]
    statements = tuple(item for _, _, made in speeches for item in made)
    proposals = tuple(_proposals(statements))
    stock = Stock(
        digest=content_id("invented"),
        process=PROCESS,
        inputs=tuple(inputs),
        ledger=tuple(_ledger(inputs, statements)),
        actors=ACTORS,
        schemes=(
            _scheme(SchemeKind.THEMES, THEMES, "pact"),
            _scheme(SchemeKind.DIMENSIONS, DIMENSIONS),
            _scheme(SchemeKind.LENSES, LENSES),
        ),
        statements=statements,
        facts=_facts(brief[1]),
        case_studies=(_case(brief[1]),),
        assignments=tuple(_assignments(statements)),
        proposals=proposals,
        positions=tuple(_positions(statements, proposals)),
        gaps=tuple(_gaps()),
        participation=(_withdrawal(brief[1]),),
        issues=(Issue("i1", "quotation not found", "words do not stand there", "read it", "x"),),
        method=(("stocktake", "0.0"), ("extractor", "invented 1")),
    )
    return Invented(stock, {document.id: document for document in documents})


PROCESS = Process(
    title="The River Pact",
    mandate="Resolution 7 of the Assembly of Rivers",
    phases=(
        Phase("Consultations", Period(date(2031, 4, 1), date(2031, 11, 30)), "Hearings"),
        Phase("Negotiations", Period.month(2032, 2)),
    ),
    meetings=(
        Meeting(
            "stock",
            "Stocktaking meeting",
            place="Strelsau",
            period=Period(date(2031, 12, 4), date(2031, 12, 6)),
            chairs=(Chair("A. Rudolf", "Permanent Representative", "RUR"),),
            sessions=(Session("Looking back", "plenary", "10:00", "global", "What was said"),),
        ),
    ),
    expected_actor_ids=("FRE", "RUR", "LAP", "un:ferries"),
)
BRIEF = (
    "The stocktaking meeting takes place in Strelsau on 4-6 December 2031.\n\n"
    "On 3 December, Graustark announced that it will leave the process, which it called "
    "“a bridge too far for our ferries”. The President of the Assembly regretted it.\n\n"
    "Lanterns & Bridges released a report titled “Light on the Water” on behalf of "
    "all lamplighters.\n\nIn Zenda, the lamplighters put lanterns on forty landing stages, and "
    "accidents fell by half."
)


def _speech(position: int, actor: Actor) -> tuple[Input, Document, list[Statement]]:
    sentences = [f"{actor.name} greets all who meet at the river for the first time."]
    made = [number for number in range(len(ASKS)) if (position + number) % 3 or number == 5]
    for number in made:
        opposed = (actor.id, number) in OPPOSED
        verb = "cannot accept" if opposed else "call for"
        sentences.append(f"On this point, we {verb} {ASKS[number][2]}.")
    text = "\n\n".join(sentences)
    month = position % 3 + 9
    item = _input(f"{actor.id}_1_2031.txt", f"Statement of {actor.name}", text, actor.id, month)
    document = _document(item, text)
    statements = [_statement(document, actor, number) for number in made]
    return item, document, statements


def _brief() -> tuple[Input, Document]:
    item = _input("brief.html", "Brief on the River Pact", BRIEF, None, 12)
    return item, _document(item, BRIEF)


def _input(name: str, title: str, text: str, actor: str | None, month: int) -> Input:
    metadata = [Metadatum("title", title, "manifest")]
    metadata.append(Metadatum("date", f"2031-{month:02}-05", "manifest"))
    metadata.append(Metadatum("kind", "statement" if actor else "news", "manifest"))
    if actor:
        metadata.append(Metadatum("actor", actor, "inferred: file name"))
    id_ = (content_id(name) + content_id(text))[:64]
    return Input(id_, name, "application/pdf", len(text), tuple(metadata))


def _document(item: Input, text: str) -> Document:
    blocks = []
    start = 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    half = text.index("\n\n") + 2
    return Document(
        content_id(text), item.id, text, tuple(blocks), page_starts=(0, half), language="en"
    )


def quotation(document: Document, words: str) -> Quotation:
    start = document.text.index(words)
    return Quotation(start, start + len(words), words)


def _statement(document: Document, actor: Actor, number: int) -> Statement:
    content = quotation(document, ASKS[number][2])
    start = document.text.rindex("On this point", 0, content.start)
    sentence = Quotation(start, content.end + 1, document.text[start : content.end + 1])
    cue = "cannot accept" if "cannot accept" in sentence.text else "call for"
    opposed = cue == "cannot accept"
    place = document.text.index(cue, start)
    return Statement(
        id=content_id(document.id, number),
        document_id=document.id,
        sentence=sentence,
        content=content,
        cue=Quotation(place, place + len(cue), cue),
        actors=(StatementActor(actor.id, actor.name),),
        act=Act.OPPOSES if opposed else Act.REQUESTS,
        stance=Stance.OPPOSES if opposed else Stance.SUPPORTS,
        prose=Prose.FIRST_PERSON,
        rule="invented",
        confidence=0.6 + number / 20,
        addressees=("FRE", "the ports") if number == 2 else (),
    )


def ask_of(statement: Statement) -> int:
    return next(n for n, (_, _, words) in enumerate(ASKS) if words == statement.content.text)


def _proposals(statements: Iterable[Statement]) -> Iterable[Proposal]:
    for number, (theme, dimension, _) in enumerate(ASKS):
        of = [item for item in statements if ask_of(item) == number]
        ids = tuple(sorted(item.id for item in of))
        wording = next(item for item in of if item.stance is Stance.SUPPORTS)
        yield Proposal(f"p{number}", number + 1, wording.id, ids, (theme,), (dimension,))


def _positions(
    statements: Iterable[Statement], proposals: tuple[Proposal, ...]
) -> Iterable[Position]:
    for item in statements:
        opposed = item.stance is Stance.OPPOSES
        stance = PositionStance.OPPOSES if opposed else PositionStance.SUPPORTS
        number = ask_of(item)
        for target in (proposals[number].id, f"theme:{ASKS[number][0]}"):
            if target != "theme:safety":
                yield Position(item.actors[0].id, target, stance, None, (item.id,))
    river = next(item for item in statements if item.actors[0].id == "group:river")
    target = proposals[ask_of(river)].id
    yield Position("LAP", target, PositionStance.SUPPORTS, "group:river", (river.id,))


def _assignments(statements: Iterable[Statement]) -> Iterable[Assignment]:
    for item in statements:
        theme, dimension, _ = ASKS[ask_of(item)]
        yield Assignment(item.id, SchemeKind.THEMES, theme, (item.content,))
        yield Assignment(item.id, SchemeKind.DIMENSIONS, dimension, (item.content,))
        if "child" in item.content.text:
            yield Assignment(item.id, SchemeKind.LENSES, "children", (item.content,))


def _scheme(kind: SchemeKind, codes: tuple[str, ...], subject: str | None = None) -> Scheme:
    themes = tuple(Theme(code, f"The {code}", f"What concerns the {code}.") for code in codes)
    return Scheme(kind.value, kind, kind.value.title(), themes, subject)


def _ledger(inputs: Iterable[Input], statements: Iterable[Statement]) -> Iterable[LedgerEntry]:
    made = len(tuple(statements))
    for item in inputs:
        yield LedgerEntry(item.id, item.name, LedgerStatus.PROCESSED, "", 2, 7, made // 12, 0)
    yield LedgerEntry("f" * 64, "locked.pdf", LedgerStatus.FAILED, "needs a password", 0, 0, 0, 0)


def _facts(document: Document) -> tuple[Fact, ...]:
    meeting = quotation(document, "The stocktaking meeting takes place in Strelsau on 4-6 December")
    left = quotation(document, "On 3 December, Graustark announced that it will leave the process")
    reason = quotation(document, "a bridge too far for our ferries")
    report = quotation(document, "Lanterns & Bridges released a report titled “Light on the Water”")
    return (
        _fact("f1", document, FactKind.MEETING, meeting, {"place": "Strelsau", "dates": "2031-12"}),
        replace(
            _fact("f2", document, FactKind.PARTICIPATION, left, {"actor": "Graustark"}),
            attributes=(Attribute("reason", reason.text, reason),),
        ),
        _fact("f3", document, FactKind.ANNOUNCEMENT, report, {"title": "Light on the Water"}),
    )


def _fact(
    id_: str, document: Document, kind: FactKind, sentence: Quotation, values: dict[str, str]
) -> Fact:
    attributes = tuple(Attribute(name, value, sentence) for name, value in values.items())
    return Fact(id_, document.id, kind, sentence, attributes, "invented", 0.9)


def _case(document: Document) -> CaseStudy:
    start = document.text.index("In Zenda")
    passage = Quotation(start, len(document.text), document.text[start:])
    return CaseStudy(
        "k1",
        document.id,
        passage,
        who=quotation(document, "the lamplighters"),
        place=quotation(document, "Zenda"),
        result=quotation(document, "accidents fell by half"),
    )


def _gaps() -> Iterable[Gap]:
    yield Gap(GapKind.SILENT, "noise", None, None)
    yield Gap(GapKind.SILENT, "light", "global", None)
    yield Gap(GapKind.SILENT, "noise", None, "FRE")
    yield Gap(GapKind.WITHDRAWN, "light", None, "GRA")
    yield Gap(GapKind.NO_INPUT, None, None, "un:ferries")


def _withdrawal(document: Document) -> Participation:
    return Participation("GRA", ParticipationStatus.WITHDRAWN, "2031-12-03", document.id, ("f2",))
