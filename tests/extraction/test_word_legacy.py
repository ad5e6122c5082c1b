"""Word files in old fonts: converted run by run, before and after kept."""

from __future__ import annotations

import pytest

from extraction import NoteCode
from tests.extraction.word_files import BORDERS, p, read, run, styles, table

BODY = run("C¨n cø LuËt Thi ®ua, khen th\xadëng n¨m 2003;", ".VnTime")


def test_old_fonts_become_unicode_and_capitals_come_from_the_font(tmp_path):
    extracted = read(tmp_path, p(run("quyÕt ®Þnh", ".VnTimeH")), p(BODY))
    assert extracted.text == "QUYẾT ĐỊNH\nCăn cứ Luật Thi đua, khen thưởng năm 2003;"
    assert extracted.encoding == "tcvn3"
    assert extracted.notes[0].code is NoteCode.LEGACY_ENCODING
    assert extracted.notes[0].data == {"encoding": "tcvn3", "passages": "2"}


def test_before_and_after_of_a_paragraph_are_kept(tmp_path):
    extracted = read(tmp_path, p("Mở đầu"), p(run("Thi ", ".VnTime"), run("®ua", ".VnTime")))
    (change,) = extracted.conversions
    assert (change.before, change.after, change.encoding) == ("Thi ®ua", "Thi đua", "tcvn3")
    assert extracted.text[change.span.start : change.span.end] == "Thi đua"


def test_a_vni_letter_may_be_broken_over_two_runs(tmp_path):
    extracted = read(
        tmp_path, p(run("Quye", "VNI-Times"), run("át ñònh khen thöôûng", "VNI-Times"))
    )
    assert extracted.text == "Quyết định khen thưởng"


def test_a_unicode_head_in_an_old_paper_stays(tmp_path):
    head = p(run("BỘ TÀI CHÍNH và toà nhà", "Times New Roman"))
    assert read(tmp_path, head, p(BODY)).text.startswith("BỘ TÀI CHÍNH và toà nhà\nCăn cứ")


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_a_font_that_lies_about_unicode_is_not_believed(tmp_path, font):
    extracted = read(tmp_path, p(run("Quyết định và tài liệu", font)), p(run("hà", font)))
    assert (extracted.text, extracted.conversions) == ("Quyết định và tài liệu\nhà", ())


def test_old_letters_in_a_unicode_font_are_found_by_their_words(tmp_path):
    extracted = read(tmp_path, p(run("C¨n cø LuËt Thi ®ua, khen th\xadëng", "Times New Roman")))
    assert extracted.text == "Căn cứ Luật Thi đua, khen thưởng"


def test_two_encodings_under_one_font_name(tmp_path):
    both = run("QuyÕt ®Þnh thi ®ua cña tØnh; xaây döïng keá hoaïch", "MYFONT")
    text = read(tmp_path, p(run("Thi ®ua khen th\xadëng cña tØnh", "MYFONT")), p(both)).text
    assert text.endswith("Quyết định thi đua của tỉnh; xây dựng kế hoạch")


def test_the_soft_hyphen_of_word_is_a_letter_of_tcvn3(tmp_path):
    look = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    soft = f"<w:r>{look}<w:t>th</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>"
    assert read(tmp_path, p(BODY, soft)).text.endswith("thưởng")


def test_the_font_may_come_from_a_style_or_the_defaults(tmp_path):
    fonts = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    named = f'<w:style w:type="paragraph" w:styleId="A"><w:rPr>{fonts}</w:rPr></w:style>'
    text = read(
        tmp_path, p("Sè 5", properties='<w:pStyle w:val="A"/>'), parts={"styles": styles(named)}
    )
    assert text.text == "Số 5"


def test_cells_are_converted_one_by_one(tmp_path):
    grid = table([p_cell("Hä tªn"), p_cell("§¬n vÞ")], ["1", p_cell("Tæ 2")], properties=BORDERS)
    extracted = read(tmp_path, grid)
    assert extracted.tables[0].rows == (("Họ tên", "Đơn vị"), ("1", "Tổ 2"))
    for change in extracted.conversions:
        assert extracted.text[change.span.start : change.span.end] == change.after


def p_cell(text):
    return f"<w:tc>{p(run(text, '.VnTime'))}</w:tc>"


def test_decomposed_letters_are_composed_and_told(tmp_path):
    extracted = read(tmp_path, p("Quye\u0302\u0301t đi\u0323nh"))
    assert extracted.text == "Quyết định"
    assert extracted.conversions[0].encoding == "decomposed"
    assert extracted.encoding == "utf-8"
