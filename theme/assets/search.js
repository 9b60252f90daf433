// On the search page: answers `?q=` and what is typed, and says how much was found.

import { note } from "./trail.js";

const MOST_SHOWN = 30;

const place = document.querySelector("#hc-results");
const input = document.querySelector("#hc-query");
const status = place.querySelector("[role=status]");
const list = place.querySelector("ul");
const strings = JSON.parse(place.dataset.strings);
const forms = JSON.parse(place.dataset.found);
const names = JSON.parse(place.dataset.languages);
const language = document.documentElement.lang;
let opening = null;
let latest = 0;

/** @param {string} pattern @param {Record<string, string>} values */
function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** @param {number} count */
function foundText(count) {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return filled(form, { count: new Intl.NumberFormat(language).format(count) });
}

function search(query) {
  opening ??= import(new URL(place.dataset.client, location.href).href).then(({ openSearch }) =>
    openSearch({ index: new URL(place.dataset.index, location.href).href }),
  );
  return opening.then((index) => index.search(query, { limit: MOST_SHOWN }));
}

/** @param {import("./search-client.js").Result} result */
function item(result) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(result.url, new URL(place.dataset.root, location.href)).href;
  link.textContent = result.title;
  line.append(link);
  if (result.language) {
    line.lang = result.language;
    line.dir = "auto";
    const badge = document.createElement("span");
    badge.className = "tag";
    badge.textContent = names[result.language] ?? result.language;
    line.append(" ", badge);
  }
  if (result.passage) {
    const text = document.createElement("p");
    text.textContent = result.passage;
    line.append(text);
  }
  return line;
}

function contactItem() {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = place.dataset.contact;
  link.textContent = place.dataset.contactText;
  line.append(link);
  return line;
}

async function show(query) {
  const mine = (latest += 1);
  if (!query.trim()) {
    status.textContent = "";
    list.replaceChildren();
    return;
  }
  status.textContent = place.dataset.working;
  try {
    const results = await search(query);
    if (mine !== latest) {
      return; // the reader has typed on
    }
    if (results.length) {
      status.textContent = foundText(results.total);
      list.replaceChildren(...results.map(item));
    } else {
      status.textContent = `${filled(strings.nothing, { query })} ${strings.nothing_help}`;
      list.replaceChildren(contactItem());
    }
  } catch {
    opening = null;
    if (mine === latest) {
      status.textContent = strings.failed;
      list.replaceChildren();
    }
  }
}

function queryOfPage() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

/** @param {string} query becomes a step in the way back; the same one twice does not */
function remember(query) {
  if (query.trim()) {
    note({ query: query.trim() });
  }
  if (query !== queryOfPage()) {
    const address = new URL(location.href);
    address.searchParams.set("q", query);
    history.pushState(null, "", address);
  }
}

input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember(input.value);
  show(input.value);
});
// readers who follow a result without having pressed Enter find it again when they come back
input.addEventListener("change", () => remember(input.value));
input.addEventListener("input", () => show(input.value));
addEventListener("popstate", () => {
  input.value = queryOfPage();
  show(input.value);
});
input.value = queryOfPage();
show(input.value);
