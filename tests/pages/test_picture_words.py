"""A picture says what it shows or that it decorates, and stands on a ground of its colour."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.urls import reverse
from PIL import Image

from pages.models import PortalImage
from pages.picture_tone import TONES, tone_of
from tests.builders import make_picture
from tests.pages.desk import at_desk
from tests.pages.test_images import picture, upload, upload_many

pytestmark = pytest.mark.django_db


def drawn(colour, mode="RGB") -> bytes:
    """A picture of one colour."""
    data = BytesIO()
    Image.new(mode, (40, 30), colour).save(data, "PNG")
    return data.getvalue()


def printed(image) -> str:
    """The picture as a page prints it."""
    template = "{% load wagtailimages_tags %}{% picture image format-{webp,jpeg} width-{20,40} %}"
    return Template(template).render(Context({"image": image}))


def test_without_words_a_picture_is_refused_in_words(editor):
    errors = upload(editor, picture(), "a.jpg", description=" ").context["form"].errors
    assert "Hãy mô tả ảnh bằng một câu" in errors["description"][0]
    assert not PortalImage.objects.exists()


def test_a_decorative_picture_needs_no_words_and_takes_none(editor):
    both = upload(editor, picture(), "a.jpg", is_decorative="on").context["form"].errors
    assert "không có mô tả" in both["is_decorative"][0]
    assert upload(editor, picture(), "a.jpg", description="", is_decorative="on").status_code == 302


def test_the_uploader_for_many_asks_for_the_words_of_each(editor):
    answer = upload_many(editor, picture(), "IMG_2026.jpg")
    assert answer["success"]
    assert 'name="uploaded-image-' in answer["form"]
    assert not PortalImage.objects.exists()


def test_the_name_a_camera_gave_is_never_read_out():
    for fields in ({}, {"description": "Sân trường", "is_decorative": True}):
        assert 'alt=""' in printed(make_picture("IMG_2026", **fields))
    assert 'alt="Sân trường"' in printed(make_picture("IMG_2026", description="Sân trường"))


@pytest.mark.parametrize("name", TONES)
def test_the_ground_is_the_colour_of_the_picture(name):
    assert tone_of(drawn(TONES[name])) == name
    image = PortalImage.objects.create(title="x", file=ContentFile(drawn(TONES[name]), "a.png"))
    assert f'class="tk-tone-{name}"' in printed(image)


def test_a_colour_that_covers_most_wins_over_the_mean():
    canvas = Image.new("RGB", (100, 100), TONES["sky"])
    canvas.paste(TONES["lacquer"], (0, 0, 100, 40))
    data = BytesIO()
    canvas.save(data, "PNG")
    assert tone_of(data.getvalue()) == "sky"


def test_nothing_stands_behind_a_picture_that_is_partly_clear():
    assert tone_of(drawn((200, 20, 20, 90), "RGBA")) == ""


def test_every_ground_has_its_colour_in_the_stylesheet():
    styles = (settings.ROOT / "static/css/components/tone.css").read_text()
    tokens = (settings.ROOT / "static/css/tokens/tokens.css").read_text()
    for name, colour in TONES.items():
        assert f".tk-tone-{name} {{" in styles
        assert f"--tone-{name}: #{bytes(colour).hex()};" in tokens


def test_a_new_file_brings_a_new_ground(editor):
    image = make_picture(description="Một ảnh")
    before = image.tone
    file = ContentFile(drawn(TONES["leaf"]), "moi.png")
    form = {"title": "x", "description": "Luống rau", "file": file}
    at_desk(editor).post(reverse("wagtailimages:edit", args=[image.pk]), form)
    image.refresh_from_db()
    assert (before, image.tone) == ("lacquer", "leaf")
