"""`python -m portal.clock`: what happens by itself, once a minute, beside the server.

A school has no cron of its own making: `portal.serve` starts this process and ends it.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import close_old_connections

MINUTE = 60
# On a small machine the server's workers start first.
HEAD_START = 10
# Sessions that ended need not leave at once.
MINUTES_BETWEEN_CLEARINGS = 24 * 60
MINUTES_BETWEEN_ALERTS = 5
logger = logging.getLogger("portal")


def tick(minute: int) -> None:
    """The acts that are due in this minute, counted from the start."""
    act("publish_scheduled")
    if minute % MINUTES_BETWEEN_CLEARINGS == 0:
        act("clearsessions")
        act("forget_pages")
        act("prune_searches")
    if minute % MINUTES_BETWEEN_ALERTS == 0:
        act("send_search_alerts")


def act(command: str) -> None:
    """Run one command of manage.py; what fails is logged and tried again when it is next due."""
    try:
        call_command(command)
    except Exception:
        logger.exception("%s failed", command)


def main() -> int:
    """Tick until asked to end, or until the server is gone. Returns 0, or 1 for a wrong setting."""
    ended, server = threading.Event(), os.getppid()
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: ended.set())
    ended.wait(HEAD_START)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    minute = 0
    while not ended.is_set() and os.getppid() == server:
        tick(minute)
        minute += 1
        # A database that was restarted meanwhile is met with a new connection.
        close_old_connections()
        ended.wait(MINUTE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
