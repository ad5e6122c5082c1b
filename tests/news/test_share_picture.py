"""The picture drawn for a story: for everybody's stories alone, and of nobody without consent."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from PIL import Image

from accounts.audience import Audience
from news.share_picture.address import path_of
from news.share_picture.drawing import draw
from tests.builders import make_honoree, make_news, make_picture

LONG = "Nhà trường cùng chung tay phát triển, thầy cô cùng chia sẻ trách nhiệm " * 4
# In the middle of the arch.
ARCH = (984, 320)

pytestmark = pytest.mark.django_db


def picture_at(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    return Image.open(BytesIO(answer.content))


def shows_the_picture(image):
    """Whether the colour of `make_picture` is in the arch."""
    drawn = image.getpixel(ARCH)
    return all(abs(one - own) < 12 for one, own in zip(drawn, (120, 40, 40), strict=True))


def test_a_public_story_has_a_picture_that_its_page_names(client):
    story = make_news("Cô giáo vùng cao")
    assert picture_at(client, path_of(story)).size == (1200, 630)
    page = client.get(story.url).content.decode()
    assert f'<meta property="og:image" content="http://localhost:8000{path_of(story)}">' in page


def test_a_story_with_a_cover_is_told_by_the_cover(client):
    page = client.get(make_news(cover=make_picture()).url).content.decode()
    assert "og:image" in page
    assert 'og:image" content="http://localhost:8000/anh-chia-se' not in page


@pytest.mark.parametrize("state", [{"audience": Audience.STAFF}, {"live": False}])
def test_what_is_not_for_everybody_has_none_whoever_asks(client, admin, state):
    client.force_login(admin)
    assert client.get(path_of(make_news(**state))).status_code == 404


def test_the_picture_goes_with_the_story(client):
    story = make_news()
    path = path_of(story)
    assert client.get(path).status_code == 200
    story.unpublish()
    assert client.get(path).status_code == 404


def test_an_old_address_leads_to_the_picture_of_the_day(client):
    story = make_news()
    old = reverse("news:share_picture", args=[1, story.pk])
    assert client.get(old).url == path_of(story)


@pytest.mark.parametrize("consent", [True, False])
def test_a_portrait_is_drawn_only_with_a_consent_to_show_it(client, consent):
    honoree = make_honoree(portrait=make_picture())
    honoree.consents.update(includes_photo=consent)
    path = path_of(make_news(honorees=[honoree]))
    assert shows_the_picture(picture_at(client, path)) is consent


def test_a_cover_whose_file_is_gone_leaves_the_title(client):
    story = make_news(cover=make_picture())
    assert shows_the_picture(picture_at(client, path_of(story)))
    story.cover.renditions.all().delete()
    story.cover.file.delete(save=False)
    cache.clear()
    assert not shows_the_picture(picture_at(client, path_of(story)))


@pytest.mark.parametrize("title", ["A", LONG, "Dài" * 90, "Thi đua"])
def test_any_title_fits(title):
    assert Image.open(BytesIO(draw(title, "Tin tức", LONG))).size == (1200, 630)
