"""Settings that would break a promise are refused at start-up."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core.checks.registry import registry

from portal import checks
from portal.settings import env


def ids(found):
    return [error.id for error in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"ATOMIC_REQUESTS": True}, ["portal.E001"]),
        ({"OPTIONS": {}}, ["portal.E002"]),
    ],
)
def test_sqlite_for_several_writers(tmp_path, changes, expected):
    database = env.sqlite(tmp_path / "a.sqlite3") | changes
    assert ids(checks.writers_problems({"default": database})) == expected


def test_postgresql_may_have_atomic_requests():
    database = {"ENGINE": "django.db.backends.postgresql", "ATOMIC_REQUESTS": True}
    assert checks.writers_problems({"default": database}) == []


def test_the_checks_run_with_djangos_own():
    registered = {check.__name__ for check in registry.get_checks()}
    assert {check for check in vars(checks) if check in registered} == {
        "databases_bear_several_writers",
        "production_shows_no_details",
        "there_is_one_visibility_rule",
        "files_lie_where_no_web_server_looks",
    }


@pytest.mark.parametrize(
    ("module", "expected"),
    [("portal.settings.production", ["portal.E003"]), ("portal.settings.development", [])],
)
def test_debug_is_for_development(settings, module, expected):
    settings.DEBUG = True
    settings.SETTINGS_MODULE = module
    assert ids(checks.production_shows_no_details(None)) == expected


@pytest.mark.parametrize("name", checks.PRIVACY_OPTIONS)
def test_wagtails_privacy_stays_off(settings, name):
    assert checks.there_is_one_visibility_rule(None) == []
    setattr(settings, name, {"SHARED_PASSWORD": True, "LOGIN": False, "GROUPS": False})
    assert ids(checks.there_is_one_visibility_rule(None)) == ["portal.E004"]


def test_files_are_kept_apart_from_static_files(settings, tmp_path):
    settings.STATIC_ROOT, settings.MEDIA_ROOT = tmp_path / "static", tmp_path / "files"
    assert checks.files_lie_where_no_web_server_looks(None) == []
    settings.MEDIA_ROOT = tmp_path / "static" / "files"
    assert ids(checks.files_lie_where_no_web_server_looks(None)) == ["portal.E005"]


def test_debug_is_off():
    assert settings.DEBUG is False
