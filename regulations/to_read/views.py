"""The reader's own list, the act of confirming and of taking it back, and who has confirmed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pages.models import PortalPage
from pages.querysets import visible_rule
from regulations.linked.desk import for_editors, for_staff
from regulations.models import Acknowledgement
from regulations.to_read.acts import ChangedMeanwhileError, confirm, take_back
from regulations.to_read.asked import Share, required
from regulations.to_read.lines import lines_of
from regulations.to_read.people import people_asked

PER_PAGE = 20


@for_staff
@require_safe
def to_read(request: HttpRequest) -> HttpResponse:
    """What the reader has to read, and below it what they confirmed, the latest first."""
    mine = Acknowledgement.objects.filter(visible_rule(request.user, "page"), reader=request.user)
    given = mine.filter(page__record__isnull=False).select_related("page__record")
    page = Paginator(given.order_by("-given_at"), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "waiting": lines_of(one for one in required(request.user) if one.given_at is None),
        "page_obj": page,
        "given": page.object_list,
        "breadcrumbs": [],
    }
    return render(request, "regulations/to_read/page.html", context)


@for_staff
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm (`da-doc`) the words shown (`ban-chu`), or take it back (`rut-lai`).

    Raises Http404 for what is not asked of the reader, or not theirs to take back.
    """
    if "rut-lai" in request.POST:
        page = _own(request.user, pk)
        take_back(page, request.user)
        messages.success(request, _("Your confirmation is taken back."))
    else:
        record = required(request.user).filter(page=pk).first()
        if record is None:
            raise Http404
        page = record.page
        _confirm(request, record)
    return redirect(f"{page.get_url(request)}#xac-nhan")


def _own(user: Any, pk: int) -> PortalPage:
    page = PortalPage.objects.visible_to(user).filter(pk=pk, acknowledgements__reader=user).first()
    if page is None:
        raise Http404
    return page


def _confirm(request: HttpRequest, record: Any) -> None:
    if "da-doc" not in request.POST:
        messages.error(request, _("Tick “I have read the whole document”, then confirm."))
        return
    try:
        confirm(record, request.user, request.POST.get("ban-chu", ""))
    except ChangedMeanwhileError:
        messages.error(
            request, _("The document was changed just now. Read the new text, then confirm.")
        )
    else:
        messages.success(request, _("Thank you. It is recorded that you have read the document."))


@for_editors
@require_safe
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has confirmed and who has not. Raises Http404 for what the user may not see."""
    found = PortalPage.objects.visible_to(request.user).filter(pk=pk).select_related("record")
    page = found.filter(record__acknowledge_by__isnull=False).first()
    if page is None:
        raise Http404
    people = people_asked(page.specific)
    given = sum(one.given_at is not None for one in people)
    context = {"document": page, "people": people, "share": Share(given, len(people))}
    return render(request, "regulations/to_read/readers.html", context)
