"""Pictures: nothing private in them or beside them, and damage is told in words."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.urls import reverse
from PIL import Image

from pages.models import PortalImage
from tests.builders import make_picture
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db

GPS, MAKER = 0x8825, 0x010F


def picture(kind="JPEG", **options) -> bytes:
    """The bytes of a picture with some detail."""
    data = BytesIO()
    image = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    image.save(data, kind, **options)
    return data.getvalue()


def from_a_phone() -> bytes:
    """A photo that tells who made the camera, and where it was taken."""
    exif = Image.Exif()
    exif[MAKER] = "Điện thoại của cô Lan"
    exif[GPS] = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)}
    return picture(exif=exif)


DESCRIBED = {"title": "Ảnh", "description": "Cô giáo và trẻ bên luống rau"}


def upload(user, content: bytes, name: str, **fields: str):
    """The form for one picture, described unless told otherwise."""
    file = SimpleUploadedFile(name, content)
    form = {**DESCRIBED, "file": file, **fields}
    return at_desk(user).post(reverse("wagtailimages:add"), form)


def upload_many(user, content: bytes, name: str) -> dict:
    """What the uploader for many answers for one of them."""
    data = {"title": "Ảnh", "files[]": SimpleUploadedFile(name, content)}
    asked = {"X-Requested-With": "XMLHttpRequest"}
    return at_desk(user).post(reverse("wagtailimages:add_multiple"), data, headers=asked).json()


def test_place_and_camera_leave_the_photo(editor):
    assert upload(editor, from_a_phone(), "IMG_2026.jpg").status_code == 302
    with PortalImage.objects.get().file.open() as file, Image.open(file) as kept:
        assert dict(kept.getexif()) == {}


def test_names_on_the_disk_tell_nothing():
    image = make_picture(name="co-lan-lop-a2.png")
    names = {image.file.name, image.get_rendition("width-20").file.name}
    assert not any("lan" in name for name in names)
    assert len(names | {image.get_rendition("width-10").file.name}) == 3


def test_renditions_are_served_and_originals_never(client):
    image = make_picture()
    assert client.get(image.get_rendition("width-20").url).status_code == 200
    for name in (image.file.name, f"../{image.file.name}", image.file.name.split("/")[-1]):
        assert client.get(f"/tep/{name}").status_code == 404


def test_a_replaced_picture_leaves_no_old_file(editor, django_capture_on_commit_callbacks):
    image = make_picture()
    old = [image.file.name, image.get_rendition("width-20").file.name]
    form = {**DESCRIBED, "file": SimpleUploadedFile("moi.jpg", picture())}
    with django_capture_on_commit_callbacks(execute=True):
        at_desk(editor).post(reverse("wagtailimages:edit", args=[image.pk]), form)
    assert [name for name in old if default_storage.exists(name)] == []


WRONG = {
    "cut off": (picture()[:600], "a.jpg"),
    "a text": ("không phải ảnh".encode(), "a.jpg"),
    "empty": (b"", "a.png"),
    "another kind": (picture("PNG"), "a.jpg"),
    "a drawing with a script": (b"<svg><script>alert(1)</script></svg>", "a.svg"),
    "a page named picture": (b"\xff\xd8\xff\xe0<html><script>1</script>", "a.jpg"),
    "a head that lies": (
        picture("PNG").replace(b"IHDR\x00\x00\x00\x40", b"IHDR\x00\x7f\xff\xff"),
        "a.png",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_read_is_refused_in_words(editor, case):
    content, name = WRONG[case]
    response = upload(editor, content, name)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    answer = upload_many(editor, content, name)
    assert answer["success"] is False
    assert answer["error_message"]
    assert not PortalImage.objects.exists()


def test_damage_says_what_to_do(editor):
    errors = upload(editor, picture()[:600], "a.jpg").context["form"].errors
    assert "Hãy mở ảnh trên máy tính" in errors["file"][0]


def test_no_damage_ends_in_an_error_page(editor):
    dice, browser = random.Random(14), at_desk(editor)
    whole = {"a.jpg": from_a_phone(), "a.png": picture("PNG"), "a.webp": picture("WEBP")}
    for number in range(60):
        name = sorted(whole)[number % 3]
        content = bytearray(whole[name])
        for _ in range(dice.randint(1, 12)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        file = SimpleUploadedFile(name, bytes(content))
        form = {**DESCRIBED, "file": file}
        assert browser.post(reverse("wagtailimages:add"), form).status_code in {200, 302}


def test_code_that_saves_a_damaged_picture_is_told():
    with pytest.raises(OSError, match="image format"):
        PortalImage.objects.create(title="x", file=ContentFile(b"khong", name="a.png"))


def test_a_small_picture_offers_each_width_once():
    """The picture is 80 pixels wide: all three sizes would be."""
    asked = [
        f"format-{kind}|width-{width}" for kind in ("webp", "jpeg") for width in (40, 400, 760)
    ]
    sizes = make_picture().get_renditions(*asked)
    kinds = [(size.file.name.rpartition(".")[2], size.width) for size in sizes.values()]
    assert kinds == [("webp", 40), ("webp", 80), ("jpg", 40), ("jpg", 80)]


@pytest.mark.parametrize(("width", "is_choice"), [(40, True), (800, False)])
def test_widths_to_choose_from_are_told_only_where_there_are_some(width, is_choice):
    tag = f'{{% picture one format-{{webp,jpeg}} width-{{{width},900}} sizes="100vw" %}}'
    page = Template(f"{{% load picture_tags %}}{tag}").render(Context({"one": make_picture()}))
    assert ('sizes="100vw"' in page, " 80w" in page) == (is_choice, is_choice)
