"""Workers: a function runs on one task or many, each file's fate its own.

In: a picklable function, its task or tasks, Limits. Out: results, or errors of ours, as they come.
May import: model and below.
To add another way: a module whose function yields what ``run_many`` does, as ``cluster`` has.
Why processes that are used again, and not one for each file: docs/adr/0001-isolation.md.
"""

from stocktake.workers.beside import beside, side_by_side
from stocktake.workers.cluster import run_on_cluster
from stocktake.workers.confining import NO_FILES, Granted, Reach, granted
from stocktake.workers.crew import run_isolated, run_many
from stocktake.workers.deaths import MachineError, WorkerDied

__all__ = [
    "NO_FILES",
    "Granted",
    "MachineError",
    "Reach",
    "WorkerDied",
    "beside",
    "granted",
    "run_isolated",
    "run_many",
    "run_on_cluster",
    "side_by_side",
]
