"""What the documents say of roles is what the roles may do."""

from __future__ import annotations

from pathlib import Path

from stocktake.model.accounts import POWERS, Permission

DOCS = Path(__file__).parents[2] / "docs" / "web.md"


def rows() -> list[str]:
    """The table of roles as it should stand."""
    return [
        f"| {role} | {powers.audience} | "
        f"{', '.join(item for item in Permission if item in powers.permissions)} |"
        for role, powers in POWERS.items()
    ]


def test_the_table_of_roles_is_that_of_the_program() -> None:
    table = DOCS.read_text("utf-8").partition("| role | sees | may |")[2].partition("\n\n")[0]
    assert table.splitlines()[2:] == rows()
