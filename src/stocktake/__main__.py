"""``python -m stocktake``: the command line."""

from stocktake.cli import main

if __name__ == "__main__":
    main()
