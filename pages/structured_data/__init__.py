"""What a public page tells programs about itself, as schema.org names it, in one JSON-LD block.

Each page type says its own in its own room (`PortalPage.statements`): plain dicts of what its
template prints anyhow. Only a visitor's page carries them, so that nothing is said that needs a
sign-in to be read.
"""

from __future__ import annotations
