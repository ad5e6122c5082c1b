"""Every address of the portal that one reader reaches by following links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from lxml import html

from tests.journeys.running import PASSWORD

# Not the portal's pages: files as they are, and Wagtail's own admin.
OUTSIDE = re.compile(r"/(static|media|quan-tri)/")
LINKS = "//a/@href | //area/@href | //link[@rel='alternate']/@href"
# Seconds are many: a test machine may be busy.
THREADS, PATIENCE = 4, 300


@dataclass(frozen=True)
class Answer:
    """What came for an address: status, media type and body; `asked` is the path with query."""

    asked: str
    status: int
    kind: str
    body: bytes

    @property
    def is_page(self) -> bool:
        """Whether a person reads it: HTML, but not of Wagtail's admin."""
        return self.kind == "text/html" and b'<body id="wagtail"' not in self.body

    @property
    def links(self) -> Iterator[str]:
        """The paths with query that the page leads to on this portal."""
        if not self.is_page or not self.body:
            return
        here = f"http://portal{self.asked}"
        for link in html.fromstring(self.body).xpath(LINKS):
            there = urlsplit(urldefrag(urljoin(here, link)).url)
            if there.netloc == "portal" and not OUTSIDE.match(there.path):
                yield there._replace(scheme="", netloc="").geturl()


class Reader:
    """A visitor, or somebody who has signed in, who opens addresses without a browser."""

    def __init__(self, site: str, username: str = "") -> None:
        self.site, self.name = site, username or "visitor"
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        if username:
            answer = self.send("/dang-nhap/", username=username, password=PASSWORD)
            if b'name="password"' in answer.body:
                raise PermissionError(f"{username} could not sign in")

    def get(self, path: str) -> Answer:
        """Open `path`; redirects are followed."""
        return self._open(Request(self.site + path), path)  # noqa: S310 - our own server

    def send(self, path: str, **fields: str) -> Answer:
        """Fill in and send the form at `path` as a browser would."""
        form = html.fromstring(self.get(path).body)
        (token,) = set(form.xpath("//main//input[@name='csrfmiddlewaretoken']/@value"))
        data = urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        headers = {"Referer": self.site + path}
        return self._open(Request(self.site + path, data, headers), path)  # noqa: S310

    def _open(self, request: Request, path: str) -> Answer:
        try:
            given = self._opener.open(request, timeout=PATIENCE)
        except HTTPError as refused:
            given = refused
        with given:
            kind = given.headers.get_content_type()
            return Answer(path, given.status, kind, given.read())


def crawl(reader: Reader, start: Iterable[str]) -> dict[str, Answer]:
    """What every address answers that is in `start` or that links from there lead to, by path.

    A list can be narrowed in ways without number: of an address with a query, what is not in
    `start` is opened only if it has a name in its query that none had before it at that path.
    """
    found: dict[str, Answer] = {}
    ahead = list(dict.fromkeys(start))
    seen = {part for path in ahead for part in parts_of(path)}
    with ThreadPoolExecutor(THREADS) as pool:
        while ahead:
            answers = list(pool.map(reader.get, ahead))
            found.update((answer.asked, answer) for answer in answers)
            ahead = []
            for link in (link for answer in answers for link in answer.links):
                if parts_of(link) - seen:
                    seen |= parts_of(link)
                    ahead.append(link)
    return found


def parts_of(path: str) -> set[tuple[str, str]]:
    """The path itself, and the path with each name of the query."""
    parts = urlsplit(path)
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    return {(parts.path, name) for name in ["", *names]}
