"""The living component page: every partial of `templates/components`, in its states.

A new partial fails `tests/portal/test_gallery.py` until `specimens.py` shows it.
"""
