"""How long a search takes among 100,000 statements, beside tantivy on the same texts.

    python -m benchmarks.search [STATEMENTS] [--postgresql]

With --postgresql the same is asked of a PostgreSQL that is started for the run; it must count the
same.

The texts are invented: 25 words each, of a vocabulary of 30,000 whose frequencies follow Zipf's
law, as those of real texts do, so that the commonest words stand in most statements. Each query is
one call of the store: the exact count, the first 20 hits, their snippets. Median of 15.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from importlib.util import find_spec
from itertools import accumulate

from benchmarks.generate import ENDINGS, SYLLABLES
from benchmarks.row import Row
from stocktake.store import Entry, Filter, Look, Order, Store, Voice, open_store, rebuild, search
from tests.postgresql import Server, binaries, running

ACTORS = 200
VOCABULARY = 30_000
WORDS = 25
ROUNDS = 15
REFUGEES = Filter(themes=("theme3",))
STATES = Filter(voices=(tuple(Voice(f"S{number}") for number in range(100)),))
MEMBERS = Filter(
    voices=(tuple(Voice(f"S{number}", "2017-02-01", "2017-11-30") for number in range(28)),)
)
QUERIES: tuple[tuple[str, str, Filter, Look], ...] = (
    ("a rare word", "{rare}", Filter(), Look()),
    ("the commonest word", "{first}", Filter(), Look()),
    ("two common words", "{first} {second}", Filter(), Look()),
    ("one of two common words", "{first} OR {second}", Filter(), Look()),
    ("a phrase of common words", '"{first} {second}"', Filter(), Look()),
    ("a prefix", "{prefix}*", Filter(), Look()),
    ("a common word without another", "{first} -{second}", Filter(), Look()),
    ("the commonest word by date", "{first}", Filter(), Look(order=Order.NEWEST)),
    ("its page 1,000", "{first}", Filter(), Look(skip=20_000)),
    ("a common word on a theme", "{second}", REFUGEES, Look()),
    ("a common word of 100 States", "{second}", STATES, Look()),
    ("a common word of a dated group of 28", "{second}", MEMBERS, Look()),
    ("no word, a theme, by date", "", REFUGEES, Look(order=Order.OLDEST)),
    ("no word, 100 States", "", STATES, Look()),
    ("no word, acts, stances, dates", "", Filter(
        acts=("requests",), stances=("supports",), since="2017-06-01", confidence=0.5
    ), Look()),
)  # fmt: skip


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words, the commonest first."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        count = chance.randint(1, 4)
        words["".join(chance.choices(SYLLABLES, k=count)) + chance.choice((*ENDINGS, "s", ""))] = (
            None
        )
    return list(words)


def entries(count: int, words: list[str], chance: random.Random) -> Iterator[Entry]:
    """Statements that each hold an actor, themes, an act, a day."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(count):
        text = " ".join(chance.choices(words, cum_weights=weights, k=WORDS))
        day = f"2017-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield Entry(
            "statement",
            f"{number:032x}",
            f"d{number // 40}",
            0,
            len(text),
            text,
            act=chance.choice(("requests", "supports", "opposes")),
            stance=chance.choice(("supports", "opposes")),
            since=day,
            until=day,
            language="en",
            confidence=chance.random(),
            tags=(
                ("actor", f"S{chance.randrange(ACTORS)}"),
                ("actor kind", "State"),
                ("theme", f"theme{chance.randrange(20)}"),
            ),
        )


def timed(call: Callable[[], int]) -> tuple[float, int]:
    """Median time of a call in milliseconds, and what it counted."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        counted = call()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds) * 1000, counted


def run(count: int = 100_000, server: Server | None = None) -> list[Row]:
    chance = random.Random(1)
    words = vocabulary(chance)
    named = {"first": words[0], "second": words[1], "rare": words[9000], "prefix": words[40][:4]}
    listed = list(entries(count, words, chance))
    base = open_store("sqlite://")
    started = time.perf_counter()
    with base.writing() as connection:
        rebuild(connection, listed)
    print(f"{count:,} statements indexed in {time.perf_counter() - started:.1f} s")
    other = postgresql_of(listed, server) if server else None
    peer = tantivy_of(listed)
    all_took: list[float] = []
    others: dict[str, list[tuple[float, float]]] = {"PostgreSQL": [], "tantivy": []}
    for name, pattern, wanted, look in QUERIES:
        query = pattern.format_map(named)
        took, counted = timed(lambda: found(base, query, wanted, look))  # noqa: B023
        all_took.append(took)
        line = f"{name:40} {counted:>8,} hits {took:7.1f} ms"
        if other:
            its, its_count = timed(lambda: found(other, query, wanted, look))  # noqa: B023
            others["PostgreSQL"].append((its, took))
            line += f"   PostgreSQL {its:7.1f} ms"
            assert its_count == counted, (name, its_count, counted)
        if peer and wanted == Filter() and look == Look() and "*" not in query:
            its, its_count = timed(lambda: peer(query))  # noqa: B023
            others["tantivy"].append((its, took))
            line += f"   tantivy {its_count:>8,} hits {its:7.1f} ms"
        print(line)
    ours = f"{min(all_took):.1f} to {max(all_took):.1f} ms"
    return [_row(count, ours, name, both) for name, both in others.items()]


def _row(count: int, ours: str, other: str, both: list[tuple[float, float]]) -> Row:
    """*both* has the milliseconds of the *other* and ours, for each query that it can answer."""
    what = f"{len(QUERIES)} kinds of search among {count:,} statements, SQLite"
    repeat = f"`python -m benchmarks.search {count} --postgresql`"
    if not both:
        return Row(what, ours, f"{other}: not installed", "", repeat)
    its, shares = [one for one, _ in both], [ours / its for its, ours in both]
    peer = f"{other}, {len(both)} of the kinds: {min(its):.2f} to {max(its):.2f} ms"
    return Row(what, ours, peer, f"{min(shares):.2f} to {max(shares):.2f} of its time", repeat)


def rows(*, quick: bool) -> list[Row]:
    programs = binaries()
    with running(programs) if programs else nullcontext() as server:
        return run(10_000 if quick else 100_000, server)


def found(base: Store, query: str, wanted: Filter, look: Look) -> int:
    with base.reading() as connection:
        return search(connection, query, wanted, look).total


def postgresql_of(listed: list[Entry], server: Server) -> Store:
    """The same index in PostgreSQL."""
    base = open_store(server.url())
    started = time.perf_counter()
    with base.writing() as connection:
        rebuild(connection, listed)
    print(f"PostgreSQL: indexed in {time.perf_counter() - started:.1f} s")
    return base


def tantivy_of(listed: list[Entry]) -> Callable[[str], int] | None:
    """The peer: tantivy with its English stemmer, in memory; None where it is not installed."""
    if find_spec("tantivy") is None:
        return None
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", stored=True, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    started = time.perf_counter()
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for entry in listed:
        writer.add_document(tantivy.Document(words=entry.words))
    writer.commit()
    index.reload()
    print(f"tantivy: indexed in {time.perf_counter() - started:.1f} s")

    def ask(query: str) -> int:
        marked = (
            query
            if any(mark in query for mark in (" OR ", '"', "-"))
            else (" ".join(f"+{word}" for word in query.split()))
        )
        searcher = index.searcher()
        result = searcher.search(index.parse_query(marked, ["words"]), 20, count=True)
        for _, address in result.hits:
            searcher.doc(address)
        return int(result.count or 0)

    return ask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statements", nargs="?", type=int, default=100_000)
    parser.add_argument("--postgresql", action="store_true")
    asked = parser.parse_args()
    programs = binaries() if asked.postgresql else None
    with running(programs) if programs else nullcontext() as server:
        run(asked.statements, server)


if __name__ == "__main__":
    main()
