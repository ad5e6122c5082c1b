"""The text of files that pages offer: read once for its bytes, in a process that may be lost.

A publication writes which files a page offers (`offers`); readers beside the server, or
`manage.py read_files`, read what waits (`queue`); pages that use it are then indexed anew, and
`passages` gives the index its text, page by page. Who finds it is decided by the page.
"""

from __future__ import annotations
