// On pages with notices: shows each one in its time, to the minute; has it read out once; and lets
// readers close it, which this browser remembers.
//
// Whoever closed a notice before may see it for a moment while a page loads: it is in the page for
// those without scripts, and goes when this module runs, after the text has been drawn.

const STORAGE = "dismissed-notices";
const LONGEST_WAIT_MS = 3_600_000; // a device that slept, or whose clock was set, is found out
const SPOKEN_AFTER_MS = 500;
const TAKEN_BACK_AFTER_MS = 5_000;

/** Keys of what was closed on this page, for browsers that remember nothing. */
const closedHere = new Set();

/** Texts that were read out on this page. */
const spoken = new Set();

/** @type {HTMLElement | null} */
let body = null;
/** @type {HTMLElement | null} */
let place = null;
/** @type {HTMLElement[]} */
let notices = [];
let edgeTimer = 0;
let speechTimer = 0;

/** @returns {string[]} keys of the notices that were closed in this browser */
function remembered() {
  try {
    const found = JSON.parse(localStorage.getItem(STORAGE));
    return Array.isArray(found) ? found : [];
  } catch {
    return []; // storage may be switched off, or hold what others wrote
  }
}

/** @param {string[]} keys */
function remember(keys) {
  try {
    if (keys.length) {
      localStorage.setItem(STORAGE, JSON.stringify(keys));
    } else {
      localStorage.removeItem(STORAGE);
    }
  } catch {
    // storage may be switched off; the notice then stays closed on this page
  }
}

/** Takes up the notices of the page, and forgets those that the site does not show any more. */
function begin() {
  body = document.body;
  place = document.querySelector(".notices");
  notices = [...document.querySelectorAll(".notice")];
  if (!place) {
    return;
  }
  const known = place.dataset.known.split(" ");
  const closed = remembered();
  const kept = closed.filter((key) => known.includes(key));
  if (kept.length < closed.length) {
    remember(kept);
  }
  for (const notice of notices) {
    notice.append(closeButton(notice, place.dataset.dismiss));
  }
  place.after(region("alert"), region("status"));
  update();
}

/** @param {HTMLElement} notice @param {string} name */
function closeButton(notice, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "notice-close";
  button.textContent = "×";
  button.title = name;
  button.setAttribute("aria-label", name);
  button.setAttribute("aria-describedby", notice.querySelector(".notice-text").id);
  button.addEventListener("click", () => {
    closedHere.add(notice.dataset.key);
    remember([...remembered(), notice.dataset.key]);
    update();
  });
  return button;
}

/** Shows what counts now, and comes again when that changes. */
function update() {
  const now = Date.now();
  const closed = new Set([...closedHere, ...remembered()]);
  let next = Infinity;
  for (const notice of notices) {
    const from = notice.dataset.from ? Date.parse(notice.dataset.from) : -Infinity;
    const until = notice.dataset.until ? Date.parse(notice.dataset.until) : Infinity;
    const isShown = from <= now && now < until && !closed.has(notice.dataset.key);
    if (!isShown && notice.contains(document.activeElement)) {
      focusContent();
    }
    notice.hidden = !isShown;
    next = Math.min(next, ...[from, until].filter((edge) => edge > now));
  }
  if (place) {
    place.hidden = notices.every((notice) => notice.hidden);
  }
  clearTimeout(edgeTimer);
  if (next < Infinity) {
    edgeTimer = setTimeout(update, Math.min(next - now, LONGEST_WAIT_MS));
  }
  clearTimeout(speechTimer);
  speechTimer = setTimeout(speak, SPOKEN_AFTER_MS);
}

/** Moves the focus to the content, for what has it is about to go. */
function focusContent() {
  const content = document.querySelector("main");
  if (!content.hasAttribute("tabindex")) {
    content.tabIndex = -1;
    content.addEventListener("blur", () => content.removeAttribute("tabindex"), { once: true });
  }
  content.focus({ preventScroll: true });
}

// A live region speaks of what changes in it, and browsers differ on one that is full when the page
// opens: some stay silent, some speak. So the notices themselves are plain text, read in their place
// like any other, and two regions out of sight, empty at first, get a copy once the page has come to
// rest: an alert for incidents, a status for the rest. The copy is put in as one piece, for such
// regions are read as a whole at each change, and is taken back after a while, so that nobody who
// reads on comes upon it.

/** @param {"alert" | "status"} role */
function region(role) {
  const made = document.createElement("div");
  made.className = "notices-spoken hidden-text";
  made.setAttribute("role", role);
  return made;
}

/** Has those notices read out that are shown and were not read out before. */
function speak() {
  if (document.hidden) {
    return; // nobody hears a page in the background; `update` comes again when it is looked at
  }
  for (const made of document.querySelectorAll(".notices-spoken")) {
    const isAlert = made.getAttribute("role") === "alert";
    const fresh = notices.filter(
      (notice) =>
        !notice.hidden &&
        notice.classList.contains("notice-incident") === isAlert &&
        !spoken.has(textOf(notice)),
    );
    if (fresh.length) {
      const copy = document.createElement("div");
      copy.append(...fresh.flatMap(wordsOf));
      made.replaceChildren(copy);
      setTimeout(() => copy.remove(), TAKEN_BACK_AFTER_MS);
      fresh.forEach((notice) => spoken.add(textOf(notice)));
    }
  }
}

/** @param {HTMLElement} notice */
function textOf(notice) {
  return notice.querySelector(".notice-text").textContent;
}

/** @param {HTMLElement} notice @returns {(Element | string)[]} copies of severity and text */
function wordsOf(notice) {
  return [...notice.querySelectorAll(".notice-severity, .notice-text")].flatMap((part) => {
    const copy = part.cloneNode(true);
    copy.removeAttribute("id"); // it would stand in the page twice
    return [copy, " "];
  });
}

begin();
addEventListener("pageshow", update); // back from the browser's memory of pages
document.addEventListener("visibilitychange", update);
new MutationObserver(() => {
  // the 404 page that speaks all languages puts the body of another page into its place
  if (document.body !== body) {
    begin();
  }
}).observe(document.documentElement, { childList: true });
