"""process.toml: what a person says of the process, and the settings of its workspace."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path

from stocktake.embedders import BEST, EMBEDDERS
from stocktake.lexicon import Lexicon
from stocktake.lexicon.relations import NAMES as THRESHOLDS
from stocktake.lexicon.relations import checked
from stocktake.lexicon.wording import Quantifier, read_quantifiers
from stocktake.model import ExpectedDocument, Meeting, Process
from stocktake.services import process_parts
from stocktake.services.metadata import known_actor
from stocktake.services.toml import TomlTable, read_toml
from stocktake.services.toml_times import zone
from stocktake.settings import LanguageModel, Limits, NonAttribution

KEYS = (
    "title",
    "mandate",
    "phases",
    "meetings",
    "themes",
    "dimensions",
    "lenses",
    "expected",
    "asked",
    "affected",
    "file_patterns",
    "limits",
    "wording",
    "relations",
    "language_model",
    "unattributed",
    "embedder",
    "mandates",
    "milestones",
    "documents",
    "timezone",
    "rules",
)
DEFAULTS = Process("")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class ProcessFile:
    """What process.toml says; *wording* is empty where the published table of words is used.
    *embedder* is the name of one, or ``best``: the multilingual one where it is installed."""

    process: Process
    limits: Limits
    wording: tuple[Quantifier, ...]
    language_model: LanguageModel | None = None
    unattributed: NonAttribution = NonAttribution()  # noqa: RUF009 - it is frozen
    embedder: str = BEST


def load(path: Path) -> ProcessFile:
    """Read process.toml; SettingsError names the file, the key and what to do."""
    table = read_toml(path).only(KEYS)
    meetings = process_parts.meetings(table)
    process = Process(
        title=table.needed("title"),
        mandate=table.text("mandate"),
        phases=tuple(process_parts.phase(item) for item in table.tables("phases")),
        meetings=meetings,
        themes=table.text("themes", DEFAULTS.themes),
        dimensions=table.text("dimensions", DEFAULTS.dimensions),
        lenses=table.text("lenses", DEFAULTS.lenses),
        expected_actor_ids=table.texts("expected"),
        asked=_lists(table.table("asked")),
        affected=_lists(table.table("affected")),
        file_patterns=table.texts("file_patterns"),
        relations=_thresholds(table.table("relations").only(THRESHOLDS)),
        mandates=tuple(process_parts.mandate(item) for item in table.tables("mandates")),
        milestones=tuple(process_parts.milestone(item) for item in table.tables("milestones")),
        documents=tuple(process_parts.documents(table, meetings)),
        timezone=zone(table, "timezone"),
        rules=process_parts.rules(table.table("rules")),
    )
    model = _language_model(table.table("language_model"))
    unattributed = _unattributed(table.table("unattributed"))
    limits = _limits(table.table("limits"))
    return ProcessFile(process, limits, _wording(table), model, unattributed, _embedder(table))


def with_actor_ids(file: ProcessFile, lexicon: Lexicon, place: str) -> Process:
    """The process with ids of actors where the file gives names.

    SettingsError names an actor that the lexicon does not know. Documents may be due from bodies
    that it does not know: these keep their names.
    """
    process = file.process

    def known(name: str, key: str, where: str = place) -> str:
        actor_id = known_actor(name, lexicon)
        if actor_id is None:
            remedy = "Correct the name, or add it to lexicon/actors/organisations.csv."
            raise TomlTable(where, {}).error(key, f"names no known actor: {name!r}", remedy)
        return actor_id

    def invited(meeting: Meeting) -> Meeting:
        where = f"{place}, meeting {meeting.id!r}"
        ids = {known(name, "invited", where) for name in meeting.invited}
        return replace(meeting, invited=tuple(sorted(ids)))

    def due(item: ExpectedDocument) -> ExpectedDocument:
        return replace(item, who=tuple(known_actor(name, lexicon) or name for name in item.who))

    expected = {known(name, "expected") for name in process.expected_actor_ids}
    asked = {known(name, "asked"): codes for name, codes in process.asked}
    return replace(
        process,
        expected_actor_ids=tuple(sorted(expected)),
        asked=tuple(sorted(asked.items())),
        meetings=tuple(map(invited, process.meetings)),
        documents=tuple(map(due, process.documents)),
    )


def _lists(table: TomlTable) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, table.texts(name)) for name in table.values)


def _thresholds(table: TomlTable) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(checked(table.values, table.place).items()))


def _wording(table: TomlTable) -> tuple[Quantifier, ...]:
    entries = [item.values for item in table.tables("wording")]
    return read_quantifiers(entries, f"{table.place}, wording") if entries else ()


def _limits(table: TomlTable) -> Limits:
    standard = Limits()
    names = [field.name for field in fields(Limits)]
    table.only(names)
    changed = {
        name: type(getattr(standard, name))(table.number(name, getattr(standard, name)))
        for name in table.values
    }
    return replace(standard, **changed)


def _unattributed(table: TomlTable) -> NonAttribution:
    table.only([field.name for field in fields(NonAttribution)])
    standard = NonAttribution()
    least = int(table.number("least", standard.least))
    if least < _LEAST:
        raise table.error("least", "is too small to hide an actor", f"Give {_LEAST} or more.")
    wordings = table.flag("wordings") if "wordings" in table.values else standard.wordings
    return NonAttribution(table.flag("always"), least, wordings)


def _embedder(table: TomlTable) -> str:
    known, name = (BEST, *EMBEDDERS.names()), table.text("embedder", BEST)
    if name not in known:
        raise table.error("embedder", f"names none: {name!r}", f"One of: {', '.join(known)}.")
    return name


def _language_model(table: TomlTable) -> LanguageModel | None:
    """The model that a user set, or None."""
    if not table.values:
        return None
    table.only([field.name for field in fields(LanguageModel)])
    standard = LanguageModel(table.needed("url"), table.needed("model"))
    numbers = ("requests", "seconds", "answer_bytes", "passage_chars")
    sizes = {
        name: type(getattr(standard, name))(table.number(name, getattr(standard, name)))
        for name in numbers
    }
    return replace(
        standard,
        key_variable=table.text("key_variable"),
        confidentiality=table.texts("confidentiality") or standard.confidentiality,
        insecure=table.flag("insecure"),
        consent=table.flag("consent"),
        **sizes,
    )
