"""A digest of one day: what came in, what happened, and where who stood for the first time.

In: a Stock, its Documents, a day, and a meeting if wanted. Out: a Report in one section, as of a
brief: each sentence that is no note has its passages.
May import: what reports may, and the brief, whose sentences it shares.
To add a paragraph: a function of a Day that gives sentences, its patterns in patterns_brief.toml,
and its place in build.py.
"""

from stocktake.reports.digest.build import digest

__all__ = ["digest"]
