"""With a copy of the database, searches read there; everything else stays where it was."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import router

from pages.models import PortalPage
from portal.replica import SEARCHED, ReplicaRouter
from search.engine.tables import LIVE, NEXT
from search.models import IndexState
from search.similar.models import StoryTie
from tests.builders import make_news

pytestmark = pytest.mark.one_engine


def test_the_tables_of_the_index_are_read_from_the_copy():
    live = {LIVE.page, LIVE.passage, LIVE.vocabulary, LIVE.suggestion, LIVE.totals}
    assert {model._meta.model_name for model in live} == SEARCHED
    assert {ReplicaRouter().db_for_read(model) for model in live} == {"replica"}


@pytest.mark.parametrize("model", [PortalPage, IndexState, NEXT.page])
def test_all_else_is_read_where_it_is_written(model):
    assert ReplicaRouter().db_for_read(model) is None
    assert ReplicaRouter().db_for_write(LIVE.page) is None


def test_the_copy_is_not_migrated():
    assert ReplicaRouter().allow_migrate("replica", "search") is False
    assert ReplicaRouter().allow_migrate("default", "search") is None


def test_the_environment_names_the_copy():
    told = "import django; from django.conf import settings as s; django.setup();"
    told += "from search.engine.matching import reading_alias;"
    told += "from search.engine.state import writing_alias;"
    told += "print(s.DATABASES['replica']['HOST'], reading_alias(), writing_alias())"
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://a@main:5432/portal",
        "DATABASE_REPLICA_URL": "postgres://a@copy:5432/portal",
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
    }
    found = subprocess.run(
        [sys.executable, "-c", told],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == ["copy", "replica", "default"]


def test_a_publication_reads_what_it_wrote_itself(db, monkeypatch):
    monkeypatch.setattr(router, "routers", [ReplicaRouter()])
    story = make_news("Tin chim yến", lead="Đàn chim yến về làm tổ dưới mái trường.")
    assert StoryTie.objects.filter(page=story.pk, key="w:chim_yen").exists()
    story.unpublish()
    assert not StoryTie.objects.filter(page=story.pk).exists()
