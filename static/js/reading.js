// Reading a document: improvements only, every document can be read and cited without this file.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = one("#toan-van");
const words = text?.dataset ?? {};

const copyButton = (label, value, name) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = label;
  button.dataset.copy = value;
  return button;
};

// Citations: the folded lists get their buttons when they are opened; portal.js copies.
const ownWords = (line) => line.firstChild.data.trim();
document.addEventListener("toggle", ({ target }) => {
  if (!target.open || !target.matches?.(".tk-citing") || one("button", target)) return;
  for (const line of all("li", target)) {
    const cited = ownWords(line);
    line.append(document.createElement("br"), copyButton(words.cite, cited, "tk-citing__copy"));
    line.append(" ", copyButton(words.link, `#${line.dataset.of}`, "tk-citing__copy"));
    for (const button of all("button", line)) {
      button.setAttribute("aria-label", `${button.textContent}: ${cited}`);
    }
  }
}, true);
for (const link of all(".tk-anchor")) link.dataset.copy = link.hash;

// A mouse finds the button beside the provision it points at; keys and fingers have the list.
if (text && matchMedia("(hover: hover)").matches) {
  const here = copyButton(words.cite, "", "tk-citing-here");
  here.tabIndex = -1;
  text.addEventListener("pointerover", ({ target }) => {
    const place = target.closest(".tk-clause[id]");
    if (!place || here.parentElement === place) return;
    const line = one(`[data-of="${CSS.escape(place.id)}"]`, text);
    if (!line) return;
    here.dataset.copy = ownWords(line);
    place.append(here);
  });
  text.addEventListener("pointerleave", () => here.remove());
}

// The contents follow the reader.
const contents = one(".tk-toc");
if (contents) {
  const links = all('a[href^="#"]', contents);
  const places = links.map((link) => document.getElementById(link.hash.slice(1)));
  const bar = contents.closest(".tk-toc-bar");
  const [before, after] = ["prev", "next"].map((rel) => bar && one(`.tk-step[rel=${rel}]`, bar));
  const whereabouts = bar && one("[data-here]", bar);
  const steps = links.filter((link) => link.classList.contains("tk-toc__inner"));
  const short = (link) => {
    const whole = link.firstChild.data.trim();
    return whole.match(/^\p{L}+ (?:\d+\p{L}?|[IVXLC]+)(?!\p{L})/u)?.[0] ?? whole;
  };
  const show = (step, link) => {
    if (!step) return;
    step.hidden = !link;
    if (!link) return;
    step.hash = link.hash;
    one("span", step).textContent = short(link);
  };
  let current = null;
  const follow = () => {
    // The last heading above the upper quarter of the window.
    const line = innerHeight / 4;
    let found = -1;
    places.forEach((place, index) => {
      if (place && place.getBoundingClientRect().top <= line) found = index;
    });
    const link = links[found] ?? null;
    if (link === current && current) return;
    current?.removeAttribute("aria-current");
    current = link;
    link?.setAttribute("aria-current", "location");
    const at = link ? steps.findLastIndex((step) => links.indexOf(step) <= found) : -1;
    const isOn = at >= 0 && steps[at] === link;
    show(before, steps[isOn ? at - 1 : at]);
    show(after, steps[at + 1]);
    if (whereabouts) whereabouts.textContent = link ? short(link) : "";
    const box = contents.closest(".tk-sticky");
    if (link && box && box.scrollHeight > box.clientHeight && !box.matches(":hover, :focus-within")) {
      box.scrollTop = link.offsetTop - box.offsetTop - box.clientHeight / 3;
    }
  };
  const watch = new IntersectionObserver(follow, { rootMargin: "0px 0px -75% 0px" });
  places.forEach((place) => place && watch.observe(place));
  follow();
  const fold = contents.closest("details");
  contents.addEventListener("click", (event) => {
    const narrow = matchMedia("(max-width: 61.99em)").matches;
    if (narrow && fold && event.target.closest("a")) fold.open = false;
  });
}

// Find in the text, without marks: "thi dua" finds "thi đua", also across a link.
const find = one("[data-find]");
if (find && text && window.Highlight) {
  const input = one("input", find);
  const result = one("[data-result]", find);
  const plain = (string) => string.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d").replace(/\s/g, " ").toLowerCase();
  let blocks = null;
  let ranges = [];
  let at = -1;
  const read = (block) => {
    const nodes = [];
    let folded = "";
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("button, .tk-hidden")) continue;
      const letters = plain(node.data.normalize("NFC"));
      if (letters.length !== node.data.length) continue;
      nodes.push([folded.length, node]);
      folded += letters;
    }
    return { nodes, folded };
  };
  const point = (block, place, isEnd) => {
    const index = block.nodes.findLastIndex(([start]) => (isEnd ? start < place : start <= place));
    const [start, node] = block.nodes[index];
    return [node, place - start];
  };
  const collect = (block, wanted) => {
    for (let place = block.folded.indexOf(wanted); place >= 0;
      place = block.folded.indexOf(wanted, place + wanted.length)) {
      const range = new Range();
      range.setStart(...point(block, place, false));
      range.setEnd(...point(block, place + wanted.length, true));
      ranges.push(range);
    }
  };
  const clear = () => {
    CSS.highlights.delete("tk-find");
    CSS.highlights.delete("tk-find-now");
    ranges = [];
    at = -1;
    result.textContent = "";
    find.classList.remove("is-active");
  };
  const search = () => {
    clear();
    const wanted = plain(input.value.normalize("NFC").trim()).replace(/ +/g, " ");
    if (wanted.length < 2) return;
    blocks ??= all("p, h2, h3, td, th, caption, figcaption", text)
      .filter((block) => !block.closest(".tk-citing, .tk-print-source")).map(read);
    blocks.forEach((block) => collect(block, wanted));
    if (ranges.length) CSS.highlights.set("tk-find", new Highlight(...ranges));
    find.classList.toggle("is-active", ranges.length > 0);
    result.textContent = `${ranges.length} ${find.dataset.found}`;
  };
  const go = (step) => {
    if (!ranges.length) return;
    at = at < 0 && step < 0 ? ranges.length - 1 : (at + step + ranges.length) % ranges.length;
    const now = new Highlight(ranges[at]);
    now.priority = 1;
    CSS.highlights.set("tk-find-now", now);
    scrollTo({ top: ranges[at].getBoundingClientRect().top + scrollY - innerHeight / 3 });
    result.textContent = `${at + 1}/${ranges.length}`;
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape") {
      input.value = "";
      clear();
    }
  });
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    go(1);
  });
  one("[data-previous]", find).addEventListener("click", () => go(-1));
}
