"""Files that come in pieces: what stays, what is refused, and who sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.errors import LimitError, NotFoundError, StocktakeError, UsageError
from stocktake.model.accounts import Account
from stocktake.services import uploading
from stocktake.services.handing_in import Desk
from stocktake.services.people import accounts, moments, secrets
from stocktake.services.uploading import BusyError, ChecksumError, ConflictError
from stocktake.services.workspace import Workspace
from stocktake.store import Store, people
from tests import world

DATA = b"We call on all States to protect migrant children in every harbour."
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return world.make_workspace(tmp_path_factory.mktemp("uploading") / "workspace")


@pytest.fixture(scope="module")
def base(place: Workspace) -> Iterator[Store]:
    with place.store() as opened:
        yield opened


@pytest.fixture
def desk(place: Workspace, base: Store) -> Desk:
    return desk_of(place, base)


def desk_of(place: Workspace, base: Store) -> Desk:
    """The desk of a new person."""
    whom = accounts.invited("Ann", f"{secrets.new_id()}@freedonia.test", "delegate")
    account = Account(secrets.new_id(), whom.name, whom.email, whom.role)
    with base.writing() as connection:
        people.add_account(connection, account, "")
    return Desk(place, base, account, moments.present())


def came(desk: Desk, upload_id: str, piece: bytes, offset: int) -> None:
    with uploading.going_on(desk, upload_id, offset) as part:
        part.write(piece)


def test_pieces_come_together_to_what_was_sent(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA), SHA256)
    came(desk, begun.upload.id, DATA[:10], 0)
    came(desk, begun.upload.id, DATA[10:], 10)
    with uploading.whole(desk, begun.upload.id) as (stream, name):
        assert (stream.read(), name) == (DATA, "ours.txt")


@given(cuts=st.lists(st.integers(0, len(DATA)), max_size=6))
def test_wherever_the_line_breaks_the_whole_is_the_same(
    cuts: list[int], place: Workspace, base: Store
) -> None:
    desk, start = desk_of(place, base), 0
    begun = uploading.begin(desk, "ours.txt", len(DATA), SHA256)
    for end in [*sorted(cuts), len(DATA)]:
        came(desk, begun.upload.id, DATA[start:end], start)
        start = end
    with uploading.whole(desk, begun.upload.id) as (stream, _):
        assert stream.read() == DATA


def test_what_came_before_a_break_stays(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    with suppress(OSError), uploading.going_on(desk, begun.upload.id, 0) as part:
        part.write(DATA[:7])
        raise OSError("the line is broken")
    assert uploading.one(desk, begun.upload.id).offset == 7


def test_a_piece_that_begins_elsewhere_is_refused(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    with pytest.raises(ConflictError):
        came(desk, begun.upload.id, DATA, 3)


def test_two_pieces_at_once_are_refused(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    with uploading.going_on(desk, begun.upload.id, 0), pytest.raises(BusyError):
        came(desk, begun.upload.id, DATA, 0)


def test_more_than_was_announced_is_refused(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", 5)
    with pytest.raises(LimitError):
        came(desk, begun.upload.id, DATA, 0)
    assert uploading.one(desk, begun.upload.id).offset == 0


def test_another_file_than_was_announced_is_given_up(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA), "0" * 64)
    with pytest.raises(ChecksumError):
        came(desk, begun.upload.id, DATA, 0)
    with pytest.raises(NotFoundError):
        uploading.one(desk, begun.upload.id)


def test_what_is_not_whole_is_not_handed_in(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    with pytest.raises(UsageError, match="not all"), uploading.whole(desk, begun.upload.id):
        pass


def test_nobody_else_finds_an_upload(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    other = replace(desk, account=desk_of(desk.workspace, desk.base).account)
    for act in (uploading.one, uploading.give_up):
        with pytest.raises(NotFoundError):
            act(other, begun.upload.id)
    with pytest.raises(NotFoundError):
        came(other, begun.upload.id, DATA, 0)
    assert uploading.own(other) == []


def test_what_nobody_goes_on_with_is_cleared_away(desk: Desk) -> None:
    begun = uploading.begin(desk, "ours.txt", len(DATA))
    later = desk.now + timedelta(hours=49)
    uploading.clear(desk.workspace, desk.base, later)
    assert uploading.own(desk) == []
    assert not (desk.workspace.root / "uploads" / begun.upload.id).exists()


@pytest.mark.parametrize(("size", "sha256"), [(0, ""), (-1, ""), (10**12, ""), (5, "../x")])
def test_what_can_be_no_file_is_refused(size: int, sha256: str, desk: Desk) -> None:
    with pytest.raises(StocktakeError):
        uploading.begin(desk, "ours.txt", size, sha256)


def test_a_person_has_a_few_under_way_at_once(desk: Desk) -> None:
    for _ in range(uploading.AT_ONCE):
        uploading.begin(desk, "ours.txt", 1)
    with pytest.raises(LimitError, match="under way"):
        uploading.begin(desk, "ours.txt", 1)


def test_a_person_has_room_for_two_of_the_largest_files(desk: Desk) -> None:
    largest = 100 * 1024 * 1024
    for _ in range(2):
        uploading.begin(desk, "ours.txt", largest)
    with pytest.raises(LimitError, match="under way"):
        uploading.begin(desk, "ours.txt", 1)
