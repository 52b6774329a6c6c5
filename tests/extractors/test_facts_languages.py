"""Meetings in French and Spanish."""

from __future__ import annotations

import pytest

from stocktake.extractors.facts_languages import LanguageMeetings
from stocktake.model import Block, BlockKind, Document, FactCandidate
from tests.extractors.facts_world import input_of, lexicon, values

CASES = [
    (
        "fr",
        "La première session thématique se tiendra à Zenda les 8 et 9 mai 2031.",
        ("première session thématique", "informal thematic session", "Zenda"),
        "2031-05-08/2031-05-09",
    ),
    (
        "fr",
        "Du 4 au 6 décembre 2031, la réunion préparatoire a eu lieu à Puerto Alba.",
        ("réunion préparatoire", "meeting", "Puerto Alba"),
        "2031-12-04/2031-12-06",
    ),
    (
        "es",
        "La segunda ronda de negociaciones se celebrará en Zenda del 12 al 15 de marzo de 2031.",
        ("segunda ronda de negociaciones", "negotiation round", "Zenda"),
        "2031-03-12/2031-03-15",
    ),
    (
        "es",
        "La conferencia intergubernamental tuvo lugar en Zenda en diciembre de 2031.",
        ("conferencia intergubernamental", "conference", "Zenda"),
        "2031-12",
    ),
]


def meetings(language: str, text: str) -> list[FactCandidate]:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    document = Document("doc", "input", text, (block,), language=language)
    return list(LanguageMeetings().extract(document, input_of(), lexicon()))


@pytest.mark.parametrize(("language", "text", "told", "dates"), CASES)
def test_a_meeting_has_title_kind_place_and_dates(
    language: str, text: str, told: tuple[str, str, str], dates: str
) -> None:
    (fact,) = meetings(language, text)
    found = tuple(values(fact, name)[0] for name in ("title", "kind", "place"))
    assert (found, values(fact, "dates")) == (told, [dates])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La réunion a été utile."),
        ("fr", "La conférence de 2031 sera utile."),
        ("es", "La reunión fue útil en 2031."),
        ("en", "La reunión se celebrará en Zenda."),
    ],
)
def test_what_is_not_held_anywhere_is_no_meeting(language: str, text: str) -> None:
    assert meetings(language, text) == []
