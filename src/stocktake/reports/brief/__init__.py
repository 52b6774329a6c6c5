"""A news brief on one meeting, from the facts of a stock that were known by a day.

In: a Stock, its Documents, the meeting's name and a day. Out: a Report in one section, where each
sentence that is no note has its passages.
May import: what reports may.
To add a paragraph: a module with a function of a Scene that gives sentences, its patterns in
patterns_brief.toml, and its place in build.py.
"""

from stocktake.reports.brief.build import Asked, brief

__all__ = ["Asked", "brief"]
