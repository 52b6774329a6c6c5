"""The API answers what its description says, whatever it is asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from stocktake.web import Site, described, make_app
from stocktake.web.answer_shapes import ANSWERS
from stocktake.web.routes import WAYS
from tests.web.asking import filled

API = [way for way in WAYS if way.path.startswith("/api")]
_PARAMETER = re.compile(r"\{(\w+):\w+\}")
WITHOUT_SHAPE = {"index", "openapi"}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


FEW = settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="session")
def described_api(site: Site) -> BaseSchema:
    return schemathesis.openapi.from_asgi("/api/openapi.json", make_app(site))


@pytest.mark.parametrize("way", API, ids=lambda way: way.path)
def test_whatever_it_is_asked_it_answers_as_described(way: Any, described_api: BaseSchema) -> None:
    asked = described_api[_PARAMETER.sub(r"{\1}", way.path)]["GET"].as_strategy()

    @given(asked)
    @FEW
    def answers(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    answers()


@pytest.mark.parametrize("way", API, ids=lambda way: way.path)
def test_what_is_there_is_answered_in_the_shape_that_is_described(
    way: Any, client: TestClient, examples: dict[str, str]
) -> None:
    answer = client.get(filled(way.path, examples))
    told = described.openapi()
    [schema] = [
        operation["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for operation in told["paths"].values()
        if operation["get"]["operationId"] == way.view.__name__
    ]
    errors = Draft202012Validator(schema | {"components": told["components"]}).iter_errors(
        answer.json()
    )
    assert (answer.status_code, [error.message for error in errors]) == (200, [])


@pytest.mark.parametrize("way", API, ids=lambda way: way.path)
def test_each_answer_has_a_shape_of_its_own(way: Any) -> None:
    name = way.view.__name__
    assert (name in ANSWERS) != (name in WITHOUT_SHAPE)
