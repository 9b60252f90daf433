// The form of a request, as it stands in the page: what is known of requests, what the form asks for
// and tells, and articles that may answer the request.

import { replyBy } from "./reply-by.js";
import { advise, withoutSecrets } from "./request-advice.js";
import { filled, inWords, messageLink, whole } from "./request-message.js";
import { trail } from "./trail.js";

const MOST = 3;
const FEWEST_LETTERS = 12; // of a text that says what is looked for
const MOST_WORDS = 12;
const MINUTE_MS = 60_000;

let opening = null;
let latest = 0;

/** What the page knows of requests, and when answers come. */
export let data = null;
let replies = { channels: {} };

export const { lang } = document.documentElement;
export const place = document.querySelector("#hc-request");

/** @param {string} selector @returns {HTMLElement} the first one in this part of the page */
export const part = (selector) => place.querySelector(selector);

export const problem = part("#hc-problem");
export const language = part("#hc-message-language");

/** @param {string} name of a `<template>` @returns {HTMLElement[]} what it holds */
export const held = (name) => [...part(`template.${name}`).content.children];

const facts = held("all-facts");
const ways = held("all-ways");
const sheets = held("all-sheets");

/** @param {string} address @returns {Promise<any>} */
async function load(address) {
  const answer = await fetch(new URL(address, location.href));
  const found = await answer.json();
  if (found.version !== 1) {
    throw new Error(address);
  }
  return found;
}

/**
 * Loads the data. Nothing waits for the times of replies; without them nothing is promised.
 *
 * @param {string} address @param {() => void} changed the times are there
 */
export async function loadData(address, changed) {
  data = await load(address);
  if (data.replies) {
    load(data.replies).then((table) => {
      replies = table;
      changed();
    }, String);
  }
}

/** The minute by which a channel answers what is sent; null where nobody can say, or not yet. */
export function dueAt(channel, moment = Date.now()) {
  return replyBy(replies, channel, Math.ceil(moment / MINUTE_MS));
}

/** @param {string[]} ids of channels @returns {string} of the one that answers soonest */
export function quickest(ids) {
  const known = ids.filter((id) => dueAt(id) !== null);
  return known.sort((one, other) => dueAt(one) - dueAt(other))[0] ?? "";
}

/** @param {number} minute by which there is an answer */
export function when(minute) {
  return inWords(minute, data, lang);
}

/** @param {number | Date} moment @param {string} [tag] of a language, else the reader's */
export function dated(moment, tag = lang) {
  return new Date(moment).toLocaleDateString(tag, { dateStyle: "long" });
}

/** @returns {import("./request-advice.js").Advice[]} what could be better in what is written */
export function found() {
  const facts = Object.fromEntries(answers(""));
  return advise({ problem: problem.value, facts }, data.advice);
}

/** @param {string} text @returns {string} without what must not be kept */
export function harmless(text) {
  const [first] = advise({ problem: text, facts: {} }, data.advice);
  return withoutSecrets(text, first?.kind === "secret" ? first.ranges : []);
}

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
 * @param {(string | false | undefined)[]} texts none: nothing is told any more
 * @param {([string, () => void] | false | 0)[]} [actions] label, and what happens
 */
export function tell(where, texts, actions = []) {
  const key = JSON.stringify([texts, actions]);
  if (where.dataset.told === key) {
    return;
  }
  where.dataset.told = key;
  const buttons = actions.filter(Boolean).map(([label, act]) => {
    const onclick = () => {
      act();
      if (!button.isConnected && document.activeElement === document.body) {
        problem.focus(); // or the focus would be lost with the button
      }
    };
    const button = element("button", { type: "button", onclick }, label);
    return button;
  });
  where.replaceChildren(...texts.filter(Boolean).map((text) => element("p", {}, text)), ...buttons);
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

/** @param {string[]} [names] of the facts to ask for; all, where it is not given */
export function showFacts(names = facts.map(({ dataset }) => dataset.name)) {
  const asked = names.map((name) => facts.find(({ dataset }) => dataset.name === name));
  part(".facts > div").replaceChildren(...asked);
}

/**
 * @param {string[]} ids of the channels to offer
 * @param {string} first the one to point out; empty for none
 * @param {{ subject: string, text: string }} message
 */
export function showWays(ids, first, message) {
  showSome(part(".ways ul"), ways, ids);
  for (const item of ways) {
    const id = item.dataset.name;
    const link = item.querySelector("a");
    const { way, href } = data.channels[id];
    if (way === "write") {
      link.href = messageLink(href, message).href;
    }
    const due = link && dueAt(id);
    write(item.querySelector(".by"), due === null ? "" : filled(data.words.by, { when: when(due) }));
    item.querySelector(".tag").hidden = id !== first;
  }
}

/**
 * @param {string} id of the channel that it is for; empty for none
 * @param {{ subject: string, text: string }} message for a letter
 * @param {string} talk for what is told
 */
export function showSheet(id, message, talk) {
  showSome(part(".sheets"), sheets, [id]);
  for (const item of sheets) {
    write(item.querySelector(".text"), item.matches(".letter") ? whole(message) : talk);
  }
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
 * @returns {() => import("./trail.js").Step[]} what is ticked
 */
export function showTrail() {
  const steps = trail();
  const lines = steps.map(({ url, title, query }) => {
    const text = url ? title : filled(data.words.searched, { query });
    return element("label", { dir: "auto" }, element("input", { type: "checkbox" }), text);
  });
  part(".trail").hidden = !steps.length;
  part(".trail > div").replaceChildren(...lines);
  return () => steps.filter((step, at) => part(".trail").elements[at].checked);
}

/** @param {string} text the problem */
export async function offerAnswers(text) {
  const mine = (latest += 1);
  const results = text.trim().length < FEWEST_LETTERS ? [] : await search(text);
  if (mine !== latest) {
    return; // the customer has written on
  }
  const list = part(".answers ul");
  const key = JSON.stringify(results);
  // a list that stays the same must not be read out again
  if (list.dataset.told !== key) {
    list.dataset.told = key;
    const links = results.map(({ url, title, language }) => {
      const href = new URL(url, new URL(data.root, location.href));
      return element("a", { href, lang: language || lang, dir: "auto" }, title);
    });
    list.replaceChildren(...links.map((link) => element("li", {}, link)));
  }
  part(".answers").hidden = !results.length;
}

async function search(text) {
  const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter(
    (word) => !data.common.includes(word.toLowerCase()),
  );
  try {
    opening ??= import("./search-client.js").then(({ openSearch }) =>
      openSearch({ index: new URL(data.search, location.href).href }),
    );
    // the blank says that the last word is a whole one
    return await (await opening).search(`${words.slice(0, MOST_WORDS).join(" ")} `, { limit: MOST });
  } catch {
    opening = null; // perhaps the next time
    return [];
  }
}
