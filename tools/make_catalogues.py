"""Brings the catalogues of the web interface up to date: ``python -m tools.make_catalogues``.

Messages are taken from the templates; each catalogue keeps its translations, a message that is
gone leaves it, a new one comes in without a translation; then each is compiled beside itself.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src" / "stocktake" / "web"
LOCALES = WEB / "locale"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
METHODS = [("**.html.j2", "jinja2.ext:babel_extract")]
OPTIONS = {"**.html.j2": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
# A fixed day: catalogues change when words change, not when they are written.
DAY = datetime(2026, 1, 1, tzinfo=UTC)


def template() -> Catalog:
    """All messages of the templates."""
    found = Catalog(project="stocktake", charset="utf-8", creation_date=DAY, revision_date=DAY)
    extracted = extract_from_dir(WEB / "templates", METHODS, OPTIONS)
    for _, _, message, _, context in extracted:
        found.add(message, context=context)
    return found


def updated(language: str, messages: Catalog) -> Catalog:
    """The catalogue of a language with these messages, which it takes over, and the translations
    that it has."""
    path = LOCALES / language / "LC_MESSAGES" / "stocktake.po"
    known = Catalog(locale=language, creation_date=DAY, revision_date=DAY)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    known.update(messages, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.creation_date = known.revision_date = DAY
    return known


def missing(catalogue: Catalog) -> list[str]:
    """The messages of a catalogue that have no translation."""
    return [
        str(item.id)
        for item in catalogue
        if item.id and not all(item.string if isinstance(item.string, tuple) else [item.string])
    ]


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """A catalogue as people and as programs read it."""
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, sort_output=True, no_location=True, width=100)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()


def main() -> None:
    for language in LANGUAGES:
        catalogue = updated(language, template())
        folder = LOCALES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        text, compiled = written(catalogue)
        (folder / "stocktake.po").write_bytes(text)
        (folder / "stocktake.mo").write_bytes(compiled)
        sys.stdout.write(f"{language}: {len(missing(catalogue))} without a translation\n")


if __name__ == "__main__":
    main()
