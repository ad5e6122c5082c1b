"""The living component page: nothing forgotten, for whom it is, and valid in every state."""

from __future__ import annotations

import html5lib
import pytest
from django.conf import settings

from tests.builders import make_home

pytestmark = pytest.mark.django_db
THEMES = ["/thanh-phan/", "/thanh-phan/?giao-dien=noi-bo"]
COMPONENTS = {path.name for path in (settings.ROOT / "templates/components").glob("*.html")}


@pytest.fixture
def reader(client, staff):
    """A browser of somebody who works here."""
    make_home()
    client.force_login(staff)
    return client


@pytest.mark.parametrize("address", THEMES)
def test_every_component_is_there(reader, address):
    """A new partial fails here until portal/gallery/specimens.py shows it."""
    response = reader.get(address)
    used = {template.name for template in response.templates if template.name}
    shown = {name.removeprefix("components/") for name in used if name.startswith("components/")}
    assert sorted(COMPONENTS - shown) == []


@pytest.mark.parametrize("address", THEMES)
def test_it_is_valid_html_with_each_id_once(reader, address):
    body = reader.get(address).content.decode()
    parser = html5lib.HTMLParser(strict=False)
    tree = parser.parse(body)
    assert [(position, name) for position, name, _ in parser.errors] == []
    ids = [one.get("id") for one in tree.iter() if one.get("id") is not None]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
    pointed = {
        target
        for one in tree.iter()
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls")
        for target in (one.get(name) or "").split()
    }
    assert pointed - set(ids) == set()


def test_it_shows_the_states_that_go_wrong(reader):
    body = reader.get("/thanh-phan/").content.decode()
    for state in (
        "tk-field--error",
        "disabled",
        'aria-current="true"',
        "tk-empty",
        "tk-as-focused",
    ):
        assert state in body


def test_visitors_are_asked_to_sign_in(client):
    response = client.get("/thanh-phan/")
    assert response.status_code == 302
    assert response.url.startswith("/dang-nhap/")


def test_an_account_without_the_right_finds_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("khong-nhom"))
    assert client.get("/thanh-phan/").status_code == 404


def test_it_is_open_while_developing(client, settings):
    make_home()
    settings.DEBUG = True
    response = client.get("/thanh-phan/")
    assert response.status_code == 200
    assert '<meta name="robots" content="noindex">' in response.content.decode()
