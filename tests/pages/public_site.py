"""A portal with one public page of every type, tied to each other and to hidden ones."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from wagtail.models import Site

from accounts.audience import Audience
from campaigns.models import CampaignIndexPage, Milestone, PlanIndexPage
from honors.models import DecisionIndexPage, HonoreeIndexPage
from news.models import NewsIndexPage
from pages.models import PortalSettings, SocialAccount
from regulations.models import RegulationIndexPage
from tests.builders import (
    make_award,
    make_award_type,
    make_campaign,
    make_decision,
    make_home,
    make_honoree,
    make_index,
    make_information,
    make_news,
    make_organization,
    make_picture,
    make_plan,
    make_regulation,
)

PUBLIC = {"audience": Audience.PUBLIC}
LISTS = (PlanIndexPage, DecisionIndexPage, RegulationIndexPage)
LISTS += (CampaignIndexPage, HonoreeIndexPage, NewsIndexPage)
PICTURE = "Cô và trẻ thu hoạch rau"


def build() -> SimpleNamespace:
    """The pages by name; `hidden` is the title of a decision and of an award for staff alone."""
    school, picture = make_organization(), make_picture(description=PICTURE)
    site = SimpleNamespace(home=make_home(), hidden="Danh hiệu kín")
    settings = PortalSettings.for_site(Site.objects.get(root_page=site.home))
    settings.name, settings.phone = school.name, "0251 000 000"
    settings.social_accounts = [SocialAccount(name="Zalo", url="https://zalo.example/hoa-sen")]
    settings.save()
    site.lists = [make_index(model, **PUBLIC) for model in LISTS]
    site.plan = make_plan(number="12/KH-MNHS", **PUBLIC)
    site.regulation = make_regulation(number="5/QC-MNHS", **PUBLIC)
    site.campaign = make_campaign(
        summary="Mỗi lớp một giờ đọc sách.",
        starts_on=dt.date(2026, 9, 5),
        ends_on=dt.date(2026, 11, 20),
        launched_by=school,
        plan=site.plan,
        cover=picture,
    )
    Milestone.objects.create(campaign=site.campaign, day=dt.date(2026, 10, 1), title="Sơ kết")
    site.decision = make_decision(number="7/QĐ-MNHS", **PUBLIC)
    hidden = make_decision("Quyết định kín", number="8/QĐ-MNHS")
    site.honoree = make_honoree(
        "Vũ Minh An",
        position="Giáo viên lớp A2",
        organization_as_printed=school.name,
        summary="Biến vườn rau thành cuốn truyện.",
        portrait=picture,
    )
    make_award(site.decision, "Vũ Minh An", honoree=site.honoree)
    make_award(hidden, "Vũ Minh An", honoree=site.honoree, award_type=make_award_type(site.hidden))
    site.story = make_news(
        author="Tổ Truyền thông",
        published_on=dt.date(2026, 11, 20),
        honorees=[site.honoree, make_honoree("Người chưa công bố", live=False)],
        campaign=site.campaign,
        cover=picture,
    )
    site.information = make_information()
    return site


def pages_of(site: SimpleNamespace) -> list:
    """All public pages."""
    single = (site.home, site.plan, site.regulation, site.campaign, site.decision)
    return [*single, site.honoree, site.story, site.information, *site.lists]
