"""The shelf of saved searches, and the end of mails about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from pages.row_number import is_row_number
from regulations.linked.desk import for_staff
from search.request import address
from search.saved import shelf as shelves
from search.saved.mails import stop, stops
from search.saved.models import SavedSearch

PUT_AWAY = "da-xoa"


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def shelf(request: HttpRequest) -> HttpResponse:
    """The saved searches of the reader; a POST keeps one more and leads back to its results."""
    if request.method == "POST":
        return _keep(request)
    kept = shelves.shelf_of(request.user)
    context = {
        "kept": kept,
        "alerts": SavedSearch.Alert.choices,
        "put_away": _just_put_away(request),
        "most": shelves.MOST,
    }
    return render(request, "search/saved/shelf.html", context)


def _keep(request: HttpRequest) -> HttpResponse:
    query = request.POST.get("tim", "")
    try:
        saved = shelves.keep(
            request.user, request.POST.get("ten", ""), query, request.POST.get("thu", "")
        )
    except shelves.RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved: “%(name)s”.") % {"name": saved.name})
    return redirect(f"{reverse('search:search')}{address(shelves.asked_by(query))}")


def _just_put_away(request: HttpRequest) -> SavedSearch | None:
    """The search that was deleted a moment ago, for the way back."""
    text = request.GET.get(PUT_AWAY, "")
    if not is_row_number(text):
        return None
    mine = SavedSearch.objects.filter(user=request.user, put_away_at__isnull=False)
    return mine.filter(pk=int(text)).first()


@for_staff
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Do with a saved search of the reader's own what the button `viec` says. Raises Http404."""
    saved = get_object_or_404(SavedSearch, pk=pk, user=request.user)
    done = ACTS.get(request.POST.get("viec", ""))
    if done is None:
        raise Http404
    return redirect(done(request, saved))


def _open(request: HttpRequest, saved: SavedSearch) -> str:
    shelves.see(saved)
    return f"{reverse('search:search')}?{saved.query}"


def _see(request: HttpRequest, saved: SavedSearch) -> str:
    shelves.see(saved)
    return reverse("search:saved")


def _change(request: HttpRequest, saved: SavedSearch) -> str:
    shelves.rename(saved, request.POST.get("ten", ""), request.POST.get("thu", ""))
    messages.success(request, _("Changed: “%(name)s”.") % {"name": saved.name})
    return f"{reverse('search:saved')}#tim-{saved.pk}"


def _put_away(request: HttpRequest, saved: SavedSearch) -> str:
    shelves.put_away(saved)
    return f"{reverse('search:saved')}?{PUT_AWAY}={saved.pk}"


def _take_back(request: HttpRequest, saved: SavedSearch) -> str:
    shelves.take_back(saved)
    return f"{reverse('search:saved')}#tim-{saved.pk}"


ACTS: dict[str, Callable[[Any, SavedSearch], str]] = {
    "mo": _open,
    "da-xem": _see,
    "sua": _change,
    "xoa": _put_away,
    "lay-lai": _take_back,
}


# The mail program's own button sends no cookie; the signed address says whose mails they are.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def no_more_mails(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST ends all mails about saved searches. Raises Http404 for a wrong address."""
    user_id = stops(token)
    if user_id is None:
        raise Http404
    if request.method == "POST":
        stop(user_id)
    context = {"is_done": request.method == "POST"}
    return render(request, "search/saved/stop.html", context)
