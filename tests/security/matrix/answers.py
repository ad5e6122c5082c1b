"""What an answer of the portal tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote


def told(response: Any) -> str:
    """Everything in the answer: headers, cookies and body, in small letters."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return unquote(f"{headers}\n{response.cookies.output()}\n{body.decode()}").lower()


def betrayed(response: Any, words: Iterable[str], asked: str) -> list[str]:
    """The words that the answer holds; what the reader typed is echoed and tells nothing."""
    text = told(response)
    return sorted(word for word in words if word in text and word not in unquote(asked).lower())
