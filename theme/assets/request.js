// On the contact page: helps to write a request. Everything stays in this browser until the customer
// hands the message to an app of their own.

import { replyBy } from "./reply-by.js";
import { copy, offerAnswers, showFacts, showNudges, showTrail } from "./request-form.js";
import { openMemory, tellingWords } from "./request-memory.js";
import { compose, filled, summary } from "./request-message.js";
import { noteSent, showEarlier, showWays, whole } from "./request-ways.js";

const DRAFT = "hc-draft";
const SHEET = "{problem}\n\n{facts}\n\n{trail}";
const PAUSE_MS = 600;
const MINUTE_MS = 60_000;

const place = document.querySelector("#hc-request");
const form = place.querySelector("form");
const problem = form.querySelector("#hc-problem");
const error = form.querySelector("#hc-problem-error");
const firstDate = form.querySelector("#hc-first-date");
const language = form.querySelector("#hc-message-language");
const chooser = document.querySelector("#hc-about");

/** @param {string} name @returns {Storage | null} null where the browser gives none */
function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

const memory = openMemory(storage("localStorage"));
const drafts = storage("sessionStorage");

/** What the page knows of requests, the table of answers, and what is being written. */
let data = null;
let replies = null;
let about = "";
let earlier = null; // what this request follows
let notEarlier = new Set(); // requests that the customer says are about something else
let rest = []; // other problems, for requests of their own
let facts = null;
let trail = null;
let message = { subject: "", text: "" };

/** @returns {Request} @see request-message.js */
function written() {
  const frame = data.messages[language.value];
  return {
    topic: frame.titles[about] ?? "",
    kind: kind(),
    earlier: earlierInWords(frame),
    problem: problem.value,
    facts: facts.answers(frame.words.attached),
    trail: trail.ticked(),
  };
}

function kind() {
  return form.elements.kind.value === "follow_up" && earlier?.isAddition
    ? "add"
    : form.elements.kind.value;
}

function earlierInWords(frame) {
  const date = (moment) =>
    new Intl.DateTimeFormat(language.value, { dateStyle: "long" }).format(moment);
  if (earlier) {
    return { date: date(earlier.at), channel: frame.channels[earlier.channel] ?? earlier.channel };
  }
  // a day without a time is one of UTC to JavaScript
  return firstDate.value ? { date: date(new Date(`${firstDate.value}T12:00`)), channel: "" } : null;
}

/** The minute by which a channel answers what is sent now; null where nobody can say. */
function dueAt(channel) {
  return replies ? replyBy(replies, channel, Math.ceil(Date.now() / MINUTE_MS)) : null;
}

/** Ids of the channels for this request, in the order that they have everywhere. */
function channels() {
  const wanted = new Set(data.about[about].channels);
  const special = ["unhappy", "other_way"].includes(kind()) ? data.complain_to : "";
  if (special) {
    return [special];
  }
  if (kind() === "follow_up" && data.follow_up) {
    wanted.add(data.follow_up);
  }
  return Object.keys(data.channels).filter((id) => wanted.has(id));
}

/** The channel that answers soonest. */
function quickest(ids) {
  const [best] = ids
    .map((id) => [id, dueAt(id)])
    .filter(([, due]) => due !== null)
    .sort(([, one], [, other]) => one - other);
  return best?.[0] ?? "";
}

/** Everything that follows from what is written, at once. */
function update() {
  const frame = data.messages[language.value];
  const template = frame.templates[about] ?? frame.words.template;
  const request = written();
  message = compose(request, { ...frame, template });
  const view = place.querySelector(".message");
  view.lang = language.value;
  view.querySelector(".subject").textContent = filled(data.words.subject, message);
  view.querySelector(".text").textContent = message.text;
  const ids = channels();
  // for talking, what is not known yet is a line to fill in
  const asked = request.facts.map(([name, answer]) => [name, answer || "…"]);
  showWays(form, {
    data,
    ids,
    message,
    sheet: compose({ ...request, facts: asked }, { ...frame, template: SHEET }).text,
    quickest: kind() === "follow_up" ? quickest(ids) : "",
    dueAt,
    check,
    sent,
  });
  form.querySelector(".first-date").hidden = kind() !== "follow_up" || earlier !== null;
}

/** What is only looked at when the customer pauses. */
function consider() {
  const text = {
    problem: problem.value,
    facts: Object.fromEntries(facts.answers("")),
    isNew: kind() === "new",
  };
  const hasSecret = showNudges(form.querySelector(".nudges"), data, text, change, later);
  offerAnswers(form.querySelector(".answers"), data, problem.value);
  remind();
  if (!hasSecret) {
    keepDraft();
  }
}

/** Replaces the text of the problem, or of a fact, as a nudge offers it. */
function change(text, fact) {
  if (fact) {
    facts.fill({ [fact]: text });
  } else {
    problem.value = text;
  }
  update();
  consider();
  problem.focus();
}

/** @param {string[]} problems to be written about after this one */
function later(problems) {
  rest = problems;
}

/** Tells of a request about the same that was sent before. */
function remind() {
  const words = tellingWords(problem.value, data.common);
  const entries = memory.all().filter((entry) => !notEarlier.has(entry.at));
  const alike = memory.like(words);
  const found = alike && !notEarlier.has(alike.at) ? alike : null;
  const shown = found ?? entries.find((entry) => entry.about === about && !problem.value) ?? null;
  const isLate = shown?.due != null && shown.due * MINUTE_MS < Date.now();
  if (found && isLate && earlier?.at !== found.at && form.elements.kind.value === "new") {
    follow(found, false);
  }
  const ids = [...new Set([...data.about[about].channels, data.follow_up])].filter(Boolean);
  showEarlier(form.querySelector(".earlier"), data, shown ?? earlier, {
    isLate,
    isFollowed: earlier !== null,
    quickest: data.channels[quickest(ids) || data.follow_up]?.label ?? "",
    follow,
    dismiss(entry) {
      notEarlier.add(entry.at);
      earlier = null;
      form.elements.kind.value = "new";
      update();
      remind();
    },
  });
}

/** @param {import("./request-memory.js").Sent} entry @param {boolean} isAddition */
function follow(entry, isAddition) {
  earlier = { ...entry, isAddition };
  form.elements.kind.value = "follow_up";
  update();
  remind();
}

/** Says what is missing; a message about nothing helps nobody. @returns {boolean} it can be sent */
function check() {
  const isMissing = !problem.value.trim();
  error.textContent = isMissing ? data.words.empty : "";
  problem.toggleAttribute("aria-invalid", isMissing);
  if (isMissing) {
    problem.focus();
  }
  return !isMissing;
}

/** Remembers what was handed over, and says when an answer is due. */
function sent(channel) {
  const entry = {
    at: Date.now(),
    about,
    subject: summary(problem.value),
    channel,
    due: dueAt(channel),
    words: tellingWords(problem.value, data.common),
  };
  memory.add(entry);
  notEarlier.add(entry.at); // it is this one
  drafts?.removeItem(DRAFT);
  noteSent(form.querySelector(".ways"), data, entry, {
    isKept: memory.isOn,
    hasNext: rest.length > 0,
    undo() {
      memory.remove(entry.at);
      keepDraft();
    },
    next() {
      const [text, ...others] = rest;
      begin(text);
      rest = others;
    },
  });
}

/** Starts with an empty form, or with the text of the next problem. */
function begin(text = "") {
  rest = [];
  earlier = null;
  form.reset();
  form.querySelector(".memory input").checked = memory.isOn;
  problem.value = text;
  form.querySelector(".ways [role=status]").replaceChildren();
  choose();
  form.hidden = false;
  place.querySelector(".solved").hidden = true;
  problem.focus();
}

function keepDraft() {
  const text = JSON.stringify({ about, problem: problem.value, facts: facts.values(), rest });
  try {
    drafts?.setItem(DRAFT, text);
  } catch {
    // full, or switched off
  }
}

function takeDraft() {
  try {
    const draft = JSON.parse(drafts?.getItem(DRAFT) ?? "null");
    if (draft && typeof draft.problem === "string") {
      problem.value = draft.problem;
      rest = draft.rest;
      if (draft.about === about) {
        facts.fill(draft.facts);
      }
    }
  } catch {
    // not ours
  }
}

/** Takes over the topic that is chosen above. */
function choose() {
  const wanted = new URL(location.href).searchParams.get("about") ?? "";
  const chosen = chooser?.value ?? wanted;
  // the chooser has the topics at the top only
  const nearest = wanted.startsWith(`${chosen}/`) ? wanted : chosen;
  about = Object.hasOwn(data.about, nearest) ? nearest : "";
  const before = facts?.values() ?? {};
  facts = showFacts(form.querySelector(".facts > div"), data, data.about[about].facts);
  facts.fill(before);
  update();
  remind();
}

function solved() {
  drafts?.removeItem(DRAFT);
  form.hidden = true;
  const end = place.querySelector(".solved");
  end.hidden = false;
  end.focus();
}

function listen() {
  let timer = 0;
  form.addEventListener("input", ({ target }) => {
    if (target.closest(".memory")) {
      return;
    }
    if (error.textContent) {
      check();
    }
    update();
    clearTimeout(timer);
    timer = setTimeout(consider, PAUSE_MS);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.name === "kind") {
      earlier = target.value === "follow_up" ? earlier : null;
      update();
      remind();
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  chooser?.addEventListener("change", choose);
  document.querySelector(".about button")?.addEventListener("click", () => choose());
  form.querySelector(".answers button").addEventListener("click", solved);
  place.querySelector(".solved button").addEventListener("click", () => begin());
  form.querySelector(".preview > button").addEventListener("click", async () => {
    const isCopied = await copy(whole(message), form.querySelector(".message"));
    form.querySelector(".preview > [role=status]").textContent =
      data.words[isCopied ? "copied" : "copy_failed"];
  });
  form.querySelector(".sheet button").addEventListener("click", () => print());
  const [switched] = form.querySelectorAll(".memory input");
  const status = form.querySelector(".memory [role=status]");
  switched.addEventListener("change", () => {
    memory.turn(switched.checked);
    status.textContent = switched.checked ? "" : data.words.forgotten;
    remind();
  });
  form.querySelector(".memory button").addEventListener("click", () => {
    memory.clear();
    drafts?.removeItem(DRAFT);
    status.textContent = data.words.forgotten;
    earlier = null;
    remind();
  });
  setInterval(update, MINUTE_MS); // the dates by which answers come move on
}

/** @param {string} address @returns {Promise<any>} */
async function load(address) {
  const answer = await fetch(new URL(address, location.href));
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

let opening = null;

async function open() {
  const failed = place.querySelector(".failed");
  try {
    data = await load(place.dataset.request);
    replies = data.replies ? await load(data.replies).catch(() => null) : null;
  } catch {
    opening = null;
    failed.textContent = form.dataset.failed;
    return;
  }
  failed.textContent = "";
  for (const [tag, { name }] of Object.entries(data.messages)) {
    language.append(new Option(name, tag, tag === document.documentElement.lang));
  }
  language.value = document.documentElement.lang;
  language.parentElement.hidden = language.options.length < 2;
  trail = showTrail(form.querySelector(".trail"), data.words.searched);
  form.querySelector(".memory input").checked = memory.isOn;
  choose();
  takeDraft();
  listen();
  form.hidden = false;
  consider();
  update();
}

function openOnce() {
  if (place.open) {
    opening ??= open();
  }
}

/** A link to the request opens it. */
function followHash() {
  if (location.hash === "#hc-request") {
    place.open = true;
    place.scrollIntoView();
  }
}

place.querySelector(".templates")?.remove();
place.open = false;
place.classList.add("is-ready");
place.addEventListener("toggle", openOnce);
addEventListener("hashchange", followHash);
followHash();
