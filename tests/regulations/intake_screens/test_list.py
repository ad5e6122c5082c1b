"""The list of what came in: what needs attention, in words, and what can be done about it."""

from __future__ import annotations

import pytest

from regulations.intake import read_waiting
from regulations.intake_screens.listing import PER_PAGE
from regulations.models import IntakeFile
from tests.builders import make_organization, make_user
from tests.pages.desk import at_desk, edit_url
from tests.regulations.intake.samples import bring, plan_file
from tests.regulations.intake_screens.office import SCREEN, bring_in, place, upload

pytestmark = pytest.mark.django_db


def shown(browser, query=""):
    """The screen as text."""
    return browser.get(SCREEN + query).content.decode()


def test_an_empty_list_says_what_will_stand_there(editor):
    place()
    assert "Chưa nhập tệp nào." in shown(at_desk(editor))


def test_a_draft_says_what_is_to_be_supplied(editor):
    browser = at_desk(editor)
    bring_in(browser, upload(number="      /KH-MNHS"))
    read_waiting()

    (row,) = browser.get(SCREEN).context["rows"]
    assert row.state == "Bản nháp cần xem"
    assert "số, ký hiệu" in " ".join(chip.names for chip in row.attention).lower()
    assert edit_url(row.page) in shown(browser)


def test_what_the_editor_supplied_is_not_asked_for_again(editor):
    browser = at_desk(editor)
    bring_in(browser, upload(number="      /KH-MNHS"))
    read_waiting()
    (row,) = browser.get(SCREEN).context["rows"]
    row.page.number = "12/KH-MNHS"
    row.page.save()

    (row,) = browser.get(SCREEN).context["rows"]
    assert "số, ký hiệu" not in " ".join(chip.names for chip in row.attention).lower()


def test_what_is_there_already_is_offered_instead(editor):
    browser = at_desk(editor)
    for _time in range(2):
        bring_in(browser, upload())
        read_waiting()

    newest, first = browser.get(SCREEN).context["rows"]
    assert newest.open_url == first.open_url == edit_url(first.page)
    assert newest.open_label == "Mở bản đã có"
    assert [act.label for act in newest.acts] == ["Vẫn tạo bản nháp"]


def test_a_draft_that_was_deleted_is_no_dead_link(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    read_waiting()
    IntakeFile.objects.get().page.delete()

    assert "Bản nháp tạo từ tệp này đã bị xóa." in shown(browser)


def test_the_list_is_narrowed_by_state(editor):
    browser = at_desk(editor)
    bring_in(browser, upload("doc-duoc.txt"), upload("trong.txt", b""))
    read_waiting()

    assert "trong.txt" in shown(browser, "?tinh-trang=khong-doc-duoc")
    assert "doc-duoc.txt" not in shown(browser, "?tinh-trang=khong-doc-duoc")
    assert "Không có tệp nào ở tình trạng này." in shown(browser, "?tinh-trang=da-bo")


@pytest.mark.parametrize("query", ["?tinh-trang=xyz", "?p=0", "?p=x", "?p=99999", "?cua=%00"])
def test_nonsense_in_the_address_gives_the_plain_list(editor, query):
    browser = at_desk(editor)
    bring_in(browser, upload())

    assert "ke-hoach.txt" in shown(browser, query)


def test_my_files_come_first_and_colleagues_files_on_request(editor):
    colleague = make_user("dong-nghiep", "Editors", "Staff", first_name="Mai")
    bring_in(at_desk(colleague), upload("cua-mai.txt"))

    assert "cua-mai.txt" not in shown(at_desk(editor))
    assert "cua-mai.txt" in shown(at_desk(editor), "?cua=moi-nguoi")


def test_a_long_list_has_pages_and_costs_no_more_queries(
    editor, tmp_path, django_assert_max_num_queries
):
    for number in range(PER_PAGE + 2):
        bring(plan_file(tmp_path, f"{number}.txt", number=f"{number}/KH-MNHS"), user=editor)
    read_waiting()
    browser = at_desk(editor)

    with django_assert_max_num_queries(40):
        page = browser.get(SCREEN)
    assert len(page.context["rows"]) == PER_PAGE
    assert len(browser.get(f"{SCREEN}?p=2").context["rows"]) == 2


def test_without_script_the_page_loads_itself_while_files_are_read(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    assert '<noscript><meta http-equiv="refresh"' in shown(browser)

    read_waiting()
    assert "http-equiv" not in shown(browser)


def test_words_that_are_hard_to_read_are_told_beside_the_original_only(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    read_waiting()
    data = {"count": 7, "words": ["Đỗ", "7:"]}
    IntakeFile.objects.update(warnings=[{"code": "doubtful", "data": data}])

    assert "Khó đọc" not in shown(browser)
    editing = browser.get(edit_url(IntakeFile.objects.get().page)).content.decode()
    assert "Khó đọc 7 chỗ: “Đỗ”, “7:”…. Hãy đối chiếu với bản gốc." in editing


def test_an_issuer_that_nobody_knows_is_a_place_to_look_at_and_leads_to_its_field(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    read_waiting()

    (row,) = browser.get(SCREEN).context["rows"]
    assert (row.state, [chip.names for chip in row.attention]) == (
        "Bản nháp cần xem",
        ["cơ quan ban hành"],
    )
    assert f'href="{edit_url(row.page)}#id_issuer"' in shown(browser)


def test_once_the_issuer_is_chosen_nothing_is_left_to_look_at(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    read_waiting()
    (row,) = browser.get(SCREEN).context["rows"]
    row.page.issuer = make_organization()
    row.page.save()

    (row,) = browser.get(SCREEN).context["rows"]
    assert (row.needs_look, row.sentences) == (False, [])


def test_reading_again_is_offered_only_where_it_can_help(editor, tmp_path):
    browser = at_desk(editor)
    bring(plan_file(tmp_path), user=editor)
    for code, may_help in [("took-too-long", True), ("encrypted-file", False)]:
        IntakeFile.objects.update(state=IntakeFile.State.FAILED, error_code=code)
        (row,) = browser.get(SCREEN).context["rows"]
        assert bool(row.acts) is may_help
