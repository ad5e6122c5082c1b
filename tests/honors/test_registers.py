"""The registers: who gets in, and what they show."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from tests.builders import make_award, make_consent, make_decision, make_honoree, make_organization
from tests.pages.desk import at_desk, submit

LISTS = [
    "/quan-tri/organizations/organization/",
    "/quan-tri/honors/awardtype/",
    "/quan-tri/honors/award/",
    "/quan-tri/honors/consent/",
]


@pytest.mark.parametrize("address", LISTS)
def test_editors_and_signers_look_and_staff_do_not(
    client, editor, reviewer, approver, staff, address
):
    for user in (editor, reviewer, approver):
        client.force_login(user)
        assert client.get(address).status_code == 200
    client.force_login(staff)
    assert client.get(address).status_code in (302, 403)


def test_award_types_that_nobody_checked_are_marked(client, editor):
    client.force_login(editor)
    page = client.get("/quan-tri/honors/awardtype/", {"is_verified__exact": "0"})
    assert "Kỷ niệm chương Vì sự nghiệp Giáo dục" in page.content.decode()


def test_organizations_are_found_without_marks(client, editor):
    make_organization("Trường Tiểu học Hoa Phượng")
    make_organization("Trường khác")
    client.force_login(editor)
    page = client.get("/quan-tri/organizations/organization/", {"q": "hoa phuong"})
    assert "Hoa Phượng" in page.content.decode()
    assert "Trường khác" not in page.content.decode()


def test_awards_are_read_only_and_follow_their_decision(client, editor):
    open_award = make_award(make_decision(), "Người được thấy")
    make_award(make_decision(audience=Audience.COUNCIL), "Người chưa được thấy")
    client.force_login(editor)
    page = client.get("/quan-tri/honors/award/").content.decode()
    assert "Người được thấy" in page
    assert "Người chưa được thấy" not in page
    for act in ("edit", "delete"):
        answer = client.post(f"/quan-tri/honors/award/{act}/{open_award.pk}/")
        assert answer.status_code in (302, 403)


def test_a_name_is_text_and_never_script(client, admin):
    make_organization("<script>alert(1)</script>")
    client.force_login(admin)
    page = client.get("/quan-tri/organizations/organization/").content.decode()
    assert "<script>alert(1)</script>" not in page


def test_an_award_of_a_hidden_decision_is_not_looked_at(editor):
    hidden = make_award(make_decision(audience=Audience.COUNCIL), "Người chưa được thấy")
    for view in ("inspect", "history"):
        answer = at_desk(editor).get(f"/quan-tri/honors/award/{view}/{hidden.pk}/")
        assert answer.status_code in (302, 403)


def test_a_draft_names_nobody_in_the_consents_until_it_is_handed_in(editor, reviewer, approver):
    """Then the one who signs next sees the consent; who keeps the register sees all."""
    consents, draft = "/quan-tri/honors/consent/", make_honoree("Người Trong Nháp", live=False)
    looked_at = f"{consents}inspect/{make_consent(draft, given_by='Người Ký').pk}/"
    assert draft.title in at_desk(editor).get(consents).content.decode()
    for signer in (reviewer, approver):
        assert draft.title not in at_desk(signer).get(consents).content.decode()
        assert at_desk(signer).get(looked_at).status_code in (302, 403)
    submit(editor, draft)
    assert draft.title in at_desk(reviewer).get(consents).content.decode()
    assert draft.title in at_desk(reviewer).get(looked_at).content.decode()
    assert draft.title not in at_desk(approver).get(consents).content.decode()


def test_a_published_profile_names_its_consent_to_signers(reviewer):
    shown = make_honoree("Người Đã Đăng")
    assert shown.title in at_desk(reviewer).get("/quan-tri/honors/consent/").content.decode()
