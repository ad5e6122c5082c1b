"""What the gallery shows: each component with its states, in the order of the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from campaigns.models.campaign import Status
from honors.drawings import Drawing, drawn_for
from portal.gallery import samples
from regulations.effect import Effect, EffectStatus


@dataclass(frozen=True, slots=True)
class Specimen:
    """A component in one state. `frame` names what must stand around it (see `specimen.html`)."""

    component: str
    state: Any
    context: dict[str, Any] = field(default_factory=dict)
    frame: str = ""

    @property
    def template(self) -> str:
        """The real partial."""
        return f"components/{self.component}.html"


@dataclass(frozen=True, slots=True)
class Group:
    """Some specimens under a heading."""

    slug: str
    title: Any
    specimens: list[Specimen]


def groups() -> list[Group]:
    """Everything the gallery shows, made anew for each answer (a form is used up by rendering)."""
    return [
        Group("tim-duong", _("Finding the way"), _ways()),
        Group("the", _("Cards"), _cards()),
        Group("trang-thai", _("States and periods"), _states()),
        Group("van-ban", _("Official documents"), _documents()),
        Group("bieu-mau", _("Forms and messages"), _forms()),
        Group("noi-dung-bai", _("Pieces of a text"), _pieces()),
        Group("ben-bai", _("Beside a story"), _beside()),
    ]


def _ways() -> list[Specimen]:
    """Landmarks stand here once each, in their fullest state: a page has one of a name."""
    path = [("Trang chủ", samples.HERE), ("Tin tức", samples.HERE)]
    visitor = {"user": AnonymousUser(), "perms": {}}
    section = {"id": "mau-muc", "title": "Tin tức – Sự kiện"}
    month = samples.MONTHS[1]
    near = [samples.story(), samples.story(samples.LONG)]
    for page in near:
        page.more["page_type_display_name"] = "Tin bài"
    return [
        Specimen("account_links", _("visitor"), visitor, "list"),
        Specimen("breadcrumb", _("long title"), {"breadcrumbs": path, "current": samples.LONG}),
        Specimen("section_head", _("without a link"), section),
        Specimen(
            "section_head",
            _("with a link"),
            {**section, "id": "mau-muc-2", "url": samples.HERE, "more": "Xem tất cả tin"},
        ),
        Specimen("search_form", _("empty"), {"field_id": "mau-tim"}),
        Specimen("search_form", _("filled in"), {"field_id": "mau-tim-2", "value": "Điều 24"}),
        Specimen("pagination", _("in the middle"), {"page_obj": samples.page_of_list(9)}),
        Specimen("year_field", _("one chosen"), {"years": [2026, 2025, 2024], "chosen": 2025}),
        Specimen("contact_list", _("usual"), frame="list"),
        Specimen("text_size", _("usual"), frame="list"),
        Specimen("month_field", _("one chosen"), {"months": samples.MONTHS, "chosen": month}),
        Specimen("filter_chips", _("usual"), {"chips": samples.chips()}),
        Specimen("nearby", _("one with a long title"), {"pages": near}),
    ]


def _cards() -> list[Specimen]:
    stories = {
        _("usual"): samples.story(),
        _("without a picture"): samples.story(cover=None),
        _("long title"): samples.story(samples.LONG),
        _("sample"): samples.story(is_sample=True),
    }
    honorees = {
        _("usual"): samples.honoree(),
        _("high award"): samples.honoree(award_level="state", award_name="Huân chương Lao động"),
        _("without a picture"): samples.honoree("Tổ Mẫu giáo lớn", photo=None),
        _("long name"): samples.honoree(samples.LONG_NAME, photo=None),
        _("nothing but a name"): samples.honoree(award_name=None, position=""),
        _("sample"): samples.honoree(is_sample=True),
    }
    campaigns = {
        _("running"): samples.campaign(Status.RUNNING),
        _("not started, long title"): samples.campaign(Status.UPCOMING, samples.LONG),
        _("without period or summary"): samples.campaign(
            Status.UNDATED, starts_on=None, ends_on=None, summary=""
        ),
    }
    return [
        *(Specimen("news_card", s, {"story": one}, "cards") for s, one in stories.items()),
        Specimen("news_card", _("short"), {"story": samples.story(), "short": True}, "cards"),
        *(Specimen("honoree_card", s, {"honoree": one}, "wall") for s, one in honorees.items()),
        *(Specimen("campaign_card", s, {"campaign": one}, "cards") for s, one in campaigns.items()),
        Specimen("related_stories", _("one alone"), {"related": [samples.story()]}, "wide"),
        Specimen("portrait", _("large"), {"honoree": samples.honoree(), "large": True}, "arch"),
        Specimen(
            "portrait",
            _("initials"),
            {"honoree": samples.honoree(photo=None, drawn=None)},
            "initials",
        ),
        *(
            Specimen("drawn", drawing.label, {"drawn": drawn_for(drawing, drawing)}, "drawn")
            for drawing in Drawing
            if drawing != Drawing.INITIALS
        ),
    ]


def _states() -> list[Specimen]:
    because = SimpleNamespace(kind="amends")
    milestone = SimpleNamespace(day=dt.date(2026, 12, 5), title="Hạn nộp bài Cuộc thi viết")
    milestone.campaign = samples.campaign(Status.RUNNING)
    return [
        *(
            Specimen("status", status.value, {"effect": Effect(status, because=because)})
            for status in EffectStatus
        ),
        *(
            Specimen("campaign_status", status.value, {"campaign": samples.campaign(status)})
            for status in Status
        ),
        Specimen("period", _("running"), {"campaign": samples.campaign(Status.RUNNING)}),
        Specimen(
            "period",
            _("without an end"),
            {"campaign": samples.campaign(Status.ENDED, ends_on=None)},
        ),
        Specimen("calendar_item", _("usual"), {"milestone": milestone}, "calendar"),
        Specimen("sample_badge", _("usual"), {"page": samples.story(is_sample=True)}),
    ]


def _documents() -> list[Specimen]:
    rows = [
        samples.document(
            "Về việc khen thưởng cá nhân, tập thể", effect=Effect(EffectStatus.IN_FORCE)
        ),
        samples.document(samples.LONG, effect=Effect(EffectStatus.EXPIRED)),
        samples.document("Chưa có số, chưa có ngày", number="", issued_on=None, original=None),
    ]
    usual = {"documents": rows, "caption": "Văn bản mới", "with_files": True}
    alike = samples.document(samples.LONG, record=SimpleNamespace(number="12/KH-MNYH"))
    similar = {
        "similar": [SimpleNamespace(page=alike, percent=62)],
        "document": SimpleNamespace(pk=0),
    }
    return [
        Specimen("doc_table", _("effect and files"), usual, "wide"),
        Specimen(
            "doc_table",
            _("counted"),
            {"documents": rows[:1], "caption": "Quyết định", "counted": True},
            "wide",
        ),
        Specimen("similar_documents", _("long title"), similar),
        Specimen("document_block", _("usual"), {"value": samples.file()}),
        Specimen("page_block", _("long title"), {"value": samples.story(samples.LONG)}),
    ]


def _forms() -> list[Specimen]:
    form = samples.filled_form()
    names = {
        "plain": _("with help"),
        "shut": _("disabled"),
        "chosen": _("one chosen"),
        "wrong": _("error"),
    }
    nothing = {
        "title": "Chưa có tin nào trong chuyên mục này.",
        "text": "Tin mới sẽ hiện ở đây ngay khi được duyệt.",
    }
    return [
        *(Specimen("field", state, {"field": form[name]}) for name, state in names.items()),
        Specimen("form_errors", _("error"), {"form": form}),
        Specimen("messages", _("usual"), {"messages": ["Đã lưu và gửi duyệt."]}, "wide"),
        Specimen("empty", _("usual"), nothing),
    ]


def _pieces() -> list[Specimen]:
    figure = {"image": samples.LANDSCAPE, "caption": "Sân trường sáng thứ Hai, tháng 11/2026."}
    quote = {"text": "Trẻ cần tôi ngồi xuống, nghe hết câu.", "attribution": "Cô Vũ Minh An"}
    headings = ("Tổ", "Đã nộp", "Có minh chứng")
    table = {
        "caption": "Kết quả theo tổ",
        "columns": [{"heading": heading} for heading in headings],
        "rows": [("Mẫu giáo lớn", "6", "5"), ("Mẫu giáo nhỡ", "7", "6")],
    }
    numbers = samples.figures_in_words(
        ("14", "năm công tác"), ("3", "sáng kiến cấp cơ sở"), ("2", "lần là Chiến sĩ thi đua cơ sở")
    )
    teams = samples.team_results(
        ("Mẫu giáo lớn", 7, 6, 5), (samples.LONG_NAME, 12, 14, 12), ("Nuôi dưỡng", 3, 0, None)
    )
    return [
        Specimen("stats", _("usual"), {"figures": numbers}, "wide"),
        Specimen("stats", _("one alone"), {"figures": numbers[:1]}, "wide"),
        Specimen("team_results", _("more than expected, none"), {"results": teams}, "wide"),
        Specimen("figure_block", _("usual"), {"value": figure}, "prose"),
        Specimen("quote_block", _("usual"), {"value": quote}, "prose"),
        Specimen("quote_block", _("without a name"), {"value": {"text": samples.LONG}}, "prose"),
        Specimen("table_block", _("usual"), {"value": table}, "prose"),
    ]


def _beside() -> list[Specimen]:
    shared = {"address": samples.ADDRESS, "public": True, "card": samples.SHARE_CARD}
    told = [
        samples.recognised(samples.honoree(), awards=2),
        samples.recognised(samples.honoree(samples.LONG_NAME, photo=None), awards=1, more=4),
        samples.recognised(samples.honoree("Tổ Mẫu giáo lớn", photo=None), awards=0),
    ]
    return [
        Specimen("recognised", _("usual, long name, without an award"), {"recognised": told}),
        Specimen("share", _("usual"), shared),
        Specimen("reading_minutes", _("usual"), {"minutes": 5}),
        Specimen("read_aloud", _("where there is a voice"), {"target": ".tk-prose"}),
    ]
