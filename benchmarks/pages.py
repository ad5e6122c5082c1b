"""What Lighthouse says of a visitor's pages: `python -m benchmarks.pages [--runs N] [--pages …]`.

The sample site behind the production server, opened by Debian's Chromium as a telephone on a slow
network (Lighthouse's own simulation) and as a desktop, next to a blank page of an empty Django
site in the same run: what that one misses, the machine misses. Performance, paint and shift are
medians of N runs. Ends with 1 when a page does not reach what is demanded. A busy machine gives
poor figures of performance.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import ExitStack
from pathlib import Path

from benchmarks import node_tools
from benchmarks.lighthouse import Figures, several
from benchmarks.pages_cost import LAW, make_site
from benchmarks.worker import Worker
from tests.journeys.running import CHROMIUM, environment_of, server

RUNS = 5
# The issue: of 100, seconds, and the unit of Cumulative Layout Shift.
FULL, LEAST_MOBILE, LATEST_PAINT, MOST_SHIFT = 100, 97, 1.8, 0.02
QUALITIES = ("accessibility", "best-practices", "seo")
PAGES = ("home", "news list", "news page", "wall", "honoree", "campaign", "plan")


def main() -> int:
    """Install what is missing, make the site, look, print. Returns 1 for what is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--pages", nargs="+", choices=[*PAGES, LAW], default=PAGES)
    options = parser.parse_args()
    if CHROMIUM is None:
        sys.stderr.write("Chromium is not installed (Debian: chromium).\n")
        return 1
    try:
        node_tools.install()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"Lighthouse could not be installed: {error}\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        environment = environment_of(Path(folder))
        environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.production"
        del environment["PORTAL_WORKERS"]
        # What is measured are pages: nothing else runs beside the server.
        environment |= {"PORTAL_CLOCK": "0", "PORTAL_READERS": "0"}
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(environment)
        addresses = make_site()
        chosen = {name: addresses[name] for name in options.pages}
        return 0 if look(environment, chosen, options.runs) else 1


def look(environment: dict[str, str], addresses: dict[str, str], runs: int) -> bool:
    """Print the table; whether every page reaches what is demanded."""
    with ExitStack() as stack:
        floor = Worker(
            "benchmarks.empty_site:door()", DJANGO_SETTINGS_MODULE="benchmarks.empty_site"
        )
        stack.enter_context(floor)
        stack.enter_context(server(environment))
        print("            access.  practices  SEO  desktop  mobile   LCP s    CLS", flush=True)
        row("blank", f"http://localhost:{floor.port}/blank/", runs)
        host = f"http://localhost:{environment['PORTAL_PORT']}"
        reached = [row(name, host + address, runs) for name, address in addresses.items()]
    print(
        f"demanded    {FULL:7}{FULL:11}{FULL:5}{FULL:9}{LEAST_MOBILE:8}"
        f"{LATEST_PAINT:8.2f}{MOST_SHIFT:7.3f}   (LCP and CLS as a telephone; of both demanded)"
    )
    return all(reached)


def row(name: str, address: str, runs: int) -> bool:
    """Print what is said of one page; whether it reaches what is demanded."""
    # The first visitor waits for the sizes of pictures; the page is kept from then on.
    urllib.request.urlopen(address).close()  # noqa: S310 - our own server
    mobile, desktop = several(address, runs), several(address, runs, "--preset=desktop")
    worse = {quality: min(mobile.scores[quality], desktop.scores[quality]) for quality in QUALITIES}
    access, practices, seo = worse.values()
    print(
        f"{name:12}{access:7}{practices:11}{seo:5}{desktop.scores['performance']:9}"
        f"{mobile.scores['performance']:8}{mobile.paint:8.2f}{mobile.shift:7.3f}",
        flush=True,
    )
    for figures, place in ((mobile, "mobile"), (desktop, "desktop")):
        for audit in figures.failed:
            print(f"    {place}: {audit}", flush=True)
    return all(score == FULL for score in worse.values()) and is_fast(mobile, desktop)


def is_fast(mobile: Figures, desktop: Figures) -> bool:
    """Whether both scores, the paint and the shift are as demanded."""
    return (
        desktop.scores["performance"] == FULL
        and mobile.scores["performance"] >= LEAST_MOBILE
        and max(mobile.paint, desktop.paint) <= LATEST_PAINT
        and max(mobile.shift, desktop.shift) <= MOST_SHIFT
    )


if __name__ == "__main__":
    sys.exit(main())
