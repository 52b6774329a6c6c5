"""A stock becomes a report: sections of findings, every sentence with the passages behind it.

In: a Stock and the Documents it cites. Out: a Report that any exporter can write.
May import: model, and lexicon below it; no exporter, no store.
To add a section: a module with ``section(records) -> Section``, its words in patterns.toml,
and its place in build.py.
"""

from stocktake.reports.actor_page import About
from stocktake.reports.actor_page import build as build_actor_page
from stocktake.reports.brief import Asked, brief
from stocktake.reports.build import build
from stocktake.reports.digest import digest
from stocktake.reports.discretion import Withheld
from stocktake.reports.dispositions_page import build as build_page
from stocktake.reports.feed import feed
from stocktake.reports.pack import build as build_pack
from stocktake.reports.programme import build as build_programme
from stocktake.reports.programme_shown import Shown
from stocktake.reports.unattributed import build_unattributed
from stocktake.reports.zero import zero_draft
from stocktake.reports.zero_choice import Wish

__all__ = [
    "About",
    "Asked",
    "Shown",
    "Wish",
    "Withheld",
    "brief",
    "build",
    "build_actor_page",
    "build_pack",
    "build_page",
    "build_programme",
    "build_unattributed",
    "digest",
    "feed",
    "zero_draft",
]
