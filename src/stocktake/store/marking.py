"""Where in a text stands what was looked for, for databases that do not tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stocktake.store.dialects import Spans
from stocktake.store.queries import Term
from stocktake.store.tokens import Token, tokens, words
from stocktake.text.stems import ALGORITHMS, stem


def marked(text: str, language: str | None, terms: Iterable[Term]) -> Spans:
    """The ranges of *text* in which one of *terms* stands; those that touch are one."""
    there = list(tokens(text))
    return tuple(_merged(sorted(span for term in terms for span in _spans(there, language, term))))


def _spans(there: Sequence[Token], language: str | None, term: Term) -> Iterator[tuple[int, int]]:
    wanted = words(" ".join(term.words))
    if len(wanted) == 1 and not term.exact and not term.open:
        stems = stem(wanted[0], language) if language in ALGORITHMS else None
        for token in there:
            if token.word == wanted[0] or (stems and stem(token.word, language or "") == stems):
                yield token.start, token.end
        return
    for at in range(len(there) - len(wanted) + 1):
        if _stands(there[at : at + len(wanted)], wanted, is_open=term.open):
            yield there[at].start, there[at + len(wanted) - 1].end


def _stands(there: Sequence[Token], wanted: Sequence[str], *, is_open: bool) -> bool:
    *before, last = [token.word for token in there]
    is_last = last.startswith(wanted[-1]) if is_open else last == wanted[-1]
    return is_last and before == wanted[:-1]


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start <= current[1]:
            current = current[0], max(end, current[1])
        else:
            if current:
                yield current
            current = start, end
    if current:
        yield current
