"""What an answer of the portal tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client


def told(response: Any) -> str:
    """Everything in the answer, in small letters: headers, cookies, body.

    And the messages that wait for the next page, which a cookie holds packed.
    """
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    waiting = "\n".join(str(message) for message in get_messages(response.wsgi_request))
    text = f"{headers}\n{response.cookies.output()}\n{waiting}\n{body.decode(errors='replace')}"
    return unquote(text).lower()


def betrayed(response: Any, words: Iterable[str], asked: str) -> list[str]:
    """The words that the answer holds; what the reader typed is echoed and tells nothing."""
    text = told(response)
    return sorted(word for word in words if word in text and word not in unquote(asked).lower())


@contextmanager
def undone(reader: Client) -> Iterator[None]:
    """What is asked for inside leaves no trace: neither in the database nor in the browser."""
    cookies = reader.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    reader.cookies = cookies
