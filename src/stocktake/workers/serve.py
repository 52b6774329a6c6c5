"""The worker's side: take a task, run it within its limits, report, until nobody asks any more."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from stocktake.settings import MEGABYTE, Limits
from stocktake.workers.bounds import bound_process, bound_task, data_bytes
from stocktake.workers.confining import clear, confine
from stocktake.workers.deaths import failure, over_memory
from stocktake.workers.wire import receive, send

GROWN = 384 * MEGABYTE
_CYCLES = (50_000, 20, 100)  # objects between searches for cycles, of which documents have few


def main() -> None:
    """Serve on standard input and output."""
    requests, answers = channels()
    sys.path[:] = receive(requests)
    serve(requests, answers)


def channels() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output, which are ours alone: what tasks print goes nowhere."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    return requests, answers


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Work until nobody asks any more."""
    limits: Limits
    limits, reach = receive(requests)
    bound_process(limits)
    confine(reach)
    gc.set_threshold(*_CYCLES)
    start = data_bytes()
    while True:
        try:
            function, arguments = receive(requests)
        except EOFError:
            clear(Path(tempfile.gettempdir()))
            return
        except Exception as error:
            _answer(answers, (False, failure(error, limits), False), limits)
            continue
        _answer(answers, _work(function, arguments, limits, start), limits)


def _work(function: Any, arguments: tuple[Any, ...], limits: Limits, start: int) -> Any:
    """Whether it went well, the result or the error, and whether this worker is worn out."""
    bound_task(limits)
    try:
        return True, function(*arguments), data_bytes() - start > GROWN
    except MemoryError:
        return False, over_memory(limits), True
    except Exception as error:
        return False, failure(error, limits), data_bytes() - start > GROWN


def _answer(answers: IO[bytes], answer: Any, limits: Limits) -> None:
    try:
        send(answers, answer)
    except OSError:
        raise SystemExit(1) from None
    except Exception as error:  # a result that cannot be pickled; nothing has been written yet
        send(answers, (False, failure(error, limits), True))
