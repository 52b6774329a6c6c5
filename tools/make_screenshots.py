"""Makes the pictures of docs/web.md from the bundled example: ``python -m tools.make_screenshots``.

Takes a Chromium on the path. Pictures are written to docs/images with few colours, to stay small.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from stocktake.model.accounts import AccountRole
from stocktake.services import building, drafts, taking
from stocktake.services.workspace import Workspace
from stocktake.web import Site, open_site
from tests.web.asking import account
from tests.web.browsing import enter, served

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
COLOURS = 48
DESKTOP = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 780}}
ARABIC = {"extra_http_headers": {"Accept-Language": "ar"}}
DRAFTS = (
    "# A draft for pictures\n\n1. States [shall][should] protect uprooted children from "
    "exploitation and violence.\n\n2. [States end the detention of migrant children.]\n",
    "# A draft for pictures\n\n1. States should protect uprooted children from exploitation and "
    "violence.\n\n2. [States end the detention of migrant children.]\n",
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A page as somebody with a *role* sees it, everybody without one, with a *look*."""

    name: str
    path: str
    look: dict[str, Any]
    role: AccountRole | None = None


SHOTS = (
    Shot("home", "/", DESKTOP),
    Shot("home-phone", "/", PHONE),
    Shot("search", "/search?q=children", DESKTOP),
    Shot("relations", "/relations", DESKTOP),
    Shot("home-arabic", "/", DESKTOP | ARABIC),
    Shot("draft", "/drafts/second", DESKTOP),
    Shot("review", "/review", DESKTOP, AccountRole.REVIEWER),
    Shot("proposals-in-order", "/review/proposals", DESKTOP, AccountRole.REVIEWER),
)


def example(folder: Path) -> Workspace:
    """The bundled example with two drafts, taken stock of."""
    taking.demo(folder)
    workspace = Workspace(folder)
    for label, text in zip(("first", "second"), DRAFTS, strict=True):
        path = folder.parent / f"{label}.md"
        path.write_text(text, encoding="utf-8")
        drafts.add(workspace, path, drafts.About(label=label))
    building.build(workspace, 1)
    return workspace


def taken(browser: Browser, site: Site, address: str, shot: Shot) -> bytes:
    """The picture of a page, as much of it as a screen shows."""
    context = browser.new_context(**shot.look)
    if shot.role:
        enter(context, address, account(site, shot.role)).close()
    page = context.new_page()
    page.goto(address + shot.path)
    found = page.screenshot()
    context.close()
    return found


def small(picture: bytes) -> bytes:
    """The same picture in few colours."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
            out, "PNG", optimize=True
        )
    return out.getvalue()


def main() -> None:
    wanted = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = open_site(example(Path(folder) / "example"))
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with served(site) as address:
            for shot in SHOTS:
                if not wanted or shot.name in wanted:
                    picture = small(taken(browser, site, address, shot))
                    (IMAGES / f"{shot.name}.png").write_bytes(picture)
                    sys.stdout.write(f"{shot.name}: {len(picture):,} bytes\n")
        browser.close()
        site.close()


if __name__ == "__main__":
    main()
