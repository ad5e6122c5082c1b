"""A day that is none stays as the editor typed it, and the server says what is wrong with it."""

from __future__ import annotations

import pytest

TYPED = ["31/02/2027", "abc", "2027-13-45"]


@pytest.mark.parametrize("typed", TYPED)
def test_a_day_is_not_put_in_the_place_of_another(site, typed):
    page = site.sign_in("bien-tap")
    page.goto(f"{site.address}/quan-tri/pages/{site.plan_id}/edit/")
    field = page.locator("[name=issued_on]")
    field.fill(typed)
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert field.input_value() == typed
    page.context.close()
