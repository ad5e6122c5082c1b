#!/usr/bin/env python
"""Django's command line for the portal."""

from __future__ import annotations

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError


def main() -> int:
    """Run the command named on the command line; a wrong setting is told in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OperationalError as error:
        sys.stderr.write(
            f"Không làm việc được với cơ sở dữ liệu: {str(error).strip()}\n"
            "Hãy kiểm tra DATABASE_URL và máy chủ cơ sở dữ liệu, rồi chạy lại.\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
