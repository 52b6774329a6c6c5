"""Run all benchmarks, one after another: ``python -m benchmarks``."""

from __future__ import annotations

from benchmarks import drafts, extract_english, linear, search, take_pdf


def main() -> None:
    take_pdf.run(files=200, pages=10)
    print()
    extract_english.run(extract_english.generated())
    print()
    linear.run()
    print()
    search.run()
    print()
    drafts.run(20_000)


if __name__ == "__main__":
    main()
