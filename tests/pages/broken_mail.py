"""A mail server that answers nothing."""

from __future__ import annotations

from smtplib import SMTPServerDisconnected
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend


class BrokenBackend(BaseEmailBackend):
    """Fails already when it is opened, as a server does that refuses the password."""

    def open(self) -> None:
        raise SMTPServerDisconnected("down")

    def send_messages(self, email_messages: Any) -> int:
        raise SMTPServerDisconnected("down")
