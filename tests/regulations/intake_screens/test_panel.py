"""The original beside the text in the ordinary editor."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from regulations.intake import read_waiting
from regulations.models import IntakeFile
from tests.builders import make_plan, make_user
from tests.pages.desk import at_desk, edit_url, submit
from tests.regulations.intake_screens.office import bring_in, upload

pytestmark = pytest.mark.django_db
PANEL = 'data-side-panel="original"'


@pytest.fixture
def draft(editor):
    """A draft without number, as intake made it."""
    bring_in(at_desk(editor), upload(number="      /KH-MNHS"))
    read_waiting()
    return IntakeFile.objects.get().page.specific


def shown(user, page):
    """The editor of the page as text."""
    return at_desk(user).get(edit_url(page)).content.decode()


def test_what_is_to_be_supplied_is_a_link_to_its_field(editor, draft):
    text = shown(editor, draft)

    assert PANEL in text
    assert 'href="#id_number" data-intake-field="number"' in text
    assert "Cần bổ sung" in text


def test_an_issuer_that_nobody_knows_is_counted_and_leads_to_its_field(editor, draft):
    draft.number = "12/KH-MNHS"
    draft.save_revision()
    text = shown(editor, draft)

    assert "Mọi mục đã" not in text
    assert 'href="#id_issuer" data-intake-field="issuer"' in text
    assert 'id="id_issuer"' in text
    assert text.count("Danh mục chưa có cơ quan “TRƯỜNG MẦM NON HOA SEN”") == 1


def test_a_field_that_was_filled_in_is_asked_for_no_more(editor, draft):
    draft.number = "12/KH-MNHS"
    draft.save_revision()

    assert 'data-intake-field="number"' not in shown(editor, draft)


def test_a_page_typed_by_hand_has_no_original(editor):
    assert PANEL not in shown(editor, make_plan(live=False))


def test_who_signs_the_draft_sees_the_original_too(editor, reviewer, draft):
    submit(editor, draft)

    assert PANEL in shown(reviewer, draft)
    pages = reverse("intake:pages", args=[IntakeFile.objects.get().pk])
    assert at_desk(reviewer).get(pages).status_code == 200


def test_an_unsure_value_is_confirmed_without_leaving_the_editor(editor, draft):
    row = IntakeFile.objects.get()
    row.findings[0]["state"] = "unsure"
    row.save()
    field = row.findings[0]["field"]
    address = reverse("intake:confirm", args=[row.pk, field])
    assert address in shown(editor, draft)

    answer = at_desk(editor).post(address, headers={"Accept": "application/json"})
    assert answer.status_code == 200
    assert address not in shown(editor, draft)


def test_the_button_of_an_unsure_value_passes_the_check_against_forged_requests(editor, draft):
    row = IntakeFile.objects.get()
    row.findings[0]["state"] = "unsure"
    row.save()
    address = reverse("intake:confirm", args=[row.pk, row.findings[0]["field"]])
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)

    form = browser.get(edit_url(draft)).content.decode().split(f'action="{address}"')[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.split("</form>")[0])
    assert token is not None
    answer = browser.post(address, {"csrfmiddlewaretoken": token[1]})
    assert answer.status_code == 302


def test_others_confirm_nothing(draft):
    row = IntakeFile.objects.get()
    other = make_user("nguoi-khac", "Reviewers", "Staff")

    address = reverse("intake:confirm", args=[row.pk, "number"])
    assert at_desk(other).post(address).status_code == 404


def test_passages_in_an_old_encoding_are_shown_before_and_after(editor, draft):
    row = IntakeFile.objects.get()
    row.conversions = [{"encoding": "tcvn3", "before": "KÕ ho¹ch", "after": "Kế hoạch"}]
    row.save()

    text = shown(editor, draft)
    assert "KÕ ho¹ch" in text
    assert "1 đoạn dùng bảng mã cũ" in text
