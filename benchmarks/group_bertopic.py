"""Grouping of generated asks, beside BERTopic with the same vectors in the same run.

    python -m benchmarks.group_bertopic [--asks 100000] [--embedder multilingual]

BERTopic lives in an environment of its own, since it needs what we do not:

    python -m venv .venv-bertopic
    .venv-bertopic/bin/pip install torch==2.13.0      # the build without a graphics card
    .venv-bertopic/bin/pip install bertopic
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from benchmarks.row import Row

PEER = Path(".venv-bertopic/bin/python")
_SET_UP = "`python -m benchmarks.group_bertopic --help` tells how to set it up"


def ours(texts: Sequence[str], vectors: np.ndarray) -> dict[str, object]:
    """Our numbers for *texts*, with seconds and peak memory."""
    import stocktake

    start = time.perf_counter()
    numbers = stocktake.group(texts, vectors)
    return {"numbers": numbers, "seconds": time.perf_counter() - start, "mb": _peak()}


def theirs(texts: Sequence[str], vectors: np.ndarray, smallest: int) -> dict[str, object]:
    """BERTopic's numbers, with groups of at least *smallest*; -1 for none."""
    from bertopic import BERTopic  # type: ignore[import-not-found, unused-ignore]
    from umap import UMAP  # type: ignore[import-not-found, unused-ignore]

    start = time.perf_counter()
    reduction = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=1)
    model = BERTopic(umap_model=reduction, min_topic_size=smallest, low_memory=True)
    numbers, _ = model.fit_transform(list(texts), vectors)
    seconds = time.perf_counter() - start
    return {"numbers": [int(one) for one in numbers], "seconds": seconds, "mb": _peak()}


def compared(name: str, found: dict[str, object], truth: Sequence[int]) -> str:
    """One line: pairwise precision, recall and F1, and who was left without a group."""
    numbers = found["numbers"]
    assert isinstance(numbers, list)
    both = _pairs(zip(numbers, truth, strict=True), numbers)
    said, true = _pairs(numbers, numbers), _pairs(truth, truth)
    precision, recall = both / max(1, said), both / max(1, true)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    sizes = Counter(truth)
    partnered = [at for at, one in enumerate(truth) if sizes[one] > 1]
    left = sum(numbers[at] == -1 for at in partnered) / max(1, len(partnered))
    of_all = numbers.count(-1) / len(numbers)
    return (
        f"{name}: {found['seconds']:.0f} s, {found['mb']:.0f} MB; "
        f"pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; "
        f"without a group: {left:.1%} of those with a partner, {of_all:.1%} of all"
    )


def _pairs(keys: Iterable[object], numbers: Sequence[int]) -> int:
    """How many pairs have the same key; those without a group have none."""
    counts = Counter(key for key, number in zip(keys, numbers, strict=True) if number != -1)
    return sum(count * (count - 1) // 2 for count in counts.values())


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(whose: str, python: Path, folder: Path, smallest: int) -> dict[str, object]:
    """The result of one side, in a process of its own."""
    command = [str(python), __file__, "--side", whose, "--folder", str(folder)]
    subprocess.run([*command, "--smallest", str(smallest)], check=True)
    found: dict[str, object] = json.loads((folder / f"{whose}.json").read_text())
    return found


def _side(whose: str, folder: Path, smallest: int) -> None:
    texts = json.loads((folder / "texts.json").read_text())
    vectors = np.load(folder / "vectors.npy")
    found = ours(texts, vectors) if whose == "ours" else theirs(texts, vectors, smallest)
    (folder / f"{whose}.json").write_text(json.dumps(found))


def _compare(asks: int, embedder: str, smallest: int) -> list[Row]:
    from benchmarks.asks import generated
    from benchmarks.row import Row
    from stocktake.embedders import embedder as chosen

    asked = generated(asks)
    print(f"{len(asked.texts)} asks of {len(set(asked.truth))} proposals", flush=True)
    start = time.perf_counter()
    vectors = np.asarray(chosen(embedder).embed(asked.texts))
    print(f"vectors ({embedder}): {time.perf_counter() - start:.0f} s", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts.json").write_text(json.dumps(asked.texts))
        np.save(folder / "vectors.npy", vectors)
        found = _alone("ours", Path(sys.executable), folder, smallest)
        our_line = compared("stocktake", found, asked.truth)
        print(our_line, flush=True)
        peer, ratio = f"{PEER} is missing: {_SET_UP}", ""
        if PEER.exists():
            other = _alone("bertopic", PEER, folder, smallest)
            peer = compared(f"BERTopic, groups of {smallest} or more", other, asked.truth)
            ratio = f"{float(found['seconds']) / float(other['seconds']):.2f} of its time"
        print(peer, flush=True)
    what = f"grouping of {asks:,} generated asks, the same vectors ({embedder})"
    repeat = f"`python -m benchmarks.group_bertopic --asks {asks} --embedder {embedder}`"
    return [Row(what, our_line.removeprefix("stocktake: "), peer, ratio, repeat)]


def rows(*, quick: bool) -> list[Row]:
    return _compare(1_000 if quick else 100_000, "multilingual", 10)


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--asks", type=int, default=100_000)
    arguments.add_argument("--embedder", default="multilingual")
    arguments.add_argument("--smallest", type=int, default=10, help="BERTopic's min_topic_size")
    arguments.add_argument("--side", help=argparse.SUPPRESS)
    arguments.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.side:
        _side(chosen.side, chosen.folder, chosen.smallest)
    else:
        _compare(chosen.asks, chosen.embedder, chosen.smallest)


if __name__ == "__main__":
    main()
