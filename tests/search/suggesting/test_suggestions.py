"""Ways to go on typing."""

from __future__ import annotations

import pytest

from search.query import suggest
from tests.builders import make_news
from tests.search.asked import VISITOR


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("chien si", "Điều 23 Danh hiệu “Chiến sĩ thi đua cơ sở” (Luật Thi đua)"),
        ("thi đu", "Luật Thi đua"),
        ("06/2022", "06/2022/QH15: Luật Thi đua"),
        ("số 06/2022/QH15", "06/2022/QH15: Luật Thi đua"),
    ],
)
def test_what_goes_on_as_typed_is_suggested(law, staff, typed, suggested):
    assert suggest(typed, staff)[0].title == suggested
    assert suggest(typed, VISITOR) == []


def test_typed_marks_put_what_has_them_first_and_lose_nothing(db):
    for title in ("Bảng khen tặng", "Bằng khen tặng"):
        make_news(title)
    assert [one.title for one in suggest("bằng kh", VISITOR)] == [
        "Bằng khen tặng",
        "Bảng khen tặng",
    ]


def test_a_long_beginning_is_compared_to_its_end(db):
    make_news("Hội thi giáo viên dạy giỏi cấp thành phố năm học mới")
    make_news("Hội thi giáo viên dạy giỏi cấp thành phố năm trước")
    typed = "hội thi giáo viên dạy giỏi cấp thành phố năm h"
    assert len(suggest(typed, VISITOR)) == 1
