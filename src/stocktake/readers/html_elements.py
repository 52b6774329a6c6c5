"""What HTML elements mean for reading: which break a paragraph, which are never text, which are
about the site and not about the matter."""

from __future__ import annotations

import re

from lxml.etree import _Element

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p
    pre search section summary table tbody td tfoot th thead tr ul
"""
_NEVER_TEXT = """
    script style noscript template head title meta link svg math iframe frame object embed audio
    video canvas map area button select option optgroup datalist textarea input progress meter
    base applet param source track
"""
BLOCKS = frozenset(_BLOCKS.split())
NEVER_TEXT = frozenset(_NEVER_TEXT.split())
ABOUT_THE_SITE = frozenset(["nav", "aside", "menu", "search", "dialog"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_SITE_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"]
)
_SITE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|cookies?|consent|share|sharing|"
    r"social|related|newsletter|subscribe|pagination|pager|skip(?:-?link)?|masthead|site-?header|"
    r"site-?footer|footer|comments?|advert(?:isement)?s?|banner|toolbar|popup|modal)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_unseen(element: _Element) -> bool:
    """Whether nobody who looks at the page sees the element."""
    if element.tag in NEVER_TEXT or "hidden" in element.attrib:
        return True
    if element.get("aria-hidden") == "true":
        return True
    return bool(_UNSEEN.search(element.get("style", "")))


def is_about_the_site(element: _Element) -> bool:
    """Whether the element holds navigation or the like, by its tag, role, class or id."""
    if element.tag in ABOUT_THE_SITE or element.get("role") in _SITE_ROLES:
        return True
    if element.tag in {"header", "footer"}:
        return not any(True for _ in element.iterancestors("article", "main", "section"))
    if element.tag in {"body", "html", "main", "article"}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_SITE_NAMES.search(names)) and len(names) < 200
