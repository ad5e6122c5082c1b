"""A plan that was published before, and a draft that repeats it."""

from __future__ import annotations

from accounts.models import User
from tests.builders import make_plan
from tests.search.similar.papers import edited, text

AIM, WORK = text("mục đích", 300), text("nội dung", 300)
PLAN = f"Điều 1. Mục đích, yêu cầu\n{AIM}\nĐiều 2. Nội dung\n{WORK}"


def alike() -> dict[str, str]:
    """Make the states; returns their addresses by name."""
    last, this = (
        make_plan(f"Kế hoạch kiểm tra năm {year}", number=f"{year}/KH-GIONG", text=words)
        for year, words in ((2024, PLAN), (2025, edited(PLAN, 0.2)))
    )
    owner = User.objects.get(username="bien-tap")
    draft = make_plan("Kế hoạch năm sau", text=edited(PLAN, 0.05), live=False, owner=owner)
    return {
        "alike": f"/noi-bo/kiem-tra-trung/?trang={this.pk}",
        "document with one alike": last.url,
        "draft like a document": f"/quan-tri/pages/{draft.pk}/edit/",
    }
