"""The sample site: pages, people and pictures, each marked as what it is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from wagtail.models import Site

from campaigns.models import CampaignIndexPage, CampaignPage, Milestone, PlanIndexPage, PlanPage
from home.information import add_information
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
from organizations.register import load as load_organizations
from pages.models import PortalImage, PortalPage, PortalSettings, SocialAccount
from portal.address import name_site
from portal.demo.documents import add_plan, add_statutes
from regulations.models import RegulationIndexPage

HERE = Path(__file__).parent
SCHOOL = "Trường Mầm non Yên Hoà"
SAMPLE_CONSENT_DAY = dt.date(2026, 1, 5)

Progress = Callable[[], Any]


def read(name: str) -> list[dict[str, Any]]:
    """The rows of a data file of the sample site."""
    return json.loads((HERE / "data" / f"{name}.json").read_text(encoding="utf-8"))


def build_site(progress: Progress) -> None:
    """Everything, in the order of the staircase. Call inside a transaction."""
    load_organizations(read("organizations"))
    pictures = add_pictures(progress)
    home = add_home()
    indexes = add_indexes(home)
    add_settings(home)
    add_information(home)
    add_statutes(indexes[RegulationIndexPage], progress)
    plan = add_plan(indexes[PlanIndexPage], progress)
    campaigns = add_campaigns(indexes[CampaignIndexPage], plan, pictures, progress)
    honorees = add_honorees(indexes[HonoreeIndexPage], pictures, progress)
    add_decisions(indexes[DecisionIndexPage], honorees, campaigns, progress)
    publish_honorees(honorees)
    add_news(indexes[NewsIndexPage], honorees, campaigns, pictures, progress)


def publish(parent: PortalPage, page: PortalPage) -> Any:
    """Add `page` below `parent` and publish it through a revision, as an approval would."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    return page


def add_pictures(progress: Progress) -> dict[str, PortalImage]:
    """The drawings, by file name without suffix."""
    alternatives = json.loads((HERE / "data" / "pictures.json").read_text(encoding="utf-8"))
    pictures = {}
    for name, alternative in alternatives.items():
        path = HERE / "images" / f"{name}.webp"
        with path.open("rb") as file:
            picture = PortalImage.objects.create(
                title=alternative,
                description=alternative,
                credit="Tranh minh họa của dự án",
                file=ImageFile(file, name=path.name),
            )
        pictures[name] = picture
        progress()
    return pictures


def add_home() -> HomePage:
    """The home page in the place of Wagtail's welcome page, as the default site's root."""
    root = PortalPage.objects.get(depth=1)
    for welcome in root.get_children():
        welcome.delete()
    root = PortalPage.objects.get(depth=1)
    home = publish(
        root,
        HomePage(
            title="Trang chủ",
            slug="trang-chu",
            introduction="Nơi nhà trường ghi tên những người làm tốt và kể lại việc họ làm.",
            seo_title=f"Cổng Thi đua - Khen thưởng {SCHOOL}",
            search_description=(
                "Tin tức, gương điển hình tiên tiến, phong trào thi đua và quyết định khen thưởng "
                f"của {SCHOOL}."
            ),
        ),
    )
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home})
    name_site()
    return home


def add_indexes(home: HomePage) -> dict[type, Any]:
    """The lists, in the order of the menu."""
    desk = StaffDeskPage(title="Bàn làm việc", slug="noi-bo", show_in_menus=True)
    rows = (
        (NewsIndexPage, "Tin tức", "tin-tuc"),
        (HonoreeIndexPage, "Bảng vàng", "bang-vang"),
        (CampaignIndexPage, "Phong trào", "phong-trao"),
        (PlanIndexPage, "Kế hoạch", "ke-hoach"),
        (DecisionIndexPage, "Quyết định khen thưởng", "quyet-dinh"),
        (RegulationIndexPage, "Văn bản", "van-ban"),
    )
    indexes: dict[type, Any] = {}
    for model, title, slug in rows:
        indexes[model] = publish(home, model(title=title, slug=slug, show_in_menus=True))
    indexes[StaffDeskPage] = publish(home, desk)
    return indexes


def add_settings(home: HomePage) -> None:
    """Whose portal this is."""
    site = Site.objects.get(root_page=home)
    settings = PortalSettings.for_site(site)
    settings.organization = Organization.objects.named(SCHOOL).first()
    settings.name = SCHOOL
    settings.parent_body = settings.organization.parent.name
    settings.motto = "Thi đua là yêu nước, yêu nước thì phải thi đua"
    settings.address = "Phường Hà Đông, Thành phố Hà Nội"
    settings.email = "lien-he@yen-hoa.example"
    settings.editor_in_charge = "Hiệu trưởng"
    settings.social_accounts = [SocialAccount(name="Zalo", url="https://zalo.me/")]
    settings.save()


def add_campaigns(
    index: CampaignIndexPage,
    plan: PlanPage,
    pictures: dict[str, PortalImage],
    progress: Progress,
) -> dict[str, CampaignPage]:
    """The campaigns that the plan names, and two samples of this school year."""
    campaigns = {}
    for row in read("campaigns"):
        milestones = row.pop("milestones", [])
        if row.pop("from_plan", False):
            row["plan"] = plan
        row["cover"] = pictures.get(row.get("cover", ""))
        for name in ("starts_on", "ends_on"):
            row[name] = dt.date.fromisoformat(row[name]) if row.get(name) else None
        for name in ("figures", "results"):
            row[name] = items_of(row.get(name, []))
        page = CampaignPage(**row)
        page.milestones = [
            Milestone(day=dt.date.fromisoformat(day), title=title) for day, title in milestones
        ]
        campaigns[page.slug] = publish(index, page)
        progress()
    return campaigns


def add_honorees(
    index: HonoreeIndexPage, pictures: dict[str, PortalImage], progress: Progress
) -> dict[str, HonoreePage]:
    """Profiles of invented people, as drafts: decisions and consent come first."""
    school = Organization.objects.named(SCHOOL).first()
    honorees = {}
    for row in read("honorees"):
        page = HonoreePage(
            title=row["name"],
            slug=row["slug"],
            kind=row.get("kind", HonoreePage.Kind.PERSON),
            position=row["position"],
            organization=school,
            organization_as_printed=row.get("team", SCHOOL),
            drawing=row.get("drawing", ""),
            figures=items_of(row.get("figures", [])),
            lessons=row.get("lessons", ""),
            portrait=pictures.get(row["portrait"] or ""),
            summary=row["summary"],
            body=body_of(row.get("body", []), pictures),
            is_sample=True,
            live=False,
        )
        index.add_child(instance=page)
        page.save_revision()
        honorees[page.slug] = page
        progress()
    return honorees


def publish_honorees(honorees: dict[str, HonoreePage]) -> None:
    """Record the (invented) consent of each person, then publish the profiles."""
    for page in honorees.values():
        if page.kind == HonoreePage.Kind.PERSON:
            Consent.objects.create(
                honoree=page,
                relation=Consent.Relation.SELF,
                given_by=page.title,
                includes_photo=page.portrait_id is not None,
                given_on=SAMPLE_CONSENT_DAY,
            )
        page.get_latest_revision().publish(skip_permission_checks=True)


def add_decisions(
    index: DecisionIndexPage,
    honorees: dict[str, HonoreePage],
    campaigns: dict[str, CampaignPage],
    progress: Progress,
) -> None:
    """Sample decisions with their awarded lists."""
    school = Organization.objects.named(SCHOOL).first()
    for row in read("decisions"):
        campaign = campaigns.get(row.get("campaign", ""))
        page = DecisionPage(
            title=row["title"],
            slug=row["slug"],
            audience=row["audience"],
            document_type="decision",
            number=row["number"],
            issued_on=dt.date.fromisoformat(row["issued_on"]),
            issue_place="Hà Nội",
            issuer=school,
            issuer_as_printed=SCHOOL.upper(),
            abstract=row["abstract"],
            signer="Người ký mẫu",
            signer_office="HIỆU TRƯỞNG",
            body=[("legal_text", decision_text(row))],
            is_sample=True,
        )
        page.awards = [award_of(cells, honorees, campaign) for cells in row["awards"]]
        publish(index, page)
        progress()


def decision_text(row: dict[str, Any]) -> str:
    """The words of a sample decision."""
    count = len(row["awards"])
    return (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n"
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng nhà trường.\n"
        "QUYẾT ĐỊNH:\n"
        f"Điều 1. Khen thưởng\nKhen thưởng {count} tập thể, cá nhân có tên trong danh sách.\n"
        "Điều 2. Tổ chức thực hiện\n"
        "Bộ phận văn phòng, kế toán và các tập thể, cá nhân có tên tại Điều 1 thi hành Quyết định "
        "này."
    )


def award_of(
    cells: list[str], honorees: dict[str, HonoreePage], campaign: CampaignPage | None
) -> Award:
    """One row of an awarded list."""
    name, slug, code, route, reason, period = cells
    honoree = honorees[slug]
    return Award(
        recipient_name=name,
        recipient_kind="collective" if honoree.kind == "collective" else "individual",
        position=honoree.position,
        organization=honoree.organization,
        organization_as_printed=SCHOOL,
        award_type=AwardType.objects.get(code=code),
        route=route,
        reason=reason,
        period=period,
        campaign=campaign,
        honoree=honoree,
    )


def add_news(
    index: NewsIndexPage,
    honorees: dict[str, HonoreePage],
    campaigns: dict[str, CampaignPage],
    pictures: dict[str, PortalImage],
    progress: Progress,
) -> None:
    """Sample stories."""
    for row in read("news"):
        page = NewsPage(
            title=row["title"],
            slug=row["slug"],
            category=row["category"],
            published_on=dt.date.fromisoformat(row["published_on"]),
            author=row["author"],
            lead=row["lead"],
            cover=pictures.get(row["cover"] or ""),
            cover_caption=row["cover_caption"],
            body=body_of(row["body"], pictures),
            campaign=campaigns.get(row["campaign"] or ""),
            is_sample=True,
        )
        page.honorees = [honorees[slug] for slug in row["honorees"]]
        page.tags.add(*row["tags"])
        publish(index, page)
        progress()


def body_of(blocks: list[Any], pictures: dict[str, PortalImage]) -> list[tuple[str, Any]]:
    """A StreamField body from data rows; a figure names its drawing."""
    body = []
    for kind, value in blocks:
        if kind == "figure":
            body.append((kind, {**value, "image": pictures[value["image"]]}))
        else:
            body.append((kind, value))
    return body


def items_of(values: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """A StreamField of one kind of block from data rows."""
    return [("item", value) for value in values]
