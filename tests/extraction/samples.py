"""Documents that the project ships, and small ones built line by line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extraction import read_document

DOCUMENTS = Path(__file__).parents[2] / "portal" / "demo" / "documents"
PLAN = DOCUMENTS / "plan-yen-hoa-2025.txt"
LAW = DOCUMENTS / "statutes" / "06_2022_QH15.txt"
DECREE = DOCUMENTS / "statutes" / "30_2020_ND-CP.txt"
CIRCULAR = DOCUMENTS / "statutes" / "03_2018_TT-BNG.txt"


@cache
def read(path):
    """The draft of a shipped document, read once."""
    return read_document(path)


def document(
    *body,
    issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG YÊN NGHĨA"),
    number="Số: 12/KH-UBND",
    place="Hà Đông, ngày 05 tháng 3 năm 2026",
    title=("KẾ HOẠCH", "Tổ chức phong trào thi đua năm 2026"),
    foot=("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "", "CHỦ TỊCH", "", "Lê Thị Mẫu"),
):
    """The text of a document laid out by Decree 30/2020/NĐ-CP."""
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    head = [*issuer, "-------", *motto, "-------", number, place, "", *title, ""]
    return "\n".join([*head, *body, "", *foot])
