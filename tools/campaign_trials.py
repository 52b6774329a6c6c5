"""Try the search for near-identical texts on campaigns made from real texts.

Letters are real texts (paragraphs of speeches, arguments, recommendations); copies of them get
edits such as campaign letters show: a salutation and signature, a paragraph of one's own before
or behind, names and other words changed, cut off, other case and white space. Among them stand
texts of their own, some with a passage that all of them quote.

    python -m tools.campaign_trials ../shared/data [--seed N]
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from stocktake import near_duplicates

GREETINGS = (
    "Dear Chair,",
    "To whom it may concern:",
    "Honourable members of the committee,",
    "Hello, I am writing about your consultation.",
)
ENDINGS = ((), ("\nSincerely,",), ("\nThank you.",))
NAMES = ("Anna Berg", "Bela Kos", "Chloe N. Dar", "Dev Rao", "Efe Oz, Strelsau", "Fay Lin, teacher")
WORDS = ("really", "people", "my town", "we", "strongly", "today", "families", "the", "important")
COPIES = (1, 2, 3, 5, 8)
QUOTED = (0.1, 0.4)
OWN = (0.1, 0.6)
LEAST = 25
QUOTING = 0.3
K = TypeVar("K", bound=Hashable)
Edit = Callable[[list[str], random.Random, Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Trial:
    """Texts with the number of the letter that each is a copy of."""

    texts: list[str]
    truth: list[int]


def speeches(data: Path, low: int = 40, high: int = 320) -> list[str]:
    """Runs of paragraphs of the General Debate, of some length in words."""
    found = []
    for path in sorted((data / "general_debate_2018").glob("*.txt")):
        passage: list[str] = []
        for paragraph in path.read_text("utf-8-sig").split("\n"):
            passage += paragraph.split()
            if len(passage) >= low:
                found.append(" ".join(passage[:high]))
                passage = []
    return found


def arguments(data: Path) -> list[str]:
    with (data / "argkp" / "arguments_train.csv").open(encoding="utf-8") as lines:
        return [row["argument"] for row in csv.DictReader(lines)]


def recommendations(data: Path) -> list[str]:
    path = data / "upr" / "recommendations_sessions_1_9.csv"
    with path.open(encoding="utf-8") as lines:
        return [row["Text"] for row in csv.DictReader(lines)]


def _signed(told: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    ending = chance.choice(ENDINGS)
    return [chance.choice(GREETINGS), *told, *ending, f"\n{chance.choice(NAMES)}"]


def _personal(told: list[str], chance: random.Random, others: Sequence[str]) -> list[str]:
    if len(told) < LEAST:
        return told
    own = chance.choice(others).split()[: max(8, int(len(told) * chance.uniform(*OWN)))]
    return [*own, *told] if chance.random() < 0.5 else [*told, *own]


def _edited(told: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    rate = chance.uniform(0.01, 0.06)
    changed = [chance.choice(WORDS) if chance.random() < rate else word for word in told]
    return [word for word in changed if chance.random() > rate / 2]


def _cut(told: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    return told[: max(8, int(len(told) * chance.uniform(0.5, 0.95)))]


def _shouted(told: list[str], chance: random.Random, _: Sequence[str]) -> list[str]:
    change = chance.choice((str.upper, str.lower, str.title))
    return [change(word) + chance.choice(("", "", " ", "\n")) for word in told]


EDITS: tuple[Edit, ...] = (_signed, _personal, _edited, _cut, _shouted)


def trial(texts: list[str], seed: int, letters: int = 250, singles: int = 1500) -> Trial:
    """Copies of some *texts* among others, in an order of chance."""
    chance = random.Random(seed)  # noqa: S311 - a seeded trial
    every = _distinct(texts)
    chance.shuffle(every)
    chosen, others = every[: letters + singles], every[letters + singles :]
    quotation = max(others, key=len)
    made = []
    for number, text in enumerate(chosen):
        if number < letters:
            made += [(copy, number) for copy in _copies(text, chance, others)]
        else:
            made.append((_quoting(text, quotation, chance), number))
    chance.shuffle(made)
    return Trial([text for text, _ in made], [number for _, number in made])


def _distinct(texts: list[str]) -> list[str]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(" ".join(re.findall(r"\w+", text.lower())), text)
    return [found[key] for key in sorted(found)]


def _copies(text: str, chance: random.Random, others: Sequence[str]) -> Iterator[str]:
    yield text
    for _ in range(chance.choice(COPIES)):
        told = text.split()
        for edit in chance.sample(EDITS, chance.choice((0, 1, 1, 2, 3))):
            told = edit(told, chance, others)
        yield " ".join(told)


def _quoting(text: str, quotation: str, chance: random.Random) -> str:
    told = text.split()
    part = chance.uniform(*QUOTED)
    most = int(len(told) * part / (1 - part))
    if len(told) < LEAST or chance.random() > QUOTING:
        return text
    at = chance.randrange(len(told))
    return " ".join([*told[:at], *quotation.split()[:most], *told[at:]])


def scores(truth: Sequence[int], found: Sequence[int]) -> tuple[float, float]:
    """Precision and recall of pairs that are said to be copies of one letter."""
    both = _pairs(zip(truth, found, strict=True), lambda key: key[1] >= 0)
    told = _pairs(found, lambda key: key >= 0)
    real = _pairs(truth, lambda _: True)
    return both / max(1, told), both / max(1, real)


def _pairs(keys: Iterable[K], counts: Callable[[K], bool]) -> int:
    return sum(n * (n - 1) // 2 for key, n in Counter(keys).items() if counts(key))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    sources = {
        "speeches": speeches(chosen.data),
        "arguments": arguments(chosen.data),
        "recommendations": recommendations(chosen.data),
    }
    sources["all"] = [text for texts in sources.values() for text in texts]
    for name, texts in sources.items():
        made = trial(texts, chosen.seed)
        precision, recall = scores(made.truth, near_duplicates(made.texts))
        sys.stdout.write(
            f"{name}: {len(made.texts)} texts, precision {precision:.4f}, recall {recall:.4f}\n"
        )


if __name__ == "__main__":
    main()
