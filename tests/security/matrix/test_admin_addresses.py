"""The admin is shut to readers: every address, every method, real ids."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from wagtail.models import Collection, Revision, Task, Workflow
from wagtail.models import Site as Front

from tests.security.matrix.answers import betrayed
from tests.security.matrix.canaries import hidden_words

pytestmark = pytest.mark.django_db

OUTSIDE = ["anonymous", "council", "staff"]
SHUT = {302, 403, 404}
# Words of Wagtail for its own scripts, and icons: the same for every installation.
OPEN = {"wagtailadmin_javascript_catalog", "wagtailadmin_sprite"}
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def admin_routes(resolver=None, prefix="") -> Iterator[tuple[str, str | None]]:
    """(route, name) of everything in the admin."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from admin_routes(pattern, route)
        elif route.lstrip("^").startswith("quan-tri/"):
            yield route, pattern.name


def values(site) -> dict[str, list[str]]:
    """What stands in each part of an address, by the name of the part."""
    draft, plan = site.pages["news", "draft"], site.pages["plan", "council"]
    revision = Revision.objects.for_instance(draft).first().pk
    numbers = {
        "revision_id": revision,
        "revision_id_a": revision,
        "revision_id_b": "latest",
        "parent_page_id": draft.get_parent().pk,
        "destination_id": draft.get_parent().pk,
        "task_id": Task.objects.first().pk,
        "workflow_pk": Workflow.objects.first().pk,
        "collection_id": Collection.objects.first().pk,
        "document_id": site.files["draft"].pk,
        "doc_id": site.files["draft"].pk,
        "image_id": draft.cover_id,
        "filter_spec": "original",
        "app_label": "news",
        "app_name": "news",
        "content_type_app_name": "news",
        "model_name": "newspage",
        "content_type_model_name": "newspage",
        "action_name": "approve",
        "action": "delete",
        "uidb64": "MQ",
        "token": "set-password",
    }
    both = [str(draft.pk), str(plan.pk)]
    named = {name: [str(value)] for name, value in numbers.items()}
    things = [site.users["admin"], Group.objects.first(), Front.objects.first()]
    pks = sorted({str(draft.pk), str(site.files["draft"].pk), *(str(one.pk) for one in things)})
    return {"page_id": both, "page_to_move_id": both[:1], "page_pk": both, "pk": pks, **named}


def addresses(site) -> Iterator[str]:
    """Every address of the admin, its parts filled in."""
    known = values(site)
    for route, name in admin_routes():
        if name in OPEN:
            continue
        parts = [first or second for first, second in PART.findall(route)]
        for chosen in itertools.product(*(known.get(part, ["1"]) for part in parts)):
            filled = iter(chosen)
            address = PART.sub(lambda _, filled=filled: next(filled), route)
            yield "/" + re.sub(r"[\^$\\]", "", address)


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_admin_is_shut(site, reader, role):
    words, found, count = hidden_words(role), {}, 0
    for address in addresses(site):
        for method in (reader.get, reader.post):
            response = method(address)
            count += 1
            leaks = betrayed(response, words, address)
            if leaks or response.status_code not in SHUT:
                found[address, response.status_code] = leaks
    assert found == {}
    assert count > 400


@pytest.mark.parametrize("role", OUTSIDE)
def test_lists_of_ids_and_searches_in_the_admin_are_shut(site, reader, role):
    draft = site.pages["news", "draft"]
    bulk = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    for address in (
        f"{bulk}?id={draft.pk}",
        f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={draft.pk}",
        f"{reverse('wagtailadmin_choose_page_search')}?q=zq",
        f"{reverse('wagtailadmin_pages:search')}?q=zq",
        f"{reverse('wagtailadmin_tag_autocomplete')}?term=zq",
        f"{reverse('wagtailadmin_api:pages:listing')}?fields=*",
    ):
        response = reader.get(address)
        assert response.status_code in SHUT, address
        assert betrayed(response, hidden_words(role), "") == [], address


@pytest.mark.parametrize("role", ["admin", "editor"])
def test_the_admin_opens_for_those_who_work_there(site, reader, role):
    draft = site.pages["news", "draft"]
    assert reader.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200
