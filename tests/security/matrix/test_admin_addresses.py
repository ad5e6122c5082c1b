"""The admin is shut to readers: every address, every method, real ids."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.urls.resolvers import URLResolver
from wagtail.models import Collection, Revision, Task, Workflow
from wagtail.models import Site as Front

from tests.security.matrix.answers import betrayed, undone
from tests.security.matrix.canaries import READERS, hidden_words, word

pytestmark = pytest.mark.django_db

OUTSIDE = ["anonymous", "council", "staff"]
SIGNERS = ["reviewer", "approver"]
SHUT = {302, 403, 404, 405}
# Words of Wagtail for its own scripts, and icons: the same for every installation.
OPEN = {"wagtailadmin_javascript_catalog", "wagtailadmin_sprite"}
# Wagtail's own trial of an error page.
FAILS = "wagtailadmin_error_test"
# The catalogue of titles and its filter: what awards exist is law, whoever received one.
CATALOGUE = ("/quan-tri/honors/awardtype/", "/quan-tri/honors/award/")
NAMES_OF_AWARD_TYPES = frozenset(word("decision", state, "text") for state in READERS)
# What editors open, by the beginning of the view's name.
EDITORS_DESK = (
    # the desk and the account
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_dismissibles",
    "wagtailadmin_editing_sessions:",
    "wagtail_modeladmin:javascript_catalog",
    # pages, and what may be chosen in them
    "wagtailadmin_pages:",
    "wagtailadmin_explore",
    "wagtailadmin_choose_page",
    "wagtailadmin_tag_autocomplete",
    "wagtailadmin_api:",
    "wagtailembeds:",
    # what came in, and its originals
    "intake:",
    # files and pictures
    "wagtaildocs",
    "wagtailimages",
    # registers
    "honors_",
    "organizations_",
    # the names of the two steps of moderation
    "wagtailadmin_workflows:task_ch",
    # a page that says "not found"
    "django.views.generic.base.TemplateView",
)
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
    pks = sorted({str(one.pk) for one in [*things, site.files["draft"], draft]})
    consent = site.pages["honoree", "draft"].consents.get()
    award = site.pages["decision", "draft"].awards.first()
    named["instance_pk"] = sorted({str(consent.pk), str(award.pk)})
    return {"page_id": both, "page_to_move_id": both[:1], "page_pk": both, "pk": pks, **named}


def addresses(site) -> Iterator[str]:
    """Every address of the admin, its parts filled in."""
    known = values(site)
    for route, name in admin_routes():
        if name in OPEN or name == FAILS:
            continue
        parts = [first or second for first, second in PART.findall(route)]
        for chosen in itertools.product(*(known.get(part, ["1"]) for part in parts)):
            filled = iter(chosen)
            address = PART.sub(lambda _, filled=filled: next(filled), route)
            yield "/" + re.sub(r"[\^$\\]", "", address)


def asked(addresses: Iterable[str], reader) -> Iterator[tuple[str, str, Any]]:
    """(address, method, answer) of each; nothing that is sent leaves a trace."""
    for address in addresses:
        for method in ("get", "post"):
            with undone(reader):
                yield address, method, getattr(reader, method)(address)


def secrets(role: str, address: str) -> frozenset[str]:
    """The words that an answer of this address must not hold."""
    words = hidden_words(role)
    return words - NAMES_OF_AWARD_TYPES if address.startswith(CATALOGUE) else words


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_admin_is_shut(site, reader, role):
    words, found, count = hidden_words(role), {}, 0
    for address, method, response in asked(addresses(site), reader):
        count += 1
        leaks = betrayed(response, words, address)
        if leaks or response.status_code not in SHUT:
            found[address, method, response.status_code] = leaks
    assert found == {}
    assert count > 400


@pytest.mark.parametrize("role", SIGNERS)
def test_signers_learn_of_no_page_that_nobody_handed_in(site, reader, role):
    found = {}
    for address, method, response in asked(addresses(site), reader):
        leaks = betrayed(response, secrets(role, address), address)
        if leaks or (response.status_code >= 500 and method == "get"):
            found[address, method, response.status_code] = leaks
    assert found == {}


def test_editors_open_what_they_work_with_and_nothing_else(site):
    """They write every page, so that no title is hidden from them there."""
    reader = Client(raise_request_exception=False)
    reader.force_login(site.users["editor"])
    one_of_each_view = {resolve(one).view_name: one for one in addresses(site)}.values()
    opened = {
        resolve(address).view_name
        for address, method, response in asked(one_of_each_view, reader)
        if response.status_code not in SHUT
    }
    assert sorted(name for name in opened if not name.startswith(EDITORS_DESK)) == []
    assert "wagtailadmin_pages:edit" in opened


@pytest.mark.parametrize("role", SIGNERS)
def test_signers_choose_and_list_only_files_they_may_read(site, reader, role):
    """By search, by number, by lists of numbers and through the API of the admin."""
    draft = site.pages["news", "draft"]
    file, picture = site.files["draft"], draft.cover
    for kind, pk in (("documents", file.pk), ("images", picture.pk)):
        chooser = f"/quan-tri/{kind}/chooser"
        for address in (
            f"{chooser}/?q=zq",
            f"{chooser}/results/?q=zq",
            f"{chooser}/chosen/{pk}/",
            f"{chooser}/chosen-multiple/?id={pk}",
            f"/quan-tri/api/main/{kind}/?fields=*",
            f"/quan-tri/api/main/{kind}/{pk}/",
        ):
            assert betrayed(reader.get(address), hidden_words(role), "") == [], address
        seen = reader.get(f"{chooser}/results/").content.decode()
        assert word("news", "public", "text") in seen


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
