"""What the first view of a page loads: how many requests, how many bytes, from where.

HTML as it is served (Brotli 5); stylesheets, scripts and icons as they are collected for the real
server (Brotli 11, `portal.staticfiles`); fonts and pictures as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import brotli
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from portal.staticfiles import flatten

KIB = 1024
# ../shared/UX.md and the issue: what a page may weigh.
MOST_FRAME, MOST_FONTS, MOST_REQUESTS, MOST_IN_ALL = 30 * KIB, 80 * KIB, 12, 250 * KIB
# A telephone of 390 points with two dots to the point.
DOTS = 780
MODULE = re.compile(r"(?:from|import)\s*[\"'](\.[^\"']+)[\"']")


class Loaded(HTMLParser):
    """The addresses that a browser fetches for what it shows first."""

    def __init__(self) -> None:
        super().__init__()
        self.frame: set[str] = set()
        self.fonts: set[str] = set()
        self.pictures: set[str] = set()
        self._offers: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link":
            self._link(given.get("rel", "").split(), given)
        elif tag == "script" and "src" in given:
            self.frame.add(given["src"])
        elif tag == "use":
            self.frame.add(given["href"].partition("#")[0])
        elif tag == "picture":
            self._offers = None
        elif tag == "source":
            self._offers = self._offers or given.get("srcset")
        elif tag == "img" and given.get("loading") != "lazy":
            self.pictures.add(best(self._offers or given.get("srcset", "")) or given["src"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "picture":
            self._offers = None

    def _link(self, rel: list[str], given: dict[str, str]) -> None:
        if {"stylesheet", "icon", "modulepreload"} & set(rel):
            self.frame.add(given["href"])
        elif "preload" in rel:
            (self.fonts if given.get("as") == "font" else self.frame).add(given["href"])


def best(srcset: str) -> str:
    """The offer a telephone takes: the narrowest that is wide enough, else the widest."""
    offers = []
    for offer in filter(None, (part.strip() for part in srcset.split(","))):
        address, _, size = offer.partition(" ")
        offers.append((int(size[:-1]) if size.endswith("w") else DOTS, address))
    wide = [offer for offer in sorted(offers) if offer[0] >= DOTS]
    return (wide or sorted(offers)[-1:] or [(0, "")])[0][1]


@dataclass(slots=True)
class Weight:
    """Bytes of the frame (HTML, stylesheets, scripts, icons), fonts and pictures; requests."""

    html: int
    frame: int
    fonts: int
    pictures: int
    requests: int
    foreign: set[str] = field(default_factory=set)

    def over_budget(self) -> dict[str, Any]:
        """What is over its budget, and how much it is."""
        weighed = {
            "frame": (self.frame, MOST_FRAME),
            "fonts": (self.fonts, MOST_FONTS),
            "requests": (self.requests, MOST_REQUESTS),
            "first view": (self.frame + self.fonts + self.pictures, MOST_IN_ALL),
        }
        over = {name: f"{got} of {most}" for name, (got, most) in weighed.items() if got > most}
        if over:
            over["html"] = self.html
        return over | ({"foreign": self.foreign} if self.foreign else {})


def weigh(client: Any, address: str) -> Weight:
    """What a visitor's first view of `address` loads."""
    answer = client.get(address, headers={"accept-encoding": "br"})
    html = answer.content
    if answer.get("Content-Encoding") == "br":
        body = brotli.decompress(html)
    else:
        body, html = html, brotli.compress(html, quality=5)
    loaded = Loaded()
    loaded.feed(body.decode())
    frame = with_imports(loaded.frame)
    everything = frame | loaded.fonts | loaded.pictures
    foreign = {name for name in everything if urlsplit(name).netloc}
    pictures = [b"".join(client.get(name)) for name in loaded.pictures - foreign]
    return Weight(
        html=len(html),
        frame=len(html) + sum(packed(name) for name in frame - foreign),
        fonts=sum(len(content(name)) for name in loaded.fonts - foreign),
        pictures=sum(len(picture) for picture in pictures),
        requests=1 + len(everything),
        foreign=foreign,
    )


def with_imports(addresses: set[str]) -> set[str]:
    """The addresses with the modules that scripts among them import."""
    known, waiting = set(), list(addresses)
    while waiting:
        address = waiting.pop()
        if address in known:
            continue
        known.add(address)
        if address.endswith(".js"):
            imports = MODULE.findall(content(address).decode())
            waiting += [urljoin(address, path) for path in imports]
    return known


@lru_cache(maxsize=1)
def sources() -> dict[str, Any]:
    """All static files: name to (storage, path)."""
    return {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}


def content(address: str) -> bytes:
    """A static file as it lies on disk."""
    storage, path = sources()[address.removeprefix(settings.STATIC_URL)]
    with storage.open(path) as file:
        return file.read()


@lru_cache(maxsize=64)
def packed(address: str) -> int:
    """Bytes of a static file as the real server sends it."""
    name = address.removeprefix(settings.STATIC_URL)
    whole = flatten(name, sources()).encode() if name.endswith(".css") else content(address)
    return len(brotli.compress(whole))
