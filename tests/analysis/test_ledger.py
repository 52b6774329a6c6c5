"""Nothing disappears: every input has its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from stocktake.analysis.ledger import keep_ledger
from stocktake.model import Document, Issue, LedgerEntry, LedgerStatus, Metadatum
from tests.analysis.making import hand_in

FRE = hand_in("FRE", "fewer dams", "more fish")


def entry(documents: Iterable[Document], *issues: Issue) -> LedgerEntry:
    return next(keep_ledger([FRE.input], documents, FRE.statements, [], issues))


def issue(kind: str) -> Issue:
    return Issue("i", kind, "The file is locked.", "Give its password.", "FRE.txt", FRE.input.id)


def test_what_was_read_is_processed() -> None:
    assert entry([FRE.document]).status is LedgerStatus.PROCESSED


def test_its_statements_are_counted() -> None:
    assert entry([FRE.document]).statements == 2


def test_what_could_not_be_read_has_failed_with_the_reason() -> None:
    failed = entry([], issue("unread"))
    assert (failed.status, failed.reason) == (
        LedgerStatus.FAILED,
        "The file is locked. Give its password.",
    )


def test_what_the_reader_could_not_do_makes_it_partial() -> None:
    document = replace(FRE.document, notes=("Page 2 has no text.",))
    assert entry([document]).reason == "Page 2 has no text."


def test_a_refused_quotation_takes_nothing_from_what_was_read() -> None:
    refused = issue("evidence: words differ")
    assert entry([FRE.document], refused).status is LedgerStatus.PROCESSED


def test_other_names_of_the_same_bytes_are_kept() -> None:
    named = replace(FRE.input, metadata=(Metadatum("name", "copy.txt", "added"),))
    assert next(keep_ledger([named], [], [], [], [])).also_under == ("copy.txt",)
