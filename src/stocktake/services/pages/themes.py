"""What is spoken of at which level: the matrix of themes and dimensions, and one theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from stocktake.errors import NotFoundError
from stocktake.model import Position, PositionStance, SchemeKind, Theme
from stocktake.services.pages.evidence import Evidence, Named, cited
from stocktake.services.pages.listing import Listed, Wanted, listed
from stocktake.services.pages.proposals import ProposalLine, Strip, lines, strips
from stocktake.services.pages.shown import Shown

_SHADES = 7


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many statements and actors; *shade* is 0 for none to 7 for the most of the matrix."""

    statements: int
    actors: int
    shade: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A theme with what was said on it in all and at each level."""

    theme: Named
    total: Spoken
    cells: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Themes down, dimensions across, in the order of their schemes."""

    dimensions: tuple[Named, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class OneTheme:
    """A theme, dimension or lens, with where actors stand on it and what is asked."""

    code: str
    title: str
    definition: str
    scheme: str
    strips: tuple[Strip, ...]
    silent: int
    proposals: tuple[ProposalLine, ...]
    statements: Listed[Evidence]


def matrix(shown: Shown) -> Matrix:
    """All themes by all dimensions."""
    return shown.once("matrix", lambda: _matrix(shown))


def _matrix(shown: Shown) -> Matrix:
    themes, dimensions = (
        _entries(shown, kind) for kind in (SchemeKind.THEMES, SchemeKind.DIMENSIONS)
    )
    about = {item.code: shown.about.get(item.code, frozenset()) for item in (*themes, *dimensions)}
    counted = {
        (theme.code, level.code): about[theme.code] & about[level.code]
        for theme in themes
        for level in dimensions
    }
    most = max(map(len, counted.values()), default=0)
    return Matrix(
        tuple(Named(item.code, item.title) for item in dimensions),
        tuple(
            MatrixRow(
                Named(theme.code, theme.title),
                _spoken(shown, about[theme.code], 0),
                tuple(
                    _spoken(shown, counted[theme.code, level.code], most) for level in dimensions
                ),
            )
            for theme in themes
        ),
    )


def one(shown: Shown, code: str, wanted: Wanted) -> OneTheme:
    """The theme, dimension or lens with that code; NotFoundError if no scheme has it."""
    scheme, theme = _find(shown, code)
    said = listed(shown.said_about.get(code, ()), wanted)
    positions = shown.positions_on.get(f"theme:{code}", ())
    asked = [item for item in lines(shown) if code in _codes(item)]
    return OneTheme(
        code,
        theme.title,
        theme.definition,
        scheme,
        strips(shown, positions),
        _silent(positions),
        tuple(sorted(asked, key=_most_supported)),
        said.each(partial(cited, shown)),
    )


def _find(shown: Shown, code: str) -> tuple[str, Theme]:
    for scheme in shown.stock.schemes:
        for theme in scheme.themes:
            if theme.code == code:
                return scheme.kind.value, theme
    raise NotFoundError(f"there is no theme {code!r}.")


def _entries(shown: Shown, kind: SchemeKind) -> list[Theme]:
    return [item for scheme in shown.stock.schemes if scheme.kind is kind for item in scheme.themes]


def _spoken(shown: Shown, ids: frozenset[str], most: int) -> Spoken:
    actors = {actor.id for id_ in ids for actor in shown.statements[id_].actors}
    shade = -(-len(ids) * _SHADES // most) if most else 0
    return Spoken(len(ids), len(actors), shade)


def _codes(item: ProposalLine) -> set[str]:
    return {about.id for about in item.themes + item.dimensions}


def _most_supported(item: ProposalLine) -> tuple[int, int]:
    return -item.supporters, item.number


def _silent(positions: tuple[Position, ...]) -> int:
    return sum(item.stance is PositionStance.SILENT for item in positions)
