"""sign-in.toml: what can be said there, and what is refused before anything is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from stocktake.errors import NotFoundError, SettingsError
from stocktake.services.people import providers
from stocktake.services.workspace import Workspace

PROVIDER = (
    '[[providers]]\nid = "id"\nname = "Id"\nissuer = "https://id.test"\nclient_id = "stocktake"\n'
)
RIGHT = f'address = "https://stock.test/"\n{PROVIDER}'


def load(folder: Path, text: str, **environment: str) -> providers.Doors:
    (folder / providers.FILE).write_text(text)
    return providers.load(Workspace(folder), environment)


def test_without_a_file_there_is_no_provider(tmp_path: Path) -> None:
    assert providers.load(Workspace(tmp_path)).every == ()


def test_people_are_sent_back_to_the_address_of_the_file(tmp_path: Path) -> None:
    back = load(tmp_path, RIGHT).one("id").back
    assert back == "https://stock.test/sign-in/with/id/back"


def test_a_secret_comes_from_the_environment(tmp_path: Path) -> None:
    doors = load(tmp_path, f'{RIGHT}secret_variable = "WORD"', WORD="hush")
    assert doors.one("id").provider.secret == "hush"
    assert "hush" not in repr(doors)


def test_a_provider_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load(tmp_path, RIGHT).one("other")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (f'{RIGHT}secret_variable = "WORD"', "not in the environment"),
        (RIGHT.replace("https://id.test", "http://id.test"), "not https"),
        (RIGHT.replace('"id"', '"../x"'), "part of an address"),
        (PROVIDER, "'address' is missing"),
        (RIGHT + PROVIDER, "the same"),
        (f'{RIGHT}secret = "hush"', "'secret' is not known"),
    ],
)
def test_what_cannot_be_followed_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load(tmp_path, text)
