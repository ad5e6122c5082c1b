"""The file that came in is kept for ever, byte for byte."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from regulations.intake import read_next
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def original(tmp_path, editor):
    """The original of a draft."""
    bring(plan_file(tmp_path), user=editor)
    return read_next().document


def test_nobody_puts_other_bytes_in_its_place(client, editor, original, tmp_path):
    client.force_login(editor)
    with plan_file(tmp_path, "khac.txt", number="9/KH").open("rb") as other:
        address = reverse("wagtaildocs:edit", args=[original.pk])
        answer = client.post(address, {"title": "Khác", "file": other, "collection": 1, "tags": ""})

    assert answer.status_code == 200
    assert "bản gốc" in answer.content.decode()
    assert default_storage.open(original.file.name).read().decode().count("12/KH-MNHS") == 1


def test_nobody_deletes_it(client, editor, admin, original):
    for user in (editor, admin):
        client.force_login(user)
        client.post(reverse("wagtaildocs:delete", args=[original.pk]))
    original.refresh_from_db()

    assert default_storage.exists(original.file.name)


def test_its_name_is_the_name_it_came_with(original):
    assert original.filename == "ke-hoach.txt"
