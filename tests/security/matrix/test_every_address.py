"""Every address x everybody x every state: no answer holds a word of a page hidden from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from pages.models import PortalPage
from regulations.models import Citation, Provision, Relation, WantedDocument
from tests.security.matrix.answers import betrayed, told, undone
from tests.security.matrix.canaries import (
    EVERYONE,
    FILE_WORKERS,
    IN_EVERY_TEXT,
    IN_EVERY_TITLE,
    READERS,
    hidden_from,
    hidden_words,
    word,
)

pytestmark = pytest.mark.django_db

ROLES = sorted(EVERYONE)
ADMIN = "quan-tri/"
# What to ask for where an address has a part to fill in; the rest is asked for as it stands.
# These are walked by `addresses` page by page, number by number, file by file.
WALKED = {"wagtail_serve", "page_by_id", "by_number", "wagtaildocs_serve"}
WALKED |= {"list_feed", "docx", "akoma_ntoso", "cited_by", "cascade", "listing", "detail"}
WALKED |= {"wanted_by", "wanted_draft", "review_checked", "acknowledge", "readers"}
FILLED = {
    "wagtaildocs_authenticate_with_password": ["/tai-lieu/authenticate_with_password/1/"],
    "wagtailcore_authenticate_with_password": ["/_util/authenticate_with_password/1/{page}/"],
    "rendition": ["/tep/original_images/{file}", "/tep/documents/{file}", "/tep/images/{file}"],
    # tests/regulations/test_file_versions.py asks for old copies that there are.
    "old_copy": ["/ban-cu/1/{file}", "/ban-cu/999999/a.pdf"],
    "sitemap_part": ["/sitemap-1.xml", "/sitemap-2.xml"],
    "share_picture": ["/anh-chia-se/0/{page}.jpg"],
    "password_reset_confirm": ["/quen-mat-khau/MQ/set-password/"],
    # tests/search/saved asks for shelves on which something lies.
    "saved_act": ["/noi-bo/tim-kiem-da-luu/1/", "/noi-bo/tim-kiem-da-luu/999999/"],
    "saved_stop": ["/thoi-nhan-thu/eyJ1IjoxfQ:1tXYZ:abc/"],
}


def routes(resolver=None, prefix="") -> Iterator[tuple[str, str | None]]:
    """(route, name) of everything outside the admin."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if route.lstrip("^").startswith(ADMIN):
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield route, pattern.name


def plain_addresses(site) -> list[str]:
    """Each address outside the admin, its parts filled in."""
    page = site.pages["news", "draft"]
    file = page.cover.file.name.rsplit("/", 1)[-1]
    found = []
    for route, name in routes():
        if name in FILLED:
            found += [one.format(page=page.pk, file=file) for one in FILLED[name]]
        elif name not in WALKED:
            found.append(f"/{route}")
    return found


def page_addresses(site) -> list[str]:
    """Every page; the lists also in their later pages and narrowed."""
    found = []
    for page in PortalPage.objects.filter(depth__gt=1):
        address = page.get_url_parts()[2]
        found += [address, f"/trang/{page.pk}/", f"/anh-chia-se/0/{page.pk}.jpg"]
        if page.depth == 3:
            found += [f"{address}?trang=2", f"{address}?nam=1990", f"{address}?loai=movement"]
    # The number of no page, and one that no database takes.
    found += ["/trang/999999/", f"/trang/{10**30}/"]
    return [*found, f"/bang-vang/?ten={IN_EVERY_TITLE}", "/khong-co/", "/zqkhong/co/"]


def document_addresses(site) -> list[str]:
    """What there is beside the page of a document, and each list as a feed."""
    found = []
    for (kind, _state), page in site.pages.items():
        if kind in {"decision", "plan", "regulation"}:
            found += [f"/tai-ve/{page.pk}/a.docx", f"/tai-ve/{page.pk}/a.xml"]
            found += [f"/duoc-dan/{page.pk}/", f"/so-do/{page.pk}/", f"/so-sanh/?a={page.pk}"]
            found += [f"/van-ban-can-ra-soat/{page.pk}/da-xem/", f"/api/v1/documents/{page.pk}/"]
            found.append(f"/noi-bo/kiem-tra-trung/?trang={page.pk}")
            found += [f"/can-doc/{page.pk}/", f"/can-doc/{page.pk}/nguoi-doc/"]
            found += [f"/api/v1/{rows}/?page={page.pk}" for rows in ("provisions", "citations")]
    lists = PortalPage.objects.filter(depth=3).values_list("pk", flat=True)
    return [*found, *(f"/nguon-tin/{pk}.atom" for pk in lists)]


def row_addresses() -> list[str]:
    """Rows that are derived from documents, one by one and in lists."""
    models = {"provisions": Provision, "citations": Citation, "relations": Relation}
    found = [f"/api/v1/{rows}/?limit=100" for rows in ("documents", *models)]
    for rows, model in models.items():
        ids = model.objects.values_list("pk", flat=True)
        found += [f"/api/v1/{rows}/{pk}/" for pk in ids]
    for pk in [*WantedDocument.objects.values_list("pk", flat=True), 999999]:
        found += [f"/van-ban-can-bo-sung/{pk}/", f"/van-ban-can-bo-sung/{pk}/ban-nhap/"]
    return found


def questions(site, role) -> list[str]:
    """Searches, suggestions, filters and numbers that ask for what is hidden."""
    found = [f"/tim-kiem/?q={IN_EVERY_TEXT}&trang={number}" for number in range(1, 6)]
    found += [f"/tim-kiem/?q={IN_EVERY_TITLE}", f"/tim-kiem/goi-y/?q={IN_EVERY_TITLE}"]
    found += [f"/tim-kiem/?loai={page._meta.model_name}" for page in site.pages.values()]
    for kind, state in hidden_from(role):
        title, text = word(kind, state, "title"), word(kind, state, "text")
        found += [f"/tim-kiem/?q={title}", f"/tim-kiem/?q={text}", f"/tim-kiem/goi-y/?q={title}"]
        if kind == "news":
            found.append(f"/tin-tuc/?the={text}")
        if kind == "decision":
            found.append(f"/bang-vang/?danh-hieu={text}")
        if kind == "honoree":
            found.append(f"/bang-vang/?ten={title}")
        number = getattr(site.pages.get((kind, state)), "number", "")
        if number:
            found += [f"/so/{number}/", f"/tim-kiem/goi-y/?q={number}"]
    return list(dict.fromkeys(found))


def test_the_matrix_knows_every_address():
    unknown = [
        route
        for route, name in routes()
        if re.search(r"[<(^]", route) and name not in WALKED | FILLED.keys()
    ]
    assert unknown == []


@pytest.mark.parametrize("role", ROLES)
def test_no_address_betrays_a_page(site, reader, role):
    words, found = hidden_words(role), {}
    pages = [*page_addresses(site), *document_addresses(site), *row_addresses()]
    for address in [*plain_addresses(site), *pages, *questions(site, role)]:
        response = reader.get(address)
        leaks = betrayed(response, words, address)
        if leaks or response.status_code >= 500:
            found[address] = (response.status_code, leaks)
    assert found == {}


@pytest.mark.parametrize("role", ["anonymous", "staff", "editor"])
def test_no_address_betrays_a_page_to_what_is_sent(site, reader, role):
    words, found = hidden_words(role), {}
    pages = [page.get_url_parts()[2] for page in site.pages.values()]
    pages += document_addresses(site)
    sent = {"q": IN_EVERY_TITLE, "username": IN_EVERY_TITLE, "da-doc": "1"}
    for address in [*plain_addresses(site), *pages, f"/tim-kiem/?q={IN_EVERY_TITLE}"]:
        with undone(reader):
            response = reader.post(address, sent)
            leaks = betrayed(response, words, address)
        if leaks or response.status_code >= 500:
            found[address] = (response.status_code, leaks)
    assert found == {}


@pytest.mark.parametrize("role", ROLES)
def test_readers_get_their_pages_and_nobody_else_does(site, reader, role):
    for (kind, state), page in site.pages.items():
        response = reader.get(page.get_url_parts()[2])
        may = role in READERS[state]
        assert (response.status_code == 200) == may, (kind, state)
        assert (word(kind, state, "title") in told(response)) == may, (kind, state)


@pytest.mark.parametrize("role", ROLES)
def test_files_follow_their_pages(site, reader, role):
    for state, file in site.files.items():
        response = reader.get(file.url)
        may = role in READERS[state] | FILE_WORKERS
        assert (response.status_code == 200) == may, state
        assert (word("news", state, "text") in told(response)) == may, state


@pytest.mark.parametrize("role", ROLES)
def test_a_hidden_file_has_no_other_way_out(site, reader, role):
    for state, file in site.files.items():
        picture = site.pages["news", state].cover.file.name
        for name in (file.file.name, picture, f"../{file.file.name}"):
            assert reader.get(f"/tep/{name}").status_code == 404
        wrong_name = reader.get(f"/tai-lieu/{file.pk}/khac.txt")
        if role not in READERS[state] | FILE_WORKERS:
            assert betrayed(wrong_name, hidden_words(role), "") == []
