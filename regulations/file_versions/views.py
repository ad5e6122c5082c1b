"""Old copies of files, each at an address of its own."""

from __future__ import annotations

import mimetypes
from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from accounts.sign_in import redirect_to_sign_in
from regulations.file_versions.reading import may_open_copy
from regulations.models import FileVersion

# Shown in the browser, as Wagtail shows them; everything else is downloaded.
SHOWN = frozenset({"application/pdf"})


@require_safe
def old_copy(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The file as it was. A visitor is asked to sign in, whether there is one or not.

    Raises Http404 for anybody else without the right: it tells neither name nor existence.
    """
    if not request.user.is_authenticated:
        return redirect_to_sign_in(request)
    versions = FileVersion.objects.filter(until__isnull=False).select_related("page", "file")
    version = versions.filter(pk=pk).first()
    if version is None or not may_open_copy(version, request.user):
        raise Http404
    if PurePath(version.file.filename).name != name:
        raise Http404
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    try:
        opened = version.file.file.open("rb")
    except OSError as error:
        raise Http404 from error
    response = FileResponse(opened, as_attachment=kind not in SHOWN, filename=name)
    response["Content-Type"] = kind
    response["X-Content-Type-Options"] = "nosniff"
    return response
