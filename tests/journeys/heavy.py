"""The sample site filled to its limits: names of 60 letters, titles of 200, 200 articles.

What stands here is as long or as many as the fields allow, without a space where real texts have
none (addresses, numbers of documents): what a page must hold without breaking.
"""

from __future__ import annotations

import datetime as dt
import json

from django.db import transaction
from wagtail.models import Site

from accounts.audience import Audience
from accounts.models import User
from campaigns.models import Milestone
from organizations.models import Organization
from pages.models import PortalSettings
from search.saved.shelf import keep
from tests.builders import (
    make_award,
    make_award_type,
    make_campaign,
    make_decision,
    make_honoree,
    make_information,
    make_news,
    make_picture,
    make_plan,
    make_regulation,
    number_from,
)

# Past what the sample site and its states are numbered by.
FIRST_NUMBER = 10_000
NAME_LENGTH, TITLE_LENGTH = 60, 200
PICTURES, ARTICLES, HISTORY = 40, 200, 30
CHAPTERS = ("I", "II", "III", "IV", "V")
PUBLIC = {"audience": Audience.PUBLIC}
# Longer than a phone is wide, and nowhere to break.
UNBROKEN = "https://tai-lieu.truong-mam-non-nghieng-ngang.example/" + "thi_dua_khen_thuong_" * 4
NUMBER = "123456789/QĐ-UBNDTP-SGDĐT-TĐKT-CTTTPC"
# A day by which stories are sorted before those of the sample site.
NEWEST = dt.date(2030, 1, 1)
_NAME = "Nguyễn Phương Nghiêng Thượng Trường Khương Hoàng Quỳnh Nghiễm Trang "
_TITLE = (
    "Nghiên cứu, nhân rộng những gương điển hình tiên tiến trong phong trào thi đua “Đổi mới, sáng "
    "tạo trong quản lý, giảng dạy và học tập” của toàn thể cán bộ, giáo viên, nhân viên nhà trường "
)


def name_of(number: int) -> str:
    """A name of NAME_LENGTH letters, another for each number."""
    return f"{number} {_NAME}"[:NAME_LENGTH]


def title_of(what: str) -> str:
    """A title of TITLE_LENGTH letters that begins with `what`."""
    return f"{what}: {_TITLE * 2}"[:TITLE_LENGTH]


@transaction.atomic
def heavy(many: int) -> dict[str, str]:
    """Fill the sample site, `many` items in each list; addresses of the heaviest pages by name."""
    number_from(FIRST_NUMBER)
    _name_the_portal()
    campaign = _campaign(many)
    decision = _decisions(campaign, many)
    honorees = [_honoree(number, decision, campaign) for number in range(many)]
    filed = User.objects.get(username="can-bo")
    for number in range(5):
        keep(filed, f"{number} {_TITLE}"[:120], f"q=thi đua {number}&nam=2026&loai=newspage", "")
    return {
        "heavy campaign": campaign.url,
        "heavy decision": decision.url,
        "heavy profile": honorees[0].url,
        "heavy story": _stories(honorees, campaign, many),
        "heavy story without a picture": make_news(title_of("Không ảnh"), published_on=NEWEST).url,
        "heavy plan": _plan(),
        "heavy law": _law(),
        "heavy information": make_information(title_of("Giới thiệu"), lead=_TITLE * 2).url,
        "heavy search": "/tim-kiem/?q=" + "nghien+cuu+nhan+rong+" * 8,
    }


def _name_the_portal() -> None:
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.name = name_of(1)
    settings.parent_body = f"Phòng Giáo dục và Đào tạo {_NAME}"
    settings.motto = _TITLE
    settings.address = _TITLE + UNBROKEN[:50]
    settings.email = f"{'lien-he-' * 5}@truong-mam-non-nghieng-ngang.example"
    settings.phone = "+84 24 3333 4444 (máy lẻ 12345)"
    settings.editor_in_charge = name_of(2)
    settings.save()


def _campaign(many: int):
    teams = [
        {"team": f"{number} {_TITLE}"[:120], "expected": 1000, "done": 37 * number, "proven": 9}
        for number in range(12)
    ]
    body = f"<p>{_TITLE * 5}</p><ul><li>{_TITLE}</li><li>{UNBROKEN}</li></ul>"
    campaign = make_campaign(
        title_of("Phong trào"),
        summary=(_TITLE * 3)[:400],
        launched_by=Organization.objects.order_by("-name").first(),
        starts_on=dt.date(2025, 9, 5),
        ends_on=NEWEST,
        goal=body,
        criteria=body * 2,
        participants=_TITLE,
        inspection=body,
        figures=json.dumps(_figures()),
        results=json.dumps([{"type": "item", "value": team} for team in teams]),
        contact_office=_TITLE[:160],
        contact_email=f"{'thi-dua-' * 5}@truong-mam-non-nghieng-ngang.example",
        live=False,
    )
    for number in range(many):
        day = dt.date(2025, 10, 1) + dt.timedelta(days=28 * number)
        campaign.milestones.add(Milestone(day=day, title=f"{number}. {_TITLE}"[:TITLE_LENGTH]))
    campaign.save_revision().publish()
    for number in range(many // 2):
        make_campaign(title_of(f"Phong trào thứ {number}"), summary=_TITLE)
    return campaign


def _figures() -> list[dict]:
    values = [("1.234.567,89", _TITLE[:80]), ("100 %", "trẻ"), ("9.999/9.999", _TITLE[:80])]
    return [{"type": "item", "value": {"number": one, "words": words}} for one, words in values]


def _decisions(campaign, many: int):
    decision = make_decision(
        title_of("Quyết định"),
        number=NUMBER,
        issuer_as_printed=f"ỦY BAN NHÂN DÂN {_NAME}".upper(),
        parent_body_as_printed=f"THÀNH PHỐ {_NAME}".upper(),
        abstract=_TITLE * 2,
        signer=name_of(3),
        signer_office=f"CHỦ TỊCH HỘI ĐỒNG {_NAME}".upper()[:120],
        text=f"Điều 1. {_TITLE}\n{_TITLE * 4}\nĐiều 2. Tổ chức thực hiện\n{UNBROKEN}",
        issued_on=dt.date(2026, 11, 1),
        **PUBLIC,
    )
    kind = make_award_type(f"Danh hiệu {_TITLE}"[:160])
    for number in range(2 * many):
        make_award(
            decision,
            name_of(number),
            award_type=kind,
            reason=_TITLE,
            position=_TITLE[:160],
            organization_as_printed=_TITLE[:180],
            campaign=campaign,
        )
    for number in range(many):
        make_decision(title_of(f"Quyết định thứ {number}"), number=f"{number}/{NUMBER}", **PUBLIC)
    return decision


def _honoree(number: int, decision, campaign):
    story = json.dumps([{"type": "paragraph", "value": f"<h2>{_TITLE}</h2><p>{_TITLE * 6}</p>"}])
    honoree = make_honoree(
        name_of(number),
        position=_TITLE[:160],
        organization_as_printed=_TITLE[:200],
        summary=(_TITLE * 2)[:300],
        figures=json.dumps(_figures()),
        lessons=f"<ul><li>{_TITLE}</li></ul>",
        body=story,
    )
    decision.awards.filter(recipient_name=honoree.title).update(honoree=honoree)
    if number == 0:
        for row in range(HISTORY):
            reason = f"{row}. {_TITLE}"
            kind = decision.awards.first().award_type
            make_award(decision, honoree.title, honoree=honoree, award_type=kind, reason=reason)
    return honoree


def _stories(honorees, campaign, many: int) -> str:
    """A story of 40 pictures, and others; the address of the first."""
    picture = make_picture(title_of("Ảnh"), description=_TITLE, credit=name_of(4))
    figure = {"image": picture.pk, "caption": (_TITLE * 2)[:300]}
    columns = [{"type": "text", "heading": f"{number} {_TITLE[:60]}"} for number in range(9)]
    rows = [{"values": [f"{number} {UNBROKEN[:40]}" for number in range(9)]}] * 5
    table = {"columns": columns, "rows": rows, "caption": _TITLE}
    blocks = [("paragraph", f"<h2>{_TITLE}</h2><p>{_TITLE * 5} {UNBROKEN}</p>"), ("table", table)]
    blocks += [("quote", {"text": _TITLE * 4, "attribution": _TITLE[:160]})]
    blocks += [("figure", figure)] * PICTURES
    story = make_news(
        title_of("Bốn mươi ảnh"),
        lead=(_TITLE * 3)[:500],
        author=name_of(5),
        cover=picture,
        cover_caption=(_TITLE * 2)[:300],
        campaign=campaign,
        published_on=NEWEST + dt.timedelta(days=1),
        body=json.dumps([{"type": kind, "value": value} for kind, value in blocks]),
        live=False,
    )
    story.honorees = honorees[:12]
    story.tags.add(*(f"từ khoá {number} {_NAME[:40]}" for number in range(20)))
    story.save_revision().publish()
    for number in range(many):
        make_news(title_of(f"Tin thứ {number}"), lead=(_TITLE * 3)[:500], campaign=campaign)
    return story.url


def _plan() -> str:
    parts = [f"{roman}. {_TITLE}\n1. {_TITLE}\na) {_TITLE}\n- {UNBROKEN}" for roman in ("I", "II")]
    plan = make_plan(
        title_of("Kế hoạch"),
        number=NUMBER.replace("QĐ", "KH"),
        issued_on=dt.date(2026, 11, 2),
        issuer_as_printed=f"TRƯỜNG {_NAME}".upper(),
        parent_body_as_printed=f"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO {_NAME}".upper(),
        abstract=_TITLE * 2,
        signer=name_of(6),
        text="\n".join(parts),
        **PUBLIC,
    )
    return plan.url


def _law() -> str:
    """A law of 200 articles in five chapters."""
    lines: list[str] = []
    for number in range(1, ARTICLES + 1):
        if number % 40 == 1:
            lines += [f"Chương {CHAPTERS[number // 40]}", _TITLE.upper()]
        lines.append(f"Điều {number}. {_TITLE}")
        lines += [f"{clause}. {_TITLE} theo Điều {number % 9 + 1}." for clause in (1, 2)]
        lines.append(f"a) {UNBROKEN}")
    law = make_regulation(
        title_of("Luật"),
        document_type="law",
        number="123456789/2026/QH16",
        issued_on=dt.date(2026, 11, 3),
        effective_on=dt.date(2026, 11, 3),
        issuer_as_printed="QUỐC HỘI",
        abstract=_TITLE,
        text="\n".join(lines),
        **PUBLIC,
    )
    return law.url
