"""The words in which a proposal is shown."""

from __future__ import annotations

from stocktake.model import Proposal, Stance, Statement
from stocktake.reports.patterns import one_line, words
from stocktake.reports.records import Records


def wording_of(proposal: Proposal, records: Records) -> str:
    """A proposal's wording on one line, verbatim."""
    return one_line(asked(records.statements[proposal.wording_id]))


def heading_of(proposal: Proposal, records: Records) -> str:
    """A proposal's number and wording; a person's wording is marked, the verbatim one beside it."""
    number, wording = str(proposal.number), wording_of(proposal, records)
    if proposal.name:
        return words("proposal_named", number=number, given=proposal.name, wording=wording)
    return words("proposal", number=number, wording=wording)


def quoted_wording(proposal: Proposal, records: Records) -> str:
    """A proposal's wording in quotation marks, behind that of a person, if there is one."""
    text = wording_of(proposal, records)
    if proposal.name:
        return words("wording_named", given=proposal.name, text=text)
    return words("quoted", text=text)


def quoted(text: str) -> str:
    """*text* in quotation marks."""
    return words("quoted", text=text)


def asked(statement: Statement) -> str:
    """What a statement asks, verbatim: its content, led by the cue that stands right before it.

    "call" belongs before "for an end to …", which does not read alone. The cue is left out where
    it is denied or turned against the content, since the proposal is the content itself.
    """
    cue, content, sentence = statement.cue, statement.content, statement.sentence
    adjoins = 0 <= content.start - cue.end <= 1
    if not adjoins or statement.negated or statement.stance is Stance.OPPOSES:
        return content.text
    return sentence.text[cue.start - sentence.start : content.end - sentence.start]
