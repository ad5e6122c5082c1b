// The intake screen with script: each file goes up by itself with its progress, and the rows of
// the list follow their reading. Without script the form and its list do the same, page by page.
(() => {
  "use strict";

  const form = document.querySelector("[data-intake]");
  const list = document.querySelector("[data-intake-rows]");
  if (!list) return;
  const says = document.querySelector("[data-intake-says]");
  const PARALLEL = 2;
  const SOON = 1500;
  const LATER = 5000;
  const PATIENCE = 60000;

  const say = (text) => {
    if (says) says.textContent = text;
  };
  const fill = (words, values) =>
    words.replace(/%\((\w+)\)s/g, (whole, name) => (name in values ? values[name] : whole));
  const element = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
  };

  // Reading: ask for the rows that wait, put what changed in their place.
  let timer = 0;
  let since = Date.now();
  const waiting = () => [...list.querySelectorAll("[data-intake-waits]")];

  const replace = (row) => {
    const old = document.getElementById(row.id);
    const fresh = element(row.html);
    const held = old && old.contains(document.activeElement);
    if (old) old.replaceWith(fresh);
    else list.prepend(fresh);
    if (held) fresh.querySelector("a, button")?.focus();
    if (row.says) say(row.says);
  };

  const count = (counts) => {
    for (const [state, number] of Object.entries(counts || {})) {
      const place = document.querySelector(`[data-intake-count="${state}"]`);
      if (!place) continue;
      place.textContent = number;
      const link = place.closest("a");
      link.hidden = number === 0 && !link.hasAttribute("aria-current");
    }
  };

  // Whoever is asked to sign in would wait for ever: the rows stay as they are.
  const signedOut = () => {
    const told = document.createElement("p");
    told.className = "tk-errors";
    told.setAttribute("role", "alert");
    told.textContent = list.dataset.wordSignedOut;
    list.before(told);
  };

  const ask = async () => {
    const rows = waiting();
    if (!rows.length) return;
    if (document.hidden) return later();
    const query = new URLSearchParams(window.location.search);
    rows.forEach((row) => query.append("tep", row.dataset.intakeWaits));
    try {
      const answer = await fetch(`${list.dataset.intakeRows}?${query}`, {
        headers: { Accept: "application/json" },
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect" || answer.status === 403) return signedOut();
      if (!answer.ok) return;
      const told = await answer.json();
      told.rows.forEach((row) => {
        const old = document.getElementById(row.id);
        if (!old || old.dataset.state !== row.state) {
          since = Date.now();
          replace(row);
        }
      });
      count(told.counts);
    } catch {
      // Offline for a moment: the next question will tell.
    }
    later();
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, Date.now() - since > PATIENCE ? LATER : SOON);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask();
  });
  later();

  // Sending.
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector("[data-intake-zone]");
  const uploads = document.querySelector("[data-intake-uploads]");
  const pattern = document.getElementById("intake-upload");
  const words = form.dataset;
  const queue = [];
  let running = 0;
  let done = 0;
  let total = 0;

  const start = (files) => {
    if (!files.length) return;
    if (!running && !queue.length) {
      done = 0;
      total = 0;
    }
    total += files.length;
    uploads.hidden = false;
    [...files].forEach((file) => queue.push({ file, line: newLine(file) }));
    next();
  };

  const newLine = (file) => {
    const line = pattern.content.firstElementChild.cloneNode(true);
    line.querySelector("[data-name]").textContent = file.name;
    line.querySelector("progress").setAttribute("aria-label", file.name);
    uploads.append(line);
    return line;
  };

  const refusal = (file) => {
    if (file.size === 0) return words.wordEmpty;
    if (file.size > Number(words.largest)) return words.wordTooLarge;
    return "";
  };

  const fail = (line, text) => {
    line.classList.add("tk-upload--failed");
    line.querySelector("progress").hidden = true;
    line.querySelector("[data-told]").textContent = text;
    const away = line.querySelector("button");
    away.hidden = false;
    away.addEventListener("click", () => {
      const beside = line.nextElementSibling || line.previousElementSibling;
      line.remove();
      uploads.hidden = !uploads.children.length;
      (beside?.querySelector("button:not([hidden])") || input).focus();
    });
    say(`${line.querySelector("[data-name]").textContent}: ${text}`);
  };

  const succeed = (line, told) => {
    line.remove();
    uploads.hidden = !uploads.children.length;
    told.rows.forEach(replace);
    document.querySelector("[data-intake-empty]")?.remove();
    count(told.counts);
    since = Date.now();
    later();
  };

  const next = () => {
    while (running < PARALLEL && queue.length) {
      const { file, line } = queue.shift();
      const reason = refusal(file);
      if (reason) {
        done += 1;
        fail(line, reason);
      } else {
        running += 1;
        send(file, line);
      }
    }
  };

  const finished = (line, request) => {
    running -= 1;
    done += 1;
    let told = {};
    try {
      told = JSON.parse(request.responseText);
    } catch {
      // A sign-in page, or a proxy's own error page.
    }
    if (request.status === 201 && told.rows) {
      succeed(line, told);
      say(fill(words.wordSent, { done, total }));
    } else {
      const isSignIn = request.status === 200 || request.status === 403;
      const reason = isSignIn ? list.dataset.wordSignedOut : words.wordFailed;
      fail(line, (told.errors || [])[0] || reason);
    }
    next();
  };

  const send = (file, line) => {
    const data = new FormData(form);
    data.delete(input.name);
    data.append(input.name, file);
    const bar = line.querySelector("progress");
    const told = line.querySelector("[data-told]");
    const request = new XMLHttpRequest();
    request.open("POST", form.action + window.location.search);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      const percent = Math.round((100 * event.loaded) / event.total);
      bar.value = percent;
      told.textContent = `${percent} %`;
    });
    request.addEventListener("load", () => finished(line, request));
    request.addEventListener("error", () => finished(line, request));
    request.send(data);
  };

  form.classList.add("is-scripted");
  // The button opens the chooser: there is nothing to be complete yet.
  form.noValidate = true;
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    start(files);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    input.click();
  });

  let depth = 0;
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    zone.classList.toggle("is-over", depth > 0);
  };
  zone.addEventListener("dragenter", () => mark(1));
  zone.addEventListener("dragleave", () => mark(-1));
  // A file dropped beside the zone would replace the page.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    depth = 0;
    mark(0);
    start([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });
})();
