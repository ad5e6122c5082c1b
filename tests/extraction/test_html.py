"""Web pages, pages named .doc, web archives."""

from __future__ import annotations

import pytest

from extraction import NoteCode
from extraction.errors import DamagedFileError
from extraction.formats import html


def read(tmp_path, page, format="html"):
    path = tmp_path / "trang.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return html.read(path, format)


def test_blocks_are_lines_and_scripts_are_silent(tmp_path):
    page = (
        "<html><head><title>x</title><style>p{color:red}</style></head><body><script>alert(1)</script>"
        "<h1>QUYẾT ĐỊNH</h1><div>Về <b>việc</b>\n khen<br>thưởng</div><p>&nbsp;</p>"
        "<p>M&#7909;c 1</p><!-- ẩn --><p style='display:none'>ẩn</p></body></html>"
    )
    extracted = read(tmp_path, page)
    assert extracted.text == "QUYẾT ĐỊNH\nVề việc khen\nthưởng\n\nMục 1"
    assert (extracted.format, extracted.encoding) == ("html", "utf-8")


def test_numbers_that_a_browser_generates_are_written_out(tmp_path):
    page = "<ol start=3><li>ba</li><li><p>bốn</p></li></ol><ol type=a><li>x</ol><ul><li>gạch</ul>"
    assert read(tmp_path, page).text == "3. ba\n4. bốn\na. x\n- gạch"


def test_tables_and_heads(tmp_path):
    page = (
        "<table><tr><td>BỘ TÀI CHÍNH<br>Số: 5/QĐ<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>"
        "<table border=1><tr><th colspan=2>Tổ<th>Số<tr><td rowspan=2>1<td>a<td>2"
        "<tr><td>b<td>3</table>"
    )
    extracted = read(tmp_path, page)
    assert extracted.text.startswith("BỘ TÀI CHÍNH\nSố: 5/QĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert [table.rows for table in extracted.tables] == [
        (("Tổ", "", "Số"), ("1", "a", "2"), ("", "b", "3"))
    ]


def test_old_fonts_by_tag_style_and_class(tmp_path):
    page = (
        "<style><!-- p.Ten {font-family:'.VnTimeH', serif} --></style>"
        "<p class=Ten>quyÕt ®Þnh</p><p><font face='VNI-Times'>khen thöôûng</font></p>"
        "<p style='font-family: \".VnTime\"'>S¸ng kiÕn cña tØnh</p><p>và tài</p>"
    )
    for data in (page.encode("utf-8"), page.replace("và tài", "").encode("cp1252")):
        text = read(tmp_path, data).text
        assert text.startswith("QUYẾT ĐỊNH\nkhen thưởng\nSáng kiến của tỉnh")
    assert read(tmp_path, page).text.endswith("\nvà tài")


def test_a_stated_encoding_helps_where_words_do_not(tmp_path):
    page = "<meta charset=gb2312><p>河內</p>".encode("gb2312", "ignore") + b"<p>abc</p>"
    extracted = read(tmp_path, page)
    assert extracted.text.endswith("abc")


def test_a_web_archive(tmp_path):
    archive = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<p>S=E1=BB=91: 5/Q=C4=90-=\nUBND</p>\n--b\nContent-Type: image/png\n\nx\n--b--\n"
    )
    assert read(tmp_path, archive, "mhtml").text == "Số: 5/QĐ-UBND"
    with pytest.raises(DamagedFileError):
        read(tmp_path, b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "mhtml")


def test_a_page_of_pictures_says_so(tmp_path):
    extracted = read(tmp_path, "<body><img src=a.png><img src=b.png></body>")
    assert [note.code for note in extracted.notes] == [NoteCode.ONLY_PICTURES]


def test_deep_and_broken_pages_end(tmp_path):
    assert read(tmp_path, "<div>" * 5000 + "x" + "</div>" * 5000 + "<p>y").format == "html"
    assert read(tmp_path, "<p>một<table><tr><td>hai").text.split() == ["một", "hai"]
    assert read(tmp_path, "<?xml version='1.0' encoding='utf-8'?><html><p>ba</p>").text == "ba"


def test_words_in_forms_and_between_cells_are_not_lost(tmp_path):
    row = "<tr><form><td>Tên<td>Điểm</form></tr>"
    table = f"<table border=1>rời<form>{row}<tr><td>An<td>9</tr></form></table>"
    assert read(tmp_path, table).text == "rời\n\nTên\tĐiểm\nAn\t9"


def test_tags_that_nobody_closed_lose_no_word(tmp_path):
    assert read(tmp_path, "<p>" + "<font>x " * 240 + "đáy").text.endswith("x đáy")


def test_hidden_and_deleted_words_are_told(tmp_path):
    page = "<p>Giá <del>5</del> <ins>6</ins></p><p style='display:none'>ẩn</p>"
    codes = {note.code for note in read(tmp_path, page).notes}
    assert codes == {NoteCode.TRACKED_CHANGES, NoteCode.HIDDEN_TEXT}
