"""No public page costs more than twelve queries, or more when there is more to show."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from django.core.cache import cache
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from accounts.audience import Audience
from campaigns.models import PlanIndexPage
from pages.models import PortalImage
from tests.builders import (
    make_award,
    make_award_type,
    make_campaign,
    make_decision,
    make_honoree,
    make_index,
    make_news,
    make_plan,
    make_regulation,
)

MOST = 12
# With empty caches also: the site's addresses, settings and accounts, two sizes of a lead picture.
ON_COLD_CACHES = 5
PAGES = [
    "/",
    "/tin-tuc/",
    "/bang-vang/",
    "/phong-trao/",
    "/quyet-dinh/",
    "/ke-hoach/",
    "/tim-kiem/?q=hoa+sen",
    "/khong-co/",
    "/sitemap.xml",
    "/tin-tuc.atom",
    "news",
    "honoree",
    "campaign",
    "decision",
    "plan",
    "regulation",
]


def make_picture(number):
    data = BytesIO()
    Image.new("RGB", (60, 40), (number % 255, 80, 80)).save(data, "JPEG")
    data.seek(0)
    picture = PortalImage(title=f"Ảnh {number}", description="Ảnh mẫu")
    picture.file.save("anh.jpg", ImageFile(data, name="anh.jpg"), save=False)
    picture.save()
    return picture


def fill(first, last):
    """Items `first` to `last` of everything, tied to each other; one address of each kind."""
    make_index(PlanIndexPage, audience=Audience.PUBLIC)
    public = {"audience": Audience.PUBLIC}
    plan = make_plan(f"Kế hoạch hoa sen {first}", **public)
    campaign = make_campaign(
        f"Hoa sen năm {first}", starts_on=dt.date(2026, 1, 1), plan=plan, series="Hoa sen"
    )
    decision, kind = make_decision(**public), make_award_type()
    honorees, pictures = [], [make_picture(number) for number in range(first, first + 3)]
    for number in range(first, last):
        picture = pictures[number % 3]
        honoree = make_honoree(f"Hoa Sen {number}", portrait=picture)
        honorees.append(honoree)
        make_award(decision, honoree.title, honoree=honoree, award_type=kind, campaign=campaign)
        story = make_news(f"Tin {number}", cover=picture, campaign=campaign, honorees=honorees[-5:])
        make_campaign(f"Hoa sen {number}", plan=plan, series="Hoa sen", cover=picture)
        make_decision(f"Quyết định {number}", **public)
        make_plan(f"Kế hoạch {number}", number=f"{number + 1}/KH-SGDDT", **public)
    cited = "\n".join(f"Căn cứ Kế hoạch số {one + 1}/KH-SGDDT;" for one in range(first, last))
    regulation = make_regulation(text=f"{cited}\nĐiều 1. Như trên", **public)
    pages = {"news": story, "honoree": honoree, "campaign": campaign, "decision": decision}
    pages |= {"plan": plan, "regulation": regulation}
    return {name: page.url for name, page in pages.items()}


def cost(client, address, *, cold=False):
    """What a visitor's second request asks of the database: pictures are cut, no page is cached."""
    client.get(address)
    if cold:
        cache.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_no_page_makes_more_than_twelve_queries_or_more_with_more_content(client, db):
    few = fill(0, 3)
    before = {page: cost(client, few.get(page, page)) for page in PAGES}
    many = fill(3, 30)
    after = {page: cost(client, many.get(page, page)) for page in PAGES}
    assert {page: count for page, count in after.items() if count > MOST} == {}
    assert {page: count for page, count in after.items() if count > before[page]} == {}
    cold = {page: cost(client, many.get(page, page), cold=True) for page in PAGES}
    dear = {page: cold[page] for page in PAGES if cold[page] > after[page] + ON_COLD_CACHES}
    assert dear == {}
