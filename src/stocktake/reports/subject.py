"""Where actors stand on the text itself: the one theme that is the process's own subject."""

from __future__ import annotations

from stocktake.model import Entry, Listing, SchemeKind, Section, Theme
from stocktake.model.report import Block
from stocktake.reports.patterns import Cited, claim, plain, table, words
from stocktake.reports.proposals import listing, ranked
from stocktake.reports.quantity import share
from stocktake.reports.records import Records, speakers
from stocktake.reports.stands import Stands, paragraph, quotes, sentences, stands_on
from stocktake.reports.voices import grouped, named

_SIDES = ("supports", "opposes", "mixed")


def subject_of(records: Records) -> Theme | None:
    """The theme that is the text itself, if the scheme names one."""
    scheme = records.scheme(SchemeKind.THEMES)
    if scheme is None:
        return None
    return next((theme for theme in scheme.themes if theme.code == scheme.subject), None)


def section(records: Records) -> tuple[Section, ...]:
    """Who supports it, who opposes it, who does both, who only speaks of it, who is silent."""
    subject = subject_of(records)
    if subject is None:
        return ()
    stands = stands_on(f"theme:{subject.code}", records)
    blocks = (
        *paragraph(plain("subject_rule"), note=True),
        *_sides(stands, records),
        *_without_stance(subject, stands, records),
        *_silent(subject, stands, records),
    )
    parts = _proposals(subject, records)
    return (Section("subject", words("subject", title=subject.title), blocks, parts),)


def _sides(stands: Stands, records: Records) -> tuple[Block, ...]:
    if not stands.all:
        return paragraph(plain("nobody_on_subject"))
    summary = paragraph(*sentences(stands, records))
    entries = []
    for label in _SIDES:
        positions = getattr(stands, label)
        if positions:
            blocks = quotes(positions, label, records, most=len(positions))
            entries.append(Entry(words(f"subject_{label}"), blocks, f"subject-{label}"))
    return (*summary, Listing(tuple(entries)))


def _without_stance(subject: Theme, stands: Stands, records: Records) -> tuple[Block, ...]:
    placed = {position.actor_id for position in stands.all}
    about = named(records.about(SchemeKind.THEMES, subject.code), records)
    actors = [name for actor, name in about.items() if actor not in placed]
    if not actors:
        return ()
    sentence = claim(
        "speaks_without_stance",
        **share(len(actors), records),
        actors=actors,
    )
    return paragraph(sentence)


def _silent(subject: Theme, stands: Stands, records: Records) -> tuple[Block, ...]:
    """Authors that are silent, and those of which it cannot be told."""
    about = records.about(SchemeKind.THEMES, subject.code)
    heard = {position.actor_id for position in stands.all} | speakers(about)
    silent = frozenset(position.actor_id for position in stands.silent)
    unsure = records.authors - heard - silent
    unread = unsure & records.unread
    return (
        *_named("silent", silent, records),
        *_named("only_named", unsure - unread, records),
        *_named("unread", unread, records),
    )


def _named(name: str, actors: frozenset[str], records: Records) -> tuple[Block, ...]:
    if not actors:
        return ()
    rows = grouped({actor: Cited(records.name(actor)) for actor in actors}, records)
    sentence = plain(name, n=len(actors), of=len(records.authors))
    return (*paragraph(sentence), table(name, rows, id_=f"subject-{name.replace('_', '-')}"))


def _proposals(subject: Theme, records: Records) -> tuple[Section, ...]:
    proposals = ranked(
        (item for item in records.stock.proposals if subject.code in item.theme_codes), records
    )
    if not proposals:
        return ()
    blocks = listing(proposals, "subject", frozenset(), records)
    return (Section("subject-proposals", words("subject_proposals"), blocks),)
