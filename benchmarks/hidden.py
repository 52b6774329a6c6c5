"""Whether the time of an answer tells what is kept back from what is not there.

    python -m benchmarks.hidden [--requests 2000]

An input for the chairs and one that nobody handed in are asked for in turns, by a visitor, in
random order; both are answered 404. Prints the medians, their difference with its interval of 95 %
(bootstrap), and how often the answer for what is kept back took longer (0.5: no more often).
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.generate import countries, write_lexicon
from benchmarks.row import Row
from stocktake.model.accounts import Audience
from stocktake.services import adding, building, starting
from stocktake.web import Site, make_app, open_site

AGAIN = 500
PATHS = ("/inputs/{}", "/inputs/{}/original", "/api/inputs/{}")


def make(folder: Path) -> Site:
    """A site with one input for all and one for the chairs."""
    workspace = starting.init(folder / "workspace")
    [country] = countries(1, random.Random(1))
    write_lexicon(workspace.lexicon / "actors", [country])
    inputs = folder / "inputs"
    inputs.mkdir()
    for name in ("open", "kept"):
        text = f"Statement by {country.name}\n\nWe call on all States to {name} archives."
        (inputs / f"{name}.txt").write_text(text, encoding="utf-8")
    manifest = "path,actor,confidentiality\nopen.txt,,\nkept.txt,,chairs\n"
    (inputs / "manifest.csv").write_text(manifest, encoding="utf-8")
    adding.add(workspace, [inputs])
    building.build(workspace, 1)
    return open_site(workspace)


def kept_back(site: Site) -> str:
    """The id of the input that a visitor may not see."""
    chairs, public = (
        site.shown(audience).inputs for audience in (Audience.CHAIRS, Audience.PUBLIC)
    )
    return next(id_ for id_ in chairs if id_ not in public)


def times(get: Callable[[str], int], pair: tuple[str, str], requests: int) -> list[list[float]]:
    """Microseconds that each answer took, for each of the two, asked for in random order."""
    rng = random.Random(1)
    took: tuple[list[float], list[float]] = ([], [])
    for number in (rng.randrange(2) for _ in range(requests)):
        started = time.perf_counter()
        if get(pair[number]) != 404:
            raise SystemExit(f"{pair[number]} is there")
        took[number].append((time.perf_counter() - started) * 1e6)
    return [*took]


def interval(hidden: list[float], missing: list[float]) -> tuple[float, float]:
    """Between what the difference of the medians lies in 95 of 100 samples drawn anew."""
    rng = random.Random(1)

    def drawn(values: list[float]) -> float:
        return statistics.median(rng.choices(values, k=len(values)))

    found = sorted(drawn(hidden) - drawn(missing) for _ in range(AGAIN))
    return found[AGAIN // 40], found[-AGAIN // 40]


def longer(hidden: list[float], missing: list[float]) -> float:
    """How often one that is kept back took longer than one that is not there (Mann-Whitney)."""
    rng = random.Random(1)
    pairs = list(zip(rng.choices(hidden, k=20_000), rng.choices(missing, k=20_000), strict=True))
    return statistics.mean((a > b) + 0.5 * (a == b) for a, b in pairs)


def run(requests: int) -> list[Row]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        site = make(Path(folder))
        client = TestClient(make_app(site), base_url="http://stocktake.test")
        id_ = kept_back(site)
        for path in PATHS:
            pair = path.format(id_), path.format("0" * 64)
            hidden, missing = times(lambda one: client.get(one).status_code, pair, requests)
            low, high = interval(hidden, missing)
            share = longer(hidden, missing)
            print(
                f"{path:24} {statistics.median(hidden):.0f} and "
                f"{statistics.median(missing):.0f} us, "
                f"difference {low:+.0f} to {high:+.0f} us, longer {share:.3f}"
            )
            found.append(
                Row(
                    f"`{path}` of an input kept back, {requests:,} requests",
                    f"{statistics.median(hidden):.0f} us; takes longer {share:.3f} of the time",
                    f"one that is not there: {statistics.median(missing):.0f} us; limit 0.5",
                    f"{statistics.median(hidden) / statistics.median(missing):.3f}",
                    f"`python -m benchmarks.hidden --requests {requests}`",
                )
            )
        site.close()
    return found


def rows(*, quick: bool) -> list[Row]:
    return run(200 if quick else 2_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    run(parser.parse_args().requests)


if __name__ == "__main__":
    main()
