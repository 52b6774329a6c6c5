"""The contract of exporters of drafts, for every one there is, and what happens when one fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from stocktake.exporters import DRAFT_EXPORTERS, DraftExporter, ExportError, export_draft
from stocktake.exporters.base import export_with
from stocktake.legal import Version, read_akn
from stocktake.model import Draft
from tests.exporters import contract_drafts
from tests.exporters.contract_drafts import DRAFT

CHECKS = [
    contract_drafts.check_same_bytes,
    contract_drafts.check_survives_nothing,
    contract_drafts.check_survives_hostile_words,
    contract_drafts.check_tells_what_it_is,
]


@pytest.mark.parametrize("name", DRAFT_EXPORTERS.names())
@pytest.mark.parametrize("check", CHECKS)
def test_every_exporter_keeps_the_contract(
    name: str, check: Callable[[DraftExporter], None]
) -> None:
    check(DRAFT_EXPORTERS.get(name))


class Crashing:
    suffix: ClassVar[str] = ".x"
    media_type: ClassVar[str] = "text/plain"

    def export(self, draft: Draft, version: Version) -> bytes:
        raise KeyError("x")


def test_an_exporter_that_crashes_is_named() -> None:
    with pytest.raises(ExportError, match="'crashing' failed: KeyError"):
        export_with(Crashing().export, "crashing", DRAFT, Version())


def test_akoma_ntoso_is_read_back_without_loss() -> None:
    assert read_akn(export_draft(DRAFT, "akn")) == DRAFT
