"""Documents that hang together: cited, wanted, with a basis that has ended."""

from __future__ import annotations

import datetime as dt

from accounts.audience import Audience
from regulations.models import WantedDocument
from tests.builders import make_plan, make_regulation

PUBLIC = {"audience": Audience.PUBLIC}
DAY = dt.date(2026, 1, 5)


def tied() -> dict[str, str]:
    """Make them; returns the addresses by name."""
    decree = make_regulation(
        "Nghị định được dẫn",
        document_type="decree",
        number="7777/2023/NĐ-CP",
        issued_on=dt.date(2023, 12, 31),
        expires_on=dt.date(2026, 2, 1),
        issuer_as_printed="CHÍNH PHỦ",
        text="Điều 1. Phạm vi\n1. Một.\n2. Hai.",
        **PUBLIC,
    )
    base = "Căn cứ khoản 1 Điều 1 Nghị định số 7777/2023/NĐ-CP;\n"
    base += "Căn cứ Nghị định số 7778/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;\n"
    department = "Sở Giáo dục và Đào tạo Hà Nội"
    above = make_plan(
        "Kế hoạch của Sở",
        number="45/KH-SGDĐT",
        issued_on=DAY,
        issuer_as_printed=department,
        text=base,
        **PUBLIC,
    )
    for number in range(22):
        make_plan(
            f"Kế hoạch trường số {number}",
            number=f"{number + 1}/KH-TRUONG",
            issued_on=DAY,
            issuer_as_printed=f"Trường Tiểu học số {number}",
            text=f"{base}Thực hiện Kế hoạch số 45/KH-SGDĐT ngày 05/01/2026 của {department};\n",
            **PUBLIC,
        )
    wanted = WantedDocument.objects.get(number="7778/2023/NĐ-CP")
    return {
        "cited by": f"/duoc-dan/{decree.pk}/",
        "cited provision": f"/duoc-dan/{decree.pk}/?dieu=dieu-1-khoan-1",
        "cited document": decree.url,
        "map of bases": f"/so-do/{above.pk}/",
        "wanted by": f"/van-ban-can-bo-sung/{wanted.pk}/",
    }
