// The original beside the text: opens the panel on wide screens, leads from a finding to its field
// and from a passage to its page.
(() => {
  "use strict";

  const WIDE = 1200;
  const NAME = "original";
  const AGAIN = 2000;
  const MOST_TRIES = 8;
  const panel = document.querySelector(`[data-side-panel="${NAME}"]`);
  const content = panel?.querySelector("[data-intake-original]");
  if (!content) return;

  // Wagtail opens the panel that was open last; a draft that somebody has to check opens this one.
  try {
    if (window.innerWidth >= WIDE && "opens" in content.dataset) {
      localStorage.setItem("wagtail:side-panel-open", NAME);
      if (!localStorage.getItem("wagtail:side-panel-width")) {
        const width = Math.min(750, Math.round(window.innerWidth * 0.42));
        localStorage.setItem("wagtail:side-panel-width", String(width));
      }
    }
  } catch {
    // No storage: the button in the head of the page opens it.
  }

  // The field lies in a tab, perhaps in a folded panel: both are opened before it gets the focus.
  const show = (field) => {
    const tab = field.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
    const folded = field.closest("[data-panel]")?.querySelector("[data-panel-toggle]");
    if (folded?.getAttribute("aria-expanded") === "false") folded.click();
    if (window.innerWidth < WIDE) {
      document.querySelector("[data-form-side-close-button]")?.click();
    }
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
    const box = field.closest("[data-field-wrapper], .w-field__wrapper") || field;
    box.classList.add("tk-found");
    setTimeout(() => box.classList.remove("tk-found"), 2500);
  };

  const fieldOf = (name) =>
    document.querySelector(`#id_${name}:not([type=hidden])`) ||
    document.querySelector(`#id_${name}-chooser :is(button, a):not([hidden])`) ||
    document.querySelector(`[name="${name}"]`) ||
    document.querySelector(`[id^="id_${name}-"]:not([type=hidden])`) ||
    document.querySelector(`[data-contentpath="${name}"] :is(input, textarea, button)`);

  content.addEventListener("click", (event) => {
    const link = event.target.closest("[data-intake-field]");
    const field = link && fieldOf(link.dataset.intakeField);
    if (!field) return;
    event.preventDefault();
    show(field);
  });

  // The list of what came in leads straight to a field.
  const [, wanted] = location.hash.match(/^#id_(\w+)$/) || [];
  if (wanted) {
    window.addEventListener("load", () => {
      const field = fieldOf(wanted);
      if (field) show(field);
    });
  }

  // Pages are drawn when somebody looks, not when the editor opens.
  const pages = content.querySelector("[data-intake-pages]");
  let asked = false;
  const load = async () => {
    if (asked) return;
    asked = true;
    try {
      let answer = await fetch(pages.dataset.intakePages, { redirect: "error" });
      for (let tries = 0; answer.status === 503 && tries < MOST_TRIES; tries += 1) {
        await new Promise((done) => setTimeout(done, AGAIN));
        answer = await fetch(pages.dataset.intakePages, { redirect: "error" });
      }
      pages.innerHTML = answer.ok ? await answer.text() : "";
    } catch {
      asked = false;
      pages.textContent = "";
    }
  };
  // The server draws few pages at once, and says so to who would have to wait.
  pages.addEventListener(
    "error",
    ({ target }) => {
      const tries = Number(target.dataset.tries || 0);
      if (target.tagName !== "IMG" || tries >= MOST_TRIES) return;
      target.dataset.tries = tries + 1;
      setTimeout(() => target.setAttribute("src", target.getAttribute("src")), AGAIN);
    },
    true,
  );
  panel.addEventListener("show", load);
  if (!panel.hidden) load();

  content.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-intake-page]");
    if (!link) return;
    event.preventDefault();
    await load();
    const page = document.getElementById(`tk-page-${link.dataset.intakePage}`);
    page?.scrollIntoView({ block: "start" });
    page?.focus({ preventScroll: true });
  });

  content.addEventListener("click", (event) => {
    const button = event.target.closest("[data-intake-zoom]");
    if (!button) return;
    const larger = content.classList.toggle("tk-original--large");
    button.setAttribute("aria-pressed", String(larger));
  });

  // How many places are left, in the headline and on the button of the panel.
  const showOpen = () => {
    const lines = content.querySelectorAll("[data-intake-line]:not(.tk-look__line--done)");
    const headline = content.querySelector("#tk-look")?.lastChild;
    if (headline) headline.textContent = headline.textContent.replace(/\d+/, lines.length);
    const toggle = document.querySelector(`[data-side-panel-toggle="${NAME}"]`);
    const badge = toggle?.querySelector("[data-side-panel-toggle-counter]");
    if (badge) badge.textContent = lines.length;
  };

  // "It is right": noted without leaving the editor, whose text may be unsaved.
  content.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-intake-confirm]");
    if (!form) return;
    event.preventDefault();
    let told;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      if (answer.ok) told = await answer.json();
    } catch {
      // Offline, or the session has ended: said below, beside the button.
    }
    const line = form.closest("[data-intake-line]");
    const said = document.createElement("strong");
    said.setAttribute("role", told ? "status" : "alert");
    line.querySelector("[role=alert]")?.remove();
    if (!told) {
      said.textContent = content.dataset.wordFailed;
      line.append(said);
      return;
    }
    said.tabIndex = -1;
    said.textContent = told.said;
    form.replaceWith(said);
    line.classList.add("tk-look__line--done");
    showOpen();
    said.focus();
  });
})();
