"""Takes in a table of a recorded vote: looked at line by line first, then an input like others."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stocktake import lexicon, store
from stocktake.errors import SettingsError, UsageError
from stocktake.extractors.facts_vote_tables import actor_id, columns_of, is_of_votes
from stocktake.lexicon import Lexicon
from stocktake.model import Choice, Metadatum, Period
from stocktake.readers.csv import ENDINGS, delimiter_of
from stocktake.services import adding
from stocktake.services.progress import SILENT, Progress
from stocktake.services.workspace import Workspace

ORIGIN = "vote add"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of it: how many voted how, or what is wrong (then nothing was taken in)."""

    counts: Mapping[Choice, int]
    problems: tuple[SettingsError, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a person tells of a vote: the *resolution*, its *date*, and the *totals* that the
    record states, against which the lines are counted."""

    resolution: str = ""
    date: str = ""
    totals: tuple[int, ...] = ()


def add(workspace: Workspace, path: Path, about: About, progress: Progress = SILENT) -> Recorded:
    """Take in the table at *path*, if every line names an actor and a vote that are known.

    Columns are known by their headings, in six languages (lexicon/process/following.toml). The
    votes count from the next build on. SettingsError if it cannot be read or has no such columns,
    UsageError if *about* cannot be.
    """
    _check(about)
    words = lexicon.load(workspace.lexicon)
    lines = _Lines.read(path, words)
    problems = tuple(lines.problems())
    counts = Counter(choice for _, _, choice in lines.votes())
    problems += tuple(_differing(counts, about, path))
    if not problems:
        added = adding.add(workspace, [path], None, progress)
        problems = tuple(SettingsError(str(item)) for item in added.problems)
        _tell(workspace, path, about)
    return Recorded({choice: counts[choice] for choice in Choice if counts[choice]}, problems)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a table below its headings, each with its place for messages."""

    columns: Mapping[str, int]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    words: Lexicon

    @classmethod
    def read(cls, path: Path, words: Lexicon) -> _Lines:
        text = _text(path)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        rows = [(f"{path}, line {reader.line_num}", tuple(cells)) for cells in reader]
        titles = words.process.table("votes.columns")
        for number, (_, cells) in enumerate(rows):
            columns = columns_of(dict(enumerate(cells)), titles)
            if is_of_votes(columns):
                return cls(columns, tuple(rows[number + 1 :]), words)
        raise SettingsError(
            "no line has headings for a country and a vote.",
            remedy='Call the columns "country" (or "iso code") and "vote".',
            place=str(path),
        )

    def votes(self) -> Iterator[tuple[str, str | None, str | None]]:
        """Place, actor and vote of each line; None for what nobody knows."""
        choices = self.words.process.table("votes.choices")
        for place, cells in self.rows:
            if any(cell.strip() for cell in cells):
                names = [self.cell(cells, name) for name in ("actor", "code")]
                known = [actor_id(name, self.words) for name in names if name]
                actor = next((id_ for id_ in known if id_), None)
                yield place, actor, choices.whole(self.cell(cells, "vote"))

    def problems(self) -> Iterator[SettingsError]:
        seen: dict[str, str] = {}
        by_place = dict(self.rows)
        for place, actor, choice in self.votes():
            cells = by_place[place]
            if actor is None:
                yield self._unknown_name(cells, place)
            elif actor in seen:
                yield SettingsError(
                    f"this actor stands already in {seen[actor]}.",
                    remedy="Delete one of the two lines.",
                    place=place,
                )
            else:
                seen[actor] = place.rpartition(", ")[2]
            if choice is None:
                yield SettingsError(
                    f"{self.cell(cells, 'vote')!r} is no vote that is known.",
                    remedy="Write yes, no, abstain or absent, or add the word to "
                    "lexicon/process/following.toml in the workspace.",
                    place=place,
                )

    def cell(self, cells: tuple[str, ...], name: str) -> str:
        """What stands in the column of that name; empty if there is none."""
        column = self.columns.get(name)
        return cells[column].strip() if column is not None and column < len(cells) else ""

    def _unknown_name(self, cells: tuple[str, ...], place: str) -> SettingsError:
        name = self.cell(cells, "actor") or self.cell(cells, "code")
        return SettingsError(
            f"no actor is called {name!r}.",
            remedy="Correct the name, or add it to lexicon/actors/states.csv in the workspace.",
            place=place,
        )


def _text(path: Path) -> str:
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"{path} is no table ({' or '.join(ENDINGS)}).",
            remedy="A record in another format is an input: stocktake add PATH",
        )
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        remedy = 'Check the path; save the table as "CSV UTF-8".'
        raise SettingsError(f"cannot be read ({error}).", remedy=remedy, place=str(path)) from error


def _check(about: About) -> None:
    try:
        if about.date:
            Period.parse(about.date)
    except ValueError as error:
        raise UsageError(f"--date: {error}.", remedy="Write 2018-12-19.") from error


def _differing(
    counts: Mapping[str | None, int], about: About, path: Path
) -> Iterator[SettingsError]:
    for choice, stated in zip(Choice, about.totals, strict=False):
        if counts.get(choice, 0) != stated:
            yield SettingsError(
                f"{choice.value}: {counts.get(choice, 0)} counted, but {stated} stated.",
                remedy="Compare the table with the record of the vote.",
                place=str(path),
            )


def _tell(workspace: Workspace, path: Path, about: About) -> None:
    """What a person told of the vote, kept as what is known of its input."""
    told = [Metadatum("kind", "other", ORIGIN)]
    told += [Metadatum("title", about.resolution, ORIGIN)] if about.resolution else []
    told += [Metadatum("date", about.date, ORIGIN)] if about.date else []
    input_id = hashlib.sha256(path.read_bytes()).hexdigest()
    with workspace.store() as base, base.writing() as connection:
        store.tell(connection, {input_id: told})
