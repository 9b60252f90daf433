// Fields of the request that depend on its topic and on the way to it: facts, and what was looked at.

import { element } from "./request-elements.js";
import { filled } from "./request-message.js";
import { trail } from "./trail.js";

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
