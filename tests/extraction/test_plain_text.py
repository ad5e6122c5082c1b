"""Plain text: lines stay as they are; old encodings are converted line by line."""

from __future__ import annotations

import pytest

from extraction import NoteCode, UnknownEncodingError
from extraction.formats import plain

VNI = "Quyeát ñònh khen thöôûng\nCaên cöù Luaät Thi ñua, khen thöôûng naêm 2003"
TCVN3 = "QuyÕt ®Þnh khen th\xadëng\n\nC¨n cø LuËt Thi ®ua n¨m 2003"


def read(tmp_path, data, format="txt"):
    path = tmp_path / f"van-ban.{format}"
    path.write_bytes(data)
    return plain.read(path, format)


@pytest.mark.parametrize(
    ("text", "encoding", "lines"),
    [
        (VNI, "vni", ["Quyết định khen thưởng", "Căn cứ Luật Thi đua, khen thưởng năm 2003"]),
        (TCVN3, "tcvn3", ["Quyết định khen thưởng", "", "Căn cứ Luật Thi đua năm 2003"]),
    ],
)
def test_old_bytes_and_old_letters_in_unicode(tmp_path, text, encoding, lines):
    for data in (text.encode("cp1252"), text.encode("utf-8"), text.encode("utf-16")):
        extracted = read(tmp_path, data)
        assert extracted.text.split("\n") == lines
        assert extracted.encoding == encoding
        assert [change.after for change in extracted.conversions] == [
            line for line in lines if line
        ]
        assert extracted.notes[0].code is NoteCode.LEGACY_ENCODING


def test_spans_of_changes_count_in_the_text(tmp_path):
    extracted = read(tmp_path, TCVN3.encode("cp1252"))
    for change in extracted.conversions:
        assert extracted.text[change.span.start : change.span.end] == change.after
    assert extracted.conversions[0].before == "QuyÕt ®Þnh khen th\xadëng"


def test_viqr_is_found_in_a_whole_text(tmp_path):
    data = b"Quye^'t ddi.nh khen thu+o+?ng\nCa(n cu+' Lua^.t Thi ddua na(m 2003.\nwww.edu.vn"
    extracted = read(tmp_path, data)
    assert extracted.text == "Quyết định khen thưởng\nCăn cứ Luật Thi đua năm 2003.\nwww.edu.vn"
    assert extracted.encoding == "viqr"


def test_unicode_lines_in_an_old_text_stay(tmp_path):
    text = f"ỦY BAN NHÂN DÂN và cô\n{TCVN3}"
    assert read(tmp_path, text.encode()).text.startswith("ỦY BAN NHÂN DÂN và cô\nQuyết định")


def test_blanks_and_gaps_of_a_text_stay(tmp_path):
    text = "  Điều 1.   Một\n\n\n\tHai"
    extracted = read(tmp_path, text.encode())
    assert (extracted.text, extracted.conversions, extracted.notes) == (text, (), ())


def test_a_head_typed_in_two_columns_is_read_column_by_column(tmp_path):
    text = (
        "UBND TỈNH              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ GIÁO DỤC                 Độc lập - Tự do - Hạnh phúc\n"
        "Số: 5/KH-SGD\n"
        "                       Hà Nội, ngày 5 tháng 3 năm 2026\n"
        "                 KẾ HOẠCH\n"
    )
    assert read(tmp_path, text.encode()).text.startswith(
        "UBND TỈNH\nSỞ GIÁO DỤC\nSố: 5/KH-SGD\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "                       Hà Nội, ngày 5 tháng 3 năm 2026\n"
    )


def test_a_foot_typed_in_two_columns_is_read_column_by_column(tmp_path):
    text = (
        "Nơi nhận:                       TM. ỦY BAN NHÂN DÂN\n"
        "- Như trên;                          CHỦ TỊCH\n"
        "- Các phòng chuyên môn\n"
        "và trường học;\n"
        "- Lưu: VT.                         Lê Thị Mẫu\n"
    )
    assert read(tmp_path, text.encode()).text.strip() == (
        "Nơi nhận:\n- Như trên;\n- Các phòng chuyên môn\nvà trường học;\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Mẫu"
    )


def test_markdown_in_an_old_encoding(tmp_path):
    assert read(tmp_path, "## QuyÕt ®Þnh **khen** cña tØnh".encode("cp1252"), "md").text == (
        "Quyết định khen của tỉnh"
    )


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xff" * 40, bytes(range(128, 256)) * 3])
def test_bytes_that_are_no_text_are_refused(tmp_path, data):
    with pytest.raises(UnknownEncodingError):
        read(tmp_path, data)
