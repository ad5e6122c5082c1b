"""Intake in a real browser: dropped files become drafts with the original beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.incoming import SCREEN
from tests.regulations.intake.samples import plan_file, plan_text

# A server of its own, so that two workers share the browser tests.
pytestmark = pytest.mark.xdist_group("intake")

READ = 60_000
DROP = """([text, name]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const zone = document.querySelector("[data-intake-zone]");
  zone.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(params=[1280, 390])
def desk(site, request):
    """The editor's intake screen; what the browser complains of is kept in `desk.noise`."""
    page = site.sign_in("bien-tap", width=request.param)
    page.noise = []
    page.on("console", lambda message: page.noise.append(message.text))
    page.goto(site.address + SCREEN)
    yield page
    page.context.close()


def row_of(page, name):
    """The row of the file of this name."""
    return page.locator(".tk-row", has_text=name)


def test_a_dropped_file_becomes_a_draft_with_its_original_beside_it(site, desk):
    width = desk.viewport_size["width"]
    name = f"tha-vao-{width}.txt"
    desk.evaluate(DROP, [plan_text(number="      /KH-MNHS", abstract=f"Kế hoạch {width}"), name])
    link = row_of(desk, name).get_by_role("link", name="Kiểm tra bản nháp")
    link.wait_for(timeout=READ)
    assert "Bản nháp cần xem" in desk.locator("[data-intake-says]").inner_text()

    link.click()
    panel = desk.locator(".tk-original")
    if width < 1200:
        desk.click("[data-side-panel-toggle=original]")
    panel.wait_for(timeout=READ)
    panel.locator(".tk-text").wait_for(timeout=READ)
    panel.locator("[data-intake-field=number]").click()
    desk.wait_for_function("document.activeElement.id === 'id_number'")
    assert desk.noise == []


def test_each_file_has_its_own_answer_and_nothing_is_wider_than_the_screen(desk, tmp_path):
    width = desk.viewport_size["width"]
    good = plan_file(tmp_path, f"tot-{width}.txt", number=f"{width}/KH-MNHS")
    empty = tmp_path / "rong.txt"
    empty.touch()
    desk.set_input_files("[data-intake] input[type=file]", [good, empty])

    row_of(desk, good.name).wait_for()
    failed = desk.locator(".tk-upload--failed")
    failed.wait_for()
    assert "Tệp rỗng" in failed.inner_text()
    assert desk.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    failed.get_by_role("button").click()
    assert failed.count() == 0
    assert desk.noise == []


def test_whoever_is_no_longer_signed_in_is_told_so(desk, tmp_path):
    path = plan_file(tmp_path, "het-phien.txt")
    desk.context.clear_cookies(name="sessionid")
    desk.set_input_files("[data-intake] input[type=file]", path)

    failed = desk.locator(".tk-upload--failed")
    failed.wait_for()
    assert "Phiên làm việc đã hết" in failed.inner_text()


def test_the_button_opens_the_file_chooser_by_keyboard(desk):
    field = desk.locator("[data-intake] input[type=file]")
    # Whether a browser without a window shows a chooser is its own affair.
    field.evaluate("field => field.addEventListener('click', () => { window.asked = true })")
    button = desk.get_by_role("button", name="Chọn tệp")
    button.focus()
    desk.wait_for_function("document.activeElement.matches('.tk-zone__choose')")
    desk.keyboard.press("Enter")
    desk.wait_for_function("window.asked")
    assert field.get_attribute("multiple") is not None


def test_without_script_the_form_and_the_list_do_the_same(site, tmp_path):
    signed_in = site.sign_in("bien-tap")
    context = site.browser.new_context(
        java_script_enabled=False, storage_state=signed_in.context.storage_state()
    )
    page = context.new_page()
    page.goto(site.address + SCREEN)
    path = plan_file(tmp_path, "khong-script.txt", number="77/KH-MNHS")
    page.set_input_files("[data-intake] input[type=file]", Path(path))
    page.click(".tk-zone__send")

    row = row_of(page, "77/KH-MNHS").or_(row_of(page, path.name))
    row.first.wait_for(timeout=READ)
    context.close()
    signed_in.context.close()


def test_a_colleague_who_signs_has_no_screen(site):
    page = site.sign_in("tham-dinh")
    page.goto(site.address + SCREEN)
    assert SCREEN not in page.url
    page.context.close()
