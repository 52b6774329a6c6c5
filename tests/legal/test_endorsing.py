from __future__ import annotations

import pytest

from stocktake.legal import anchor, endorsed, parse_draft
from stocktake.model import Amendment, AmendmentAction, Endorsement, Quotation

DRAFT = parse_draft("Article 3\n\n1. Ports open.\n\n2. Quays are dry.\n")
CHANGE = anchor(DRAFT, Amendment("a", AmendmentAction.DELETE, "paragraph 1", actors=("RUR",)))
SAID = Quotation(0, 1, "W")


def side(target: str, of: str = "RUR", *, supports: bool = True) -> Endorsement:
    return Endorsement(("FRE",), (of,), target, supports, SAID, "doc")


def test_who_supports_a_proposal_on_a_provision_supports_its_amendment() -> None:
    [item] = endorsed(DRAFT, [CHANGE], [side("Article 3, paragraph 1")])
    assert item.supporters == ("FRE",)


def test_who_opposes_it_is_an_opponent() -> None:
    [item] = endorsed(DRAFT, [CHANGE], [side("Article 3", supports=False)])
    assert (item.supporters, item.opponents) == ((), ("FRE",))


@pytest.mark.parametrize("other", [side("paragraph 2"), side("paragraph 1", "SYL"), side("")])
def test_another_place_or_proposer_is_not_meant(other: Endorsement) -> None:
    assert endorsed(DRAFT, [CHANGE], [other]) == (CHANGE,)
