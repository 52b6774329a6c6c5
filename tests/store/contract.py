"""What every store must do, whatever database it stands on."""

from __future__ import annotations

import contextlib
import dataclasses

import pytest
from sqlalchemy.exc import DatabaseError

from stocktake import store as stores
from stocktake.model import (
    Act,
    Activity,
    Block,
    BlockKind,
    Document,
    DraftForm,
    DraftVersion,
    Edit,
    Fact,
    FactKind,
    Input,
    Issue,
    Metadatum,
    Prose,
    Quotation,
    Review,
    ReviewState,
    Stance,
    Statement,
    StatementActor,
)
from stocktake.store import Result, Step, Store

TEXT = "Freedonia supports open ports."
WORDS = Quotation(0, 9, "Freedonia")
INPUT = Input("a" * 64, "b.txt", "text/plain", 30)
DOCUMENT = Document(
    "d" * 32,
    INPUT.id,
    TEXT,
    (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),),
    page_starts=(0,),
    edits=(Edit(9, 10, "\n"),),
    notes=("a note",),
)
STATEMENT = Statement(
    "1" * 32,
    DOCUMENT.id,
    Quotation(0, len(TEXT), TEXT),
    Quotation(19, 29, "open ports"),
    Quotation(10, 18, "supports"),
    (StatementActor("XFR", "Freedonia", quotation=WORDS),),
    Act.SUPPORTS,
    Stance.SUPPORTS,
    Prose.REPORT,
    "a rule",
    0.5,
)
FACT = Fact("2" * 32, DOCUMENT.id, FactKind.MILESTONE, WORDS, (), "a rule", 1.0)
ISSUE = Issue("3" * 32, "a kind", "Something is odd.", "Look at it.", "b.txt", INPUT.id)
RESULT = Result("k" * 32, Step.EXTRACTION, INPUT.id, DOCUMENT.id, (Metadatum("date", "2017", "x"),))
ACTIVITY = Activity("extraction", "1")


VERSION = DraftVersion(
    "9" * 32, "zero", "e" * 32, DOCUMENT.id, INPUT.id, "b.txt", DraftForm.TEXT, 1
)


def keep_all(store: Store) -> None:
    found = {stores.STATEMENTS: [STATEMENT], stores.FACTS: [FACT], stores.ISSUES: [ISSUE]}
    with store.writing() as connection:
        stores.add_inputs(connection, [INPUT])
        stores.add_documents(connection, [DOCUMENT])
        stores.add_result(connection, RESULT, ACTIVITY, found)


def review(human: str) -> Review:
    return Review(
        human.ljust(32, "-"), INPUT.id, ReviewState.EDITED, "metadata.date", "2017", human, "J", "9"
    )


class StoreContract:
    """A subclass gives the fixture ``store``: a Store that is empty."""

    def test_gives_back_a_document_as_it_was(self, store: Store) -> None:
        keep_all(store)
        with store.reading() as connection:
            assert list(stores.documents(connection, [DOCUMENT.id])) == [DOCUMENT]

    def test_gives_back_statements_as_they_were(self, store: Store) -> None:
        keep_all(store)
        with store.reading() as connection:
            kept = stores.results(connection)[RESULT.key]
            assert stores.findings_of(connection, stores.STATEMENTS, [kept.number]) == [STATEMENT]

    def test_gives_back_what_a_result_holds(self, store: Store) -> None:
        keep_all(store)
        with store.reading() as connection:
            kept = stores.results(connection)[RESULT.key]
            assert stores.findings_of(connection, stores.FACTS, [kept.number]) == [FACT]

    def test_gives_back_versions_of_a_draft_in_the_order_they_came(self, store: Store) -> None:
        keep_all(store)
        found = [VERSION, dataclasses.replace(VERSION, id="8" * 32, round="second")]
        with store.writing() as connection:
            for version in found:
                stores.add_draft_version(connection, version, INPUT, DOCUMENT)
        with store.reading() as connection:
            assert stores.draft_versions(connection) == found

    def test_gives_nothing_of_a_result_that_is_not_asked_for(self, store: Store) -> None:
        keep_all(store)
        with store.reading() as connection:
            assert stores.findings_of(connection, stores.FACTS, []) == []

    def test_gives_back_what_the_text_told_of_an_input(self, store: Store) -> None:
        keep_all(store)
        with store.reading() as connection:
            assert stores.results(connection)[RESULT.key].inferred == RESULT.inferred

    def test_keeps_a_record_once_however_often_it_is_added(self, store: Store) -> None:
        keep_all(store)
        keep_all(store)
        with store.reading() as connection:
            assert len(stores.bodies(connection, stores.STATEMENTS)) == 1

    def test_remembers_further_names_and_puts_the_first_in_the_alphabet_first(
        self, store: Store
    ) -> None:
        other = Input(INPUT.id, "a.txt", INPUT.media_type, INPUT.size)
        with store.writing() as connection:
            stores.add_inputs(connection, [INPUT, other])
            assert stores.taken(connection)[0].names == ("a.txt", "b.txt")

    def test_believes_the_manifest_that_came_last(self, store: Store) -> None:
        with store.writing() as connection:
            stores.add_inputs(connection, [INPUT])
            stores.tell(connection, {INPUT.id: [Metadatum("date", "2017", "manifest")]})
            stores.tell(connection, {INPUT.id: [Metadatum("date", "2018", "manifest")]})
            assert [datum.value for datum in stores.taken(connection)[0].told] == ["2018"]

    def test_keeps_all_actors_of_one_manifest_in_their_order(self, store: Store) -> None:
        actors = [Metadatum("actor", "XSY", "manifest"), Metadatum("actor", "XFR", "manifest")]
        with store.writing() as connection:
            stores.add_inputs(connection, [INPUT])
            stores.tell(connection, {INPUT.id: actors})
            assert stores.taken(connection)[0].told == tuple(actors)

    def test_refuses_a_document_of_an_unknown_input(self, store: Store) -> None:
        with pytest.raises(DatabaseError, match=r"(?i)foreign key"), store.writing() as connection:
            stores.add_documents(connection, [DOCUMENT])

    def test_keeps_nothing_of_a_transaction_that_fails(self, store: Store) -> None:
        with contextlib.suppress(ZeroDivisionError), store.writing() as connection:
            stores.add_inputs(connection, [INPUT])
            raise ZeroDivisionError
        with store.reading() as connection:
            assert stores.ids(connection) == set()

    def test_lets_the_last_review_of_a_field_stand(self, store: Store) -> None:
        with store.writing() as connection:
            for human in ("2018", "2019"):
                stores.add_review(connection, review(human))
            standing = stores.standing(stores.reviews(connection))
        assert standing[INPUT.id, "metadata.date"].human_value == "2019"

    def test_tells_issues_met_when_taking_in_from_those_of_results(self, store: Store) -> None:
        keep_all(store)
        standing = Issue("4" * 32, "a kind", "A folder is closed.", "Open it.", "c")
        with store.writing() as connection:
            stores.add_findings(connection, stores.ISSUES, [standing])
            assert stores.standing_issues(connection) == [standing]
