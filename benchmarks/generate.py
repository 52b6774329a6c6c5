"""Bulk inputs with invented countries, the same for the same seed.

    python -m benchmarks.generate FOLDER --files 200 --pages 10 --seed 1

writes PDF statements of an imagined negotiation into FOLDER/inputs, and FOLDER/lexicon with the
countries, for a workspace.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SYLLABLES = ("ba", "dor", "el", "fren", "gal", "hu", "ist", "kar", "lo", "mer", "nov", "or")
ENDINGS = ("ia", "land", "stan", "onia", "ora", "avia")
VERBS = (
    "strengthen", "extend", "fund", "monitor", "simplify", "recognise", "protect", "publish",
    "reduce", "end", "establish", "harmonise", "review", "digitise", "share", "evaluate",
    "promote", "accelerate", "reform", "restore", "coordinate", "inspect", "subsidise", "license",
)  # fmt: skip
KINDS = (
    "regular", "seasonal", "rural", "coastal", "bilateral", "voluntary", "digital", "consular",
    "portable", "municipal", "early", "affordable", "independent", "joint", "local", "mobile",
    "national", "online", "public", "regional", "special", "temporary", "vocational", "annual",
)  # fmt: skip
THINGS = (
    "pathways for workers", "detention centres for children", "assistance to citizens abroad",
    "fees on remittances", "statistics on migration", "recognition of skills", "health services",
    "cooperation at borders", "patrols against smuggling", "social benefits", "rescue at sea",
    "reintegration after return", "identity documents", "councils of migrants", "recruitment rules",
    "shelters for victims of trafficking", "family reunification", "adaptation to climate change",
    "language courses", "school places", "housing schemes", "legal aid", "labour inspections",
    "diaspora funds", "visas for study", "hotlines for migrants", "complaint bodies", "archives",
    "cultural festivals", "business licences", "fishing rights", "water supplies", "road links",
    "disaster shelters", "training of judges", "exchange of police officers", "asylum procedures",
    "women's cooperatives", "youth employment plans", "pension agreements",
)  # fmt: skip
QUALIFIERS = (
    "at the national level", "in border regions", "with the support of local authorities",
    "within five years", "for women and girls", "in cooperation with neighbouring countries",
    "through a voluntary fund", "on the basis of disaggregated data", "for unaccompanied children",
    "in line with human rights law", "through bilateral agreements", "in rural communities",
)  # fmt: skip
ADDRESSEES = ("States", "Governments", "the secretariat", "host communities", "donors", "employers")
ASKS = (
    "We call on {addressee} to {verb} {object} {qualifier}.",
    "My delegation supports efforts to {verb} {object} {qualifier}.",
    "We propose to {verb} {object} {qualifier}.",
    "{addressee} should {verb} {object} {qualifier}, provided that resources are available.",
    "We do not support the proposal to {verb} {object} {qualifier}.",
    "{other}, supported by {third}, urged {addressee} to {verb} {object}.",
)
BACKGROUND = (
    "The number of people on the move through the region rose by {number} per cent last year",
    "many families have lived on both sides of the river since the time of our grandparents",
    "in the year {year} the parliament discussed {object} for the first time",
    "the weather stations of the coast recorded {number} storms in that season",
    "our ports handle goods and passengers from {number} countries every month",
    "the market of {other} has drawn traders from {third} since {year}",
)
JOINTS = (", and ", ", while ", ", although ", "; ")
ASKING = 0.2
LINES = 50


@dataclass(frozen=True, slots=True)
class Country:
    """An invented country."""

    code: str
    name: str


def countries(count: int, rng: random.Random) -> list[Country]:
    """*count* invented countries with distinct names and codes that no State has."""
    names: dict[str, None] = {}
    while len(names) < count:
        stem = "".join(rng.choices(SYLLABLES, k=2))
        names[(stem + rng.choice(ENDINGS)).capitalize()] = None
    return [Country(f"X{number:03}", name) for number, name in enumerate(names)]


def write_lexicon(folder: Path, known: list[Country]) -> None:
    """The countries as a workspace's own list of States, in *folder*."""
    lines = [f"{country.code},{country.name},{country.name},,," for country in known]
    folder.mkdir(parents=True, exist_ok=True)
    rows = "\n".join(["id,name,official,region,aliases,adjectives", *lines, ""])
    (folder / "states.csv").write_text(rows, encoding="utf-8")


def sentences(rng: random.Random, everyone: list[Country]) -> Iterator[str]:
    """Sentences without end, of about 25 words; one in five asks for something.

    Both are as in the General Debate of 2018, and so is how often two ask for the same.
    """
    while True:
        told = rng.choice(JOINTS).join(rng.sample(BACKGROUND, 2)) + "."
        pattern = rng.choice(ASKS) if rng.random() < ASKING else told
        other, third = rng.sample(everyone, 2)
        text = pattern.format(
            addressee=rng.choice(ADDRESSEES),
            verb=rng.choice(VERBS),
            object=f"{rng.choice(KINDS)} {rng.choice(THINGS)}",
            qualifier=rng.choice(QUALIFIERS),
            other=other.name,
            third=third.name,
            number=rng.randint(2, 90),
            year=rng.randint(1950, 2020),
        )
        yield text[0].upper() + text[1:]


def set_in_lines(author: Country, told: Iterator[str]) -> Iterator[str]:
    """The lines of a statement without end: its head, then paragraphs of five sentences."""
    yield from (f"Statement by {author.name}", "4 December 2017", "")
    while True:
        yield from simpleSplit(" ".join(islice(told, 5)), "Vera", 10, A4[0] - 140)
        yield ""


def write_pdf(path: Path, author: Country, pages: int, told: Iterator[str]) -> None:
    """Write one statement of *pages* A4 pages of about 400 words, with header and page number.

    The font is embedded as a subset, as word processors do.
    """
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    width, height = A4
    lines = set_in_lines(author, told)
    for page in range(1, pages + 1):
        canvas.setFont("Vera", 8)
        canvas.drawString(60, height - 30, f"Statement by {author.name}")
        canvas.drawCentredString(width / 2, 25, str(page))
        text = canvas.beginText(70, height - 70)
        text.setFont("Vera", 10, leading=14)
        text.textLines(list(islice(lines, LINES)))
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def generate(folder: Path, files: int, pages: int, seed: int = 1) -> None:
    """Write *files* PDFs of *pages* pages each into *folder*/inputs, and *folder*/lexicon."""
    rng = random.Random(seed)
    everyone = countries(max(20, min(files, 190)), rng)
    write_lexicon(folder / "lexicon" / "actors", everyone)
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    told = sentences(rng, everyone)
    for number in range(files):
        author = everyone[number % len(everyone)]
        write_pdf(inputs / f"{author.code}_{number:05}.pdf", author, pages, told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, options.files, options.pages, options.seed)


if __name__ == "__main__":
    main()
