"""Run many tasks on a Dask cluster: each in a process of its own there, within the same limits.

A worker of the cluster hands its tasks to processes like those of ``crew``; so a file that crashes
its reader costs what it costs here, and a worker that is lost costs only the tasks in its hands,
which others do again. What tasks read must be there under the same path: on a shared folder.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from stocktake.errors import StocktakeError
from stocktake.settings import Limits
from stocktake.workers.confining import ALL_READING, Reach
from stocktake.workers.deaths import MachineError
from stocktake.workers.host import Worker

R = TypeVar("R")
AGAIN = 3
AT_ONCE = 200  # tasks under way at once: the others wait here, not in the scheduler's memory
_CONNECT = "10s"
_here = threading.local()


def run_on_cluster(
    function: Callable[[Any], R],
    tasks: Iterable[Any],
    *,
    address: str,
    limits: Limits,
    reach: Reach = ALL_READING,
) -> Iterator[tuple[int, R | StocktakeError]]:
    """``run_many`` on the workers of the scheduler at *address* (``tcp://host:port``).

    StocktakeError if Dask is not installed or no scheduler answers. A task in whose hands AGAIN
    workers were lost, gets MachineError.
    """
    waiting = iter(list(enumerate(tasks)))
    with _client(address) as client:
        yield from _results(client, function, waiting, (limits, reach))


def _results(
    client: Any,
    function: Callable[[Any], R],
    waiting: Iterator[tuple[int, Any]],
    rules: tuple[Limits, Reach],
) -> Iterator[tuple[int, R | StocktakeError]]:
    distributed = _distributed()

    indices: dict[str, int] = {}

    def begun() -> Any | None:
        index, task = next(waiting, (None, None))
        if index is None:
            return None
        future = client.submit(_isolated, function, task, rules, pure=False, retries=AGAIN)
        indices[future.key] = index
        return future

    first = [future for _ in range(AT_ONCE) if (future := begun())]
    under_way = distributed.as_completed(first, loop=client.loop)
    for future in under_way:
        result = _result(future)
        future.release()
        following = begun()
        if following:
            under_way.add(following)
        yield indices.pop(future.key), result


def _result(future: Any) -> Any:
    if future.status == "finished":
        return future.result()
    error = future.exception()
    told = f"{type(error).__name__}: {error}"
    return MachineError(
        f"a file was lost with each worker of the cluster that had it ({told}).",
        remedy="Look at the logs of the workers, then build again: all else is kept.",
    )


def _isolated(function: Callable[[Any], Any], task: Any, rules: tuple[Limits, Reach]) -> Any:
    """What a thread of a worker of the cluster does: hand the task to its process."""
    if getattr(_here, "rules", None) != rules:
        _here.rules, _here.worker = rules, Worker(rules[0], reach=rules[1])
    return _here.worker.run(function, (task,))


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        raise StocktakeError(
            "a cluster needs Dask, which is not installed.",
            remedy="Install it with: pip install 'stocktake[cluster]'",
        ) from None
    return distributed


def _client(address: str) -> Any:
    distributed = _distributed()
    try:
        return distributed.Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise StocktakeError(
            f"no scheduler answers at {address} ({error}).",
            remedy="Start one with: dask scheduler, and workers with: dask worker ADDRESS",
        ) from error
