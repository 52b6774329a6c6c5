"""The languages of the interface: which one a reader wants, and its catalogue."""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import as_file, files

from starlette.requests import Request

NAMES = {
    "en": "English",
    "ar": "العربية",
    "zh": "中文",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
COOKIE = "language"
_RIGHT_TO_LEFT = frozenset({"ar"})


def wanted(request: Request) -> str:
    """The language that was chosen, or else the first of the browser's that there is."""
    chosen = request.query_params.get("lang") or request.cookies.get(COOKIE, "")
    if chosen in NAMES:
        return chosen
    return next((code for code in _accepted(request) if code in NAMES), "en")


def direction(language: str) -> str:
    """In which direction the language is read."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The words of the interface in a language; those that it lacks stay English."""
    with as_file(files("stocktake.web").joinpath("locale")) as folder:
        return gettext.translation("stocktake", str(folder), [language], fallback=True)


def _accepted(request: Request) -> list[str]:
    """The languages of the browser, those that it prefers first."""
    offered = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        code, _, weight = part.strip().partition(";q=")
        offered.append((-_weight(weight), place, code.partition("-")[0].lower()))
    return [code for _, _, code in sorted(offered)]


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
