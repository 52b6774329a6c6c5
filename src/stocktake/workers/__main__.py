"""A fresh worker: ``python -m stocktake.workers``."""

from stocktake.workers.serve import main

main()
