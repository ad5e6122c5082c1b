"""Abbreviations, both ways, from cited tables."""

from __future__ import annotations

import pytest

from vietnamese import (
    Abbreviation,
    Abbreviations,
    document_type_abbreviated,
    document_type_named,
    document_types,
    expand,
    fold,
    shipped_abbreviations,
    tokenize,
)


def words(text):
    return [token.folded for token in tokenize(text)]


def test_a_short_form_gives_the_long_one():
    (found,) = expand(words("cstđ cơ sở"))
    assert (found.start, found.end) == (0, 1)
    assert found.words == ("chien", "si", "thi", "dua")


def test_a_long_form_gives_the_short_one():
    found = expand(words("kế hoạch thi đua khen thưởng"))
    assert ("tdkt",) in [alternative.words for alternative in found]


def test_what_means_several_things_is_only_a_hint():
    alternatives = expand(["kh"])
    assert {"".join(found.words) for found in alternatives} == {"khoahoc", "kehoach"}
    assert all(found.ambiguous for found in alternatives)


def test_an_office_can_have_its_own_table():
    table = Abbreviations([Abbreviation("MNYH", "mầm non Yên Hoà")])
    assert table.expand(["truong", "mnyh"])[0].words == ("mam", "non", "yen", "hoa")
    assert table.expand(["cstd"]) == []


STAFF_TYPE = {
    "TĐKT": "thi đua khen thưởng",
    "GDĐT": "giáo dục và đào tạo",
    "GD&ĐT": "giáo dục và đào tạo",
    "Sở GD&ĐT": "sở giáo dục và đào tạo",
    "BGDĐT": "bộ giáo dục và đào tạo",
    "UBND": "ủy ban nhân dân",
    "HĐTĐKT": "hội đồng thi đua khen thưởng",
    "CSTĐ": "chiến sĩ thi đua",
    "CSTĐCS": "chiến sĩ thi đua cơ sở",
    "LĐTT": "lao động tiên tiến",
    "SKKN": "sáng kiến kinh nghiệm",
    "CBQL": "cán bộ quản lý",
    "BCH": "ban chấp hành",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TTCP": "thủ tướng chính phủ",
}
MEAN_SEVERAL_THINGS = {
    "VBHN": "văn bản hợp nhất",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "QĐ": "quyết định",
    "MN": "mầm non",
    "TH": "tiểu học",
    "GV": "giáo viên",
    "HS": "học sinh",
    "CĐ": "công đoàn",
}


def spread(text):
    """All that `text` may stand for: each alternative in its place."""
    given = words(text)
    return {
        " ".join([*given[: found.start], *found.words, *given[found.end :]]): found.ambiguous
        for found in expand(given)
    }


@pytest.mark.parametrize(("short", "long"), [*STAFF_TYPE.items(), *MEAN_SEVERAL_THINGS.items()])
def test_what_staff_type_is_known_both_ways(short, long):
    assert " ".join(words(long)) in spread(short)
    assert " ".join(words(short)) in spread(long)


@pytest.mark.parametrize("short", MEAN_SEVERAL_THINGS)
def test_short_ones_are_hints_only(short):
    assert spread(short)[fold(MEAN_SEVERAL_THINGS[short])]


@pytest.mark.parametrize("short", STAFF_TYPE)
def test_long_ones_are_sure(short):
    assert not spread(short)[fold(STAFF_TYPE[short])]


def test_every_row_says_where_it_comes_from():
    assert all(row.source for row in shipped_abbreviations().rows)
    assert all(kind.source for kind in document_types())


def test_traps_of_the_official_table():
    assert document_type_abbreviated("TTr").name == "Tờ trình"
    assert document_type_abbreviated("TT").name == "Thông tư"
    assert document_type_abbreviated("QyĐ").name == "Quy định"
    assert document_type_abbreviated("QH15").name == "Luật"
    assert document_type_named("KẾ HOẠCH").code == "plan"
    assert document_type_named("kế") is None
