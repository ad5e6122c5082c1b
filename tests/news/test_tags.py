"""A tag is one, however it is spelled."""

from __future__ import annotations

import pytest

from news.models import PortalTag
from tests.builders import make_news


@pytest.mark.parametrize("spelling", ["thi đua", "THI ĐUA", "thi dua", "Thi  Đua"])
def test_spellings_of_a_tag_are_one_tag(db, spelling):
    first, second = make_news("Tin một"), make_news("Tin hai")
    first.tags.add("Thi đua")
    first.save()
    second.tags.add(spelling)
    second.save()
    assert PortalTag.objects.count() == 1
    assert [tag.name for tag in second.tags.all()] == ["Thi đua"]


def test_a_tag_lists_its_stories(client, db):
    story = make_news("Tin có thẻ")
    story.tags.add("Gương sáng")
    story.save_revision().publish()
    make_news("Tin không thẻ")
    page = client.get("/tin-tuc/", {"the": "guong-sang"}).content.decode()
    assert "Tin có thẻ" in page
    assert "Tin không thẻ" not in page
