"""Start of a reading process: `python -I launch.py LIMITS`, LIMITS as JSON.

A script, because an isolated interpreter (-I) looks for modules neither in the working directory
nor where the environment points. The project's folder is the only one added.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    """Serve until the parent closes the pipe."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from extraction.limits import Limits
    from extraction.sandbox.worker import serve

    serve(Limits(**json.loads(sys.argv[1])))


if __name__ == "__main__":
    main()
