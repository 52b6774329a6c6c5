"""A text to write in: what was asked, verbatim, as numbered paragraphs, options and brackets.

Where views meet, a proposal's words stand alone; where they part, as an option beside one without
text; words of few voices in brackets led by their names. Footnotes lead to the passages. The text
is Markdown that ``legal.parse_draft`` reads back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stocktake.errors import DisclosureError
from stocktake.lexicon.wording import Quantifier, quantifiers
from stocktake.lexicon.words import Vocabulary
from stocktake.model import (
    ConvergenceKind,
    Document,
    Paragraph,
    Position,
    Proposal,
    Report,
    Section,
    Sentence,
    Stock,
)
from stocktake.reports import refusing, zero_choice
from stocktake.reports.discretion import Discretion, Withheld
from stocktake.reports.patterns import one_line, plain, words
from stocktake.reports.records import Records
from stocktake.reports.stands import Stands, stands_on
from stocktake.reports.wording import wording_of
from stocktake.reports.zero_choice import Chosen, Wish
from stocktake.reports.zero_sources import sources


@dataclass(slots=True)
class _Text:
    """The draft while it is written: its paragraphs, its notes, and all words of our own."""

    records: Records
    bare: bool
    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def ours(self, words_: str) -> str:
        """The same words, kept to be held against the list of words we may use."""
        self.own.append(words_)
        return words_

    def note(self, *told: str) -> str:
        """The mark of a new footnote; none where none may be written."""
        if self.bare or not any(told):
            return ""
        self.notes.append(" ".join(filter(None, told)))
        return f"[^{len(self.notes)}]"

    def names(self, positions: Sequence[Position]) -> str:
        held = {position.via or position.actor_id for position in positions}
        return "; ".join(map(_unbracketed, self.records.names(held)))

    def __str__(self) -> str:
        notes = (f"[^{place}]: {note}" for place, note in enumerate(self.notes, 1))
        return "\n\n".join([*self.paragraphs, *notes]) + "\n"


def zero_draft(  # noqa: PLR0913 - one argument for each thing a user can ask of it
    stock: Stock,
    texts: Mapping[str, Document],
    wish: Wish | None = None,
    *,
    withheld: Withheld | None = None,
    wording: Sequence[Quantifier] | None = None,
    vocabulary: Vocabulary | None = None,
) -> str:
    """The text of a zero draft, as Markdown; *withheld* given: without any actor or source.

    UsageError for a theme that is unknown, WordingError for a word of ours that may not stand
    there, DisclosureError where a text without attribution would lead to an actor.
    """
    records = Records(stock, texts, wording or quantifiers())
    discreet = _discretion(records, withheld)
    asked = wish or Wish()
    chosen = zero_choice.choose(asked, records, discreet)
    text = _Text(records, bare=discreet is not None)
    _lead(text, chosen, discreet)
    for number, objective in enumerate(chosen.objectives, 1):
        heading = words("zero_heading", number=str(number), title=one_line(objective.title))
        text.paragraphs.append(f"## {text.ours(heading)}")
        for place, proposal in enumerate(objective.proposals, 1):
            text.paragraphs += _paragraph(text, proposal, place)
    _check(text, stock, vocabulary)
    return _searched(str(text), withheld)


def _discretion(records: Records, withheld: Withheld | None) -> Discretion | None:
    if withheld is None:
        return None
    if not withheld.rule.wordings:
        raise DisclosureError(
            "this process leaves verbatim words out of texts that name no actor.",
            remedy="A zero draft is made of them; see wordings, [unattributed] in process.toml.",
        )
    return Discretion(records, withheld)


def _lead(text: _Text, chosen: Chosen, discreet: Discretion | None) -> None:
    """The title, by what rule the text was made, and what was left out."""
    stock = text.records.stock
    title = one_line(discreet.clear(stock.process.title) if discreet else stock.process.title)
    named = words("zero_title", title=title) if title else words("zero_title_bare")
    text.paragraphs.append(f"# {text.ours(named)}")
    meet = plain("zero_meet_bare" if text.bare else "zero_meet")
    rule = plain("zero_rule", digest=stock.digest)
    text.paragraphs += [_remark(text, rule, meet), _remark(text, _left(chosen))]


def _left(chosen: Chosen) -> Sentence:
    counts = {name: chosen.left[name] for name in ("few", "against", "withheld", "elsewhere")}
    shown = sum(len(item.proposals) for item in chosen.objectives)
    return plain(
        "zero_left",
        all=shown + sum(counts.values()),
        shown=str(shown),
        **{name: str(count) for name, count in counts.items()},
    )


def _remark(text: _Text, *sentences: Sentence) -> str:
    return "{" + text.ours(" ".join(item.text for item in sentences)) + "}"


def _paragraph(text: _Text, proposal: Proposal, number: int) -> list[str]:
    """A proposal as one numbered paragraph: alone, in brackets, or as options."""
    kind = zero_choice.kind_of(proposal, text.records)
    stands = stands_on(proposal.id, text.records)
    quote = wording_of(proposal, text.records)
    if kind is ConvergenceKind.CONVERGENT and stands.is_convergent:
        return [f"{number}. {quote}{_note(text, proposal, stands)}"]
    if not stands.is_convergent:
        return _options(text, proposal, stands, number)
    mark = _note(text, proposal, stands)
    names = text.ours(words("zero_names", names=text.names(stands.supports)))
    return [f"{number}. [{quote}{mark}]" if text.bare else f"{number}. [{names} {quote}{mark}]"]


def _options(text: _Text, proposal: Proposal, stands: Stands, number: int) -> list[str]:
    """The words as one option; no text as another, with those against."""
    both = sources(stands.mixed, text.records)
    told = plain("zero_both", sources=both).text if both else ""
    one = f"{_option(text, 1, stands.supports)} {wording_of(proposal, text.records)}"
    two = f"{_option(text, 2, stands.opposes)} {text.ours(words('zero_no_text'))}"
    return [
        f"{number}. [{one}{_note(text, proposal, stands)}]",
        f"    [{two}{text.note(sources(stands.opposes, text.records), told)}]",
    ]


def _option(text: _Text, number: int, positions: Sequence[Position]) -> str:
    names = "" if text.bare else text.names(positions)
    name = "zero_option" if names else "zero_option_bare"
    return f"**{text.ours(words(name, number=str(number), names=names))}**"


def _note(text: _Text, proposal: Proposal, stands: Stands) -> str:
    behind = stands.supports or stands.mixed
    return text.note(sources(behind, text.records, proposal.wording_id))


def _unbracketed(name: str) -> str:
    """A name without what brackets and colons would make of it."""
    return one_line(name).replace("[", "(").replace("]", ")").replace(":", " -")


def _check(text: _Text, stock: Stock, vocabulary: Vocabulary | None) -> None:
    said = tuple(Paragraph((Sentence(words_),)) for words_ in text.own)
    section = Section("zero", words("zero_title_bare"), said)
    refusing.check(Report(stock.process.title, "", stock.digest, (section,)), stock, vocabulary)


def _searched(text: str, withheld: Withheld | None) -> str:
    """The text itself; DisclosureError if it leads to an actor."""
    name = withheld.telltales.found(text) if withheld else None
    if name:
        raise DisclosureError(
            f"{name!r} would lead to an actor in the zero draft.",
            remedy="Leave out the theme in which it stands with --themes.",
        )
    return text
