"""Run one task or many: a crew of workers, results in the order in which they are done."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from stocktake.errors import StocktakeError
from stocktake.settings import Limits
from stocktake.workers.confining import ALL_READING, Reach
from stocktake.workers.host import Worker, spare

R = TypeVar("R")


def run_isolated(
    function: Callable[..., R], *arguments: Any, limits: Limits, reach: Reach = ALL_READING
) -> R:
    """Return ``function(*arguments)``, run in a process of its own, which gets at nothing but what
    is in its *reach*.

    LimitError if it takes more time or memory than *limits* allow, WorkerDied if the process ends
    or the function fails in an unforeseen way, else the StocktakeError that it raised.
    """
    worker = Worker(limits, reach=reach)
    try:
        result = worker.run(function, arguments)
    finally:
        worker.close()
    if isinstance(result, StocktakeError):
        raise result
    return result  # type: ignore[no-any-return]


def run_many(
    function: Callable[[Any], R],
    tasks: Iterable[Any],
    *,
    workers: int,
    limits: Limits,
    reach: Reach = ALL_READING,
) -> Iterator[tuple[int, R | StocktakeError]]:
    """Run *function* on each of *tasks* in up to *workers* processes.

    They get at nothing but what is in their *reach*.

    Yields the index of a task with its result, or with the StocktakeError that stands for it, as
    each is done. A worker that dies takes only its task with it. When the iteration is left, by
    Ctrl-C or otherwise, all workers are killed. They are there when this returns: call it before
    threads are started, and they are copies of this process that have all it has loaded.
    """
    waiting = list(enumerate(tasks))
    size = min(max(1, workers), len(waiting))
    crew = _Crew(function, waiting, [Worker(limits, spare(), reach) for _ in range(size)])
    return _results(crew, len(waiting))


def _results(crew: _Crew, count: int) -> Iterator[tuple[int, Any]]:
    try:
        crew.start()
        for _ in range(count):
            yield crew.done()
    finally:
        crew.disband()


class _Crew:
    """Workers, each with a thread that hands it tasks."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        tasks: list[tuple[int, Any]],
        workers: list[Worker],
    ) -> None:
        self._function = function
        self._tasks: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        for task in tasks:
            self._tasks.put(task)
        self._done: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._workers = workers
        self._threads = [
            threading.Thread(target=self._serve, args=(worker,), daemon=True)
            for worker in self._workers
        ]

    def start(self) -> None:
        """Hand out the first tasks."""
        for thread in self._threads:
            thread.start()

    def done(self) -> tuple[int, Any]:
        """Wait for the next result; an error of this side is raised here."""
        index, result = self._done.get()
        if isinstance(result, BaseException) and not isinstance(result, StocktakeError):
            raise result
        return index, result

    def disband(self) -> None:
        """Kill all workers and wait for their threads."""
        for worker in self._workers:
            worker.close()
        for thread in self._threads:
            if thread.ident:
                thread.join()

    def _serve(self, worker: Worker) -> None:
        while True:
            try:
                index, task = self._tasks.get_nowait()
            except queue.Empty:
                worker.close()
                return
            try:
                self._done.put((index, worker.run(self._function, (task,))))
            except EOFError:
                return
            except Exception as error:
                self._done.put((index, error))
