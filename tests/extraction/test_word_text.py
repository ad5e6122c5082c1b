"""Word files: paragraphs, runs, breaks, fields, changes, hidden text."""

from __future__ import annotations

import zipfile

import pytest

from extraction import NoteCode
from extraction.errors import DamagedFileError
from extraction.formats import word
from tests.extraction.word_files import docx, p, read, run, styles


def codes(extracted):
    return [note.code for note in extracted.notes]


def test_a_paragraph_is_a_line_and_an_empty_one_a_gap(tmp_path):
    extracted = read(tmp_path, p("Điều 1. ", "Phạm vi"), p(), p(), p("Điều 2."))
    assert extracted.text == "Điều 1. Phạm vi\n\nĐiều 2."
    assert (extracted.format, extracted.source, extracted.notes) == ("docx", "van-ban.docx", ())


def test_tabs_soft_breaks_and_hyphens(tmp_path):
    inside = "<w:r><w:t>a)</w:t><w:tab/><w:t>một</w:t><w:br/><w:t>hai</w:t><w:noBreakHyphen/></w:r>"
    assert read(tmp_path, p(inside, run("ba"))).text == "a) một\nhai-ba"


def test_letters_shown_in_capitals_are_capitals(tmp_path):
    look = styles(
        '<w:style w:type="paragraph" w:styleId="Ten"><w:rPr><w:caps/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Ten"/></w:style>',
    )
    named = p("quyết định", properties='<w:pStyle w:val="Con"/>')
    off = p(run("nhỏ", properties='<w:caps w:val="0"/>'), properties='<w:pStyle w:val="Con"/>')
    extracted = read(
        tmp_path, named, off, p(run("ubnd", properties="<w:caps/>")), parts={"styles": look}
    )
    assert extracted.text == "QUYẾT ĐỊNH\nnhỏ\nUBND"


def test_a_field_shows_its_result_not_its_instructions(tmp_path):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    # A field inside the instructions of another shows nothing.
    inner = mark("begin") + asked + mark("separate") + run("ẩn") + mark("end")
    field = mark("begin") + asked + inner + mark("separate") + run("Điều 5") + mark("end")
    assert read(tmp_path, p("Theo ", field, run(" này"))).text == "Theo Điều 5 này"


def test_links_controls_and_simple_fields_keep_their_words(tmp_path):
    wrapped = (
        f"<w:hyperlink>{run('một')}</w:hyperlink><w:sdt><w:sdtContent>{run(' hai')}"
        f'</w:sdtContent></w:sdt><w:fldSimple w:instr="DATE">{run(" ba")}</w:fldSimple>'
    )
    assert read(
        tmp_path, p(wrapped), f"<w:sdt><w:sdtContent>{p('bốn')}</w:sdtContent></w:sdt>"
    ).text == ("một hai ba\nbốn")


def test_inserted_words_stay_and_deleted_ones_go_with_a_note(tmp_path):
    deleted = "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    extracted = read(tmp_path, p("Số ", deleted, f"<w:ins>{run('mới')}</w:ins>"))
    assert extracted.text == "Số mới"
    assert codes(extracted) == [NoteCode.TRACKED_CHANGES]
    assert extracted.notes[0].data == {"deleted": "1", "inserted": "1"}


def test_a_paragraph_with_a_deleted_mark_goes_on_in_the_next(tmp_path):
    first = p("Điều ", properties="<w:rPr><w:del/></w:rPr>")
    assert read(tmp_path, first, p("1. Tên")).text == "Điều 1. Tên"


def test_hidden_words_and_white_anchors_are_left_out(tmp_path):
    hidden = run("ghi chú", properties="<w:vanish/>")
    anchor = run("[", properties='<w:color w:val="FFFFFF"/>')
    extracted = read(tmp_path, p(hidden, "Họ tên", anchor))
    assert (extracted.text, codes(extracted)) == ("Họ tên", [NoteCode.HIDDEN_TEXT])


def test_signs_of_sign_fonts_become_signs_of_unicode(tmp_path):
    box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    unknown = '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
    text = read(
        tmp_path, p(box, " Có"), p(unknown, " mục"), p(run("\uf0b7", "Symbol"), " gạch")
    ).text
    assert text == "☐ Có\n• mục\n• gạch"


def test_pages_begin_where_word_last_broke_them(tmp_path):
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>"
    extracted = read(tmp_path, p("Trang một"), p(broken), p("giữa ", broken))
    assert extracted.text == "Trang một\nhai\ngiữa hai"
    assert [extracted.text[place:][:4] for place in extracted.page_starts] == [
        "Tran",
        "hai\n",
        "hai",
    ]


def test_a_document_of_pictures_says_so(tmp_path):
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    extracted = read(tmp_path, p(picture), p(picture))
    assert (extracted.text, codes(extracted)) == ("", [NoteCode.ONLY_PICTURES])
    assert extracted.notes[0].data == {"pictures": "2"}


def test_a_damaged_side_part_is_told_and_the_text_is_read(tmp_path):
    extracted = read(tmp_path, p("Nội dung"), parts={"styles": "<w:styles"})
    assert extracted.text == "Nội dung"
    assert codes(extracted) == [NoteCode.PART_UNREADABLE]


def test_files_that_are_no_word_files_are_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(DamagedFileError):
        word.read(path, "docx")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    with pytest.raises(DamagedFileError):
        word.read(path, "docx")


def test_the_strict_variant_is_read_alike(tmp_path):
    path = docx(tmp_path / "a.docx", p("Điều 1"))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(
                name,
                data.replace(
                    b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert word.read(path, "docx").text == "Điều 1"


def test_words_in_wrappers_that_nobody_knows_are_not_lost(tmp_path):
    known_to_others = f"<w:strange>{p('khối')}</w:strange>"
    assert read(tmp_path, p("<w:odd><w:r><w:t>lời</w:t></w:r></w:odd>"), known_to_others).text == (
        "lời\nkhối"
    )
