// Suggestions while typing, after the editable combobox of the WAI-ARIA practices: nothing is
// chosen until the reader chooses it. Without this file the field is a plain search field.
const WAIT = 150;
const SHORTEST = 2;
const live = document.querySelector("#thong-bao");

const plain = (letter) =>
  letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace("đ", "d");

// The letters of `text` without marks, words parted by one blank, and where each one stands.
function folded(text) {
  let key = " ";
  const places = [0];
  for (let place = 0; place < text.length; place += 1) {
    const letter = /[\p{L}\p{N}\p{M}]/u.test(text[place]) ? plain(text[place]) : " ";
    if (letter === " " && key.endsWith(" ")) continue;
    for (const one of letter) {
      key += one;
      places.push(place);
    }
  }
  return { key, places };
}

// `text` in `element`, bold but for the part that was typed already.
function write(element, text, typed) {
  const { key, places } = folded(text);
  const wanted = folded(typed).key.trimEnd();
  const start = key.indexOf(wanted);
  if (start < 0 || !wanted.trim()) {
    element.append(text);
    return;
  }
  const first = places[start + 1] ?? 0;
  const last = places[start + wanted.length] ?? text.length;
  const bold = (part) => {
    const strong = document.createElement("b");
    strong.textContent = part;
    return strong;
  };
  if (first) element.append(bold(text.slice(0, first)));
  element.append(text.slice(first, last));
  if (last < text.length) element.append(bold(text.slice(last)));
}

export function suggestIn(form) {
  const field = form.querySelector("input[name=q]");
  const words = form.dataset;
  const list = document.createElement("div");
  let asking = new AbortController();
  let timer = 0;
  let active = -1;
  let said = "";

  list.id = `${field.id}-goi-y`;
  list.className = "tk-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.list);
  list.hidden = true;
  form.append(list);
  const set = (name, value) => field.setAttribute(name, value);
  field.type = "text";
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", list.id);
  set("aria-expanded", "false");

  function choose(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    set("aria-activedescendant", option.id);
  }

  function show(isOpen) {
    list.hidden = !isOpen;
    set("aria-expanded", String(isOpen));
    choose(-1);
  }

  function close() {
    clearTimeout(timer);
    asking.abort();
    show(false);
  }

  function option({ title, url, kind }, place) {
    const link = document.createElement("a");
    link.id = `${list.id}-${place}`;
    link.href = url;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    write(name, title, field.value);
    link.append(name);
    if (kind) {
      const what = document.createElement("small");
      what.textContent = kind;
      link.append(" ", what);
    }
    return link;
  }

  function tell(count) {
    const text = count ? `${count} ${words.some}` : words.none;
    if (text !== said && live) live.textContent = text;
    said = text;
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const typed = field.value.trim();
    if (typed.length < SHORTEST) {
      show(false);
      return;
    }
    try {
      const address = `${words.suggest}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(option));
      show(suggestions.length > 0 && document.activeElement === field);
      tell(suggestions.length);
    } catch {
      // Left off for newer letters, or no answer: the form itself still works.
    }
  }

  const step = (by) => {
    const count = list.children.length + 1;
    choose(((active + 1 + by + count) % count) - 1);
  };
  const keys = {
    ArrowDown: () => (list.hidden ? ask() : step(1)),
    ArrowUp: () => (list.hidden ? false : step(-1)),
    Escape: () => (list.hidden ? false : close()),
    Enter: () => (active < 0 ? false : list.children[active].click()),
  };

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Home" || event.key === "End") choose(-1);
    if (event.key === "Tab") close();
    if (keys[event.key] && keys[event.key]() !== false) event.preventDefault();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The field keeps the focus while something in the list is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}
