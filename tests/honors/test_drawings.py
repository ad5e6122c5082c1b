"""Drawn portraits: where no photo may be shown, the same one every time, and nobody is guessed."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.urls import reverse

from honors.drawings import CLOTHS, GROUNDS, NEUTRAL, SKINS, Drawing, drawn_for
from tests.builders import make_consent, make_honoree, make_picture
from tests.pages.desk import at_desk

SHEET = (settings.ROOT / "static/img/portraits.svg").read_text()


def test_a_drawing_stays_the_same():
    assert drawn_for(7) == drawn_for(7)


def test_without_a_choice_every_drawing_suits_everybody():
    drawn = [drawn_for(number) for number in range(400)]
    assert {one.figure for one in drawn} == set(NEUTRAL)
    assert {one.skin for one in drawn} == set(range(1, SKINS + 1))
    assert {one.cloth for one in drawn} == set(CLOTHS)
    assert {one.ground for one in drawn} == set(range(1, GROUNDS + 1))


def test_the_editor_chooses_and_a_collective_is_a_group():
    assert drawn_for(7, "long-ao-dai").figure == "long-ao-dai"
    assert drawn_for(7, is_group=True).figure == "group"
    assert drawn_for(7, "initials", is_group=True) is None


@pytest.mark.parametrize("drawing", [one for one in Drawing if one != Drawing.INITIALS])
def test_every_figure_is_on_the_sheet(drawing):
    assert f'<symbol id="{drawing}"' in SHEET


def test_every_colour_of_the_sheet_is_a_token():
    styles = "".join(
        (settings.ROOT / "static/css" / name).read_text()
        for name in ("tokens/tokens.css", "components/drawn.css")
    )
    used = set(re.findall(r"var\((--[\w-]+)\)", SHEET + styles))
    assert {name for name in used if f"{name}:" not in styles} == set()
    assert re.findall(r"#[0-9a-f]{3,6}\b", SHEET) == []


def test_a_photo_is_shown_only_with_a_consent_that_includes_it(client, db):
    without = make_honoree("Nguyễn Thị An", portrait=make_picture())
    covered = make_honoree("Trần Văn Bình", portrait=make_picture())
    make_consent(covered, includes_photo=True)
    wall = without.get_parent().url
    for page, photos in ((without, 0), (covered, 1)):
        body = client.get(page.url).content.decode()
        assert body.count("<picture>") == photos
        assert ("tk-drawn" in body) is not bool(photos)
    assert client.get(wall).content.decode().count("<picture>") == 1


def test_a_photo_goes_when_its_consent_has_ended(client, db):
    page = make_honoree(portrait=make_picture())
    make_consent(page, includes_photo=True, valid_until=dt.date(2026, 2, 1))
    assert "<picture>" not in client.get(page.url).content.decode()


def test_a_collective_needs_no_consent_for_its_photo(client, db):
    page = make_honoree(
        "Tổ Mẫu giáo lớn", kind="collective", consent=False, portrait=make_picture()
    )
    assert "<picture>" in client.get(page.url).content.decode()


def test_initials_stay_for_those_who_choose_them(client, db):
    page = make_honoree("Vũ Minh An", drawing=Drawing.INITIALS)
    body = client.get(page.url).content.decode()
    assert ">MA</span>" in body
    assert "tk-drawn" not in body


def test_the_editor_sees_what_there_is_to_choose(editor):
    page = make_honoree()
    body = at_desk(editor).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    for drawing in Drawing:
        assert f'value="{drawing}"' in body
    assert "portraits.svg#long-ao-dai" in body.replace("&#x23;", "#") or "#long-ao-dai" in body
