"""Texts are sent where the user says, and nowhere unencrypted but to this machine."""

from __future__ import annotations

import pytest

from stocktake.chat import Endpoint
from stocktake.errors import SettingsError


@pytest.mark.parametrize(
    "url",
    ["https://models.example/v1", "http://localhost:8080/v1", "http://127.0.0.1/", "http://[::1]/"],
)
def test_https_and_this_machine_may_be_asked(url: str) -> None:
    assert Endpoint(url, "m").parts().geturl() == url


@pytest.mark.parametrize(
    "url",
    [
        "http://models.example/v1",
        "http://127.0.0.1.models.example/v1",
        "ftp://models.example",
        "file:///etc/hosts",
        "models.example",
        "",
        "https://",
        "https://user:word@models.example/v1",
        "https://models.example/v1?key=1",
        "https://models.example:port/v1",
        "http://[::1",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(SettingsError):
        Endpoint(url, "m").parts()


def test_a_network_that_the_user_knows_may_be_used_bare() -> None:
    assert Endpoint("http://models.example/v1", "m", insecure=True).host == "models.example"


@pytest.mark.parametrize("url", ["https://a.example/v1", "https://a.example/v1/chat/completions/"])
def test_the_path_is_that_of_chat_completions(url: str) -> None:
    assert Endpoint(url, "m").path == "/v1/chat/completions"


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Endpoint("https://a.example", "m", "secret"))
