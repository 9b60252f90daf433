// The form of a request: its fields, kind advice about what is being written, and articles that may
// answer it. All advice can be passed over, and none of it blocks.

import { advise, calmed, split, withoutSecrets } from "./request-advice.js";
import { filled } from "./request-message.js";
import { trail } from "./trail.js";

const MOST = 3;
const FEWEST_LETTERS = 12; // of a text that says what is looked for
const MOST_WORDS = 12;

let opening = null;
let latest = 0;

const skipped = new Set();
let written = null; // as it was last looked at; buttons that stay go by it

/**
 * @param {string} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} inside
 */
export function element(name, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

/** @param {string} text @param {() => void} action */
export function button(text, action) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", action);
  return made;
}

/**
 * @param {string} text
 * @param {Element} shown holds the same text; it is selected where a browser does not let us copy
 * @returns {Promise<boolean>}
 */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return false;
  }
}

/**
 * @param {Element} place @param {object} data @param {string[]} names of the facts to ask for
 */
export function showFacts(place, data, names) {
  const fields = names.map((name) => [name, factField(name, data.facts[name], data.words)]);
  place.replaceChildren(...fields.map(([, { whole }]) => whole));
  const valueOf = ({ input }) => (input.type === "checkbox" ? input.checked : input.value);
  return {
    /** Name and answer of each; what is attached is answered by the word for that. */
    answers(attached) {
      return fields.map(([name, field]) => {
        const value = valueOf(field);
        return [name, typeof value === "string" ? value : value ? attached : ""];
      });
    },
    values: () => Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])),
    fill(values) {
      for (const [name, { input }] of fields) {
        if (typeof values?.[name] === "string" && input.type !== "checkbox") {
          input.value = values[name];
        } else if (values?.[name] === true) {
          input.checked = true;
        }
      }
    },
  };
}

function factField(name, { label, hint, good, thin, form }, words) {
  const id = `hc-fact-${name}`;
  const notes = [
    hint,
    good && filled(words.good, { example: good }),
    thin && filled(words.thin, { example: thin }),
  ].filter(Boolean);
  const note = element("p", { className: "hint", id: `${id}-hint` });
  note.append(...notes.flatMap((text, at) => (at ? [element("br"), text] : [text])));
  if (form === "attachment") {
    const input = element("input", { type: "checkbox", id });
    input.setAttribute("aria-describedby", note.id);
    const title = element("span", {}, `${label}: ${words.attach}`);
    const whole = element("div", { className: "field" }, element("label", {}, input, title), note);
    return { whole, input };
  }
  const input =
    form === "text"
      ? element("textarea", { id, rows: 2, dir: "auto" })
      : element("input", { id, type: "text", dir: "auto", autocomplete: "off" });
  input.setAttribute("aria-describedby", note.id);
  const title = element("label", { htmlFor: id }, label);
  return { whole: element("div", { className: "field" }, title, note, input), input };
}

/** Offers what was looked at on the way, none of it ticked. */
export function showTrail(place, searched) {
  const steps = trail().map((step) => {
    const input = element("input", { type: "checkbox" });
    const text = step.url ? step.title : filled(searched, { query: step.query });
    return { step, input, line: element("label", { dir: "auto" }, input, text) };
  });
  place.hidden = !steps.length;
  place.querySelector("div").replaceChildren(...steps.map(({ line }) => line));
  return { ticked: () => steps.filter(({ input }) => input.checked).map(({ step }) => step) };
}

/**
 * @param {Element} place @param {object} data
 * @param {{ problem: string, facts: Record<string, string>, isNew: boolean }} now as written
 * @param {(text: string, fact?: string) => void} change puts another text in the place of the
 *   problem's, or of a fact's
 * @param {(problems: string[]) => void} later keeps other problems for requests of their own
 * @returns {boolean} there is a secret in it
 */
export function showNudges(place, data, now, change, later) {
  const { words, advice } = data;
  written = now;
  // what follows an earlier request may be short
  const isWanted = ({ kind }) =>
    !skipped.has(kind) && (now.isNew || !["thin", "no_facts"].includes(kind));
  const found = now.problem.trim() ? advise(now, advice) : [];
  const lines = found.filter(isWanted).map((nudge) => {
    const key = JSON.stringify(nudge);
    // advice that stays is not read out again
    return [...place.children].find(({ dataset }) => dataset.key === key) ?? line(key, nudge);
  });
  if (lines.length !== place.children.length || lines.some((one, at) => one !== place.children[at])) {
    place.replaceChildren(...lines);
  }
  return found.some(({ kind }) => kind === "secret");

  function line(key, { kind, places, ranges, fact }) {
    const offers = {
      several() {
        const [first, ...others] = split(written.problem, places);
        later(others);
        change(first);
      },
      harsh: () => change(calmed(written.problem, ranges, advice.calm)),
      secret: () => change(withoutSecrets(fact ? written.facts[fact] : written.problem, ranges), fact),
    };
    const names = { several: "split", harsh: advice.calm && "calm", secret: "hide" };
    const buttons = names[kind] ? [button(words[`nudge_${names[kind]}`], offers[kind])] : [];
    buttons.push(
      button(words.nudge_skip, () => {
        skipped.add(kind);
        made.remove();
      }),
    );
    const made = element(
      "div",
      { className: `nudge nudge-${kind}` },
      element("p", {}, words[`nudge_${kind}`]),
      element("p", { className: "buttons" }, ...buttons),
    );
    made.dataset.key = key;
    return made;
  }
}

/** @param {Element} place @param {object} data @param {string} text */
export async function offerAnswers(place, data, text) {
  const mine = (latest += 1);
  const results = text.trim().length < FEWEST_LETTERS ? [] : await search(data, text);
  if (mine !== latest) {
    return; // the customer has written on
  }
  const links = results.map(({ url, title, language }) => {
    const link = element("a", { href: new URL(url, new URL(data.root, location.href)).href }, title);
    if (language) {
      link.lang = language;
      link.dir = "auto";
    }
    return link;
  });
  const list = place.querySelector("ul");
  // a list that stays the same must not be read out again
  if (links.map(String).join() !== [...list.querySelectorAll("a")].map(String).join()) {
    list.replaceChildren(...links.map((link) => element("li", {}, link)));
  }
  place.hidden = !links.length;
}

async function search(data, text) {
  const common = new Set(data.common);
  const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter(
    (word) => !common.has(word.toLowerCase()),
  );
  try {
    opening ??= import("./search-client.js").then(({ openSearch }) =>
      openSearch({ index: new URL(data.search, location.href).href }),
    );
    const index = await opening;
    // the blank says that the last word is a whole one
    return await index.search(`${words.slice(0, MOST_WORDS).join(" ")} `, { limit: MOST });
  } catch {
    opening = null; // perhaps the next time
    return [];
  }
}
