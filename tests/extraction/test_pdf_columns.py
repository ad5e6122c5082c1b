"""Reading a PDF file: head and foot stand in two columns, the left one comes first."""

from __future__ import annotations

from extraction.formats import pdf
from tests.extraction.pdf_files import Leaf, write_pdf

BODY = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 của Quốc hội khóa"


def head(leaf):
    leaf.text("ỦY BAN NHÂN DÂN", 120, 60).text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 300, 60)
    leaf.text("PHƯỜNG YÊN NGHĨA", 117, 76).text("Độc lập - Tự do - Hạnh phúc", 330, 76)
    leaf.text("Số: 12/KH-UBND", 123, 104)
    leaf.text("Hà Đông, ngày 05 tháng 3 năm 2026", 312, 104)
    leaf.centred("KẾ HOẠCH", 140).centred("Tổ chức phong trào thi đua", 156)
    return leaf.lines(BODY, "XV;", y=190)


def test_the_left_column_of_the_head_comes_whole_then_the_right(tmp_path):
    text = pdf.read(write_pdf(tmp_path / "a.pdf", head(Leaf())), "pdf").text
    assert text.split("\n\n")[:2] == [
        "ỦY BAN NHÂN DÂN\nPHƯỜNG YÊN NGHĨA\nSố: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Đông, ngày 05 tháng 3 năm 2026",
    ]


def test_the_title_below_the_head_belongs_to_no_column(tmp_path):
    text = pdf.read(write_pdf(tmp_path / "a.pdf", head(Leaf())), "pdf").text
    assert "\n\nKẾ HOẠCH\nTổ chức phong trào thi đua\n\n" in text
    assert text.endswith(f"{BODY} XV;")


def test_recipients_come_before_the_signature(tmp_path):
    leaf = Leaf().lines(BODY, "XV;", y=100)
    leaf.text("Nơi nhận:", 85, 160).text("TM. ỦY BAN NHÂN DÂN", 370, 160)
    leaf.text("- Như trên;", 85, 173, 11).text("KT. CHỦ TỊCH", 390, 176)
    leaf.text("- Lưu: VT.", 85, 186, 11).text("PHÓ CHỦ TỊCH", 390, 192)
    leaf.text("Lê Thị Mẫu", 396, 260)
    text = pdf.read(write_pdf(tmp_path / "a.pdf", leaf), "pdf").text
    left, right = text.split("\n\n", 2)[1:]
    assert left == "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    offices = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu"]
    assert right.split("\n") == offices


def test_a_wide_space_in_a_sentence_makes_no_columns(tmp_path):
    leaf = Leaf().text("1.", 120, 100).text("Đối tượng", 150, 100).text("Trên là lời văn.", 85, 116)
    assert pdf.read(write_pdf(tmp_path / "a.pdf", leaf), "pdf").text == (
        "1. Đối tượng\nTrên là lời văn."
    )
