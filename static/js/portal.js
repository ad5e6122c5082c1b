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
  } catch {
    say(words.notCopied);
  }
});

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

const contents = one(".tk-toc");
if (contents) {
  const links = new Map(all('a[href^="#"]', contents).map((link) => [link.hash.slice(1), link]));
  const follow = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((item) => item.isIntersecting)) {
      all("[aria-current]", contents).forEach((link) => link.removeAttribute("aria-current"));
      links.get(entry.target.id)?.setAttribute("aria-current", "location");
    }
  }, { rootMargin: "0px 0px -75% 0px" });
  links.forEach((_, id) => {
    const target = document.getElementById(id);
    if (target) follow.observe(target);
  });
  const fold = contents.closest("details");
  if (fold && matchMedia("(max-width: 61.99em)").matches) {
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a")) fold.open = false;
    });
  }
}

// Find in the text, without marks: "chien si" finds "chiến sĩ".
const find = one("[data-find]");
if (find && window.Highlight) {
  find.hidden = false;
  const input = one("input", find);
  const result = one("[data-result]", find);
  const scope = one(find.dataset.find);
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d").toLowerCase();
  let ranges = [];
  let at = -1;
  const collect = (node, wanted) => {
    const folded = [...node.data.normalize("NFC")].map((letter) => plain(letter) || letter).join("");
    if (folded.length !== node.data.length) return;
    for (let place = folded.indexOf(wanted); place >= 0;
      place = folded.indexOf(wanted, place + wanted.length)) {
      const range = new Range();
      range.setStart(node, place);
      range.setEnd(node, place + wanted.length);
      ranges.push(range);
    }
  };
  const search = () => {
    CSS.highlights.delete("tk-find");
    ranges = [];
    at = -1;
    result.textContent = "";
    const wanted = plain(input.value.trim());
    if (wanted.length < 2) return;
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) collect(walker.currentNode, wanted);
    if (ranges.length) CSS.highlights.set("tk-find", new Highlight(...ranges));
    result.textContent = `${ranges.length} ${words.found}`;
  };
  const go = (step) => {
    if (!ranges.length) return;
    at = (at + step + ranges.length) % ranges.length;
    const top = ranges[at].getBoundingClientRect().top + scrollY - innerHeight / 3;
    scrollTo({ top });
    result.textContent = `${at + 1}/${ranges.length}`;
  };
  input.addEventListener("input", search);
  find.addEventListener("submit", (event) => { event.preventDefault(); go(1); });
  one("[data-previous]", find).addEventListener("click", () => go(-1));
}
