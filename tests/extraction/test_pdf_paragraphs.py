"""Reading a PDF file: lines become paragraphs, over pages too; what is furniture goes."""

from __future__ import annotations

from extraction.formats import pdf
from tests.extraction.pdf_files import Leaf, write_pdf

FULL = "Các đơn vị trực thuộc có trách nhiệm tổ chức thực hiện Kế hoạch này trong năm"
NEXT = "học và báo cáo kết quả về Phòng Giáo dục và Đào tạo trước ngày 30 tháng 6 năm"


def text_of(path, *leaves):
    return pdf.read(write_pdf(path / "a.pdf", *leaves), "pdf").text


def test_a_full_line_goes_on_in_the_next(tmp_path):
    assert text_of(tmp_path, Leaf().lines(FULL, "2026.", NEXT)) == f"{FULL} 2026.\n{NEXT}"


def test_an_indent_begins_a_paragraph(tmp_path):
    leaf = Leaf().lines(FULL, NEXT).text("Nhà trường phân công như sau:", 120, 132)
    assert text_of(tmp_path, leaf).endswith("năm\nNhà trường phân công như sau:")


def test_the_text_of_a_bullet_hangs(tmp_path):
    leaf = Leaf().text(f"- {FULL[:73]}", 85, 100).text("giáo viên;", 97, 116)
    assert text_of(tmp_path, leaf.lines(FULL, y=132)).startswith(f"- {FULL[:73]} giáo viên;\n")


def test_a_paragraph_goes_on_over_a_page_and_the_page_number_goes(tmp_path):
    first = Leaf().lines(FULL, y=700)
    second = Leaf().centred("2", 40).lines(NEXT, "2026.", y=80)
    extracted = pdf.read(write_pdf(tmp_path / "a.pdf", first, second), "pdf")
    assert extracted.text == f"{FULL} {NEXT} 2026."
    assert extracted.page_starts == (0, len(FULL) + 1)


def test_a_running_header_goes_and_is_not_forgotten(tmp_path):
    leaves = [
        Leaf().centred("CÔNG BÁO/Số 12/Ngày 05-3-2026", 40).lines(f"Trang {place} nói.", y=140)
        for place in range(4)
    ]
    assert text_of(tmp_path, *leaves).splitlines() == [f"Trang {place} nói." for place in range(4)]


def test_a_number_broken_at_its_hyphen_is_joined(tmp_path):
    start = "Thực hiện Quyết định số 1234/QĐ-BGDĐT ngày 05 tháng 3 của Bộ số 55/QĐ-"
    text = text_of(tmp_path, Leaf().lines(start, "UBND", x=100))
    assert text == f"{start}UBND"


def test_footnotes_come_at_the_end(tmp_path):
    leaf = Leaf().text("Theo quy định hiện hành", 85, 100).text("1", 85 + 23 * 6, 95, 7)
    leaf.text("thì phải báo cáo.", 85 + 25 * 6, 100).lines(FULL, FULL, FULL, FULL, y=200)
    leaf.text("1", 85, 746, 6).text("Điều 5 Nghị định số 30/2020/NĐ-CP.", 92, 750, 10)
    text = text_of(tmp_path, leaf)
    assert "hiện hành[1] thì phải" in text
    assert text.endswith("\n\n[1] Điều 5 Nghị định số 30/2020/NĐ-CP.")
