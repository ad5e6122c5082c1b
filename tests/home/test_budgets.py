"""No public page costs more than twelve queries, weighs too much, or more when there is more."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from accounts.audience import Audience
from campaigns.models import CampaignDocument, Milestone, PlanIndexPage
from honors.models import DecisionIndexPage
from pages.models import PortalSettings, SocialAccount
from regulations.models import RegulationIndexPage, Relation
from tests.builders import (
    make_award,
    make_award_type,
    make_campaign,
    make_consent,
    make_decision,
    make_home,
    make_honoree,
    make_index,
    make_news,
    make_organization,
    make_picture,
    make_plan,
    make_regulation,
)
from tests.home.many import more_of_everything
from tests.home.weighing import weigh

# With nothing cached: no settings, no addresses of the site, no sizes of pictures.
MOST = 12
FEW, MANY = 5, 1000
PUBLIC = {"audience": Audience.PUBLIC}
MACHINES = {"/sitemap.xml", "/tin-tuc.atom"}
PAGES = [
    "/",
    "/tin-tuc/",
    "/tin-tuc/?nam=2026",
    "/tin-tuc/?thang=2026-05&phong-trao=hoa-sen&the=hoa-sen",
    "/bang-vang/",
    "/bang-vang/?ten=hoa",
    "/bang-vang/?nam=2026&cap=base&don-vi=Hoa+Sen",
    "/phong-trao/",
    "/quyet-dinh/",
    "/ke-hoach/",
    "/van-ban/",
    "/tim-kiem/?q=hoa+sen",
    "/tim-kiem/?q=hoa+sen+khong+ai+biet",
    "/tim-kiem/?q=xyz",
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


def dress_the_portal():
    """A logo, accounts and public lists, and the pages that the content hangs on."""
    for index in (PlanIndexPage, DecisionIndexPage, RegulationIndexPage):
        make_index(index, **PUBLIC)
    settings = PortalSettings.for_site(Site.objects.get(root_page=make_home()))
    settings.logo = make_picture("Biểu trưng")
    settings.social_accounts = [SocialAccount(name=name, url="https://a.example/") for name in "ab"]
    settings.save()
    school = make_organization()
    plan = make_plan("Kế hoạch hoa sen", number="1/KH-MNHS", issuer=school, **PUBLIC)
    campaign = make_campaign(
        "Hoa sen", plan=plan, series="Hoa sen", launched_by=school, cover=make_picture()
    )
    decision = make_decision("Quyết định hoa sen", number="1/QĐ-MNHS", issuer=school, **PUBLIC)
    return {"plan": plan, "campaign": campaign, "decision": decision}


def figures(pictures):
    return [("figure", {"image": picture, "caption": ""}) for picture in pictures]


def fill(tied, first, last):
    """Items `first` to `last` of everything, tied to each other and to the pages in `tied`."""
    plan, campaign, decision = tied["plan"], tied["campaign"], tied["decision"]
    # Cutting sizes takes long: some pictures stand in several places.
    pictures = [make_picture(f"Ảnh {number}") for number in range(first // 5, last // 5)]
    kind, body, honorees = make_award_type(), figures(pictures), []
    for number in range(first, last):
        picture = pictures[number % len(pictures)]
        honoree = make_honoree(
            f"Hoa Sen {number}", portrait=picture, body=body, organization_as_printed="Hoa Sen"
        )
        make_consent(honoree, includes_photo=True)
        make_award(decision, honoree.title, honoree=honoree, award_type=kind, campaign=campaign)
        honorees.append(honoree)
        story = make_news(
            f"Tin hoa sen {number}",
            cover=picture,
            campaign=campaign,
            honorees=list(honorees),
            body=body,
        )
        story.tags.add(f"Thẻ {number}", "Hoa sen")
        story.save()
        make_campaign(f"Hoa sen {number}", plan=plan, series="Hoa sen", cover=picture)
        make_decision(f"Quyết định hoa sen {number}", number=f"{number + 2}/QĐ-MNHS", **PUBLIC)
        cited = make_plan(f"Kế hoạch hoa sen {number}", number=f"{number + 2}/2026/QĐ-X", **PUBLIC)
        Relation.objects.create(
            source=cited, target=plan, kind="amends", takes_effect_on=dt.date(2026, 1, 1)
        )
        CampaignDocument.objects.create(campaign=campaign, document=cited)
        Milestone.objects.create(campaign=campaign, day=dt.date(2026, 5, 1), title=f"{number}")
    for page in tied.values():
        page.body = body
        page.save_revision().publish()
    numbers = range(first, last)
    text = "\n".join(f"Căn cứ Quyết định số {number + 2}/2026/QĐ-X;" for number in numbers)
    text = f"{text}\nTheo Quyết định số {first + 1}/2026/QĐ-Y;\nĐiều 1. Hoa sen"
    regulation = make_regulation("Quy chế hoa sen", text=text, **PUBLIC)
    return {"news": story, "honoree": honoree, "regulation": regulation, **tied}


@pytest.fixture(autouse=True)
def _kept(settings):
    """As on the real server: whether a kept page is still right is one of the twelve."""
    settings.PAGE_CACHE_SECONDS = 3600


def cost(client, address):
    """What a later visitor's request asks of the database when nothing is cached."""
    for alias in caches:
        caches[alias].clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code in {200, 404}
    return len(queries)


def addresses_of(pages):
    own = {name: page.url for name, page in pages.items()}
    return {name: own.get(name, name) for name in PAGES}


def measured(client, pages):
    """The queries of each page; and what is over its budget, by page: nothing, one hopes."""
    counts, heavy = {}, {}
    for name, address in addresses_of(pages).items():
        # The first visitor's request makes the sizes of pictures.
        if name in MACHINES:
            client.get(address)
        elif over := weigh(client, address).over_budget():
            heavy[name] = over
        counts[name] = cost(client, address)
    return counts, heavy


def test_pages_stay_cheap_and_light_with_a_thousand_items_behind_them(client, db):
    pages = fill(dress_the_portal(), 0, FEW)
    few, heavy_few = measured(client, pages)
    more_of_everything(pages, MANY - FEW)
    many, heavy_many = measured(client, pages)
    assert {page: count for page, count in many.items() if count > MOST} == {}
    assert {page: count for page, count in many.items() if count > few[page]} == {}
    assert (heavy_few, heavy_many) == ({}, {})
