"""Small documents in the layout of Decree 30/2020, made by the tests themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from campaigns.models import PlanIndexPage
from regulations.intake import receive
from regulations.models import IntakeFile
from tests.builders import make_index

PLAN = "campaigns.PlanPage"
TEXT = """ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG
TRƯỜNG MẦM NON HOA SEN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

Hà Đông, ngày {date}

KẾ HOẠCH
{abstract}

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Trường Mầm non Hoa Sen xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
1. Thực hiện tốt các phong trào thi đua.
2. Động viên cán bộ, giáo viên, nhân viên.
II. TỔ CHỨC THỰC HIỆN
Các tổ chuyên môn thực hiện kế hoạch này./.

Nơi nhận:
- UBND phường (để b/c);
- Các tổ (để t/h);
- Lưu: VT.

HIỆU TRƯỞNG

Nguyễn Thị Mẫu
"""


def plan_text(
    number: str = "12/KH-MNHS",
    date: str = "24 tháng 9 năm 2025",
    abstract: str = "Công tác thi đua, khen thưởng năm học 2025-2026",
) -> str:
    """A whole plan of an invented school."""
    return TEXT.format(number=number, date=date, abstract=abstract)


def plan_file(folder: Path, name: str = "ke-hoach.txt", **parts: str) -> Path:
    """The plan as a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(plan_text(**parts), encoding="utf-8")
    return path


def plans() -> Any:
    """The list page below which plans stand."""
    return make_index(PlanIndexPage)


def bring(path: Path, **more: Any) -> IntakeFile:
    """Receive the file for the list of plans."""
    return receive(path, path.name, parent=plans(), page_type=PLAN, **more)


def sheet_file(path: Path, *rows: list[Any]) -> Path:
    """An XLSX file with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
