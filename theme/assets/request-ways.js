// The ways to send a request: by mail app or messenger, copied into a form or chat, told on the
// telephone or across a counter, printed for a letter; and what was sent before.

import { button, copy, element } from "./request-form.js";
import { filled, inWords, messageLink } from "./request-message.js";

const language = document.documentElement.lang;

/**
 * @typedef {object} Way how one channel takes a request
 * @property {"write" | "paste" | "call" | "visit" | "letter"} way
 * @property {string} label
 * @property {string} href where its app or page opens; of a telephone, what it dials
 * @property {string[]} lines its number or address, as people write it
 * @property {string} languages that its people read, in words; empty: not said
 *
 * @typedef {object} State
 * @property {object} data
 * @property {string[]} ids of the channels to offer, in order
 * @property {{ subject: string, text: string }} message
 * @property {string} sheet text for talking about it
 * @property {string} quickest id of the channel to point out; empty for none
 * @property {(channel: string) => number | null} dueAt
 * @property {() => boolean} check there is something to send
 * @property {(channel: string) => void} sent it was handed over
 */

/** @type {State} what links and buttons go by when they are pressed */
let state;

/** @param {Element} form @param {State} now */
export function showWays(form, now) {
  state = now;
  const list = form.querySelector(".ways ul");
  const key = state.ids.join(" ");
  if (list.dataset.shown !== key) {
    list.dataset.shown = key;
    list.replaceChildren(...state.ids.map((id) => item(form, id)));
    form.querySelector(".sheet").hidden = true;
  }
  for (const [at, id] of state.ids.entries()) {
    refresh(list.children[at], id);
  }
  const sheet = form.querySelector(".sheet");
  if (!sheet.hidden) {
    sheet.querySelector(".text").textContent = sheetText(state.data.channels[sheet.dataset.channel]);
  }
}

function item(form, id) {
  const { words, channels } = state.data;
  const { way, label, languages } = channels[id];
  const text = filled(words[`send_${way === "visit" ? "call" : way}`], { channel: label });
  const isLink = way === "write" || way === "paste";
  const action = element(isLink ? "a" : "button", { className: "button" }, text);
  if (way === "paste") {
    // the message stays here while the other page is filled in
    Object.assign(action, { target: "_blank", rel: "external noopener" });
    action.append(" ", element("span", { className: "hidden-text" }, words.new_tab));
  }
  if (!isLink) {
    action.type = "button";
  }
  action.addEventListener("click", (event) => press(event, form, id));
  const line = element("li", {}, action, element("span", { className: "tag" }, words.quickest));
  line.append(element("p", { className: "by" }));
  if (languages) {
    line.append(element("p", { className: "hint" }, filled(words.read_by, { languages })));
  }
  return line;
}

function refresh(line, id) {
  const { data, message, dueAt, quickest } = state;
  const { way, href } = data.channels[id];
  const action = line.querySelector(".button");
  if (way === "write") {
    action.href = messageLink(href, message).href;
  } else if (way === "paste") {
    action.href = href;
  }
  const due = way === "write" || way === "paste" ? dueAt(id) : null;
  line.querySelector(".by").textContent =
    due === null ? "" : filled(data.words.by, { when: inWords(due, data, language) });
  line.querySelector(".tag").hidden = id !== quickest;
}

async function press(event, form, id) {
  const { data, message, check, sent } = state;
  const channel = data.channels[id];
  const { way, href } = channel;
  const status = form.querySelector(".ways [role=status]");
  if (!check()) {
    event.preventDefault();
    return;
  }
  status.replaceChildren();
  if (way !== "write" && way !== "paste") {
    openSheet(form, id);
  } else if (way === "paste" || !messageLink(href, message).isWhole) {
    const isCopied = await copy(whole(message), form.querySelector(".message"));
    const said = isCopied && way === "write" ? "too_long" : isCopied ? "copied" : "copy_failed";
    status.append(element("p", {}, data.words[said]));
  }
  sent(id);
}

/** @param {{ subject: string, text: string }} message */
export function whole({ subject, text }) {
  return [subject, text].filter(Boolean).join("\n\n");
}

function openSheet(form, id) {
  const { words, channels } = state.data;
  const channel = channels[id];
  const { way, label, href, lines } = channel;
  const sheet = form.querySelector(".sheet");
  sheet.dataset.channel = id;
  sheet.querySelector("h3").textContent =
    way === "call" ? words.sheet : way === "visit" ? words.sheet_visit : label;
  const target = lines.flatMap((text, at) => (at ? [element("br"), text] : [text]));
  sheet
    .querySelector(".target")
    .replaceChildren(...(href ? [element("a", { href, dir: "ltr" }, ...target)] : target));
  sheet.querySelector(".text").textContent = sheetText(channel);
  sheet.querySelector(".hint").hidden = way === "letter";
  sheet.hidden = false;
  sheet.focus();
}

function sheetText({ way }) {
  return way === "letter" ? whole(state.message) : state.sheet;
}

/**
 * @param {Element} place @param {object} data
 * @param {import("./request-memory.js").Sent | null} entry null: there is nothing to tell
 * @param {{ isLate: boolean, isFollowed: boolean, quickest: string,
 *   follow: (entry: object, isAddition: boolean) => void, dismiss: (entry: object) => void }} state
 */
export function showEarlier(place, data, entry, { isLate, isFollowed, quickest, follow, dismiss }) {
  const { words } = data;
  const key = entry ? `${entry.at} ${isLate} ${isFollowed} ${quickest}` : "";
  if (place.dataset.shown === key) {
    return; // or it would be read out again
  }
  place.dataset.shown = key;
  if (!entry) {
    place.replaceChildren();
    return;
  }
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  const told = filled(words.earlier, {
    date: date.format(entry.at),
    subject: entry.subject,
    channel: data.channels[entry.channel]?.label ?? entry.channel,
  });
  const buttons = [];
  if (!isFollowed) {
    buttons.push(
      isLate || entry.due === null
        ? button(words.follow_up, () => follow(entry, false))
        : button(words.add, () => follow(entry, true)),
    );
  }
  buttons.push(button(words.new_problem, () => dismiss(entry)));
  place.replaceChildren(
    element("p", {}, `${told} ${advice(data, entry, isLate, quickest)}`),
    element("p", { className: "buttons" }, ...buttons),
  );
}

function advice(data, { due }, isLate, quickest) {
  const { words } = data;
  if (due === null) {
    return words.earlier_unknown;
  }
  const when = inWords(due, data, language);
  if (!isLate) {
    return filled(words.earlier_due, { when });
  }
  return quickest
    ? filled(words.earlier_late, { when, channel: quickest })
    : filled(words.earlier_late_plain, { when });
}

/**
 * Says when an answer is due, and takes back what was not sent after all.
 *
 * @param {Element} place @param {object} data @param {import("./request-memory.js").Sent} entry
 * @param {{ isKept: boolean, hasNext: boolean, undo: () => void, next: () => void }} state
 */
export function noteSent(place, data, { due }, { isKept, hasNext, undo, next }) {
  const { words } = data;
  const status = place.querySelector(":scope > [role=status]");
  const lines = [];
  if (due !== null) {
    lines.push(filled(words.sent, { when: inWords(due, data, language) }));
  } else if (isKept) {
    lines.push(words.sent_undated);
  }
  const buttons = [];
  if (isKept) {
    buttons.push(
      button(words.not_sent, () => {
        status.replaceChildren();
        undo();
      }),
    );
  }
  if (hasNext) {
    buttons.push(button(words.next, next));
  }
  status.append(
    ...lines.map((line) => element("p", {}, line)),
    element("p", { className: "buttons" }, ...buttons),
  );
}
