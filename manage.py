#!/usr/bin/env python
"""Django's command line for the portal."""

from __future__ import annotations

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError, OperationalError


def main() -> int:
    """Run the command named on the command line; a wrong setting is told in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except DatabaseError as error:
        # Its other kinds are faults of the program, not of the database.
        if type(error) not in {DatabaseError, OperationalError}:
            raise
        from portal.obstacles import database_sentence

        sys.stderr.write(f"{database_sentence(error)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
