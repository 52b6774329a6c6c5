"""The way into the command line, and the one place where errors become messages and exit codes."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

import typer

from stocktake.errors import StocktakeError

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130
DEBUG = "STOCKTAKE_DEBUG"
_OBJECTS_BETWEEN_CYCLES = 200_000
_THREADS = "OPENBLAS_NUM_THREADS"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    # Records are trees: to look for cycles among millions of them takes a third of a build's time.
    gc.set_threshold(_OBJECTS_BETWEEN_CYCLES, 100, 100)
    # Our matrices are small: threads that wait for one another take many times as long as one.
    os.environ.setdefault(_THREADS, "1")
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit code. Raises nothing."""
    try:
        return _run(arguments)
    except (KeyboardInterrupt, typer.Abort):
        return _end(
            "Stopped. Nothing is lost: run the same command again, and it goes on from here.",
            STOPPED,
        )
    except typer.TyperException as error:
        return _end(f"stocktake: {error.format_message()} See: stocktake --help", error.exit_code)
    except StocktakeError as error:
        return _end(f"stocktake: {error}", error.exit_code)
    except SystemExit:
        # So Typer leaves when whoever reads our output has seen enough.
        return DONE
    except Exception as error:
        return _unforeseen(error)


def _run(arguments: list[str]) -> int:
    from stocktake.cli.app import app

    outcome = app(args=arguments or ["--help"], prog_name="stocktake", standalone_mode=False)
    if outcome == STOPPED:
        raise KeyboardInterrupt
    if not arguments:
        return WRONG_USE
    return outcome if isinstance(outcome, int) else DONE


def say(message: str) -> None:
    """A message for people, on standard error."""
    typer.echo(message, err=True)


def _end(message: str, code: int) -> int:
    say(message)
    return code


def _unforeseen(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    if isinstance(error, OSError):
        remedy = "Check the path, who may write there, and the room on the disk."
        return _end(f"stocktake: {error}. {remedy}", FAILED)
    return _end(
        f"stocktake: something unforeseen happened ({type(error).__name__}: {error}). "
        f"This is a mistake of the program: please report it, with what {DEBUG}=1 shows.",
        FAILED,
    )
