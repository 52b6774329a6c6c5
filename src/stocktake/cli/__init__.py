"""The command line: parse arguments, call one service, show what came of it; no logic.

In: arguments. Out: results on standard output, progress and messages on standard error, an exit
code: 0 done, 1 something failed (and is named), 2 wrong use, 130 stopped by Ctrl-C.
May import: services; they are imported within commands, so that ``--help`` is fast.
To add one: a function in one of the ``commands_`` modules, and its line in ``app``.
"""

from stocktake.cli.entry import main

__all__ = ["main"]
