"""What a visitor's page costs: `python -m benchmarks.pages_cost`.

CPU milliseconds of one request by the server's own accounting (gunicorn, one worker of four
threads, production settings): made anew, given from what is kept, and answered 304. Beside it the
floor of the same run, an empty Django view that returns 20 KB behind Django's usual middleware on
the same server, and the budget of ../shared/PERFORMANCE.md as multiples of it. The sample site and
a law of 200 articles, in a database of its own for the time of the run. Ends with 1 when a budget
is exceeded.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from typing import Any

from benchmarks.worker import Worker

REQUESTS = 400
# A page that is made anew takes longer: fewer tell as much.
FEWER = 10
ARTICLES = 200
# Times the floor. The budget names news, honoree and campaign; lists and plans are held to it too.
MOST_KEPT, MOST_MADE, MOST_LAW = 1.5, 20.0, 60.0
LAW = "long law"
OK, UNCHANGED = 200, 304


def main() -> None:
    """Make the site, measure, print; the status tells whether the budget holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=REQUESTS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PORTAL_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.production"
        for name in ("DATABASE_URL", "CACHE_URL", "PORTAL_PAGE_CACHE"):
            os.environ.pop(name, None)
        sys.exit(0 if measure(make_site(), options.requests) else 1)


def measure(pages: dict[str, str], requests: int) -> bool:
    """Print the table; whether every figure is within its budget."""
    with ExitStack() as stack:
        empty = stack.enter_context(
            Worker("benchmarks.empty_site:door()", DJANGO_SETTINGS_MODULE="benchmarks.empty_site")
        )
        keeping = stack.enter_context(Worker("portal.wsgi:application"))
        making = stack.enter_context(Worker("portal.wsgi:application", PORTAL_PAGE_CACHE="0"))
        floor = empty.cost("/", requests)
        print(f"floor: an empty view of 20 KB, {floor:.2f} ms CPU; times are times the floor\n")
        print("page            made anew   times     kept   times      304   times    bytes")
        within = [
            row(name, address, (making, keeping), floor, requests)
            for name, address in pages.items()
        ]
        print(f"\nfloor again: {empty.cost('/', requests):.2f} ms")
    print(f"budget: made anew {MOST_MADE:.0f} times ({LAW}: {MOST_LAW:.0f}), kept {MOST_KEPT}")
    return all(within)


def row(
    name: str, address: str, workers: tuple[Worker, Worker], floor: float, requests: int
) -> bool:
    """Print what one page costs; whether that is within its budget."""
    making, keeping = workers
    given = keeping.ask(address, 1)
    tag = given.headers.get("etag", "")
    again = keeping.ask(address, 1, If_None_Match=tag)
    if (given.status, again.status) != (OK, UNCHANGED):
        raise RuntimeError(f"{address}: {given.status}, then {again.status}")
    made = making.cost(address, max(requests // FEWER, 1), rounds=3)
    kept = keeping.cost(address, requests)
    unchanged = keeping.cost(address, requests, If_None_Match=tag)
    times = [cost / floor for cost in (made, kept, unchanged)]
    print(
        f"{name:14}{made:11.1f} {times[0]:7.1f} {kept:8.2f} {times[1]:7.2f}"
        f" {unchanged:8.2f} {times[2]:7.2f} {given.length:8}"
    )
    most = MOST_LAW if name == LAW else MOST_MADE
    return times[0] <= most and max(times[1:]) <= MOST_KEPT


def make_site() -> dict[str, str]:
    """The sample site with a long law; the addresses that are measured."""
    import django

    django.setup()
    from django.core.management import call_command

    from campaigns.models import CampaignPage, PlanPage
    from honors.models import HonoreePage
    from news.models import NewsPage

    call_command("migrate", verbosity=0)
    call_command("gather_static")
    call_command("demo")
    law = make_law()
    return {
        "home": "/",
        "news list": "/tin-tuc/",
        "news page": first_public(NewsPage),
        "wall": "/bang-vang/",
        "honoree": first_public(HonoreePage),
        "campaign": first_public(CampaignPage),
        "plan": first_public(PlanPage),
        LAW: law,
    }


def first_public(model: Any) -> str:
    """The address of a page of this type that visitors read; one is made so where none is."""
    from accounts.audience import Audience

    page = model.objects.order_by("pk").first()
    if page.audience != Audience.PUBLIC:
        make_public(page.get_parent().specific)
        make_public(page)
    return str(page.get_url())


def make_public(page: Any) -> None:
    """Publish the page for everybody."""
    from accounts.audience import Audience

    page.audience = Audience.PUBLIC
    page.save_revision().publish()


def make_law() -> str:
    """The address of a public law of so many articles of three clauses."""
    from accounts.audience import Audience
    from regulations.models import RegulationIndexPage, RegulationPage

    parent = RegulationIndexPage.objects.first()
    make_public(parent)
    clause = (
        "Cơ quan, tổ chức, cá nhân có thành tích trong phong trào thi đua được xem xét, đề nghị "
        "tặng danh hiệu theo quy định tại Điều {other} của Luật này và văn bản hướng dẫn."
    )
    articles = [
        f"Điều {number}. Nguyên tắc thi đua số {number}\n"
        + "\n".join(f"{point}. {clause.format(other=number % ARTICLES + 1)}" for point in (1, 2, 3))
        for number in range(1, ARTICLES + 1)
    ]
    law = RegulationPage(
        title="Luật mẫu để đo",
        slug="luat-mau-de-do",
        document_type="law",
        number="99/2026/QH16",
        audience=Audience.PUBLIC,
        body=[("legal_text", "\n".join(articles))],
        live=False,
    )
    parent.add_child(instance=law)
    law.save_revision().publish()
    return str(law.get_url())


if __name__ == "__main__":
    main()
