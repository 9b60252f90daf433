// What readers type, and the terms that it may stand for.
// The twin of hcgen/search/alternatives.py and edits.py.

import { range } from "./search-files.js";
import { pieceForm, pieces } from "./search-pieces.js";

export const WHOLE = 256;
const WORTH = [WHOLE, 230, 140];
const COMPLETED = 190;
const COMPLETED_KNOWN = 100; // where what was typed is a word already
const EDITED = [WHOLE, 190, 130];
const FIRST_LETTER_LESS = 40;
const SHORTEST_BEGINNING = 2;
const NO_BLANKS = "\u0e00"; // from here on, one letter may be a word
const MOST_COMPLETIONS = 60;
const MOST_CORRECTIONS = 8;
const MOST_SHARDS = 12;
const SHORTEST_FORM = 4; // of a word of the site to which affixes may be added
const LETTERS_FOR_ONE_EDIT = 4;
const LETTERS_FOR_TWO = 8;
const FAR = 99;
const LETTERS = {
  đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th", ß: "ss", ς: "σ",
};

export const [AS_TYPED, BEGINNING, CORRECTED] = ["as typed", "beginning", "corrected"];

/** @param {string} text @returns {string} without accents of Latin, Greek and Cyrillic letters */
function foldOnce(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[đðøłħıæœþßς]/gu, (letter) => LETTERS[letter]);
}

/** @param {string} word @returns {string} without case and accents */
export function folded(word) {
  return foldOnce(foldOnce(word));
}

/** @param {string} text @returns {{word: string, start: number, end: number}[]} */
export function wordsIn(text) {
  return pieces(text)
    .map(([start, end]) => ({ word: pieceForm(text.slice(start, end), folded), start, end }))
    .filter(({ word }) => word);
}

/**
 * @param {string[]} typed letters
 * @param {string[]} whole letters of a word
 * @param {number} most
 * @param {boolean} isBeginning what was typed may be the beginning of the word only
 * @returns {number} slips that turn the word into what was typed; FAR for more than `most`
 */
export function editsBetween(typed, whole, most, isBeginning = false) {
  const long = typed.length;
  if (long - whole.length > most || (!isBeginning && whole.length - long > most)) {
    return FAR;
  }
  const word = whole.slice(0, long + most);
  let earlier;
  let before;
  let row = range(0, word.length + 1);
  for (let place = 1; place <= long; place += 1) {
    [earlier, before, row] = [before, row, [place]];
    for (let at = 1; at <= word.length; at += 1) {
      let value = Math.min(
        before[at] + 1,
        row[at - 1] + 1,
        before[at - 1] + (typed[place - 1] !== word[at - 1]),
      );
      if (place > 1 && at > 1 && typed[place - 1] === word[at - 2] && typed[place - 2] === word[at - 1]) {
        value = Math.min(value, earlier[at - 2] + 1);
      }
      row.push(value);
    }
    if (Math.min(...row) > most) {
      return FAR;
    }
  }
  const found = isBeginning ? Math.min(FAR, ...row.slice(Math.max(1, long - most))) : row.at(-1);
  return found <= most ? found : FAR;
}

/**
 * @typedef {object} Alternative a term that may be meant
 * @property {string} term
 * @property {number} worth out of WHOLE
 * @property {string} word the site's word that leads to it
 * @property {string} how
 */

/**
 * @param {import("./search-files.js").IndexFiles} files
 * @param {string} word
 * @param {boolean} isLast the reader may not have finished it
 * @returns {Promise<Alternative[]>} each term once
 */
export async function alternatives(files, word, isLast) {
  const found = new Map();
  const take = (known, worth, how, shard) => {
    for (const [term, kind] of known.targets) {
      const place = files.terms.place(term);
      if (shard !== undefined && place !== shard && place !== shard + 1) {
        continue;
      }
      const value = Math.floor((worth * WORTH[kind]) / WHOLE);
      if (!(found.get(term)?.worth >= value)) {
        found.set(term, { term, worth: value, word: known.word, how });
      }
    }
  };
  const exact = (await knownWord(files, word)) || (await knownForm(files, word));
  if (exact) {
    take(exact, WHOLE, AS_TYPED);
  }
  if (isLast && (word.length >= SHORTEST_BEGINNING || word >= NO_BLANKS)) {
    // of a word that is whole already, those that cost no more than one file
    const shard = exact && files.terms.place(word);
    for (const known of await completions(files, word)) {
      take(known, exact ? COMPLETED_KNOWN : COMPLETED, BEGINNING, shard);
    }
  }
  if (!found.size) {
    for (const [known, worth] of await corrections(files, word, isLast)) {
      take(known, worth, CORRECTED);
    }
  }
  return [...found.values()];
}

/** @returns {Promise<KnownWord | undefined>} a word of the site */
async function knownWord(files, word) {
  return (await files.knownWords(files.words.place(word))).get(word);
}

/** @returns {Promise<KnownWord | undefined>} the site's word that one with affixes comes from */
async function knownForm(files, word) {
  for (const affixes of files.manifest.affixes) {
    const [prefix, start, suffix, end] = affixes.split(",");
    if (word.startsWith(prefix) && word.endsWith(suffix)) {
      const form = start + word.slice(prefix.length, word.length - suffix.length) + end;
      const known = form.length >= SHORTEST_FORM && (await knownWord(files, form));
      if (known && !known.targets[0][1]) {
        return known;
      }
    }
  }
}

/** @returns {Promise<KnownWord[]>} words that go on after a beginning, the most frequent first */
export async function completions(files, beginning) {
  const shards = files.words.beginningWith(beginning).slice(0, MOST_SHARDS);
  const found = (await wordsOf(files, shards)).filter(
    ({ word }) => word !== beginning && word.startsWith(beginning),
  );
  return found
    .sort((one, other) => other.frequency - one.frequency || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_COMPLETIONS);
}

/** @returns {Promise<[KnownWord, number][]>} words that may have been meant, best first, and worth */
export async function corrections(files, word, isLast) {
  const letters = [...word];
  if (letters.length < LETTERS_FOR_ONE_EDIT) {
    return [];
  }
  const most = letters.length >= LETTERS_FOR_TWO ? 2 : 1;
  const found = [];
  for (const known of await near(files, word, letters)) {
    if (/^\p{Nd}+$/u.test(known.word)) {
      continue;
    }
    const others = [...known.word];
    let edits = editsBetween(letters, others, most);
    const isBeginning = edits === FAR && isLast;
    if (isBeginning) {
      edits = editsBetween(letters, others, most, true);
    }
    if (edits !== FAR) {
      let worth = EDITED[edits] - (others[0] === letters[0] ? 0 : FIRST_LETTER_LESS);
      if (isBeginning) {
        worth = Math.floor((worth * COMPLETED) / WHOLE);
      }
      found.push({ known, worth, isBeginning });
    }
  }
  found.sort(
    (one, other) =>
      other.worth - one.worth ||
      one.isBeginning - other.isBeginning ||
      other.known.frequency - one.known.frequency ||
      (one.known.word < other.known.word ? -1 : 1),
  );
  return found
    .slice(0, MOST_CORRECTIONS)
    .filter(({ worth }) => 4 * worth >= 3 * found[0].worth)
    .map(({ known, worth }) => [known, worth]);
}

/** @returns {Promise<KnownWord[]>} words that may be near, from no more than some shards */
function near(files, word, letters) {
  const { words } = files;
  const wanted = new Set();
  const want = (shards) => {
    for (const shard of shards) {
      if (shard >= 0 && wanted.size < MOST_SHARDS) {
        wanted.add(shard);
      }
    }
  };
  const [first, second, ...rest] = letters;
  want(words.beginningWith(first + second));
  want([words.place(second + first + rest.join("")), words.place(second + rest.join(""))]);
  want(words.beginningWith(first));
  want(range(0, words.names.length <= MOST_SHARDS ? words.names.length : 0));
  return wordsOf(files, [...wanted].sort((one, other) => one - other));
}

/** @param {number[]} shards @returns {Promise<KnownWord[]>} all their words, in order */
async function wordsOf(files, shards) {
  const found = await Promise.all(shards.map((shard) => files.knownWords(shard)));
  return found.flatMap((words) => [...words.values()]);
}
