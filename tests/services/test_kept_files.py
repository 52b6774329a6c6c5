"""What was made once is there for all processes, whole or not at all, within its room."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stocktake.services.kept_files import KeptFiles


def refuse() -> bytes:
    raise AssertionError("it was made already")


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.glob("stock/*/*") if path.is_file()]


def test_what_one_process_made_another_finds(tmp_path: Path) -> None:
    KeptFiles(tmp_path, "stock").once(("/", "fr"), lambda: b"harbours")
    assert KeptFiles(tmp_path, "stock").once(("/", "fr"), refuse) == b"harbours"


def test_names_do_not_run_together(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, "stock")
    kept.once(("a", "b"), lambda: b"two")
    assert kept.once(("ab",), lambda: b"one") == b"one"


def test_what_came_to_nothing_is_not_kept(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, "stock")
    assert kept.once(("missing",), lambda: None) is None
    assert kept.once(("missing",), lambda: b"found") == b"found"


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, "stock")
    kept.once(("page",), lambda: b"harbours")
    [path] = files_in(tmp_path)
    path.write_bytes(path.read_bytes()[:-1])
    assert kept.once(("page",), lambda: b"harbours") == b"harbours"


def test_of_many_who_ask_at_once_one_makes_it(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"harbours"

    with ThreadPoolExecutor(8) as askers:
        kept = [KeptFiles(tmp_path, "stock") for _ in range(8)]
        told = list(askers.map(lambda one: one.once(("page",), make), kept))
    assert (set(told), len(made)) == ({b"harbours"}, 1)


def test_pages_of_another_stock_go_away(tmp_path: Path) -> None:
    KeptFiles(tmp_path, "stock").once(("page",), lambda: b"harbours")
    KeptFiles(tmp_path, "next")
    assert files_in(tmp_path) == []


def test_the_oldest_make_room(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, "stock", room=10_000)
    for number in range(40):
        kept.once((str(number),), lambda: bytes(1000))
    assert sum(path.stat().st_size for path in files_in(tmp_path)) <= 11_000


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = KeptFiles(tmp_path / "file", "stock")
    assert [kept.once(("page",), lambda: b"harbours") for _ in range(2)] == [b"harbours"] * 2
