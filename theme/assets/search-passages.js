// The passage that a result shows: where in a part of an article its words stand closest together.
// The twin of hcgen/search/passages.py.

import { wordsIn } from "./search-words.js";

const WINDOW = 150;
const LONGEST = 210;
const BEFORE = 50;
const FEWEST_LETTERS = 4;

/**
 * @typedef {object} Needle a word that is looked for
 * @property {string} typed by the reader
 * @property {string} word the site's word that it was taken for
 * @property {string} term what that one was indexed as
 * @property {boolean} isBeginning words that begin with what was typed count
 * @property {number} weight
 */

/**
 * @param {string[]} flat anchor, heading and text, by turns, of the sections in a part
 * @param {Needle[]} needles
 * @returns {{anchor: string, heading: string, passage: string, marks: [number, number][]}} the one
 *   that holds most of what is looked for; of several the first
 */
export function passageOf(flat, needles) {
  let best;
  for (let at = 0; at + 2 < flat.length; at += 3) {
    const [anchor, heading, text] = flat.slice(at, at + 3);
    const inHeading = find(heading, needles).map(({ needle }) => needle);
    const found = find(text, needles);
    for (const [start, held] of windows(found)) {
      const score = [...new Set([...held, ...inHeading])].reduce(
        (sum, needle) => sum + needles[needle].weight,
        0,
      );
      if (!best || score > best.score) {
        best = { score, anchor, heading, text, found, start };
      }
    }
  }
  if (!best) {
    return { anchor: "", heading: "", passage: "", marks: [] };
  }
  return { anchor: best.anchor, heading: best.heading, ...cut(best.text, best.start, best.found) };
}

/** Yields where each window of words begins and what it holds; one without any for the start. */
function* windows(found) {
  yield [0, []];
  for (const [place, first] of found.entries()) {
    const held = found.slice(place).filter(({ end }) => end - first.start <= WINDOW);
    yield [first.start, held.map(({ needle }) => needle)];
  }
}

/** @returns {{start: number, end: number, needle: number}[]} */
function find(text, needles) {
  return wordsIn(text)
    .map(({ word, start, end }) => ({
      start,
      end,
      needle: needles.findIndex((each) => isFound(word, each)),
    }))
    .filter(({ needle }) => needle >= 0);
}

/** @returns {boolean} */
function isFound(text, { typed, word, term, isBeginning }) {
  return (
    [typed, word, term].includes(text) ||
    (isBeginning && text.startsWith(typed)) ||
    ([...term].length >= FEWEST_LETTERS && text.includes(term))
  );
}

/** @returns {{passage: string, marks: [number, number][]}} cut between words where it can be */
function cut(text, first, found) {
  const start = startOf(text, first);
  let end = Math.min(text.length, start + LONGEST);
  if (end < text.length) {
    const blank = text.slice(0, end).lastIndexOf(" ");
    end = blank >= start + WINDOW ? blank : whole(text, end);
  }
  const before = start ? "… " : "";
  const shift = before.length - start;
  const marks = [];
  for (const each of found) {
    if (each.start >= start && each.end <= end) {
      const last = marks.at(-1);
      if (last?.[1] >= each.start + shift) {
        last[1] = each.end + shift; // pieces overlap
      } else {
        marks.push([each.start + shift, each.end + shift]);
      }
    }
  }
  return {
    passage: before + text.slice(start, end) + (end < text.length ? " …" : ""),
    marks,
  };
}

/** @returns {number} where to begin so that a sentence, or some words, stand before a place */
function startOf(text, first) {
  const least = first - BEFORE;
  if (least <= 0 || text.length <= LONGEST) {
    return 0;
  }
  const before = text.slice(0, first);
  for (const sign of [". ", "? ", "! ", "。", "？", "！"]) {
    const at = before.lastIndexOf(sign);
    if (at >= least) {
      return at + sign.length;
    }
  }
  const blank = before.indexOf(" ", least);
  return blank >= 0 ? blank + 1 : whole(text, least);
}

/** @returns {number} the place, or the one before, so that no character is cut in two */
function whole(text, at) {
  return /[\udc00-\udfff]/.test(text[at]) ? at - 1 : at;
}
