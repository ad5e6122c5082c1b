"""Hearing a story: offered where the browser has a Vietnamese voice, held and ended by hand.

The voice lies outside the machine: a stand-in notes what it was given to say.
"""

from __future__ import annotations

from playwright.sync_api import expect

STORY = "/tin-tuc/khu-vuon-biet-ke-chuyen/"
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: LANG, localService: true }],
  speak: (one) => { window.said.push(one.text); window.ends = () => one.onend(); },
  cancel: () => {},
  addEventListener: () => {},
} });
"""


def story_with(site, language, script=True):
    context = site.browser.new_context(locale="vi", java_script_enabled=script)
    context.add_init_script(VOICE.replace("LANG", repr(language)))
    page = context.new_page()
    # The script is fetched once the page is there.
    page.goto(site.address + STORY, wait_until="networkidle")
    return page


def test_a_story_is_heard_held_heard_on_and_ended_by_keys(site):
    page = story_with(site, "vi-VN")
    page.locator("[data-listen]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-pause]")).to_be_focused()
    heading = page.locator("h1").inner_text().replace("\xa0", " ")
    assert heading.startswith(page.evaluate("said[0]"))
    page.evaluate("ends()")
    expect(page.locator(".tk-is-read")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-resume]")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("said[2] === said[1]")
    page.keyboard.press("Escape")
    expect(page.locator("[data-listen]")).to_be_focused()
    expect(page.locator(".tk-is-read")).to_have_count(0)
    page.context.close()


def test_the_whole_story_is_heard_and_nothing_beside_it(site):
    page = story_with(site, "vi_VN")
    page.locator("[data-listen]").click()
    page.evaluate(
        "for (let rounds = 0; rounds < 500 && !document.querySelector("
        "'[data-pause]').hidden; rounds += 1) ends()"
    )
    said = page.evaluate("said.join(' ')")
    last = page.locator("#bai-viet p").last.inner_text().replace("\xa0", " ")
    assert last[-30:] in said
    assert page.locator("#chia-se").inner_text() not in said
    expect(page.locator("[data-listen]")).to_be_visible()
    page.context.close()


def test_nothing_is_offered_without_a_vietnamese_voice_or_without_script(site):
    for page in (story_with(site, "en-US"), story_with(site, "vi-VN", script=False)):
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("[data-listen]")).to_be_hidden()
        page.context.close()
