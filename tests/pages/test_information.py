"""Pages about the portal itself: shipped, editable, at the foot of every page."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from wagtail.models import Site

from accounts.audience import Audience
from home.information import SLUGS, TEXTS, add_information
from home.models import HomePage
from news.models import NewsIndexPage
from pages.models import InformationPage, PortalSettings
from tests.builders import make_home, make_information
from tests.page_types import PageTypeTestCase

pytestmark = pytest.mark.django_db


def test_a_new_portal_has_them(client):
    pages = add_information(make_home())
    assert [page.slug for page in pages] == list(SLUGS)
    for page in pages:
        response = client.get(page.url)
        assert response.status_code == 200
        assert "<h2>" in response.content.decode().split("<main")[1]


def test_what_editors_made_of_them_stays(capsys):
    home = make_home()
    home.add_child(instance=InformationPage(title="Về trường tôi", slug="gioi-thieu"))
    call_command("information")
    assert InformationPage.objects.get(slug="gioi-thieu").title == "Về trường tôi"
    assert InformationPage.objects.count() == len(SLUGS)
    assert "gioi-thieu" not in capsys.readouterr().out


def test_the_accessibility_statement_names_its_rule_and_a_way_to_complain(client):
    add_information(make_home())
    body = client.get("/tro-nang/").content.decode()
    assert "Thông tư 26/2020/TT-BTTTT" in body
    assert "WCAG 2.2" in body


def test_contact_comes_from_the_settings(client):
    page = make_information("Liên hệ")
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.email, settings.phone = "van-phong@hoa-sen.example", "024 0000 0000"
    settings.save()
    body = client.get(page.url).content.decode()
    assert 'href="mailto:van-phong@hoa-sen.example"' in body
    assert 'href="tel:02400000000"' in body


def test_the_foot_lists_them_for_those_who_may_read(client, staff):
    make_information("Giới thiệu")
    make_information("Quy ước nội bộ", audience=Audience.STAFF)

    def foot():
        return client.get("/").content.decode().split("<footer")[1]

    assert "Giới thiệu" in foot()
    assert "Quy ước nội bộ" not in foot()
    client.force_login(staff)
    assert "Quy ước nội bộ" in foot()


def test_the_shipped_words_are_printed_as_they_should_be():
    for slug in SLUGS:
        text = (TEXTS / f"{slug}.html").read_text(encoding="utf-8")
        words = re.sub(r"<[^>]+>", "", text)
        assert '"' not in words
        assert "!" not in words
        assert "vui lòng" not in words.lower()
        assert " - " not in words


class InformationPageTests(PageTypeTestCase):
    def test_it_stands_below_the_home_page_alone(self):
        self.assertCanCreateAt(HomePage, InformationPage)
        self.assertCanNotCreateAt(NewsIndexPage, InformationPage)
        self.assertAllowedSubpageTypes(InformationPage, set())

    def test_it_works(self):
        self.assertWorksForAdministrator(make_information("Giới thiệu"))
