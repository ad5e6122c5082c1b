"""`python -m portal.readers`: reads the files that wait, beside the server.

`portal.serve` starts this process and ends it. Each of its threads takes a row of the ledger at a
time; the files themselves are opened in reading processes that can be lost (`extraction.sandbox`).
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import close_old_connections, connection

from extraction import DocumentDraft
from extraction.errors import ReaderDiedError
from extraction.sandbox import ReaderPool

# How long a file may lie before a reader that has nothing to do looks again, in seconds.
PAUSE = 2.0
logger = logging.getLogger("portal")


class Readers:
    """`count` readers that share one pool of reading processes, until they are asked to end."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.ended = threading.Event()
        self.pool = ReaderPool(count)

    def run(self, server: int) -> None:
        """Read until `end`, or until process `server` is gone."""
        threads = [threading.Thread(target=self.loop) for _ in range(self.count)]
        for thread in threads:
            thread.start()
        while not self.ended.wait(PAUSE):
            if os.getppid() != server:
                self.end()
        for thread in threads:
            thread.join()
        self.pool.close()

    def end(self) -> None:
        """Stop at once: what is being read goes back to the queue."""
        self.ended.set()
        self.pool.stop()

    def loop(self) -> None:
        """Take what waits, one after the other; what fails is logged and looked at again later."""
        # Imported here: models are there once Django is set up.
        from regulations.intake.queue import read_next
        from search.file_texts.queue import read_next_file

        while not self.ended.is_set():
            close_old_connections()
            try:
                # Somebody waits for a draft; nobody for the words of an annex.
                found = read_next(self.read) or read_next_file(self.read)
            except Exception:
                logger.exception("Reading failed")
                found = None
            if found is None:
                self.ended.wait(PAUSE)
        connection.close()

    def read(self, path: Path) -> DocumentDraft:
        """As the pool reads. Raises StoppedError when it was ended meanwhile."""
        from regulations.intake.queue import StoppedError

        try:
            return self.pool.read(path)
        except ReaderDiedError as error:
            if self.ended.is_set():
                raise StoppedError from error
            raise


def main() -> int:
    """Read until asked to end. Returns 0, or 1 for a wrong setting."""
    server = os.getppid()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        from portal.settings import env

        count = env.number("PORTAL_READERS", 1, least=0, most=16)
        django.setup()
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    readers = Readers(count)
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: readers.end())
    readers.run(server)
    return 0


if __name__ == "__main__":
    sys.exit(main())
