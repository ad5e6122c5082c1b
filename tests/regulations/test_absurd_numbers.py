"""Numbers and signs that no database can hold are answered like those of nothing."""

from __future__ import annotations

import pytest

from tests.builders import make_plan

MANY = "99999999999999999999"
DESK = ("van-ban-can-bo-sung", "van-ban-can-ra-soat")


@pytest.mark.parametrize(
    "address",
    [
        f"/duoc-dan/{MANY}/",
        f"/so-do/{MANY}/",
        f"/tai-ve/{MANY}/a.docx",
        f"/ban-cu/{MANY}/a.pdf",
        f"/{DESK[0]}/{MANY}/",
        "/%00/",
        "/so-sanh/?a=/%00/",
        f"/so-sanh/?a={MANY}",
    ],
)
def test_there_is_nothing_at_such_an_address(client, editor, address):
    client.force_login(editor)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("words", ["%00", f"{MANY}%00"])
def test_the_list_of_what_is_wanted_has_nothing_of_it(client, editor, words):
    client.force_login(editor)
    assert client.get(f"/{DESK[0]}/?q={words}").status_code == 200


@pytest.mark.parametrize("target", [MANY, "9" * 5000, "x", ""])
def test_a_line_about_no_basis_is_checked_without_one(client, editor, target):
    page = make_plan()
    client.force_login(editor)
    data = {"reason": "basis-expired", "note": "Còn áp dụng", "target": target}
    assert client.post(f"/{DESK[1]}/{page.pk}/da-xem/", data).status_code == 302
