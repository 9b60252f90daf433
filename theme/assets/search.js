// On the search page: answers `?q=` and what is typed, within `?topic=` if one is chosen. Where
// nothing fits, topics and people come before what was found.

import {
  addressOf,
  foundText,
  inLanguage,
  made,
  marked,
  pause,
  withQuery,
} from "./search-text.js";
import { note } from "./trail.js";

const PAGE_SIZE = 10;
const PAUSE_MS = 120;
const MOST_NEAREST = 4;

const place = document.querySelector("#hc-results");
const input = document.querySelector("#hc-query");
const status = document.querySelector(".search-state [role=status]");
const correction = document.querySelector(".did-you-mean");
const filter = document.querySelector(".filter");
const choice = document.querySelector("#hc-topic");
const retry = document.querySelector(".retry");
const nearest = document.querySelector(".nearest");
const help = document.querySelector(".search-help");
const foundAnyway = place.querySelector(".found-anyway");
const list = place.querySelector("ol");
const more = place.querySelector(".show-more");
const strings = JSON.parse(place.dataset.strings);
const names = JSON.parse(place.dataset.languages);
const topics = new Map([...(choice?.options ?? [])].map((option) => [option.value, option]));
topics.delete("");
const sent = new Set();
let opening = null;
let latest = 0;
let timer = 0;
let shown = history.state?.shown ?? PAGE_SIZE;

function openIndex() {
  opening ??= import(new URL(place.dataset.client, location.href).href).then(({ openSearch }) =>
    openSearch({ index: new URL(place.dataset.index, location.href).href, pause }),
  );
  return opening;
}

/** @param {import("./search-client.js").Result} result */
function item({ url, title, anchor, heading, passage, marks, language, topic }) {
  const address = (part = "") => addressOf(place.dataset.root, url, part);
  const link = inLanguage(made("a", "", title), language);
  link.href = address();
  const article = made("article", "", inLanguage(made("h2", "", link), language));
  const about = made("p", "about-result");
  if (topics.has(topic)) {
    about.append(made("span", "", topics.get(topic).textContent));
  }
  if (language) {
    const badge = made("span", "tag", names[language] ?? language);
    badge.lang = language;
    about.append(badge);
  }
  if (about.hasChildNodes()) {
    article.append(about);
  }
  if (anchor && heading) {
    const section = inLanguage(made("a", "", heading), language);
    section.href = address(anchor);
    article.append(inLanguage(made("p", "section", section), language));
  }
  if (passage) {
    article.append(inLanguage(made("p", "passage", ...marked(passage, marks)), language));
  }
  return made("li", "", article);
}

/** Shows topics of what was found, so that the next best thing is near. */
function showNearest(results) {
  const paths = [...new Set(results.map(({ topic }) => topic))].filter((path) => topics.has(path));
  nearest.querySelector("ul").replaceChildren(
    ...paths.slice(0, MOST_NEAREST).map((path) => {
      const link = made("a", "", topics.get(path).textContent);
      link.href = topics.get(path).dataset.href;
      return made("li", "", link);
    }),
  );
  nearest.hidden = paths.length === 0;
}

/** @param {string} query the one that is meant */
function showCorrection(query) {
  if (query) {
    const link = made("a", "", query);
    link.href = addressFor(query);
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        input.value = query;
        input.focus();
        begin({ isRemembered: true });
      }
    });
    correction.replaceChildren(...withQuery(strings.correction, link));
  }
  correction.hidden = !query;
}

function clear() {
  list.replaceChildren();
  for (const part of [correction, retry, nearest, help, foundAnyway, more]) {
    if (part) {
      part.hidden = true;
    }
  }
}

/** @param {import("./search-client.js").Result[]} results with their facts */
function showResults(query, results) {
  const isFound = results.length > 0;
  const isUnsure = isFound && results.isForeign;
  const isBroken = !isFound && results.isPartial;
  const partial = isFound && results.isPartial ? [" ", strings.partial] : [];
  clear();
  if (isBroken) {
    status.textContent = strings.failed;
  } else if (isFound && !isUnsure) {
    status.replaceChildren(foundText(place.dataset.found, results.total), ...partial);
  } else {
    const pattern = isFound ? strings.unsure : strings.nothing;
    status.replaceChildren(...withQuery(pattern, query), " ", strings.nothing_help, ...partial);
    showNearest(results);
  }
  if (help) {
    help.hidden = isFound && !isUnsure;
  }
  if (isUnsure) {
    foundAnyway.textContent = foundText(place.dataset.found, results.total);
    foundAnyway.hidden = false;
  }
  // far from what the site is about, the nearest word is none that was meant
  showCorrection(isUnsure ? "" : results.correction);
  retry.hidden = !results.isPartial;
  list.replaceChildren(...results.map(item));
  more.hidden = !isFound || results.total <= shown;
}

/** Tells the site, where it asks for that, what was looked for in vain; each query once. */
function tellNothingFound(query) {
  const { endpoint } = place.dataset;
  const asked = query.trim();
  if (endpoint && !sent.has(asked)) {
    sent.add(asked);
    const { lang: language } = document.documentElement;
    // form fields need no question beforehand whether they may be sent (no CORS preflight)
    const body = new URLSearchParams({ query: asked, language });
    // who asked is nobody's business, not even on the site's own host
    fetch(endpoint, { method: "POST", body, credentials: "omit", keepalive: true }).catch(() => {
      // nobody is waiting for an answer
    });
  }
}

/** @param {{isMeant?: boolean}} [options] `isMeant`: the query is whole, not half typed */
async function show({ isMeant = false } = {}) {
  const mine = (latest += 1);
  const query = input.value;
  const topic = choice?.value ?? "";
  if (!query.trim()) {
    status.textContent = "";
    clear();
    place.ariaBusy = "false";
    if (filter) {
      filter.hidden = true;
    }
    return;
  }
  status.textContent = place.dataset.working;
  place.ariaBusy = "true";
  try {
    const index = await openIndex();
    const results = await index.search(query, { limit: shown, topic });
    if (mine !== latest) {
      return; // the reader has typed on
    }
    showResults(query, results);
    if (filter) {
      filter.hidden = !results.length && !topic;
    }
    if (isMeant && !results.total && !results.isPartial && !topic) {
      tellNothingFound(query);
    }
  } catch {
    opening = null;
    if (mine !== latest) {
      return;
    }
    clear();
    status.textContent = strings.failed;
    retry.hidden = false;
    if (help) {
      help.hidden = false;
    }
  }
  place.ariaBusy = "false";
}

/** @param {string} query */
function addressFor(query) {
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  address.searchParams.delete("topic");
  if (choice?.value) {
    address.searchParams.set("topic", choice.value);
  }
  return address.href;
}

/** The query becomes a step in the way back; the same one twice does not. */
function remember() {
  if (input.value.trim()) {
    note({ query: input.value.trim() });
  }
  if (addressFor(input.value) !== addressFor(queryOfPage()) || topicOfPage() !== choiceValue()) {
    history.pushState({ shown }, "", addressFor(input.value));
  }
}

function choiceValue() {
  return choice?.value ?? "";
}

function queryOfPage() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

/** @returns {string} "" for a topic that there is not */
function topicOfPage() {
  const topic = new URLSearchParams(location.search).get("topic") ?? "";
  return topics.has(topic) ? topic : "";
}

/** Looks for what the field and the choice say, from the first results on. */
function begin({ isRemembered = false } = {}) {
  clearTimeout(timer);
  shown = PAGE_SIZE;
  if (isRemembered) {
    remember();
  }
  return show({ isMeant: isRemembered });
}

function restore() {
  clearTimeout(timer);
  input.value = queryOfPage();
  if (choice) {
    choice.value = topicOfPage();
  }
  shown = history.state?.shown ?? PAGE_SIZE;
  show({ isMeant: true });
}

input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin({ isRemembered: true });
});
// readers who follow a result without having pressed Enter find it again when they come back
input.addEventListener("change", remember);
input.addEventListener("input", () => {
  latest += 1; // an answer that is on its way is for what stood there before
  clearTimeout(timer);
  if (input.value.trim()) {
    status.textContent = place.dataset.working;
    timer = setTimeout(begin, PAUSE_MS);
  } else {
    begin();
  }
});
choice?.addEventListener("change", () => begin({ isRemembered: true }));
retry.firstElementChild.addEventListener("click", () => {
  input.focus(); // the button goes away
  show();
});
more.firstElementChild.addEventListener("click", async () => {
  const before = list.children.length;
  shown += PAGE_SIZE;
  history.replaceState({ shown }, "");
  await show();
  list.children[before]?.querySelector("a").focus();
});
addEventListener("popstate", restore);
restore();
