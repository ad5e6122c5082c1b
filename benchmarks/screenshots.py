"""Pictures of every page type, to be looked at: `python -m benchmarks.screenshots [FOLDER]`.

The sample site as it is (light) and filled to its limits (heavy: tests/journeys/heavy.py), as a
visitor, as staff and in the admin, at three widths; forced colours and print of the page types. The
server, its data and its port are this run's own. Prints where the pictures are.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
from playwright.sync_api import Browser, Page, sync_playwright
from tqdm import tqdm

from benchmarks.screenshots_list import View, admin, heavy, light, main_types
from tests.journeys.running import (
    CHROMIUM,
    FLAGS,
    HEAVY,
    Site,
    environment_of,
    make_sample,
    server,
    told_by,
)

WIDTHS = (390, 768, 1280)
# Chromium draws no taller picture in one piece.
TALLEST = 12_000
# Items in each list of the heavy site: more than a page of it holds.
MANY = 30
# Milliseconds for one picture; 40 pictures on a page take a busy machine a while.
PATIENCE = 120_000
# Of a long document on paper, the first sheets; at 96 dots an inch (a point is 1/72).
SHEETS, DOTS_PER_POINT = 3, 96 / 72
BROKEN = """
import json
from django.template.loader import get_template
print(json.dumps({status: get_template(f"{status}.html").render() for status in ("500", "503")}))
"""
# Everything that is loaded on scrolling, at once, and the letters in their own fonts.
COMPLETE = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
  await document.fonts.ready;
}"""


def main() -> None:
    """Take them; 1 when Chromium is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", help="pages whose name holds these letters")
    options = parser.parse_args()
    if CHROMIUM is None:
        sys.exit("Chromium is not installed (Debian: apt-get install chromium).")
    with tempfile.TemporaryDirectory() as folder:
        count = Taking(options.folder, options.only).everything(Path(folder))
    print(f"{count} pictures in {options.folder.resolve()}")


class Taking:
    """One run: where the pictures go, and which are wanted."""

    def __init__(self, folder: Path, only: str) -> None:
        self.folder, self.only = folder, only
        self.count = 0
        self.progress = tqdm(unit=" pictures")

    def everything(self, data: Path) -> int:
        """Light first, then heavy on the same data; how many pictures were taken."""
        environment = environment_of(data)
        made = make_sample(environment)
        with opened(environment, made) as site:
            states = made["states"]
            views = light(states)
            for width in WIDTHS:
                self.views(site, "light", views, width)
                self.views(site, "light", admin(states), width)
            self.broken(site.browser, told_by(environment, BROKEN))
            self.otherwise(site, "light", main_types())
        filled = told_by(environment, HEAVY.format(many=MANY))
        with opened(environment, made) as site:
            for width in WIDTHS:
                self.views(site, "heavy", heavy(filled), width)
            self.otherwise(site, "heavy", heavy(filled))
        self.progress.close()
        return self.count

    def views(self, site: Site, content: str, views: list[View], width: int) -> None:
        """Each page as whoever may see it sees it, one after the other."""
        with readers(site, views, width) as pages:
            for view in self.wanted(views):
                page = pages[view.user]
                page.goto(site.address + view.path)
                self.take(page, f"{content}/{view.side}/{view.name}-{width}")

    def otherwise(self, site: Site, content: str, views: list[View]) -> None:
        """The page types in forced colours, and on paper."""
        with readers(site, views, WIDTHS[-1]) as pages:
            for view in self.wanted(views):
                page = pages[view.user]
                page.goto(site.address + view.path)
                page.emulate_media(forced_colors="active")
                self.take(page, f"{content}/forced-colours/{view.name}")
                page.emulate_media(forced_colors="none")
                self.print(page, f"{content}/print/{view.name}")

    def broken(self, browser: Browser, bodies: dict[str, str]) -> None:
        """What stands there when the server fails, as a file alone: its style sheet fails too."""
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for status, body in bodies.items():
                page.set_content(body)
                self.take(page, f"light/public/server-error-{status}-{width}")
            page.close()

    def wanted(self, views: list[View]) -> list[View]:
        """Those that `--only` lets through."""
        return [view for view in views if self.only in view.name]

    def take(self, page: Page, name: str) -> None:
        """A picture of the whole page, or of its first TALLEST pixels."""
        page.evaluate(COMPLETE)
        size = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], TALLEST)}
        path = self.place(f"{name}.png")
        page.screenshot(path=path, full_page=True, clip=clip, timeout=PATIENCE)

    def print(self, page: Page, name: str) -> None:
        """The page on paper: the file, and its first sheets as pictures."""
        path = self.place(f"{name}.pdf")
        page.pdf(path=path, prefer_css_page_size=True)
        document = pdfium.PdfDocument(path)
        for number in range(min(len(document), SHEETS)):
            picture = document[number].render(scale=DOTS_PER_POINT).to_pil()
            picture.save(self.place(f"{name}-{number + 1}.png"))
        document.close()

    def place(self, name: str) -> Path:
        """The file of that name below the folder; counted."""
        path = self.folder / re.sub(r"[^\w/.-]+", "-", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.count += 1
        self.progress.update()
        return path


@contextmanager
def opened(environment: dict[str, str], made: dict) -> Iterator[Site]:
    """The server and a browser for it."""
    with server(environment) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        seen = Path(environment["PORTAL_DATA"]) / "templates-seen"
        yield Site(address, browser, made["plan"], made["states"], seen)
        browser.close()


@contextmanager
def readers(site: Site, views: list[View], width: int) -> Iterator[dict[str, Page]]:
    """A page of each user in the views, by user name; the visitor's is without a name."""
    users = {view.user for view in views}
    pages = {user: site.sign_in(user, width) if user else site.visit(width=width) for user in users}
    yield pages
    for page in pages.values():
        page.context.close()


if __name__ == "__main__":
    main()
