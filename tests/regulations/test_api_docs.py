"""docs/api.md says what the read API answers: every parameter, every field, in this order."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from accounts.audience import Audience
from regulations.api.urls import ENDPOINTS
from regulations.models import Relation
from tests.builders import make_organization, make_plan, make_regulation

DOC = (Path(__file__).resolve().parents[2] / "docs/api.md").read_text(encoding="utf-8")
PUBLIC = {"audience": Audience.PUBLIC}


def section(endpoint):
    return DOC.partition(f"## {endpoint.called.capitalize()}\n")[2].partition("\n## ")[0]


def example(endpoint):
    return json.loads(re.search(r"```json\n(.+?)```", section(endpoint), re.DOTALL).group(1))


def shape(value):
    """The names in an answer, nested, in order; not the values."""
    return [(k, shape(v)) for k, v in value.items()] if isinstance(value, dict) else None


@pytest.fixture
def answers(client, db):
    """One real answer of each endpoint."""
    law = make_regulation(
        "Luật Thi đua, khen thưởng",
        document_type="law",
        number="06/2022/QH15",
        issued_on=dt.date(2022, 6, 15),
        effective_on=dt.date(2024, 1, 1),
        issuer=make_organization("Quốc hội"),
        text="Điều 1. Phạm vi\nĐiều 2. Đối tượng",
        **PUBLIC,
    )
    words = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;\nĐiều 1. Mục tiêu"
    plan = make_plan("Kế hoạch", number="1/KH-MNHS", text=words, **PUBLIC)
    Relation.objects.create(
        source=plan, target=law, kind="guides", takes_effect_on=dt.date(2025, 1, 1)
    )

    def first(path):
        return client.get(f"/api/v1/{path}").json()["items"][0]

    return {
        "documents": client.get(f"/api/v1/documents/{law.pk}/").json(),
        "provisions": first(f"provisions/?document={law.pk}&anchor=dieu-2"),
        "citations": first(f"citations/?target={law.pk}"),
        "relations": first(f"relations/?target={law.pk}"),
    }


def test_examples_have_the_shape_of_answers(answers):
    for endpoint in ENDPOINTS:
        assert shape(example(endpoint)) == shape(answers[endpoint.called]), endpoint.called


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.called)
def test_every_parameter_is_written_down_and_no_other(endpoint):
    rows = [row.split("|")[1] for row in section(endpoint).splitlines() if row.startswith("| `")]
    written = set(re.findall(r"`(\w+)`", " ".join(rows)))
    assert written == {parameter.name for parameter in endpoint.all_parameters()}


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.called)
def test_every_order_is_written_down(endpoint):
    row = re.search(r"\| `order` \|(.+)\|", section(endpoint))
    assert not row or re.findall(r"`([-\w]+)`", row.group(1)) == list(endpoint.orders)


def test_values_in_the_examples_are_real(answers):
    for name in ("document_type", "number", "issued_on", "effective_on", "title"):
        assert example(ENDPOINTS[0])[name] == answers["documents"][name]
    assert example(ENDPOINTS[0])["effect"]["label"] == answers["documents"]["effect"]["label"]
