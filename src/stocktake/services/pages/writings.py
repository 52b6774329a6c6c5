"""What is written from a stock: the report, briefs, digests, packs, pages on actors; made once."""

from __future__ import annotations

from stocktake import exporters, reports
from stocktake.errors import UsageError
from stocktake.exporters import EXPORTERS
from stocktake.model import Report
from stocktake.services import actor_page, briefing, draft_page, packs, reporting
from stocktake.services.pages.shown import Shown

FORMATS = ("docx", "pdf", "html", "md", "json")


def brief(shown: Shown, meeting: str, day: str | None) -> Report:
    """The brief on a meeting, as it was known on a day; errors are those of ``briefing``."""
    return shown.writings.once(
        ("brief", meeting, day or ""), lambda: briefing.brief(shown.workspace, meeting, day)
    )


def digest(shown: Shown, day: str) -> Report:
    """What came in and happened on a day."""
    return shown.writings.once(("digest", day), lambda: briefing.digest(shown.workspace, day))


def pack(shown: Shown, session: str) -> Report:
    """The pack for a session (``MEETING/SESSION``)."""
    return shown.writings.once(("pack", session), lambda: packs.pack(shown.workspace, session))


def actor(shown: Shown, actor_id: str) -> Report:
    """The page on an actor."""
    return shown.writings.once(
        ("actor", actor_id), lambda: actor_page.page(shown.workspace, actor_id)
    )


def traced(shown: Shown, label: str, actor_id: str) -> Report:
    """What became of an actor's asks in all drafts up to one: the page for a minister."""

    def make() -> Report:
        found = draft_page.trace(shown.workspace, label, actor_id)
        if found.actor is None:
            raise UsageError("the page is on one actor.")
        return draft_page.page(shown.workspace, found, found.actor)

    return shown.writings.once(("traced", label, actor_id), make)


def feed(shown: Shown) -> bytes:
    """What is new, as an Atom feed."""
    texts = reporting.texts_of(shown.workspace, shown.stock)
    return exporters.atom(reports.feed(shown.stock, texts))


def exported(made: Report, form: str) -> tuple[bytes, str, str]:
    """A report in one of FORMATS, with its media type and suffix; UsageError for another one."""
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}.", remedy=f"One of: {', '.join(FORMATS)}.")
    exporter = EXPORTERS.get(form)
    return exporters.export(made, form), exporter.media_type, exporter.suffix
