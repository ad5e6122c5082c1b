"""The reader's own list, the act of confirming and of taking it back, and who has confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pages.models import PortalPage
from regulations.linked.desk import for_editors, for_staff
from regulations.models import Acknowledgement
from regulations.to_read.asked import Share, required
from regulations.to_read.lines import lines_of
from regulations.to_read.people import people_asked

PER_PAGE = 20


@for_staff
@require_safe
def to_read(request: HttpRequest) -> HttpResponse:
    """What the reader has to read, and below it what they confirmed, the latest first."""
    documents = required(request.user)
    given = documents.filter(given_at__isnull=False).order_by("-given_at", "page")
    page = Paginator(given, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "waiting": lines_of(documents.filter(given_at__isnull=True)),
        "page_obj": page,
        "given": lines_of(page),
        "breadcrumbs": [],
    }
    return render(request, "regulations/to_read/page.html", context)


@for_staff
@require_POST
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm (`da-doc`), or take it back (`rut-lai`). Raises Http404 for what is not asked."""
    record = required(request.user).filter(page=pk).first()
    if record is None:
        raise Http404
    page, mine = record.page, Acknowledgement.objects.filter(page=pk, reader=request.user)
    if "rut-lai" in request.POST:
        mine.delete()
        messages.success(request, _("Your confirmation is taken back."))
    elif "da-doc" in request.POST:
        mine.get_or_create(
            page=page, reader=request.user, defaults={"revision": page.live_revision_id}
        )
        messages.success(request, _("Thank you. It is recorded that you have read the document."))
    else:
        messages.error(request, _("Tick “I have read the whole document”, then confirm."))
    return redirect(f"{page.get_url(request)}#xac-nhan")


@for_editors
@require_safe
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has confirmed and who has not. Raises Http404 for what the user may not see."""
    page = PortalPage.objects.visible_to(request.user).filter(pk=pk).select_related("record")
    document = page.filter(record__acknowledge_by__isnull=False).first()
    if document is None:
        raise Http404
    people = people_asked(document)
    given = sum(one.given_at is not None for one in people)
    context = {"document": document, "people": people, "share": Share(given, len(people))}
    return render(request, "regulations/to_read/readers.html", context)
