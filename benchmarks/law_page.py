"""What the page of a law costs: `python -m benchmarks.law_page FILE` (the words of Law 06/2022).

Prints CPU milliseconds (median and best of so many requests, nothing cached), queries, weight of
the page as it is and compressed, and how many times the answer of an empty view that CPU time is:
both go through the same middleware in the same run. A database of its own is made for the time of
the run. Ends with status 1 when a budget is exceeded.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli

MOST_QUERIES = 12
MOST_MS = 40.0
MOST_KB = 90.0
ROUNDS = 30
# Asked on every page of somebody who has signed in, and mostly cached.
SIGN_IN = ('FROM "django_session"', 'FROM "accounts_user"', 'FROM "auth_')


def main() -> None:
    """Make the database, measure, print; the status tells whether the budget holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)
        sys.exit(0 if _measure(options.file, options.rounds) else 1)


def _start(folder: str) -> None:
    os.environ["PORTAL_DATA"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.DATABASES["default"]["NAME"] = str(Path(folder) / "law-page.sqlite3")
    settings.ALLOWED_HOSTS = ["testserver"]
    django.setup()
    call_command("migrate", verbosity=0)


def _measure(file: Path, rounds: int) -> bool:
    from django.test import Client

    from tests.builders import make_user

    page = _law(file.read_text(encoding="utf-8"))
    empty = _cpu_of(_empty_view(), rounds)
    print(f"an empty view: {_figures(empty)}")
    staff = Client()
    staff.force_login(make_user("can-bo", "Staff"))
    readers = {"a visitor": Client(), "staff": staff}
    kept = [_print_page(name, browser, page, empty, rounds) for name, browser in readers.items()]
    return all(kept)


def _law(words: str) -> Any:
    import datetime as dt

    from accounts.audience import Audience
    from tests.builders import make_regulation

    return make_regulation(
        "Luật Thi đua, khen thưởng",
        document_type="law",
        number="06/2022/QH15",
        issued_on=dt.date(2022, 6, 15),
        effective_on=dt.date(2024, 1, 1),
        issuer_as_printed="QUỐC HỘI",
        abstract="Thi đua, khen thưởng",
        audience=Audience.PUBLIC,
        text=words,
    )


def _empty_view() -> Callable[[], Any]:
    """A request through all the middleware to a view that does nothing."""
    from django.http import HttpResponse
    from django.test import Client
    from django.urls import path

    import portal.urls

    portal.urls.urlpatterns.insert(0, path("trong/", lambda request: HttpResponse("")))
    browser = Client()
    return lambda: browser.get("/trong/")


def _cpu_of(act: Callable[[], Any], rounds: int) -> list[float]:
    """Milliseconds of CPU of each of so many rounds, nothing cached, after two to warm up."""
    from django.core.cache import cache

    spent = []
    for _turn in range(rounds + 2):
        cache.clear()
        start = time.process_time()
        act()
        spent.append((time.process_time() - start) * 1000)
    return spent[2:]


def _figures(spent: list[float]) -> str:
    return f"{statistics.median(spent):.1f} ms CPU (best {min(spent):.1f})"


def _print_page(name: str, browser: Any, page: Any, empty: list[float], rounds: int) -> bool:
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    spent = _cpu_of(lambda: browser.get(page.url), rounds)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        body = browser.get(page.url).content
    packed = len(gzip.compress(body, 6)) / 1024
    smaller = len(brotli.compress(body, quality=5)) / 1024
    ratio = min(spent) / min(empty)
    signing_in = sum(any(table in query["sql"] for table in SIGN_IN) for query in queries)
    print(
        f"{name}: {_figures(spent)}, {ratio:.0f} times an empty view; "
        f"{len(queries) - signing_in} queries and {signing_in} for who is signed in; "
        f"{len(body) / 1024:.0f} KB, gzip {packed:.1f} KB, brotli {smaller:.1f} KB"
    )
    few = len(queries) - signing_in <= MOST_QUERIES
    return min(spent) <= MOST_MS and few and packed <= MOST_KB


if __name__ == "__main__":
    main()
