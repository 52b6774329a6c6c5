"""Which of an actor's statements are traced as what it asks for in its own words.

More than what makes a proposal: who supports a thing, or stresses that it matters, wants to find
it in the text too, and who opposes it, to find the text against it. What is asked about the text
itself is no ask of it.
"""

from __future__ import annotations

from stocktake.analysis.asks import founds
from stocktake.analysis.tracing.own_text import by_way_of_it, is_of_the_text
from stocktake.lexicon.tracing import tracing
from stocktake.model import Act, Stance, Statement


def is_wish(statement: Statement) -> bool:
    """Whether its content is asked of a text: asked for, supported, opposed, or said to matter."""
    if by_way_of_it(statement.content.text) is None or _is_refusal(statement):
        return False
    return (
        statement.stance is Stance.OPPOSES
        or founds(statement)
        or statement.act is Act.SUPPORTS
        or _is_stressed(statement)
    )


def _is_refusal(statement: Statement) -> bool:
    """Whether it denies in a sentence that refuses the text: "we do not accept the pact, and will
    take no part in …"."""
    return (
        statement.stance is Stance.OPPOSES
        and statement.negated
        and is_of_the_text(statement.sentence.text)
    )


def _is_stressed(statement: Statement) -> bool:
    return statement.act is Act.REPORTS and bool(tracing().stressed.search(statement.content.text))
