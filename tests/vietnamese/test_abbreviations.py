"""Abbreviations, both ways, from cited tables."""

from __future__ import annotations

from vietnamese import (
    Abbreviation,
    Abbreviations,
    document_type_abbreviated,
    document_type_named,
    document_types,
    expand,
    fold,
    shipped_abbreviations,
)


def words(text):
    return fold(text).split()


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
