"""The report that names no actor, for a chair's summary under non-attribution.

It is composed from counts and fixed patterns alone, not by taking names out of another report;
then all of its texts are searched, and one that leads to an actor is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stocktake.errors import DisclosureError
from stocktake.lexicon.telltales import Telltales
from stocktake.lexicon.wording import Quantifier, quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import Cell, Document, Report, SchemeKind, Section, Stock, Theme
from stocktake.model.report import Block
from stocktake.reports import refusing, unattributed_themes
from stocktake.reports.dates import say
from stocktake.reports.discretion import Discretion, Withheld
from stocktake.reports.own_words import written
from stocktake.reports.patterns import Cited, count_cell, plain, table, words
from stocktake.reports.records import Records, speakers
from stocktake.reports.stands import paragraph, stands_on
from stocktake.reports.subject import subject_of


def build_unattributed(
    stock: Stock,
    texts: Mapping[str, Document],
    withheld: Withheld,
    wording: Sequence[Quantifier] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Report:
    """The report of a stock without a name, a source or a figure that leads to an actor.

    DisclosureError if fewer actors are heard than *withheld* asks for, or if a text of the finished
    report names one; WordingError as for any report.
    """
    records = Records(stock, texts, wording or quantifiers())
    discreet = Discretion(records, withheld)
    if discreet.heard < withheld.rule.least:
        raise DisclosureError(
            f"too few actors are heard ({discreet.heard}): what is said of them may lead to one.",
            remedy=f"At least {withheld.rule.least} must be; see [unattributed] in process.toml.",
        )
    sections = (
        _glance(discreet),
        *_subject(discreet),
        unattributed_themes.section(discreet),
        *_perspectives(discreet),
        _gaps(discreet),
        _method(discreet),
    )
    title = discreet.clear(stock.process.title) or words("unattributed_title")
    subtitle = words("subtitle", inputs=len(stock.ledger))
    made = refusing.check(Report(title, subtitle, stock.digest, sections), stock, vocabulary)
    return _searched(made, withheld.telltales)


def _searched(report: Report, telltales: Telltales) -> Report:
    """The report itself; DisclosureError if any of its texts leads to an actor."""
    for text in (report.title, *(item.text for item in written(report))):
        name = telltales.found(text)
        if name:
            raise DisclosureError(
                f"{name!r} would lead to an actor, in: {text!r}.",
                remedy="Reword the title, theme or quantity that holds it.",
            )
    return report


def _glance(discreet: Discretion) -> Section:
    records, least = discreet.records, discreet.least
    numbers = (
        (words("number_inputs"), len(records.stock.inputs)),
        (words("unattributed_heard"), discreet.heard),
        (words("number_proposals"), len(records.stock.proposals)),
    )
    blocks: tuple[Block, ...] = (
        *paragraph(plain("unattributed_rule", least=str(least)), note=True),
        *paragraph(plain("unattributed_left_out"), note=True),
        table("key_numbers", ((Cell(name), count_cell(number)) for name, number in numbers)),
        *_meetings(discreet),
    )
    return Section("glance", words("glance"), blocks)


def _meetings(discreet: Discretion) -> tuple[Block, ...]:
    rows = [
        (Cell(item.title), Cell(say(item.period) if item.period else ""))
        for item in discreet.records.stock.process.meetings
        if discreet.clear(item.title)
    ]
    return (table("unattributed_meetings", rows),) if rows else ()


def _subject(discreet: Discretion) -> tuple[Section, ...]:
    """Positions on the text itself, in words for quantities."""
    subject = subject_of(discreet.records)
    if subject is None:
        return ()
    stands = stands_on(f"theme:{subject.code}", discreet.records)
    sides = (
        ("support", stands.supports),
        ("oppose", stands.opposes),
        ("mixed", stands.mixed),
        ("silent", stands.silent),
    )
    said = (
        plain(f"unattributed_{name}", quantity=discreet.quantity(discreet.number(side)))
        for name, side in sides
    )
    title = words("subject", title=discreet.title(subject))
    return (Section("subject", title, paragraph(*said)),)


def _perspectives(discreet: Discretion) -> tuple[Section, ...]:
    kinds = ((SchemeKind.DIMENSIONS, "dimensions"), (SchemeKind.LENSES, "lenses"))
    return tuple(
        Section(name, words(name), (_how_many(entries, kind, name, discreet),))
        for kind, name in kinds
        if (entries := discreet.records.entries(kind))
    )


def _how_many(entries: Iterable[Theme], kind: SchemeKind, name: str, discreet: Discretion) -> Block:
    records = discreet.records
    rows = [
        (
            Cell(discreet.title(entry)),
            Cell(discreet.quantity(len(speakers(records.about(kind, entry.code))))),
        )
        for entry in entries
    ]
    return table(f"unattributed_{name}", rows)


def _gaps(discreet: Discretion) -> Section:
    """Themes of which nobody spoke: an absence of all leads to none."""
    records = discreet.records
    untouched = [
        Cited(discreet.title(theme))
        for theme in records.entries(SchemeKind.THEMES)
        if not records.is_spoken_of(theme)
    ]
    said = plain("themes_untouched", themes=untouched) if untouched else plain("all_spoken_of")
    return Section("gaps", words("gaps"), paragraph(said))


def _method(discreet: Discretion) -> Section:
    least = str(discreet.least)
    rules = (
        plain("unattributed_rule_quantity", least=least),
        plain("unattributed_rule_wording", least=least),
        plain("unattributed_rule_proof"),
        plain("unattributed_rule_scan"),
    )
    rows = ((Cell(item.word), Cell(item.meaning)) for item in discreet.records.quantifiers)
    return Section("method", words("method"), (*paragraph(*rules), table("quantifiers", rows)))
