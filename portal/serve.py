"""`python -m portal.serve`: server, clock and readers, in one process tree, ended by Ctrl-C."""

from __future__ import annotations

import os
import subprocess
import sys

from django.core.exceptions import ImproperlyConfigured
from gunicorn.app.base import BaseApplication
from gunicorn.http import message

from portal.obstacles import no_database, no_port

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")


# Gunicorn's own ceiling of 8190 bytes would answer a long search in English: a letter with marks
# takes nine bytes in an address, and the portal itself says how much of a question it reads.
LONGEST_REQUEST_LINE = 128 * 1024
message.MAX_REQUEST_LINE = LONGEST_REQUEST_LINE


class Server(BaseApplication):
    """Gunicorn with threads, configured here instead of by a file."""

    def __init__(
        self, address: str, workers: int, threads: int, *, has_clock: bool, readers: int
    ) -> None:
        self.address, self.workers, self.threads = address, workers, threads
        self.beside = ["portal.clock"] * has_clock + ["portal.readers"] * (readers > 0)
        self.started: list[subprocess.Popen[bytes]] = []
        super().__init__()

    def load_config(self) -> None:
        """Two workers of four threads suit a school; see PORTAL_WORKERS, PORTAL_THREADS."""
        settings = {
            "bind": self.address,
            "workers": self.workers,
            "threads": self.threads,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 10,
            "max_requests": 2000,
            "max_requests_jitter": 200,
            "loglevel": "warning",
            "limit_request_line": LONGEST_REQUEST_LINE - 1,
            "preload_app": False,
            "when_ready": self.start_beside,
            "on_exit": self.end_beside,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def start_beside(self, server: object) -> None:
        """Clock and readers of incoming files, unless another machine has them."""
        self.started = [
            subprocess.Popen([sys.executable, "-m", module])  # noqa: S603 - our own modules
            for module in self.beside
        ]

    def end_beside(self, server: object) -> None:
        """Let them finish what they are doing; a file that is being read waits again."""
        for process in self.started:
            process.terminate()
        for process in self.started:
            process.wait()

    def load(self) -> object:
        """The WSGI application, imported in each worker."""
        from portal.wsgi import application

        return application


def main() -> int:
    """Serve until Ctrl-C. Returns 0, or 1 with one sentence on stderr when it cannot start."""
    try:
        import django

        from portal.settings import env

        host = env.text("PORTAL_BIND", "127.0.0.1")
        port = env.number("PORTAL_PORT", 8000, least=1, most=65_535)
        workers = env.number("PORTAL_WORKERS", 2, least=1, most=64)
        threads = env.number("PORTAL_THREADS", 4, least=1, most=64)
        has_clock = env.flag("PORTAL_CLOCK", default=True)
        readers = env.number("PORTAL_READERS", 1, least=0, most=16)
        django.setup()
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    obstacle = no_port(host, port) or no_database()
    if obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return 1
    shown = "localhost" if host == "127.0.0.1" else host
    sys.stdout.write(f"\nBảng Vàng: http://{shown}:{port}/  (Ctrl-C để dừng)\n\n")
    sys.stdout.flush()
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    Server(address, workers, threads, has_clock=has_clock, readers=readers).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
