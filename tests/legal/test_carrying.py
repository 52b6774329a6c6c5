from __future__ import annotations

from stocktake.legal import align, amend, anchor, carry, parse_draft
from stocktake.model import Amendment, AmendmentAction, AmendmentState

OLD = parse_draft("""Article 1

1. Ports shall be open to all boats by day and by night.

2. Quays shall be kept dry, clean and well lit in all seasons.
""")
RENUMBERED = parse_draft("""Article 1

1. Lighthouses shall burn whenever the fog comes in from the sea.

2. Ports shall be open to all boats by day and by night.

3. Quays shall be kept dry, clean and well lit in most seasons.
""")
ALIGNED = align(OLD, RENUMBERED)


def carried(target: str, old: str) -> AmendmentState:
    amendment = anchor(OLD, Amendment("a", AmendmentAction.DELETE, target, old=old))
    return amend(RENUMBERED, carry([amendment], RENUMBERED, ALIGNED)).results[0].state


def test_an_amendment_follows_its_provision_to_another_number() -> None:
    amendment = anchor(OLD, Amendment("a", AmendmentAction.DELETE, "paragraph 1", old="by night"))
    [moved] = carry([amendment], RENUMBERED, ALIGNED)
    assert moved.provision_id == "art_1__para_2"
    assert carried("paragraph 1", "by night") is AmendmentState.APPLIED


def test_a_provision_whose_words_changed_is_to_be_confirmed() -> None:
    assert carried("paragraph 2", "dry") is AmendmentState.BASE_CHANGED


def test_an_amendment_without_a_provision_is_left_as_it_is() -> None:
    amendment = anchor(OLD, Amendment("a", AmendmentAction.DELETE, "paragraph 9"))
    assert carry([amendment], RENUMBERED, ALIGNED) == (amendment,)
