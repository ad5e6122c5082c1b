"""What several folders of the search ask."""

from __future__ import annotations

import pytest

from tests.builders import make_regulation
from tests.search.asked import LAW


@pytest.fixture
def law(db):
    return make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")
