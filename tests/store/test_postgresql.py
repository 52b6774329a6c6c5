"""Many writers, errors, and what PostgreSQL is told of a place."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DatabaseError, InterfaceError

from stocktake import store as stores
from stocktake.errors import StocktakeError, UsageError
from stocktake.model import Input, Metadatum
from stocktake.model.audit import Deed, first_fault
from stocktake.store import Hold, Store, open_store, postgresql_errors, tables
from stocktake.store.arrays import escaped, plain
from stocktake.store.postgresql_url import place, url_beside
from tests.postgresql import Server

WRITERS, TIMES = 6, 5


@pytest.fixture
def store(postgresql: Server) -> Store:
    return open_store(postgresql.url())


def at_once(work: object) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))  # type: ignore[arg-type]


def test_no_update_is_lost_when_many_write_at_once(store: Store) -> None:
    def work(writer: int) -> None:
        for _ in range(TIMES):
            with store.writing() as connection:
                stores.tell(connection, {})
                count = connection.execute(select(func.count()).select_from(tables.inputs)).scalar()
                row = {"id": f"{count:064}", "media_type": str(writer), "size": 1}
                connection.execute(insert(tables.inputs), row)

    at_once(work)
    with store.reading() as connection:
        found = connection.execute(select(func.count()).select_from(tables.inputs)).scalar()
    assert found == WRITERS * TIMES


def test_who_adds_does_not_wait_for_who_adds(store: Store) -> None:
    with store.writing(Hold.ADDING) as one, store.writing(Hold.ADDING) as other:
        for connection, name in ((one, "a"), (other, "b")):
            stores.add_inputs(connection, [Input(name * 64, f"{name}.txt", "text/plain", 1)])
    with store.reading() as connection:
        assert len(stores.ids(connection)) == 2


def test_who_writes_does_not_wait_for_a_stock(store: Store) -> None:
    with store.writing(Hold.STOCK), store.writing() as connection:
        stores.tell(connection, {})


def test_the_log_stays_one_chain_when_many_write_at_once(store: Store) -> None:
    def work(writer: int) -> None:
        for number in range(TIMES):
            with store.writing(Hold.ADDING) as connection:
                stores.log(connection, Deed("2031-03-04", str(writer), "did", str(number)))

    at_once(work)
    with store.reading() as connection:
        entries = stores.logged(connection)
    assert [item.sequence for item in entries] == list(range(1, WRITERS * TIMES + 1))
    assert first_fault(entries) is None


def test_a_reader_sees_one_moment(store: Store) -> None:
    with store.reading() as connection:
        before = stores.ids(connection)
        with store.writing() as other:
            stores.add_inputs(other, [Input("a" * 64, "a.txt", "text/plain", 1)])
        assert stores.ids(connection) == before


def test_who_reads_changes_nothing(store: Store) -> None:
    with pytest.raises(StocktakeError, match="only be read"), store.reading() as connection:
        stores.add_inputs(connection, [Input("a" * 64, "a.txt", "text/plain", 1)])


def test_a_text_with_what_no_text_there_may_hold_comes_back_as_it_was(store: Store) -> None:
    told = Metadatum("title", "a\0b\ufdd0c\\\"{}'", "manifest")
    with store.writing() as connection:
        stores.add_inputs(connection, [Input("a" * 64, "a.txt", "text/plain", 1)])
        stores.tell(connection, {"a" * 64: [told]})
        assert stores.taken(connection)[0].told == (told,)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (("host=/", "host=/nowhere/"), "cannot be reached"),
        (("/postgres?", "/none?"), "no such database"),
    ],
)
def test_what_is_wrong_is_told(postgresql: Server, changed: tuple[str, str], message: str) -> None:
    with pytest.raises(StocktakeError, match=message):
        open_store(postgresql.url().replace(*changed))


@pytest.mark.parametrize(
    ("code", "message"),
    [("28P01", "password"), ("53100", "disk"), ("25006", "only be read"), ("08006", "reached")],
)
def test_an_error_is_told_by_its_code(code: str, message: str) -> None:
    error = DatabaseError("INSERT", None, Exception({"C": code, "M": "as the server says"}))
    told = postgresql_errors.told(error, "postgresql://h/d")
    assert told is not None
    assert message in told.message


def test_what_the_server_said_counts_though_the_connection_broke_then() -> None:
    broken = Exception("network error")
    broken.__context__ = Exception({"C": "28P01", "M": "as the server says"})
    told = postgresql_errors.told(InterfaceError("", None, broken), "postgresql://h/d")
    assert told is not None
    assert "password" in told.message


def test_a_mistake_of_the_program_is_left_as_it_is() -> None:
    error = DatabaseError("INSERT", None, Exception({"C": "42601", "M": "syntax error"}))
    assert postgresql_errors.told(error, "postgresql://h/d") is None


def test_a_password_in_a_url_is_refused_and_not_shown() -> None:
    with pytest.raises(UsageError) as refused:
        place("postgresql://ann:secret@localhost/compact")
    assert "secret" not in str(refused.value)


def test_a_password_comes_from_the_file_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pgpass"
    file.write_text("other:*:*:ann:wrong\n*:5432:compact:ann:s\\:t\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    assert place("postgresql://ann@db.example/compact").password() == "s:t"


def test_a_database_that_is_not_named_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGUSER", "ann")
    assert place("postgresql://localhost").database == "ann"


def test_another_machine_is_reached_by_tls_unless_told_otherwise() -> None:
    modes = [place(f"postgresql://{host}").mode for host in ("db.example/a", "localhost/a")]
    assert modes == ["verify-full", "disable"]


def test_a_schema_beside_is_named_after_the_first() -> None:
    assert place(url_beside("postgresql://h/d?schema=gcm", "public.2")).schema == "gcm_public_2"


@given(st.text(st.sampled_from("a\0\ufdd001")))
def test_what_is_escaped_comes_back(text: str) -> None:
    assert plain(escaped(text)) == text
    assert "\0" not in escaped(text)
