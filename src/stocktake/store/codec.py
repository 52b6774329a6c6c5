"""How records stand in the database: as JSON, in the shape of ``model.codec``."""

from stocktake.model.codec import dumps, dumps_all, loads, loads_all, plain, restored

__all__ = ["dumps", "dumps_all", "loads", "loads_all", "plain", "restored"]
