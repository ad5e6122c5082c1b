"""Word files: tables, columns, text boxes, headers, notes."""

from __future__ import annotations

from extraction import NoteCode
from tests.extraction.word_files import (
    BORDERS,
    cell,
    docx,
    notes,
    p,
    read,
    run,
    story,
    table,
)

ISSUER = ("BỘ TÀI CHÍNH", "Số: 5/QĐ-BTC")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
HEAD = (
    "BỘ TÀI CHÍNH\nSố: 5/QĐ-BTC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
)


def test_a_real_table_is_rows_of_cells(tmp_path):
    grid = table(["STT", "Họ tên"], ["1", cell("Lê Thị", "Mẫu")], properties=BORDERS)
    extracted = read(tmp_path, p("Danh sách"), grid, p("Hết"))
    assert extracted.text == "Danh sách\n\nSTT\tHọ tên\n1\tLê Thị Mẫu\n\nHết"
    assert extracted.tables[0].rows == (("STT", "Họ tên"), ("1", "Lê Thị Mẫu"))
    span = extracted.tables[0].span
    assert extracted.text[span.start : span.end] == "STT\tHọ tên\n1\tLê Thị Mẫu"


def test_merged_cells_keep_their_columns(tmp_path):
    wide = cell("Cả năm", properties='<w:gridSpan w:val="2"/>')
    below = cell(properties="<w:vMerge/>")
    top = cell("Tổ 1", properties='<w:vMerge w:val="restart"/>')
    grid = table(["Tổ", wide], [top, "4", "5"], [below, "6", "7"], properties=BORDERS)
    assert read(tmp_path, grid).tables[0].rows == (
        ("Tổ", "Cả năm", ""),
        ("Tổ 1", "4", "5"),
        ("", "6", "7"),
    )


def test_a_table_in_a_cell_is_part_of_that_cell(tmp_path):
    inner = table(["a", "b"], properties=BORDERS)
    grid = table(["1", cell(inner, p("c"))], ["2", "d"], properties=BORDERS)
    assert read(tmp_path, grid).tables[0].rows == (("1", "a b c"), ("2", "d"))


def test_a_head_in_a_table_is_read_column_by_column(tmp_path):
    in_one_row = table([cell(*ISSUER), cell(*MOTTO)])
    in_two_rows = table([ISSUER[0], MOTTO[0]], [ISSUER[1], MOTTO[1]], properties=BORDERS)
    for head in (in_one_row, in_two_rows):
        extracted = read(tmp_path, head, p("QUYẾT ĐỊNH"))
        assert extracted.text == f"{HEAD}\n\nQUYẾT ĐỊNH"
        assert extracted.tables == ()


def test_a_row_over_both_columns_ends_them(tmp_path):
    title = cell("QUYẾT ĐỊNH", properties='<w:gridSpan w:val="2"/>')
    text = read(tmp_path, table([ISSUER[0], MOTTO[0]], [title], ["trái", "phải"])).text
    assert text == f"{ISSUER[0]}\n\n{MOTTO[0]}\n\nQUYẾT ĐỊNH\n\ntrái\n\nphải"


def test_a_frame_of_one_column_is_only_paragraphs(tmp_path):
    framed = table([cell("Điều 1.", "Một")], ["Điều 2."], properties=BORDERS)
    extracted = read(tmp_path, framed)
    assert (extracted.text, extracted.tables) == ("Điều 1.\nMột\nĐiều 2.", ())


def test_a_head_typed_with_blanks_or_tabs_is_read_column_by_column(tmp_path):
    tabbed = [
        p(run(f"{left}")[:-6] + "<w:tab/><w:tab/></w:r>", right)
        for left, right in zip(ISSUER, MOTTO, strict=True)
    ]
    spaced = [p(f"{left}{' ' * 20}{right}") for left, right in zip(ISSUER, MOTTO, strict=True)]
    for head in (tabbed, spaced):
        assert read(tmp_path, *head, p("QUYẾT ĐỊNH")).text == f"{HEAD}\n\nQUYẾT ĐỊNH"


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path):
    box = f"<w:txbxContent>{p('Số: 5/QĐ')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old_box = f"<w:txbxContent>{p('cũ')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:textbox>{old_box}</v:textbox></w:pict></w:r>"
    assert read(tmp_path, p("Trước", shape), p(old), p("Sau")).text == "Trước\nSố: 5/QĐ\n\ncũ\nSau"


def section(*references, first=False):
    title = "<w:titlePg/>" if first else ""
    marks = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="{part}"/>' for kind, place, part in references
    )
    return f"<w:sectPr>{marks}{title}</w:sectPr>"


def test_the_head_in_the_header_of_page_one_belongs_to_the_text(tmp_path):
    head = story("hdr", table([cell(*ISSUER), cell(*MOTTO)]))
    own = section(("header", "first", "header1"), ("header", "default", "header2"), first=True)
    running = story("hdr", p("Tài liệu nội bộ"))
    extracted = read(tmp_path, p("QUYẾT ĐỊNH"), own, parts={"header": [head, running]})
    assert extracted.text == f"{HEAD}\n\nQUYẾT ĐỊNH"
    assert extracted.notes[0].code is NoteCode.RUNNING_HEADER
    assert extracted.notes[0].data == {"text": "Tài liệu nội bộ"}


def test_a_running_header_and_page_numbers_stay_out(tmp_path):
    count = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    parts = {"header": story("hdr", p(count)), "footer": story("ftr", p("Trang ", count))}
    everywhere = section(("header", "default", "header1"), ("footer", "default", "footer1"))
    extracted = read(tmp_path, p("Điều 1."), everywhere, parts=parts)
    assert extracted.text == "Điều 1."


def test_foot_and_endnotes_stand_at_the_end_with_their_number(tmp_path):
    def mark(kind, place):
        return f'<w:r><w:{kind}Reference w:id="{place}"/></w:r>'

    body = p("Một", mark("footnote", 2), " hai", mark("endnote", 1), " ba", mark("footnote", 1))
    parts = {"footnotes": notes("footnote", "cuối", "đầu"), "endnotes": notes("endnote", "giữa")}
    text = read(tmp_path, body, p("Hết"), parts=parts).text
    assert text == "Một[1] hai[2] ba[3]\nHết\n\n[1] đầu\n[2] giữa\n[3] cuối"


def test_deep_nesting_ends(tmp_path):
    block = p("đáy")
    for _ in range(60):
        block = table([cell(block)])
    assert docx(tmp_path / "a.docx", block).exists()
    assert read(tmp_path, block, p("Hết")).text.split() == ["đáy", "Hết"]


def test_a_footer_of_the_first_page_only_is_told(tmp_path):
    own = section(("footer", "first", "footer1"), first=True)
    footer = story("ftr", p("Số lượng: 50 bản"))
    extracted = read(tmp_path, p("Điều 1."), own, parts={"footer": footer})
    assert extracted.notes[0].data == {"text": "Số lượng: 50 bản"}


def test_more_columns_than_any_program_makes_lose_no_word(tmp_path):
    words = [f"ô{number}" for number in range(300)]
    text = read(tmp_path, table(words, words, properties=BORDERS)).text
    assert text.split() == words * 2
