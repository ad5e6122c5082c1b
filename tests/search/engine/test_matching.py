"""The contract of the index: the same passages in the same order, whatever database is below."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engine.expression import And, Not, Or, Term
from search.engine.matching import matching_sql
from search.engine.terms import cites, has_number, in_title
from search.models import Passage
from tests.builders import make_regulation

LAW = """Điều 22. Danh hiệu khác
Nội dung khác.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
1. Để tặng cho cá nhân đạt tiêu chuẩn theo Nghị định số 98/2023/NĐ-CP ngày 31/12/2023.
Điều 24. Danh hiệu “Lao động tiên tiến”
Hòa bình và ủy ban, bảng chứ không phải bằng."""


@pytest.fixture
def law(db):
    return make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")


def ids_of(expression):
    sql, parameters = matching_sql(expression)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY id", parameters)
        return [pk for (pk,) in cursor.fetchall()]


def labels(expression):
    found = Passage.objects.in_bulk(ids_of(expression))
    return [" ".join(found[pk].label.split()[:2]) for pk in sorted(found)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Term("chien_si"), ["Điều 23"]),
        (And(Term("danh"), Term("tieu")), ["Điều 23"]),
        (Or(Term("chien"), Term("hoa")), ["Điều 23", "Điều 24"]),
        (And(Term("danh"), Not(Term("chien"))), ["Điều 22", "Điều 24"]),
        (And(Term("danh"), Not(Term("chien")), Not(Term("lao"))), ["Điều 22"]),
        (Term("bang1"), []),
        (Term("=bang1"), []),
        (Term("=bang3"), []),
        (Term("=bang4"), []),
        (Term("băng1"), ["Điều 24"]),
        (Term(in_title("lao_dong")), ["Điều 24"]),
        (Term(cites("98-2023-nd-cp")), ["Điều 23"]),
        (And(Term(has_number("6-2022-qh15")), Term("hoa")), ["Điều 24"]),
        (And(), []),
        (Not(Term("chien")), []),
    ],
    ids=str,
)
def test_passages_have_what_is_asked(law, asked, found):
    assert labels(asked) == found


texts = st.text() | st.sampled_from(
    ["*", '"', "a b", "AND", "NEAR(a b)", "a:*", "-", "'", "\\", "&"]
)
trees = st.recursive(
    texts.map(Term),
    lambda below: (
        st.lists(below, max_size=4).map(lambda parts: And(*parts))
        | st.lists(below, max_size=4).map(lambda parts: Or(*parts))
        | below.map(Not)
    ),
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees)
def test_any_expression_of_any_text_is_answered(law, asked):
    assert set(ids_of(asked)) <= set(Passage.objects.values_list("id", flat=True))
