// Tells of what was sent before, and of what has just been sent.

import { button, element } from "./request-elements.js";
import { filled } from "./request-message.js";
import { inWords } from "./request-when.js";

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
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
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
  const when = inWords(due, data);
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
    lines.push(filled(words.sent, { when: inWords(due, data) }));
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
