// Reading a text aloud with a Vietnamese voice of the browser; without one nothing is offered.
const box = document.querySelector("[data-read-aloud]");
const speech = window.speechSynthesis;

const voiceFor = () => {
  // Android says vi_VN, the standard vi-VN.
  const voices = speech.getVoices().filter((voice) => /^vi([-_]|$)/i.test(voice.lang));
  const own = voices.find((voice) => voice.localService);
  return own ?? ("anyVoice" in box.dataset ? voices[0] : undefined);
};

if (box && speech && window.SpeechSynthesisUtterance) {
  const BLOCKS = "h1, h2, h3, h4, p, li, td, th, caption, figcaption, blockquote";
  const button = (name) => box.querySelector(`[data-${name}]`);
  const [listen, pause, resume, stop] = ["listen", "pause", "resume", "stop"].map(button);
  const live = document.querySelector("#thong-bao");
  let queue = [];
  let at = 0;
  let round = 0;
  let marked = null;

  const show = (shown, words) => {
    const hadFocus = box.contains(document.activeElement);
    for (const one of [listen, pause, resume, stop]) one.hidden = !shown.includes(one);
    if (hadFocus) shown[0].focus();
    if (live) live.textContent = words ?? "";
  };
  const mark = (block) => {
    marked?.classList.remove("tk-is-read");
    block?.classList.add("tk-is-read");
    marked = block;
  };
  // Browsers cut off what is long: a sentence at a time, and none longer than this.
  const LONGEST = 220;
  const sentences = (text) => (text.match(/[^.!?…;:]+[.!?…;:]*["”’)]*\s*/g) ?? [])
    .flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}(?:\\s|$)|\\S{${LONGEST}}`, "gs")) ?? [])
    .map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const read = () => {
    const found = [...document.querySelectorAll(box.dataset.readAloud)]
      .flatMap((root) => (root.matches(BLOCKS) ? [root] : [...root.querySelectorAll(BLOCKS)]))
      .filter((block) => !block.querySelector(BLOCKS) && block.checkVisibility?.() !== false);
    return found.flatMap((block) => sentences(block.textContent.replace(/\s+/g, " "))
      .map((words) => ({ block, words })));
  };
  const end = (words) => {
    round += 1;
    speech.cancel();
    mark(null);
    show([listen], words);
  };
  const next = () => {
    const mine = round;
    const piece = queue[at];
    if (!piece) {
      end(box.dataset.stopped);
      return;
    }
    const spoken = new SpeechSynthesisUtterance(piece.words);
    spoken.lang = "vi-VN";
    spoken.voice = voiceFor() ?? null;
    spoken.onend = () => {
      if (mine !== round) return;
      at += 1;
      next();
    };
    spoken.onerror = () => { if (mine === round) end(box.dataset.stopped); };
    mark(piece.block);
    speech.speak(spoken);
  };
  const go = () => {
    round += 1;
    speech.cancel();
    show([pause, stop], box.dataset.reading);
    next();
  };

  listen.addEventListener("click", () => {
    queue = read();
    at = 0;
    go();
  });
  // Not speech.pause(): some browsers never come back from it. The sentence is read again.
  pause.addEventListener("click", () => {
    round += 1;
    speech.cancel();
    show([resume, stop], box.dataset.paused);
  });
  resume.addEventListener("click", go);
  stop.addEventListener("click", () => end(box.dataset.stopped));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && listen.hidden) end(box.dataset.stopped);
  });
  addEventListener("pagehide", () => end());

  const offer = () => { box.hidden = !voiceFor(); };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
}
