// Improvements only: every page works without this file.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const live = one("#thong-bao");
const words = live?.dataset ?? {};
const say = (text) => {
  if (!live) return;
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
};

document.addEventListener("keydown", (event) => {
  const open = one("details.tk-menu[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    one("summary", open).focus();
  }
  const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
  const field = one("[data-quick-search]");
  if (event.key === "/" && !typing && field?.offsetParent) {
    event.preventDefault();
    field.focus();
  }
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const value = button.dataset.copy;
  const text = value.startsWith("#") ? location.href.split("#")[0] + value : value.trim();
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied);
    button.dataset.copied = words.copied;
    setTimeout(() => delete button.dataset.copied, 2500);
  } catch {
    say(words.notCopied);
  }
});

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
}

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const button of all("[data-share]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {});
  });
}
for (const form of all("[data-suggest]")) {
  import(form.dataset.script).then(({ suggestIn }) => suggestIn(form));
}
// After what the first view needs.
const aloud = one("[data-read-aloud]");
if (aloud && "speechSynthesis" in window) import(aloud.dataset.script);
