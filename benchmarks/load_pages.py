"""The pages that the readers of ``benchmarks.load`` ask for: each kind, and any address of it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

Pages = dict[str, Callable[[random.Random], str]]
MOST = 500
PAGE = 50
ACTS = ("proposes", "requests", "supports", "opposes")
_WORD = re.compile(r"[a-z]{5,}")


def pages_of(site: str) -> Pages:
    """Makes an address of each kind, all of what is listed at *site* being as likely."""
    proposals, actors, inputs = (_all(site, name) for name in ("proposals", "actors", "inputs"))
    statements = _listed(site, f"search?q=&limit={MOST}")["items"]
    said = [item["statement"] for item in statements]
    words = sorted({word for item in said for word in _WORD.findall(item["quote"].casefold())})
    themes = [entry["theme"]["id"] for entry in _listed(site, "themes")["rows"]]
    codes = themes + [item["id"] for item in _listed(site, "themes")["dimensions"]]
    sections = _links(site, "/report", "/report/")
    tables = _links(site, "/data", "/data/")
    return {
        "/": lambda _: "/",
        "/process": lambda _: "/process",
        "/proposals": partial(_list, "/proposals", len(proposals), words, "theme", themes),
        "/proposals/N": partial(_one, "/proposals/", [str(item["number"]) for item in proposals]),
        "/search?q=…": partial(_search, words),
        "/actors": partial(
            _list, "/actors", len(actors), [item["name"] for item in actors], "kind", ["state"]
        ),
        "/actors/X": partial(_one, "/actors/", [item["id"] for item in actors]),
        "/inputs": partial(
            _list, "/inputs", len(inputs), words, "actor", [item["id"] for item in actors]
        ),
        "/inputs/X": partial(_one, "/inputs/", [item["id"] for item in inputs]),
        "/passages/X": partial(
            _one,
            "/passages/",
            [f"{item['document_id']}/{item['start']}-{item['end']}" for item in said],
        ),
        "/themes": lambda _: "/themes",
        "/themes/X": partial(_list_of, "/themes/", codes),
        "/relations": lambda _: "/relations",
        "/gaps": lambda _: "/gaps",
        "/report": lambda _: "/report",
        "/report/X": partial(_one, "/report/", sections),
        "/data/X": partial(_list_of, "/data/", tables),
        "/api/proposals/N": partial(
            _one, "/api/proposals/", [str(item["number"]) for item in proposals]
        ),
    }


def _one(path: str, among: Sequence[str], rng: random.Random) -> str:
    return path + quote(rng.choice(among))


def _list_of(path: str, among: Sequence[str], rng: random.Random) -> str:
    """One list of several, at one of its first pages."""
    return f"{path}{quote(rng.choice(among))}?skip={PAGE * rng.randrange(20)}"


def _list(  # noqa: PLR0913, PLR0917 - what a list can be narrowed down to
    path: str,
    total: int,
    words: Sequence[str],
    field: str,
    values: Sequence[str],
    rng: random.Random,
) -> str:
    """A list from its start, further on, or narrowed down."""
    return rng.choice(
        [
            path,
            f"{path}?skip={PAGE * rng.randrange(total // PAGE + 1)}",
            f"{path}?words={quote(rng.choice(words))}",
            f"{path}?{field}={quote(rng.choice(values))}",
        ]
    )


def _search(words: Sequence[str], rng: random.Random) -> str:
    """One word or two, sometimes as an actor's act or further on."""
    told = " ".join(rng.sample(words, rng.choice([1, 1, 2])))
    more = rng.choice(["", "", f"&act={rng.choice(ACTS)}", f"&skip={PAGE}"])
    return f"/search?q={quote(told)}{more}"


def _all(site: str, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        told = _listed(site, f"{name}?limit={MOST}&skip={len(found)}")
        found += told["items"]
        if told["after"] is None:
            return found


def _listed(site: str, path: str) -> dict[str, Any]:
    with urlopen(f"{site}/api/{path}") as answer:
        told: dict[str, Any] = json.load(answer)
    return told


def _links(site: str, path: str, prefix: str) -> list[str]:
    """What pages a page leads to, without those that are files."""
    with urlopen(site + path) as answer:
        found = re.findall(rf'href="{prefix}([\w-]+)"', answer.read().decode())
    return sorted(set(found) - {"whole"})
