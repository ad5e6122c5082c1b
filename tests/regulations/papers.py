"""Official documents with everything that leaves the portal."""

from __future__ import annotations

import datetime as dt
from typing import Any

from accounts.audience import Audience
from regulations.models import Recipient
from tests.builders import make_plan, make_regulation

PLAN_TEXT = """Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;
Trường Mầm non Hoa Sen ban hành kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Phát huy tinh thần thi đua trong toàn trường.
2. Yêu cầu
a) Tổ chức thiết thực, tiết kiệm;
b) Theo khoản 2 Điều 5 Nghị định số 152/2025/NĐ-CP.
II. TỔ CHỨC THỰC HIỆN
1. Ban giám hiệu chỉ đạo chung.
2. Các tổ chuyên môn thực hiện.
Trên đây là Kế hoạch thi đua năm 2026, đề nghị các bộ phận thực hiện./."""

ANNEX_TEXT = """
PHỤ LỤC I
CHỈ TIÊU THI ĐUA
(Kèm theo Kế hoạch số 12/KH-MNHS)
1. Tập thể lao động tiên tiến: 5 tổ.
PHỤ LỤC II
LỊCH HỘI GIẢNG
1. Tháng 3: hội giảng mùa xuân."""

DECREE_TEXT = """Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Chính phủ ban hành Nghị định quy định chi tiết một số điều.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định chi tiết Luật Thi đua, khen thưởng số 06/2022/QH15.
Điều 2. Nguyên tắc
1. Công bằng, công khai:
a) Xét từ cơ sở;
b) Xét theo thành tích.
2. Khen đúng người, theo điểm a khoản 1 Điều này.
Chương II
DANH HIỆU
Mục 1. CÁ NHÂN
Điều 3. Lao động tiên tiến
Danh hiệu xét hằng năm."""


def table(*rows: tuple[str, ...], caption: str = "") -> tuple[str, dict[str, Any]]:
    """A table block whose first row is the heading."""
    heading, *others = rows
    columns = [{"type": "text", "heading": name} for name in heading]
    value = {"columns": columns, "rows": [{"values": list(row)} for row in others]}
    return "table", {**value, "caption": caption}


def publish_with(page: Any, *blocks: tuple[str, Any]) -> Any:
    """`page` with this body, published again."""
    stream = page.body.stream_block
    page.body = stream.to_python([{"type": kind, "value": value} for kind, value in blocks])
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_full_plan(text: str = PLAN_TEXT, **fields: Any) -> Any:
    """A public plan with head, abstract, recipients and signature; `text` is its body."""
    fields = {
        "number": "12/KH-MNHS",
        "issued_on": dt.date(2026, 1, 5),
        "issue_place": "Hà Đông",
        "issuer_as_printed": "TRƯỜNG MẦM NON HOA SEN",
        "parent_body_as_printed": "ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG",
        "abstract": "Công tác thi đua, khen thưởng năm 2026",
        "signer": "Nguyễn Thị Mẫu",
        "signer_office": "HIỆU TRƯỞNG",
        "audience": Audience.PUBLIC,
        **fields,
    }
    live = fields.pop("live", True)
    page = make_plan("Kế hoạch thi đua năm 2026", text=text, live=False, **fields)
    page.recipients = [
        Recipient(name="UBND phường", purpose="để b/c"),
        Recipient(name="VT", purpose="Lưu"),
    ]
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    return page


def make_full_decree(text: str = DECREE_TEXT, **fields: Any) -> Any:
    """A public decree in articles."""
    fields = {
        "document_type": "decree",
        "number": "98/2023/NĐ-CP",
        "issued_on": dt.date(2023, 12, 31),
        "effective_on": dt.date(2024, 1, 1),
        "issue_place": "Hà Nội",
        "issuer_as_printed": "CHÍNH PHỦ",
        "abstract": "Quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        "signer": "Trần Văn Mẫu",
        "signer_office": "THỦ TƯỚNG",
        "signer_capacity": "TM.",
        "audience": Audience.PUBLIC,
        **fields,
    }
    return make_regulation("Nghị định quy định chi tiết", text=text, **fields)
