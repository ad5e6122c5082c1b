"""Plain stand-ins for pages and pictures: what a component prints, and nothing of the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from campaigns.models.campaign import Status
from honors.drawings import drawn_for
from news.narrowing import Chip
from news.recognised import Recognised
from pages.share_picture import SharePicture

LONG = (
    "Nhà trường cùng chung tay phát triển, thầy cô cùng chia sẻ trách nhiệm: kết quả hai mươi "
    "tám tháng giúp đỡ các điểm trường lẻ vùng khó khăn, từ năm học 2024 – 2025 đến hết học kỳ I "
    "năm học 2026"
)
LONG_NAME = "Nguyễn Phước Tôn Nữ Hoàng Thị Thiên Trang – Quỳnh Như Nguyệt"
SHORT = "Khu vườn biết kể chuyện"
DAY = dt.date(2026, 11, 20)
HERE = "#noi-dung"
MONTHS = [dt.date(2026, 11, 1), dt.date(2026, 10, 1), dt.date(2025, 12, 1)]
ADDRESS = "https://cong.example/tin-tuc/khu-vuon-biet-ke-chuyen/"
SHARE_CARD = SharePicture(HERE, 1200, 630, SHORT)


@dataclass(frozen=True, slots=True)
class DrawnSize:
    """A drawing in place of a picture's size."""

    url: str
    width: int
    height: int
    alt: str

    @property
    def attrs_dict(self) -> dict[str, Any]:
        """What its `img` element says, as of Wagtail's renditions."""
        return {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt}

    def img_tag(self, extra_attributes: dict[str, Any] | None = None) -> SafeString:
        """The `img` element, as Wagtail's renditions write it."""
        return format_html("<img{}>", flatatt(self.attrs_dict | (extra_attributes or {})))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of the gallery where a component asks for a picture."""

    name: str
    width: int
    height: int
    alt: str = ""
    credit: str = ""

    def get_rendition(self, spec: Any) -> DrawnSize:
        """The drawing, whatever size is asked for."""
        return DrawnSize(static(f"img/gallery/{self.name}.svg"), self.width, self.height, self.alt)

    def get_renditions(self, *specs: Any) -> dict[str, DrawnSize]:
        """Two sizes, so that `srcset` and `sizes` are written as for a picture."""
        whole = self.get_rendition(specs[0])
        half = replace(whole, width=whole.width // 2, height=whole.height // 2)
        return {"half": half, "whole": whole}


PORTRAIT = Drawing("portrait", 480, 600, "Chân dung vẽ: một cô giáo mặc áo dài đỏ")
LANDSCAPE = Drawing("landscape", 760, 428, "Tranh vẽ: sân trường có cây và cờ", "Tranh của dự án")


@dataclass(slots=True)
class Plain:
    """Any page: what cards, lists and tables print of one. `more` holds what only some have."""

    title: str = SHORT
    url: str = HERE
    is_sample: bool = False
    more: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.more[name]
        except KeyError as error:
            raise AttributeError(name) from error

    def is_visible_to(self, user: Any) -> bool:
        """Everybody sees the gallery's pages."""
        return True


def said(words: str) -> Callable[[], str]:
    """A method like Django's `get_..._display`."""
    return lambda: words


def story(title: str = SHORT, **more: Any) -> Plain:
    """A news story, with a picture unless `cover=None`."""
    facts = {
        "cover": LANDSCAPE,
        "lead": "Mỗi luống rau là một trang truyện, mỗi tuần trẻ tự kể tiếp một đoạn.",
        "get_category_display": said("Gương điển hình"),
        "published_on": DAY,
    }
    return Plain(title, is_sample=more.pop("is_sample", False), more=facts | more)


def honoree(title: str = "Vũ Minh An", **more: Any) -> Plain:
    """A profile with its highest award, and a portrait unless `photo=None`: then a drawing."""
    facts = {
        "photo": PORTRAIT,
        "drawn": drawn_for(title),
        "position": "Giáo viên lớp Mẫu giáo lớn A2",
        "award_name": "Chiến sĩ thi đua cơ sở",
        "award_level": "base",
        "kind": "person",
        "get_kind_display": said("Cá nhân"),
    }
    return Plain(title, is_sample=more.pop("is_sample", False), more=facts | more)


def recognised(who: Any, *, awards: int, more: int = 0) -> Recognised:
    """An honoree of a story with this many awards, each by its decision."""
    decision = document("Về việc khen thưởng cá nhân, tập thể")
    given = SimpleNamespace(
        decision=decision,
        award_type=SimpleNamespace(name="Chiến sĩ thi đua cơ sở"),
        period="Năm học 2025 – 2026",
    )
    return Recognised(who, [given] * awards, more)


def chips() -> list[Chip]:
    """What narrows a list, the last by a long title."""
    return [Chip("Tháng", "11/2026", HERE), Chip("Phong trào, cuộc vận động", LONG, HERE)]


def campaign(status: Status, title: str = "Đổi mới, sáng tạo trong dạy và học", **more: Any) -> Any:
    """A campaign in this state."""
    facts = {
        "status": status,
        "summary": "Mỗi tổ chọn một việc khó và làm khác đi; kết quả đo trước và sau.",
        "starts_on": dt.date(2026, 9, 5),
        "ends_on": dt.date(2027, 5, 20),
        "progress": 62,
        "get_kind_display": said("Phong trào thi đua"),
    }
    return Plain(title, more=facts | more)


def document(title: str, **more: Any) -> Plain:
    """An official document as a row of a table."""
    facts = {
        "number": "87/QĐ-MNYH",
        "issued_on": DAY,
        "issuer_as_printed": "TRƯỜNG MẦM NON YÊN HOÀ",
        "effect": None,
        "original": file(),
        "award_count": 18,
    }
    return Plain(title, more=facts | more)


def file(title: str = "Thể lệ cuộc thi") -> SimpleNamespace:
    """A file to download; 412 KiB."""
    return SimpleNamespace(title=title, url=HERE, file_extension="pdf", file_size=412 * 2**10)


def figures_in_words(*pairs: tuple[str, str]) -> list[SimpleNamespace]:
    """Blocks of numbers and what they count."""
    return [SimpleNamespace(value={"number": number, "words": words}) for number, words in pairs]


def team_results(*rows: tuple[str, int, int, int | None]) -> list[SimpleNamespace]:
    """Blocks of teams: what is expected, done and proven."""
    return [
        SimpleNamespace(
            value={
                "team": team,
                "expected": expected,
                "done": done,
                "proven": proven,
                "reached": min(done, expected),
            }
        )
        for team, expected, done, proven in rows
    ]


def page_of_list(number: int) -> Any:
    """A page of a list of 200 rows, with its elided numbers."""
    page = Paginator(range(200), 12).get_page(number)
    page.page_range = page.paginator.get_elided_page_range(page.number)
    return page


class SampleForm(forms.Form):
    """A field in each of its states."""

    plain = forms.CharField(
        label="Số, ký hiệu", help_text="Ghi đúng như trên văn bản, ví dụ 12/KH-MNYH."
    )
    shut = forms.CharField(label="Mã hồ sơ", disabled=True, initial="HS-0012", required=False)
    chosen = forms.ChoiceField(
        label="Loại văn bản", choices=[("", "Tất cả"), ("kh", "Kế hoạch")], initial="kh"
    )
    wrong = forms.DateField(label="Ngày ban hành")

    def clean(self) -> None:
        """Raises ValidationError: the sample of one that belongs to no field."""
        raise ValidationError("Ngày có hiệu lực sớm hơn ngày ban hành. Hãy kiểm tra cả hai ngày.")


def filled_form() -> SampleForm:
    """The form as sent with a day that there is not."""
    return SampleForm(
        {"mau-plain": "12/KH-MNYH", "mau-chosen": "kh", "mau-wrong": "31/02/2026"}, prefix="mau"
    )
