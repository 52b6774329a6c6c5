"""Search on pages: narrowed down, by words or by meaning, counted exactly."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from stocktake.model.accounts import Audience
from stocktake.web import Site


def total(client: TestClient, **asked: str) -> int:
    found: int = client.get("/api/search", params=asked).json()["total"]
    return found


def test_without_a_model_words_are_looked_for_and_it_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stocktake.services.embedding.embedders.choose", lambda _name: "none")
    shown = client.get("/search", params={"q": "harbour", "by": "meaning", "kind": "statement"})
    assert shown.status_code == 200
    assert "no model of meaning" in shown.text


def test_without_a_model_a_program_is_told_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stocktake.services.embedding.embedders.choose", lambda _name: "none")
    answer = client.get("/api/search", params={"q": "quay", "by": "meaning"})
    assert (answer.status_code, "model" in answer.json()["detail"]) == (400, True)


def test_what_reviewers_and_the_machine_found_is_told_apart(client: TestClient) -> None:
    assert total(client, review="machine") == total(client)
    assert total(client, review="confirmed") == 0


def test_a_least_confidence_leaves_out_what_is_less_sure(site: Site, client: TestClient) -> None:
    sure = [item.confidence for item in site.shown(Audience.PUBLIC).stock.statements]
    middle = sorted(sure)[len(sure) // 2]
    assert total(client, confidence=str(middle)) == sum(one >= middle for one in sure)


def test_kinds_of_actors_add_up(client: TestClient) -> None:
    assert 0 < total(client, actor_kind="State") <= total(client)


@pytest.mark.parametrize(
    "asked", [{"confidence": "high"}, {"confidence": "2"}, {"review": "none"}, {"meeting": "none"}]
)
def test_what_cannot_be_is_refused(asked: dict[str, str], client: TestClient) -> None:
    assert client.get("/api/search", params=asked).status_code == 400
