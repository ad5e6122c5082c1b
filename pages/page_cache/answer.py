"""What is kept of an answer, and how it is given: compressed, and asked for again each time."""

from __future__ import annotations

import gzip
import re
from hashlib import blake2b
from typing import NamedTuple

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

# What is withdrawn must be gone at once: a browser asks each time, mostly to hear 304.
CONTROL = "max-age=0, must-revalidate"
VARY = "Accept-Encoding, Cookie"
# Hop by hop, or ours to say. Last-Modified counts in seconds and does not see that an entry left
# a list: only the ETag is honest.
DROPPED = frozenset(
    [
        "age",
        "cache-control",
        "content-length",
        "content-type",
        "date",
        "etag",
        "expires",
        "last-modified",
        "vary",
    ]
)
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
TAG = re.compile(r'(?:W/)?"([^"]*)"')


class Answer(NamedTuple):
    """The body as it is sent, its coding ("br", "gzip" or ""), its tag, its type, other headers."""

    body: bytes
    coding: str
    tag: str
    content_type: str
    headers: tuple[tuple[str, str], ...]

    def give(self, known: str) -> HttpResponse:
        """The answer; 304 to a browser that has it: `known` is its If-None-Match."""
        if self.tag in TAG.findall(known):
            response = HttpResponseNotModified()
        else:
            response = HttpResponse(self.body)
            response.headers["Content-Length"] = str(len(self.body))
            if self.coding:
                response.headers["Content-Encoding"] = self.coding
            response.headers["Content-Type"] = self.content_type
        for name, value in self.headers:
            response.headers[name] = value
        response.headers["ETag"] = f'W/"{self.tag}"'
        response.headers["Cache-Control"] = CONTROL
        response.headers["Vary"] = VARY
        return response


def answer_of(response: HttpResponse, coding: str) -> Answer:
    """What is kept of `response`, in the coding given.

    Compressed without fear of guessing by length: it holds no secret, only what everybody reads.
    """
    body = response.content
    headers = [(name, value) for name, value in response.items() if name.lower() not in DROPPED]
    tag = blake2b(body, digest_size=12).hexdigest()
    return Answer(compressed(body, coding), coding, tag, response["Content-Type"], tuple(headers))


def compressed(body: bytes, coding: str) -> bytes:
    """`body` in the coding "br" or "gzip"; as it is for any other."""
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY)
    return gzip.compress(body, GZIP_LEVEL, mtime=0) if coding == "gzip" else body


def coding_for(request: HttpRequest) -> str:
    """The smallest coding that the browser understands."""
    understood = request.META.get("HTTP_ACCEPT_ENCODING", "")[:200].lower().replace(" ", "")
    offers = {offer for offer in understood.split(",") if not offer.endswith((";q=0", ";q=0.0"))}
    names = {offer.partition(";")[0] for offer in offers}
    return next((coding for coding in ("br", "gzip") if coding in names), "")
