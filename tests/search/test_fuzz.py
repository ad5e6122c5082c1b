"""Whatever is typed or sent, the search answers. `make bench-search-fuzz` fires 100,000 times."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from benchmarks.search_hostile import hostile
from search.query import search, suggest
from search.results import SearchRequest
from tests.builders import make_regulation

LAW = """Điều 3. Giải thích từ ngữ
Thi đua là hoạt động có tổ chức, theo Nghị định số 98/2023/NĐ-CP.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
Danh hiệu để tặng cho cá nhân đạt tiêu chuẩn."""
# The library outlives the examples; nothing that is asked changes it.
FIRE = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def test_no_query_is_an_error(staff):
    make_regulation("Luật Thi đua, khen thưởng", text=LAW, number="06/2022/QH15")

    @FIRE
    @given(hostile())
    def ask(text):
        found = search(SearchRequest(text=text), staff)
        assert 0 <= len(found.results) <= 10
        assert len(suggest(text, staff)) <= 10

    ask()
