"""A tag is one, however it is spelled."""

from __future__ import annotations

import pytest

from news.models import PortalTag
from tests.builders import make_news
from tests.pages.desk import at_desk

REGISTER = "/quan-tri/news/portaltag/"


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


def test_the_register_finds_a_tag_without_its_marks(admin):
    for name in ("Gương sáng", "Thi đua"):
        PortalTag.objects.create(name=name)
    page = at_desk(admin).get(REGISTER, {"q": "guong sang"}).content.decode()
    assert "Gương sáng" in page
    assert "Thi đua" not in page


def test_another_spelling_in_the_register_is_refused(admin):
    PortalTag.objects.create(name="Thi đua")
    answer = at_desk(admin).post(f"{REGISTER}create/", {"name": "THI ĐUA", "slug": "thi-dua-2"})
    assert answer.status_code == 200
    assert PortalTag.objects.count() == 1


@pytest.mark.parametrize("role", ["editor", "reviewer", "staff"])
def test_the_register_is_for_superusers(role, request):
    """A tag of a draft says what the draft is about."""
    assert at_desk(request.getfixturevalue(role)).get(REGISTER).status_code in (302, 403)
