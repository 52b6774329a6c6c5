"""The web application: one place for the secretariat, delegations and the public.

In: HTTP requests for one workspace. Out: pages, files, JSON; nothing is decided here.
May import: services and below; ``cli`` imports it to serve it.
To add a page: a function in ``services.pages``, a view of a few lines, a template, and its line
in ``routes`` with the permission that it takes.
"""

from __future__ import annotations

from stocktake.web.app import make_app
from stocktake.web.site import Settings, Site, open_site

__all__ = ["Settings", "Site", "make_app", "open_site"]
