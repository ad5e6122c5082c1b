"""The texts that the staff queries are asked of, published: the sample site's statutes and plan.

Twenty statutes, the plan of the school, and annexes I, II and VI of Decree 30/2020/NĐ-CP (the
other three are forms and tables, which no heading parts). Texts of law are free.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from campaigns.models import PlanIndexPage
from portal.demo.documents import add_plan, add_statutes
from regulations.intake import draft_from_file
from regulations.models import DocumentType, RegulationIndexPage, RegulationPage
from tests.builders import make_index, make_organization

SETS = Path(__file__).parent
ANNEXES = {
    "phu-luc-i-nghi-dinh-30": "Phụ lục I Nghị định 30: Thể thức, kỹ thuật trình bày văn bản",
    "phu-luc-ii-nghi-dinh-30": "Phụ lục II Nghị định 30: Viết hoa trong văn bản hành chính",
    "phu-luc-vi-nghi-dinh-30": "Phụ lục VI Nghị định 30: Hệ thống quản lý tài liệu điện tử",
}
_NUMBERED = {
    "luat-thi-dua-khen-thuong-06-2022-qh15": "06/2022/QH15",
    "nghi-dinh-30-2020-nd-cp": "30/2020/NĐ-CP",
    "thong-tu-03-2018-tt-bng": "03/2018/TT-BNG",
}


def publish_library() -> dict[int, str]:
    """Publish everything for staff; gives what the table of queries calls each page, by its id."""
    index = make_index(RegulationIndexPage)
    add_statutes(index, _nothing)
    make_organization("Trường Mầm non Yên Hoà")
    plan = add_plan(make_index(PlanIndexPage), _nothing)
    for slug, title in ANNEXES.items():
        _publish_annex(index, slug, title)
    pages = [*RegulationPage.objects.child_of(index), plan]
    return {page.pk: _NUMBERED.get(page.slug, page.slug) for page in pages}


def _publish_annex(index: Any, slug: str, title: str) -> None:
    page = draft_from_file(SETS / f"{slug}.txt", index, RegulationPage)
    page.title, page.slug, page.number = title, slug, ""
    page.document_type = DocumentType.OTHER
    page.save_revision().publish()


def _nothing() -> None:
    """Progress that nobody watches."""
