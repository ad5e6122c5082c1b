"""Plain functions that make what tests need; every default is a sensible one."""

from __future__ import annotations

import datetime as dt
import itertools
from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from accounts.audience import Audience
from accounts.models import User
from campaigns.models import CampaignIndexPage, CampaignPage, PlanIndexPage, PlanPage
from home.models import HomePage, StaffDeskPage
from honors.models import (
    Award,
    AwardType,
    Consent,
    DecisionIndexPage,
    DecisionPage,
    HonoreeIndexPage,
    HonoreePage,
)
from news.models import NewsIndexPage, NewsPage
from organizations.models import Organization
from pages.models import InformationPage, PortalImage, PortalPage
from regulations.models import DocumentType, RegulationIndexPage, RegulationPage

PASSWORD = "mat-khau-thu-nghiem"
_numbers = itertools.count(1)


def number_from(first: int) -> None:
    """Number what is made from here on, where the database holds what another process made."""
    global _numbers
    _numbers = itertools.count(first)


def make_user(username: str, *groups: str, **fields: Any) -> User:
    """A user in the named groups, with PASSWORD."""
    fields.setdefault("email", f"{username}@hoa-sen.example")
    user = User.objects.create_user(username, password=PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_organization(name: str = "Trường Mầm non Hoa Sen", **fields: Any) -> Organization:
    """An organization; a school unless told otherwise."""
    fields.setdefault("kind", Organization.Kind.SCHOOL)
    fields.setdefault("level", Organization.Level.INSTITUTION)
    return Organization.objects.create(name=name, **fields)


def make_home(title: str = "Trang chủ") -> HomePage:
    """The home page, as the root page of the default site."""
    existing = HomePage.objects.first()
    if existing:
        return existing
    root = PortalPage.objects.get(depth=1)
    root.get_children().delete()
    root = PortalPage.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title=title, slug="trang-chu"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home},
    )
    Site.clear_site_root_paths_cache()
    return home


def _child(parent: Any, model: Any, title: str, slug: str, **fields: Any) -> Any:
    existing = model.objects.child_of(parent).first()
    return existing or parent.add_child(instance=model(title=title, slug=slug, **fields))


def make_index(model: Any, **fields: Any) -> Any:
    """The index page of this type below the home page, made once."""
    titles = {
        StaffDeskPage: ("Bàn làm việc", "noi-bo"),
        RegulationIndexPage: ("Văn bản", "van-ban"),
        PlanIndexPage: ("Kế hoạch", "ke-hoach"),
        DecisionIndexPage: ("Quyết định", "quyet-dinh"),
        CampaignIndexPage: ("Phong trào", "phong-trao"),
        HonoreeIndexPage: ("Bảng vàng", "bang-vang"),
        NewsIndexPage: ("Tin tức", "tin-tuc"),
    }
    title, slug = titles[model]
    return _child(make_home(), model, title, slug, **fields)


def make_page(model: Any, index: Any, title: str, **fields: Any) -> Any:
    """A page below the index page of its kind, published through a revision unless `live=False`."""
    live = fields.pop("live", True)
    page = model(title=title, slug=f"trang-{next(_numbers)}", live=False, **fields)
    parent = make_index(index)
    # Each save would bring the index of references up to date; that of the revision is enough.
    with disable_reference_index_auto_update():
        parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    return page


def make_regulation(title: str = "Quy chế thi đua", **fields: Any) -> RegulationPage:
    """A regulation for STAFF unless told otherwise; `text` becomes its body."""
    fields.setdefault("document_type", DocumentType.STATUTE)
    return make_page(RegulationPage, RegulationIndexPage, title, **_with_body(fields))


def make_plan(title: str = "Kế hoạch thi đua năm 2025", **fields: Any) -> PlanPage:
    """A plan for STAFF unless told otherwise; `text` becomes its body."""
    fields.setdefault("document_type", DocumentType.PLAN)
    return make_page(PlanPage, PlanIndexPage, title, **_with_body(fields))


def make_decision(title: str = "Quyết định khen thưởng", **fields: Any) -> DecisionPage:
    """A decision for STAFF unless told otherwise."""
    fields.setdefault("document_type", DocumentType.DECISION)
    fields.setdefault("issued_on", dt.date(2026, 5, 20))
    return make_page(DecisionPage, DecisionIndexPage, title, **_with_body(fields))


def make_campaign(title: str = "Dạy tốt, học tốt", **fields: Any) -> CampaignPage:
    """A movement for everyone."""
    return make_page(CampaignPage, CampaignIndexPage, title, **fields)


def make_news(title: str = "Cô giáo vùng cao", **fields: Any) -> NewsPage:
    """A public story."""
    fields.setdefault("lead", "Mỗi sáng cô đi bộ năm cây số đến lớp.")
    return make_page(NewsPage, NewsIndexPage, title, **fields)


def make_information(title: str = "Giới thiệu", **fields: Any) -> InformationPage:
    """A page about the portal itself, for everyone."""
    page = InformationPage(title=title, slug=f"ve-{next(_numbers)}", live=False, **fields)
    make_home().add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_honoree(
    title: str = "Nguyễn Thị Mẫu", *, consent: bool = True, **fields: Any
) -> HonoreePage:
    """A person, published when consent is given."""
    live = fields.pop("live", True)
    honoree = make_page(HonoreePage, HonoreeIndexPage, title, live=False, **fields)
    if consent:
        make_consent(honoree)
    if live:
        honoree.get_latest_revision().publish()
        honoree.refresh_from_db()
    return honoree


def make_picture(title: str = "Ảnh mẫu", *, name: str = "anh.png", **fields: Any) -> PortalImage:
    """A small red picture."""
    data = BytesIO()
    Image.new("RGB", (80, 100), (120, 40, 40)).save(data, "PNG")
    return PortalImage.objects.create(
        title=title, file=ContentFile(data.getvalue(), name=name), **fields
    )


def make_consent(honoree: HonoreePage, **fields: Any) -> Consent:
    """A consent given by the person on 1 January 2026."""
    fields.setdefault("relation", Consent.Relation.SELF)
    fields.setdefault("given_by", honoree.title)
    fields.setdefault("given_on", dt.date(2026, 1, 1))
    return Consent.objects.create(honoree=honoree, **fields)


def make_award_type(name: str = "Giấy khen", **fields: Any) -> AwardType:
    """An award type."""
    fields.setdefault("code", f"thu-{next(_numbers)}")
    fields.setdefault("category", AwardType.Category.COMMENDATION)
    fields.setdefault("level", AwardType.Level.BASE)
    fields.setdefault("for_individuals", True)
    return AwardType.objects.create(name=name, **fields)


def make_award(decision: DecisionPage, recipient: str, **fields: Any) -> Award:
    """An award of the decision."""
    if "award_type" not in fields:
        fields["award_type"] = make_award_type()
    return Award.objects.create(decision=decision, recipient_name=recipient, **fields)


def _with_body(fields: dict[str, Any]) -> dict[str, Any]:
    text = fields.pop("text", None)
    if text is not None:
        fields["body"] = [("legal_text", text)]
    return fields


AUDIENCES = tuple(Audience)
