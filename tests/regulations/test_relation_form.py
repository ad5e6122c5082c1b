"""What an editor may enter as a relation, and what the form says when it cannot be."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from regulations.effect_editor import warn_of_unchecked_provisions
from regulations.models import Relation
from tests.builders import make_regulation

pytestmark = pytest.mark.django_db

CHANGE = dt.date(2025, 7, 1)
TEXT = "Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Hiệu lực\nNhư trên."


def relation(target, **fields):
    fields.setdefault("takes_effect_on", CHANGE)
    return Relation(source=make_regulation("Mới"), target=target, kind="amends", **fields)


def faults(one):
    with pytest.raises(ValidationError) as refused:
        one.full_clean()
    return {name: " ".join(said) for name, said in refused.value.message_dict.items()}


@pytest.mark.parametrize("provisions", ["", "Điều 2", "khoản 2 Điều 1, Điều 2", "Điều 1 (tên)"])
def test_what_the_target_has_is_taken(provisions):
    relation(make_regulation(text=TEXT), provisions=provisions).full_clean()


def test_what_the_target_does_not_have_is_named():
    said = faults(relation(make_regulation(text=TEXT), provisions="Điều 2, khoản 3 Điều 1, Điều 9"))
    assert said == {"provisions": "Văn bản kia không có khoản 3 Điều 1, Điều 9."}


def test_what_names_no_provision_is_told_how_to_write_it():
    said = faults(relation(make_regulation(), provisions="vài chỗ", source_provision="đầu"))
    assert "“vài chỗ” không phải tên điều khoản" in said["provisions"]
    assert "Điều\u00a05, khoản\u00a02 Điều\u00a07" in said["source_provision"]


def test_the_end_comes_after_the_beginning():
    assert "ends_on" in faults(relation(make_regulation(), ends_on=CHANGE))


def test_a_target_without_text_is_a_warning_and_no_obstacle(editor):
    one = relation(make_regulation("Chưa có bản chữ"), provisions="Điều 9")
    one.full_clean()
    one.save()
    request = RequestFactory().get("/")
    request.user, request.session = editor, {}
    request._messages = FallbackStorage(request)
    warn_of_unchecked_provisions(request, one.source.specific)
    (warning,) = [str(message) for message in get_messages(request)]
    assert "Chưa có bản chữ" in warning
    assert "Điều 9" in warning
