"""“Was this what you looked for?”: one answer to each answer, counted, from nobody."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from search.desk.counted import Verdict
from search.desk.words import digest_of, key_of, looks_personal

SALT = "search.desk.verdict"
DAY = 24 * 60 * 60
YES, NO = "co", "khong"
PARAMETER = "y-kien"
LONGEST_ADDRESS = 4000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form needs: `token` stands for question and first page; `given`: YES, NO or ""."""

    token: str
    back: str
    given: str


def verdict_on(request: HttpRequest, found: Any) -> Asked | None:
    """The question below the results `found`; None where there is nothing to judge.

    The token is signed and good for one answer within a day, so that nobody can answer for
    searches that were never made, or twice. It holds a digest, not the words.
    """
    text, results = found.query.text, [*found.cards, *found.results]
    if not results or not key_of(text) or looks_personal(text):
        return None
    told = {"d": digest_of(key_of(text)), "p": results[0].page.pk, "n": secrets.token_hex(8)}
    given = request.GET.get(PARAMETER, "")
    address = request.GET.copy()
    address.pop(PARAMETER, None)
    return Asked(
        signing.dumps(told, salt=SALT),
        address.urlencode(),
        given if given in {YES, NO} else "",
    )


@require_POST
def verdict(request: HttpRequest) -> HttpResponse:
    """Count the answer and lead back to the results; a token that is used up counts nothing."""
    given = request.POST.get("tra-loi", "")
    if given in {YES, NO}:
        count(request.POST.get("phieu", ""), given)
    back = request.POST.get("ve", "")[:LONGEST_ADDRESS]
    parameters = f"{back}&{PARAMETER}={given}" if given in {YES, NO} else back
    return redirect(f"{reverse('search:search')}?{parameters.lstrip('&')}#y-kien")


def count(token: str, given: str) -> bool:
    """Write the answer YES or NO of this token; False when it is none, too old or used up."""
    try:
        told = signing.loads(token, salt=SALT, max_age=DAY)
    except signing.BadSignature:
        return False
    if not cache.add(f"search.verdict.{told['n']}", True, DAY):
        return False
    row = (timezone.localdate(), told["d"], told["p"], int(given == YES), int(given == NO))
    Verdict.objects.add([row])
    return True
