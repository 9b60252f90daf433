// Kind advice about what is being written. All of it can be passed over, none of it blocks.

import { advise, calmed, split, withoutSecrets } from "./request-advice.js";
import { button, element } from "./request-elements.js";

const skipped = new Set();

/**
 * @param {Element} place @param {object} data
 * @param {{ problem: string, facts: Record<string, string> }} written
 * @param {(text: string) => void} change puts another text in the place of the problem's
 * @param {(problems: string[]) => void} later keeps other problems for requests of their own
 * @returns {boolean} there is a secret in it
 */
export function showNudges(place, data, written, change, later) {
  const found = written.problem.trim() ? advise(written, data.advice) : [];
  const shown = found.filter(({ kind }) => !skipped.has(kind));
  const key = JSON.stringify(shown);
  if (place.dataset.shown !== key) {
    const known = new Map([...place.children].map((line) => [line.dataset.key, line]));
    place.dataset.shown = key;
    // advice that stays is not read out again
    place.replaceChildren(
      ...shown.map((nudge) => {
        const own = JSON.stringify(nudge);
        return known.get(own) ?? line(own, nudge);
      }),
    );
  }
  return found.some(({ kind }) => kind === "secret");

  function line(own, nudge) {
    const { kind, places, ranges } = nudge;
    const { words, advice } = data;
    const buttons = [];
    const offer = (text, action) => buttons.push(button(text, action));
    if (kind === "several") {
      offer(words.nudge_split, () => {
        const [first, ...others] = split(written.problem, places);
        later(others);
        change(first);
      });
    } else if (kind === "harsh" && advice?.calm) {
      offer(words.nudge_calm, () => change(calmed(written.problem, ranges, advice.calm)));
    } else if (kind === "secret" && ranges.length) {
      offer(words.nudge_hide, () => change(withoutSecrets(written.problem, ranges)));
    }
    offer(words.nudge_skip, () => {
      skipped.add(kind);
      made.remove();
    });
    const made = element(
      "div",
      { className: `nudge nudge-${kind}` },
      element("p", {}, words[`nudge_${kind}`]),
      element("p", { className: "buttons" }, ...buttons),
    );
    made.dataset.key = own;
    return made;
  }
}
