// The form of a request, as it stands in the page: what it asks for, what it tells, and articles
// that may answer the request.

import { filled, whole } from "./request-message.js";
import { trail } from "./trail.js";

const MOST = 3;
const FEWEST_LETTERS = 12; // of a text that says what is looked for
const MOST_WORDS = 12;

/** How the forms of facts are asked for. */
const FIELDS = {
  line: ["input", { type: "text", autocomplete: "off" }],
  text: ["textarea", { rows: 2 }],
  attachment: ["input", { type: "checkbox" }],
};

let opening = null;
let latest = 0;

const place = document.querySelector("#hc-request");

/** @param {string} selector @returns {HTMLElement} the first one in this part of the page */
export const part = (selector) => place.querySelector(selector);

/** @param {string} name of a `<template>` @returns {HTMLElement[]} what it holds */
export const held = (name) => [...part(`template.${name}`).content.children];

/**
 * @param {string} name
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string)} inside
 */
export function element(name, properties, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/**
 * Writes a text where there is another one; the same again would end a selection in it.
 *
 * @param {HTMLElement} where @param {string} text
 */
export function write(where, text) {
  if (where.textContent !== text) {
    where.textContent = text;
  }
}

/**
 * Tells something, with buttons for what can be done about it. What is told already stays as it
 * is, or it would be read out again.
 *
 * @param {HTMLElement} where
 * @param {string[]} texts none: nothing is told any more
 * @param {[string, () => void][]} [actions] label, and what happens
 */
export function tell(where, texts, actions = []) {
  const key = JSON.stringify([texts, actions]);
  if (where.dataset.told === key) {
    return;
  }
  where.dataset.told = key;
  const buttons = actions.map(([label, act]) => {
    const onclick = () => {
      act();
      if (!button.isConnected && document.activeElement === document.body) {
        part("#hc-problem").focus(); // or the focus would be lost with the button
      }
    };
    const button = element("button", { type: "button", onclick }, label);
    return button;
  });
  where.replaceChildren(...texts.map((text) => element("p", {}, text)), ...buttons);
}

/**
 * Shows some of the items that there are, in their order. Those that stay are not touched, or they
 * would be read out again.
 *
 * @param {HTMLElement} where @param {HTMLElement[]} items @param {string[]} names
 */
export function showSome(where, items, names) {
  let next = null;
  for (const item of [...items].reverse()) {
    if (!names.includes(item.dataset.name)) {
      item.remove();
      continue;
    }
    if (!item.isConnected) {
      where.insertBefore(item, next);
    }
    next = item;
  }
}

/**
 * @param {{ subject: string, text: string }} message selected where a browser does not let us copy
 * @returns {Promise<boolean>}
 */
export async function copy(message) {
  try {
    await navigator.clipboard.writeText(whole(message));
    return true;
  } catch {
    getSelection().selectAllChildren(part(".message"));
    return false;
  }
}

/** @param {object} data @param {string[]} names of the facts to ask for */
export function showFacts({ facts, words }, names) {
  const before = answers(true);
  part(".facts > div").replaceChildren(...names.map((name) => field(name, facts[name], words)));
  fillFacts(before);
}

function field(name, { label, hint, good, thin, form }, words) {
  const id = `hc-fact-${name}`;
  const notes = [
    hint,
    good && filled(words.good, { example: good }),
    thin && filled(words.thin, { example: thin }),
  ];
  const note = element("p", { className: "hint", id: `${id}-hint` }, notes.filter(Boolean).join("\n"));
  const [tag, properties] = FIELDS[form];
  const input = element(tag, { id, name, dir: "auto", ...properties });
  input.setAttribute("aria-describedby", note.id);
  const inside =
    form === "attachment"
      ? [element("label", {}, input, `${label}: ${words.attach}`), note]
      : [element("label", { htmlFor: id }, label), note, input];
  return element("div", { className: "field" }, ...inside);
}

/**
 * @template Word
 * @param {Word} attached answers for what is attached
 * @returns {[string, string | Word][]} name and answer of each fact that is asked for
 */
export function answers(attached) {
  return Array.from(part(".facts").elements, ({ name, type, checked, value }) => [
    name,
    type !== "checkbox" ? value : checked ? attached : "",
  ]);
}

/** @param {[string, string | true][]} given as `answers(true)` has them */
export function fillFacts(given) {
  for (const [name, value] of given) {
    const input = part(`#hc-fact-${name}`);
    if (input) {
      input[value === true ? "checked" : "value"] = value;
    }
  }
}

/**
 * Offers what was looked at on the way, none of it ticked.
 *
 * @param {string} searched says that something was searched for
 * @returns {() => import("./trail.js").Step[]} what is ticked
 */
export function showTrail(searched) {
  const steps = trail();
  const lines = steps.map(({ url, title, query }) => {
    const text = url ? title : filled(searched, { query });
    return element("label", { dir: "auto" }, element("input", { type: "checkbox" }), text);
  });
  part(".trail").hidden = !steps.length;
  part(".trail > div").replaceChildren(...lines);
  return () => steps.filter((step, at) => part(".trail").elements[at].checked);
}

/** @param {object} data @param {string} text the problem */
export async function offerAnswers(data, text) {
  const mine = (latest += 1);
  const results = text.trim().length < FEWEST_LETTERS ? [] : await search(data, text);
  if (mine !== latest) {
    return; // the customer has written on
  }
  const links = results.map(({ url, title, language }) => {
    const href = new URL(url, new URL(data.root, location.href)).href;
    return element("a", language ? { href, lang: language, dir: "auto" } : { href }, title);
  });
  const list = part(".answers ul");
  // a list that stays the same must not be read out again
  if (links.map(String).join() !== [...list.querySelectorAll("a")].map(String).join()) {
    list.replaceChildren(...links.map((link) => element("li", {}, link)));
  }
  part(".answers").hidden = !links.length;
}

async function search({ common, search: index }, text) {
  const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter(
    (word) => !common.includes(word.toLowerCase()),
  );
  try {
    opening ??= import("./search-client.js").then(({ openSearch }) =>
      openSearch({ index: new URL(index, location.href).href }),
    );
    // the blank says that the last word is a whole one
    return await (await opening).search(`${words.slice(0, MOST_WORDS).join(" ")} `, { limit: MOST });
  } catch {
    opening = null; // perhaps the next time
    return [];
  }
}
