// Larger text, as this browser keeps it. In the head: set before the first paint, nothing moves.
(() => {
  const root = document.documentElement;
  const key = "chu-lon";
  const kept = () => {
    try {
      return localStorage.getItem(key) === "1";
    } catch {
      return false;
    }
  };
  const keep = (large) => {
    try {
      if (large) localStorage.setItem(key, "1");
      else localStorage.removeItem(key);
    } catch {
      // Storage is shut: the choice holds on this page.
    }
  };
  const show = (large) => {
    root.classList.toggle("tk-large-text", large);
    for (const button of document.querySelectorAll("[data-text-size]")) {
      button.setAttribute("aria-pressed", large);
    }
  };
  root.classList.add("tk-scripted");
  show(kept());
  document.addEventListener("DOMContentLoaded", () => show(kept()));
  addEventListener("pageshow", (event) => { if (event.persisted) show(kept()); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-text-size]")) return;
    const large = !root.classList.contains("tk-large-text");
    keep(large);
    show(large);
  });
})();
