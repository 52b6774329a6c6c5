"""Run all benchmarks, one after another: ``python -m benchmarks``."""

from __future__ import annotations

from benchmarks import take_pdf


def main() -> None:
    take_pdf.run(files=200, pages=10)


if __name__ == "__main__":
    main()
