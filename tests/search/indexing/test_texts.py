"""The words of a page as a reader sees them."""

from __future__ import annotations

import pytest

from search.models import Passage
from tests.builders import make_campaign


@pytest.mark.django_db
def test_marks_of_rich_text_are_no_words():
    page = make_campaign(goal="<p>Dạy &amp; học&nbsp;tốt</p>")
    passage = Passage.objects.get(page_id=page.pk)
    assert "day hoc tot" in passage.folded
    assert "amp" not in passage.body
