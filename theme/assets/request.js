// On the contact page: helps to write a request. Everything stays in this browser until the customer
// hands the message to an app of their own.

import { calmed, split, withoutSecrets } from "./request-advice.js";
import {
  answers, copy, data, dated, dueAt, fillFacts, found, harmless, held, language, loadData,
  offerAnswers, part, place, problem, quickest, showFacts, showSheet, showSome,
  showTrail, showWays, tell, when, write,
} from "./request-form.js";
import {
  compose, filled, messageLink, openMemory, openSlot, summary, tellingWords,
} from "./request-message.js";

const SHEET = "{problem}\n\n{facts}\n\n{trail}";
const PAUSE_MS = 600;
const MINUTE_MS = 60_000;

const form = part("form");
const error = part("#hc-problem-error");
const firstDate = part("#hc-first-date");
const status = part(".ways [role=status]");
const remembered = part(".memory input");
const chooser = document.querySelector("#hc-about");
const nudges = held("all-nudges");

const memory = openMemory();
const draft = openSlot("sessionStorage", "hc-draft");

/** What is being written. */
let about = "";
let earlier = null; // what this request follows
let shown = null; // what is told of earlier requests
let rest = []; // other problems, for requests of their own
let ticked = null; // tells what of the trail is
let message = { subject: "", text: "" };
let sheet = ""; // the channel that it is for
let isKindChosen = false; // by the customer
let last = { at: 0 }; // what was sent
let pause = 0;

const notEarlier = new Set(); // requests that the customer says are about something else
const skipped = new Set(); // kinds of advice

function kind() {
  return form.elements.kind.value;
}

/** Ids of the channels for this request. */
function channels() {
  if (["unhappy", "other_way"].includes(kind()) && data.complain_to) {
    return [data.complain_to];
  }
  return [...data.about[about].channels, kind() === "follow_up" && data.follow_up];
}

/** @returns {Request} @see request-message.js */
function written(frame) {
  // a day without a time is one of UTC to JavaScript
  const first = { at: firstDate.value && `${firstDate.value}T12:00`, channel: "" };
  const { at, channel } = earlier ?? first;
  return {
    topic: frame.titles[about] ?? "",
    kind: kind() === "follow_up" && earlier?.isAddition ? "add" : kind(),
    earlier: at
      ? { date: dated(at, language.value), channel: frame.channels[channel] ?? channel }
      : null,
    problem: problem.value,
    facts: answers(frame.words.attached),
    trail: ticked(),
  };
}

/** Everything that follows from what is written, at once. */
function update() {
  const frame = data.messages[language.value];
  const request = written(frame);
  message = compose(request, { ...frame, template: frame.templates[about] ?? frame.words.template });
  part(".message").lang = language.value;
  write(part(".subject"), filled(data.words.subject, message));
  write(part(".message .text"), message.text);
  part(".first-date").hidden = kind() !== "follow_up" || earlier !== null;

  const ids = channels();
  const first = kind() === "follow_up" ? quickest(ids) : "";
  // for talking, what is not known yet is a line to fill in
  request.facts = request.facts.map(([name, answer]) => [name, answer || "…"]);
  const talk = compose(request, { ...frame, template: SHEET }).text;
  showWays(ids, first, message);
  showSheet(ids.includes(sheet) ? sheet : "", message, talk);
}

/** What is only looked at when the customer pauses. */
function consider() {
  clearTimeout(pause);
  // what follows an earlier request may be short
  const passed = kind() === "new" ? skipped : new Set([...skipped, "thin", "no_facts"]);
  const kinds = found().map((nudge) => nudge.kind);
  showSome(part(".nudges"), nudges, kinds.filter((name) => !passed.has(name)));
  offerAnswers(problem.value);
  remind();
  keepDraft(problem.value);
}

function refresh() {
  update();
  consider();
}

/** Does what a nudge offers, in the text as it is by now, or passes it over. */
function answerNudge({ target }) {
  if (!target.matches("button")) {
    return;
  }
  if (!target.value) {
    skipped.add(target.closest(".nudge").dataset.name);
  }
  let field = problem;
  for (const { ranges, fact, places } of found().filter((nudge) => nudge.kind === target.value)) {
    field = fact ? part(`#hc-fact-${fact}`) : problem;
    if (places) {
      const [first, ...others] = split(field.value, places);
      field.value = first;
      rest.unshift(...others);
    } else if (target.value === "harsh") {
      field.value = calmed(field.value, ranges, data.advice.calm);
    } else {
      field.value = withoutSecrets(field.value, ranges);
    }
  }
  refresh();
  field.focus();
}

/** Tells of a request about the same that was sent before. */
function remind() {
  const { words } = data;
  const entries = memory.all().filter(({ at }) => !notEarlier.has(at));
  const alike = memory.like(tellingWords(problem.value, data.common));
  const same = entries.find(({ at }) => at === alike?.at);
  const recent = problem.value ? null : entries.find((entry) => entry.about === about);
  shown = same ?? recent ?? earlier;
  if (!shown) {
    tell(part(".earlier"), []);
    return;
  }
  const { at, subject, channel, due } = shown;
  const isLate = due !== null && due * MINUTE_MS < Date.now();
  if (same && isLate && kind() === "new" && !isKindChosen) {
    follow(false);
    return;
  }
  const soonest = quickest([...data.about[about].channels, data.follow_up]) || data.follow_up;
  const best = data.channels[soonest]?.label;
  const state = due === null ? "unknown" : !isLate ? "due" : best ? "late" : "late_plain";
  const told = [
    filled(words.earlier, { date: dated(at), subject, channel: data.channels[channel]?.label ?? channel }),
    filled(words[`earlier_${state}`], { when: when(due), channel: best }),
  ];
  const isAddition = due !== null && !isLate;
  tell(part(".earlier"), [told.join(" ")], [
    !earlier && [words[isAddition ? "add" : "follow_up"], () => follow(isAddition)],
    [words.new_problem, dismiss],
  ]);
}

/** @param {boolean} isAddition to what is shown */
function follow(isAddition) {
  earlier = { ...shown, isAddition };
  form.elements.kind.value = "follow_up";
  update();
  remind();
}

function dismiss() {
  notEarlier.add(shown.at);
  earlier = null;
  form.elements.kind.value = "new";
  refresh();
}

/** Says what is missing; a message about nothing helps nobody. @returns {boolean} it can be sent */
function check() {
  const isMissing = !problem.value.trim();
  write(error, isMissing ? data.words.empty : "");
  problem.setAttribute("aria-invalid", isMissing);
  return !isMissing;
}

/** Hands the message over by the way that is pressed. */
async function send(event) {
  const action = event.target.closest(".button");
  if (!action) {
    return;
  }
  if (!check()) {
    event.preventDefault();
    problem.focus();
    return;
  }
  tell(status, []);
  const channel = action.parentElement.dataset.name;
  const { way, href } = data.channels[channel];
  let said = "";
  if (action.type === "button") {
    sheet = channel;
    update();
    part(".sheet").focus();
    tell(status, [], [next()]);
    return;
  }
  if (way === "paste" || !messageLink(href, message).isWhole) {
    said = !(await copy(message)) ? "copy_failed" : way === "paste" ? "copied" : "too_long";
  }
  sent(channel, data.words[said]);
}

/** Remembers what was handed over, and says when an answer is due. */
function sent(channel, said) {
  const { words } = data;
  const text = harmless(problem.value);
  const entry = {
    at: Date.now(),
    about,
    subject: summary(text),
    channel,
    due: dueAt(channel),
    words: tellingWords(text, data.common),
  };
  if (last.channel === channel && last.subject === entry.subject) {
    memory.remove(last.at); // pressed again
  }
  last = entry;
  memory.add(entry);
  notEarlier.add(entry.at); // it is this one
  forgetDraft();
  const isKept = memory.all()[0]?.at === entry.at;
  const due =
    entry.due === null
      ? isKept && words.sent_undated
      : filled(words.sent, { when: when(entry.due) });
  const undo = () => {
    memory.remove(entry.at);
    tell(status, []);
    keepDraft(problem.value);
  };
  tell(status, [said, due], [
    isKept && [words.not_sent, undo],
    next(),
  ]);
}

/** What was sent before the times were there gets its own. */
function takeTimes() {
  update();
  if (memory.all()[0]?.at === last.at) {
    memory.remove(last.at);
    memory.add({ ...last, due: dueAt(last.channel, last.at) });
  }
}

/** The button for the next problem, where there is one. */
function next() {
  return rest.length && [data.words.next, () => begin(rest)];
}

/** Starts with the next problem, or with an empty form. */
function begin([text = "", ...others]) {
  showFacts(); // those that are not asked for are emptied too
  form.reset();
  choose();
  remembered.checked = memory.isOn;
  problem.value = text;
  rest = others;
  earlier = null;
  isKindChosen = false;
  sheet = "";
  tell(status, []);
  showForm(true);
  refresh();
  problem.focus();
}

function showForm(isShown) {
  form.hidden = !isShown;
  part(".solved").hidden = isShown;
}

function solved() {
  forgetDraft();
  showForm(false);
  part(".solved").focus();
}

/** @param {string} text of the problem */
function keepDraft(text) {
  const kept = { about, problem: text, facts: text ? answers(true) : [], rest };
  // what is not to be sent is not kept either
  const clean = (_, value) => (value?.trim ? harmless(value) : value);
  draft.write(text || rest.length ? JSON.stringify(kept, clean) : "");
}

/** Forgets what was written, but not the problems that are for later. */
function forgetDraft() {
  clearTimeout(pause); // or it would be kept again
  keepDraft("");
}

function takeDraft() {
  try {
    const kept = JSON.parse(draft.read());
    // after the first problem was sent, the next one is to be written about
    [problem.value = "", ...rest] = [kept.problem]
      .concat(Array.isArray(kept.rest) ? kept.rest : [])
      .filter((text) => text?.trim?.());
    fillFacts(kept.about === about ? kept.facts : []);
  } catch {
    // there is none, or it is not ours
  }
}

/** Takes over the topic that is chosen above. */
function choose() {
  const wanted = new URL(location.href).searchParams.get("about") ?? "";
  const chosen = chooser?.value ?? wanted;
  // the chooser has the topics at the top only
  about = wanted.startsWith(`${chosen}/`) ? wanted : chosen;
  while (!Object.hasOwn(data.about, about)) {
    about = about.slice(0, Math.max(0, about.lastIndexOf("/")));
  }
  showFacts(data.about[about].facts);
}

function chooseAgain() {
  choose();
  refresh();
}

/** Forgets all requests, and the one that is being written as far as it was kept. */
function forget({ target }) {
  const isAgain = target === remembered && remembered.checked;
  memory.turn(remembered.checked);
  rest = [];
  forgetDraft();
  tell(part(".memory [role=status]"), isAgain ? [] : [data.words.forgotten]);
  earlier = null;
  update();
  remind();
}

/** @param {string} selector @param {string} type of the event @param {(event: Event) => void} act */
function on(selector, type, act) {
  part(selector).addEventListener(type, act);
}

function listen() {
  on("form", "input", ({ target }) => {
    if (target === remembered) {
      return;
    }
    if (problem.value.trim()) {
      check();
    }
    update();
    clearTimeout(pause);
    pause = setTimeout(consider, PAUSE_MS);
  });
  on(".kinds", "change", () => {
    isKindChosen = true;
    refresh();
  });
  on("form", "submit", (event) => event.preventDefault());
  on(".nudges", "click", answerNudge);
  on(".answers button", "click", solved);
  on(".solved button", "click", () => begin(rest));
  on(".preview > button", "click", async () => {
    const said = (await copy(message)) ? "copied" : "copy_failed";
    tell(part(".preview > [role=status]"), [data.words[said]]);
  });
  on(".ways ul", "click", send);
  on(".sheets", "click", ({ target }) => target.matches("button") && print());
  on(".memory input", "change", forget);
  on(".memory button", "click", forget);
  chooser?.addEventListener("change", chooseAgain);
  document.querySelector(".about button")?.addEventListener("click", chooseAgain);
  setInterval(update, MINUTE_MS); // the dates by which answers come move on
}

let opening = null;

async function open() {
  try {
    await loadData(place.dataset.request, takeTimes);
  } catch {
    opening = null;
    tell(part(".failed"), [form.dataset.failed]);
    return;
  }
  tell(part(".failed"), []);
  ticked = showTrail();
  remembered.checked = memory.isOn;
  choose();
  takeDraft();
  listen();
  form.hidden = false;
  refresh();
}

/** A link to the request opens it. */
function followHash() {
  if (location.hash === "#hc-request") {
    place.open = true;
    place.scrollIntoView();
  }
}

part(".templates")?.remove();
place.open = false;
place.classList.add("is-ready");
place.addEventListener("toggle", () => {
  if (place.open) {
    opening ??= open();
  }
});
addEventListener("hashchange", followHash);
followHash();
