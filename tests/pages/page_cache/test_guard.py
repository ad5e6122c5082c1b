"""What is not for everybody ends in an error before it is kept for everybody."""

from __future__ import annotations

import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from accounts.audience import Audience
from accounts.models import User
from pages.page_cache.guard import NotForEverybodyError, check
from pages.page_cache.marks import written_for
from pages.page_cache.middleware import PageCacheMiddleware
from tests.builders import make_home


def answer(audience=Audience.PUBLIC, **headers):
    return written_for(HttpResponse("<p>Chào</p>", headers=headers), audience)


def cookie():
    made = answer()
    made.set_cookie("theo-doi", "1")
    return made


def form():
    return written_for(
        HttpResponse('<input name="csrfmiddlewaretoken" value="x">'), Audience.PUBLIC
    )


NOT_KEPT = {
    "staff": lambda: answer(Audience.STAFF),
    "council": lambda: answer(Audience.COUNCIL),
    "cookie": cookie,
    "vary-cookie": lambda: answer(Vary="Accept, cookie"),
    "vary-authorization": lambda: answer(Vary="Authorization"),
    "vary-all": lambda: answer(Vary="*"),
    "private": lambda: answer(**{"Cache-Control": "private, max-age=60"}),
    "no-store": lambda: answer(**{"Cache-Control": "No-Store"}),
    "form": form,
    "stream": lambda: written_for(StreamingHttpResponse(["a"]), Audience.PUBLIC),
}


def asked(user=None, **fields):
    request = RequestFactory().get("/")
    request.user = user or AnonymousUser()
    for name, value in fields.items():
        setattr(request, name, value)
    return request


@pytest.fixture
def through(settings, db):
    """A request for the home page through the cache to a view that gives this answer."""
    settings.PAGE_CACHE_SECONDS = 3600
    make_home()
    yield lambda made: PageCacheMiddleware(lambda request: made)(RequestFactory().get("/"))
    caches["pages"].clear()


@pytest.mark.parametrize("make", NOT_KEPT.values(), ids=NOT_KEPT)
def test_the_guard_raises(through, make):
    with pytest.raises(NotForEverybodyError):
        through(make())


@pytest.mark.parametrize("make", NOT_KEPT.values(), ids=NOT_KEPT)
def test_on_the_real_server_it_logs_and_does_not_keep(through, settings, caplog, make):
    settings.PAGE_CACHE_RAISES = False
    with caplog.at_level(logging.ERROR):
        given = through(make())
    assert "Not kept" in caplog.text
    assert "ETag" not in given
    fresh = written_for(HttpResponse("neu"), Audience.PUBLIC)
    assert through(fresh).content == b"neu"


def test_a_plain_public_answer_passes_and_is_kept(through):
    through(answer())
    assert through(HttpResponse("anders")).content == "<p>Chào</p>".encode()


def test_an_answer_of_which_nobody_says_for_whom_is_not_kept(through):
    through(HttpResponse("x"))
    assert through(HttpResponse("y")).content == b"y"


def test_an_error_is_not_kept(through):
    through(written_for(HttpResponse("x", status=404), Audience.PUBLIC))
    assert through(HttpResponse("y")).content == b"y"


def test_neither_a_preview_nor_somebody_signed_in_passes():
    for request in (asked(is_preview=True), asked(user=User(username="an"))):
        with pytest.raises(NotForEverybodyError):
            check(request, answer())


def test_a_preview_never_comes_this_way(through):
    through(answer())
    request = RequestFactory().get("/")
    request.is_preview = True
    draft = answer(Audience.STAFF)
    assert PageCacheMiddleware(lambda request: draft)(request) is draft
