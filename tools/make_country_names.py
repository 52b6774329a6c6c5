"""Writes ``names_cldr.csv``: names of States in five languages, from Unicode CLDR by way of Babel.

Run by hand when CLDR changes: ``python tools/make_country_names.py`` (needs Babel). Names that the
United Nations write in another way stand in ``names.csv`` beside it, which is written by hand.
Russian names are given in all cases, by the endings of their last word.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

ACTORS = Path(__file__).parent.parent / "src" / "stocktake" / "lexicon" / "data" / "actors"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
HISSING = "гкхжчшщ"
CODES = {"XKX": "XK", "DDR": "", "YUG": "", "SUN": "", "SCG": "", "CSK": ""}


def main() -> None:
    with (ACTORS / "states.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    lines = [line for language in LANGUAGES for line in names(language, ids)]
    with (ACTORS / "names_cldr.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "language", "name"))
        writer.writerows(lines)


def names(language: str, ids: list[str]) -> Iterator[tuple[str, str, str]]:
    territories = Locale(language).territories
    for actor_id in ids:
        name = territories.get(two_letters(actor_id))
        if name and "о-ва" not in name:
            name = name.partition(" (")[0]
            forms = declined(name) if language == "ru" else [name]
            yield from ((actor_id, language, form) for form in forms)


def two_letters(actor_id: str) -> str:
    aliases = get_global("territory_aliases").get(actor_id, [""])
    return CODES.get(actor_id, aliases[0])


def declined(name: str) -> list[str]:
    """The cases of a Russian name of one word; of a longer one, the first alone."""
    if not name.isalpha() or name.isupper():
        return [name]
    stem, last = name[:-1], name[-1]
    endings = {
        "а": ("и" if stem[-1] in HISSING else "ы", "у", "ой", "е"),
        "я": ("и", "ю", "ей", "и" if stem[-1] == "и" else "е"),
        "ь": ("я", "ю", "ем", "е", "и", "ью"),
        "й": ("я", "ю", "ем", "е"),
    }
    if last in endings:
        return list(dict.fromkeys([name, *(stem + ending for ending in endings[last])]))
    if last in "оеиуыэюё":
        return [name]
    return [name, *(name + ending for ending in ("а", "у", "ом", "е"))]


if __name__ == "__main__":
    main()
