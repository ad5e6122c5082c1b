"""Pages cost the same queries among many documents, and a publication writes only its own rows."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from accounts.audience import Audience
from benchmarks.made_repository import Maker, real_of
from benchmarks.repository import publish_one, states
from pages.models import PortalSettings
from regulations.models import DocumentRecord, RegulationIndexPage, RegulationPage
from tests.builders import make_index, make_regulation

# What a visitor's page may cost with nothing cached; a signed-in reader's session is three more.
MOST = {"visitor": 12, "editor": 18}


@pytest.fixture
def repository(db):
    """1,000 documents with 5,000 citations."""
    index = make_index(RegulationIndexPage, audience=Audience.PUBLIC)
    maker = Maker(index, 1000, 5000, real_of(None))
    maker.write()
    return maker


def test_what_is_made_is_what_publication_would_make(repository):
    """A made row that a real publication would write otherwise would make the figures lies."""
    page = RegulationPage.objects.get(pk=repository.papers[7].pk)
    fields = [f.attname for f in DocumentRecord._meta.concrete_fields if f.attname != "context"]
    made = DocumentRecord.objects.filter(pk=page.pk).values(*fields).get()
    page.save_revision().publish()
    rebuilt = DocumentRecord.objects.filter(pk=page.pk).values(*fields).get()
    differing = {name for name in fields if made[name] != rebuilt[name]}
    assert differing <= {"published_at", "effective_on", "starts_on", "problems", "lacks"}


@pytest.mark.parametrize("role", MOST)
def test_no_page_makes_more_queries(client, repository, request, role):
    # Made once, at the first look at a site.
    PortalSettings.objects.get_or_create(site=Site.objects.get())
    if role != "visitor":
        client.force_login(request.getfixturevalue(role))
    counts = {}
    for state in states(repository):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(state.address).status_code in {200, 302}, state.name
        counts[state.name] = len(queries)
    assert {name: count for name, count in counts.items() if count > MOST[role]} == {}


def test_a_publication_writes_only_its_own_rows(repository):
    written, own = publish_one(repository)
    assert written.total() <= own + 80


def test_the_list_shows_every_document_once(client, repository):
    seen = []
    for number in range(1, 60):
        page = client.get(f"{repository.parent.url}?trang={number}").context["page_obj"]
        seen += [document.pk for document in page]
        if not page.has_next():
            break
    public = {one.pk for one in repository.papers if one.audience == "public"}
    assert len(seen) == len(set(seen))
    assert set(seen) == public


def test_a_moved_document_is_in_its_new_list(client, db):
    old = make_index(RegulationIndexPage, audience=Audience.PUBLIC)
    page = make_regulation(audience=Audience.PUBLIC)
    other = old.get_parent().add_child(
        instance=RegulationIndexPage(title="Khác", slug="khac", audience=Audience.PUBLIC)
    )
    page.move(other, pos="last-child")
    assert [one.pk for one in client.get(other.url).context["page_obj"]] == [page.pk]
    assert list(client.get(old.url).context["page_obj"]) == []
