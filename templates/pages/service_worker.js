{% load static %}// Keeps the page for readers without a network, and nothing else: no page of the portal is stored.
const KEPT = "bang-vang {% static 'css/portal.css' %}";
const PAGE = "{% url 'offline' %}";
const PARTS = [
  PAGE,
  "/static/css/portal.css",
  "/static/fonts/tdkt-sans-vi.woff2",
  "/static/fonts/tdkt-serif-vi.woff2",
  "/static/img/drum.svg",
];

self.addEventListener("install", (event) => {
  const parts = PARTS.map((part) => new Request(part, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(parts)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name !== KEPT));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(PAGE)));
  } else if (PARTS.includes(new URL(request.url).pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});
