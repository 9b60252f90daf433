// Reads what a customer is about to send, and says kindly what could be better. Knows no document
// and sends nothing. Lengths are counted in letters, digits and marks; places are offsets.

const LEAST_CAPITALS = 20; // fewer may be one name or message
const MOSTLY = 0.7;
const LONGEST_SECRET = 64;
const UNPARTED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const MARKER = /^\s*(?:\d{1,2}(?:[.)](?!\d)|\uFE0F?\u20E3)|\(\d{1,2}\)|[-*•–—](?=\s))\s*/u;
const LABELLED = /^[^:\n]{1,30}:\s*\S/u;
const CARD =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[068]\d{12}|(?:35|5[06-9]|6\d)\d{14,17})$/;
const GROUPS = /^(?:1[3-9]|4-4-4-4(?:-[1-3])?|4-6-[45])$/;
// an Indonesian identity number: of a place, then day (women: 40 more) and month of birth
const IDENTITY = /^35\d{4}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}$/;
const KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g;
const PARTICULAR =
  /\p{N}|[“„«「『][^\n]|"[^"\n]{2,200}"|(?:^|\s)['‘][^'’\n]{2,200}['’]|[\p{L}\p{N}-]\.\p{L}{2}|\p{L}@\p{L}|:\/\//u;

/**
 * @typedef {[number, number]} Range start and end
 * @typedef {{ thin: number, long: number, calm: string, several: string[], same: string[],
 *   harsh: string[], secrets: string[] }} Norms phrases are folded, words one blank apart; what a
 *   colon at the end means is said in hcgen/model/request_norms.py
 * @typedef {object} Advice
 * @property {"secret" | "harsh" | "capitals" | "thin" | "long" | "several" | "no_facts"} kind
 * @property {Range[]} [ranges] of secrets; of sentences with harsh words
 * @property {string} [fact] whose text holds the secrets; without it the problem does
 * @property {number[]} [places] where other problems begin
 * @typedef {{ start: number, end: number, word: string }} Word
 * @typedef {{ start: number, end: number, before: boolean }} Hit `before`: of a phrase with a colon
 */

/** @param {string} word */
function folded(word) {
  const small = word.toLowerCase();
  const plain = /[^\0-\x7f]/.test(small)
    ? small
        .normalize("NFKD")
        .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, "$1")
        .normalize("NFC")
        .replaceAll("đ", "d")
    : small;
  return plain.replace(/(\p{L})\1{2,}/gu, "$1"); // “tolooong”
}

/** @param {string} text @returns {Word[]} */
function wordsOf(text) {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    word: folded(word),
  }));
}

/** @param {string} text @returns {number} */
function letters(text) {
  return text.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
}

/** @param {string} text @returns {Range[]} without the blanks around them */
function sentencesOf(text) {
  const found = [];
  let start = 0;
  const close = (end) => {
    const sentence = text.slice(start, end);
    const inner = sentence.trim();
    if (inner) {
      const from = start + sentence.indexOf(inner);
      found.push([from, from + inner.length]);
    }
    start = end;
  };
  for (const { 0: marks, index } of text.matchAll(/[.!?…。！？؟।\n]+/gu)) {
    const end = index + marks.length;
    if (/[\n。！？]/u.test(marks) || /^\s?$/u.test(text.charAt(end))) {
      close(end);
    }
  }
  close(text.length);
  return found;
}

/**
 * @param {string} text
 * @param {Word[]} words of the text
 * @param {string[]} phrases
 * @returns {Hit[]} in the order of their starts
 */
function hitsOf(text, words, phrases) {
  const byWord = new Map();
  const found = [];
  for (const phrase of phrases) {
    const before = phrase.endsWith(":");
    const plain = before ? phrase.slice(0, -1) : phrase;
    if (UNPARTED.test(plain)) {
      for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + plain.length)) {
        found.push({ start: at, end: at + plain.length, before });
      }
    } else {
      const parts = plain.split(" ");
      byWord.set(parts[0], [...(byWord.get(parts[0]) ?? []), { parts, before }]);
    }
  }
  words.forEach(({ start, word }, number) => {
    for (const { parts, before } of byWord.get(word) ?? []) {
      if (parts.every((part, place) => words[number + place]?.word === part)) {
        found.push({ start, end: words[number + parts.length - 1].end, before });
      }
    }
  });
  return found.sort((one, other) => one.start - other.start);
}

/** @param {Range[]} ranges @returns {Range[]} in order; those that touch are one */
function merged(ranges) {
  const found = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      found.push([start, end]);
    }
  }
  return found;
}

/** @param {string} digits @returns {boolean} ISO/IEC 7812-1, annex B */
function passesLuhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (1 + (place % 2));
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

/** @param {string} text @returns {Range[]} */
function cardsIn(text) {
  const found = [];
  for (const { 0: run, index } of text.matchAll(/\d+(?:[ \u00a0.-]\d+)*/g)) {
    // a part of a name or of an international phone number
    if (run.length < 13 || /[\p{L}\p{N}#+_@/]-?$/u.test(text.slice(Math.max(index - 2, 0), index))) {
      continue;
    }
    const groups = [...run.matchAll(/\d+/g)];
    for (let first = 0; first < groups.length; first += 1) {
      for (let count = Math.min(5, groups.length - first); count > 0; count -= 1) {
        const some = groups.slice(first, first + count).map((group) => group[0]);
        const digits = some.join("");
        const isCard =
          GROUPS.test(some.map((group) => group.length).join("-")) &&
          CARD.test(digits) &&
          passesLuhn(digits) &&
          !(count === 1 && IDENTITY.test(digits));
        if (isCard) {
          const last = groups[first + count - 1];
          found.push([index + groups[first].index, index + last.index + last[0].length]);
          first += count - 1;
          break;
        }
      }
    }
  }
  return found;
}

/**
 * @param {string} rest of a text, behind a word that stands before secrets
 * @param {boolean} isLoose whether the word mostly stands before other words
 * @returns {Range | null}
 */
function secretIn(rest, isLoose) {
  const match = rest.match(
    /^["”’)]?\s{0,3}((?:[:=→]|[-=]>)\s{0,3})?["'“‘«]?(\d{3}[ -]\d{3}(?![\d\p{L}])|[^\s"”“«»]{1,99})/u,
  );
  if (!match) {
    return null;
  }
  const isNamed = Boolean(match[1]);
  const value = match[2].replace(/[,;.)’']{1,9}$/, "");
  const start = match[0].length - match[2].length;
  const range = /** @type {Range} */ ([start, start + value.length]);
  const hasDigit = /\d/.test(value);
  const hasLetter = /\p{L}/u.test(value);
  if (value.length > LONGEST_SECRET || /:\/\/|@[^@]+\.\p{L}+$|^[x*•.…_-]+$|^\d+-\p{L}+$/iu.test(value)) {
    return null;
  }
  if (!hasLetter) {
    const digits = value.replace(/[ -]/g, "");
    const isCode = /^\d+$/.test(digits) && digits.length <= (isNamed ? 16 : 8);
    return isCode && digits.length >= (isLoose ? 4 : 3) ? range : null;
  }
  const isMixed = hasDigit || /[!#$%&*+=?@^_~]./.test(value);
  if (isMixed && value.length > 4) {
    const isOdd = hasDigit && /[!#$%&*+=?@^_~]/.test(value);
    return isNamed || isOdd || (!isLoose && hasDigit && value.length > 5) ? range : null;
  }
  // one plain word, and nothing after it
  const isAlone = /^["”’]?[.,;)]?[ \t]*(?:\n|$)/u.test(rest.slice(range[1]));
  return isNamed && !hasDigit && isAlone && value.length > 5 && !/\n/.test(match[0]) ? range : null;
}

/** @param {string} text @param {Word[]} words @param {string[]} phrases @returns {Range[]} */
function secretsIn(text, words, phrases) {
  const found = cardsIn(text);
  for (const { end, before } of hitsOf(text, words, phrases)) {
    const range = secretIn(text.slice(end, end + 200), before);
    if (range) {
      found.push([end + range[0], end + range[1]]);
    }
  }
  for (const { 0: begin, index } of text.matchAll(KEY)) {
    const end = text.indexOf(begin.replace("BEGIN", "END"), index);
    found.push([index, end < 0 ? text.length : end + begin.length - 2]);
  }
  return merged(found);
}

/**
 * @param {string} text
 * @param {Range[]} sentences
 * @param {Hit[]} hits
 * @returns {Range[]} the sentences; of one that says much more, only the part between commas
 */
function harshRanges(text, sentences, hits, { thin }) {
  const found = [];
  let number = 0;
  for (const { start, end } of hits) {
    while (number < sentences.length - 1 && sentences[number][1] <= start) {
      number += 1;
    }
    let [from, to] = sentences[number];
    if (letters(text.slice(from, to)) > 2 * thin) {
      const before = text.slice(from, start).search(/[,;:—][^,;:—]*$/u);
      const after = text.slice(end, to).search(/[,;:—]/u);
      from = before < 0 ? from : from + before + 1;
      from += text.slice(from).search(/\S/u);
      to = after < 0 ? to : end + after;
    }
    found.push([from, Math.max(to, end)]);
  }
  return merged(found);
}

/** @param {string} text @returns {Range[]} lines that begin with a number or a bullet */
function itemsOf(text) {
  const found = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (MARKER.test(line)) {
      found.push([start, end]);
    } else if (found.length && line.trim() && start === found.at(-1)[1] + 1) {
      found.at(-1)[1] = end;
    }
    start = end + 1;
  }
  return found;
}

/** @returns {number[]} where the problems after the first begin, told from a list */
function placesInList(text, hits, same, { thin }) {
  const items = itemsOf(text);
  if (items.length < 2) {
    return [];
  }
  const first = items[0][0];
  const intro = text.slice(0, first).trimEnd().lastIndexOf("\n") + 1;
  const stands = ({ start, end }) => start >= intro && end <= first;
  const texts = items.map((item) => text.slice(...item).replace(MARKER, ""));
  const length = texts.reduce((sum, item) => sum + letters(item), 0) / items.length;
  const areFacts = texts.filter((item) => LABELLED.test(item)).length * 2 >= items.length;
  const isSaid = hits.some((hit) => hit.before && stands(hit));
  const isAll = letters(text.slice(0, first)) < thin / 2 && !areFacts;
  const isList = isSaid || ((isAll || length >= thin) && !same.some(stands));
  return isList ? items.slice(1).map(([start]) => start) : [];
}

/** @returns {number[]} where sentences begin that say that another problem follows */
function placesInSentences(text, sentences, hits, same, { thin }) {
  const starts = new Set(hits.filter(({ before }) => !before).map(({ start }) => start));
  const found = [];
  let last = 0;
  for (const [from, to] of sentences) {
    const start = from + text.slice(from, to).search(/[\p{L}\p{N}]/u);
    const isSame = same.some((hit) => !hit.before && hit.start >= from && hit.end <= to);
    const isLong = (part) => letters(part) >= thin / 3;
    if (starts.has(start) && !isSame && isLong(text.slice(last, from)) && isLong(text.slice(start))) {
      found.push(from);
      last = from;
    }
  }
  return found;
}

/** @param {string} text @returns {boolean} */
function isShouted(text) {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= LEAST_CAPITALS && capitals > MOSTLY * (text.match(/\p{L}/gu)?.length ?? 0);
}

/**
 * @param {{ problem: string, facts: Record<string, string> }} request as written; only the facts
 *   that are asked for, empty where there is no answer
 * @param {Norms} norms
 * @returns {Advice[]} the most serious first; at most one of a kind, but for secrets in facts
 */
export function advise({ problem, facts }, norms) {
  const found = [];
  const words = wordsOf(problem);
  const sentences = sentencesOf(problem);
  const answers = Object.entries(facts);
  for (const [fact, text] of [[undefined, problem], ...answers]) {
    const ranges = secretsIn(text, fact ? wordsOf(text) : words, norms.secrets);
    if (ranges.length) {
      found.push(fact ? { kind: "secret", fact, ranges } : { kind: "secret", ranges });
    }
  }
  const harsh = hitsOf(problem, words, norms.harsh);
  if (harsh.length) {
    found.push({ kind: "harsh", ranges: harshRanges(problem, sentences, harsh, norms) });
  }
  if (isShouted(problem)) {
    found.push({ kind: "capitals" });
  }
  const length = letters(problem);
  const told = answers.reduce((sum, [, text]) => sum + letters(text), 0);
  const isParticular = PARTICULAR.test(problem);
  const isThin = length + told < norms.thin / (isParticular ? 2 : 1);
  if (isThin && problem.trim()) {
    found.push({ kind: "thin" });
  }
  if (length > norms.long) {
    found.push({ kind: "long" });
  }
  const several = hitsOf(problem, words, norms.several);
  const same = hitsOf(problem, words, norms.same);
  const listed = placesInList(problem, several, same, norms);
  const places = listed.length
    ? listed
    : placesInSentences(problem, sentences, several, same, norms);
  if (places.length) {
    found.push({ kind: "several", places });
  }
  if (!isThin && !told && answers.length && !isParticular) {
    found.push({ kind: "no_facts" });
  }
  return found;
}

/** @param {string} text @param {number[]} places @returns {string[]} one text a problem */
export function split(text, places) {
  return [0, ...places]
    .map((start, number) => text.slice(start, places[number]).replace(MARKER, "").trim())
    .filter(Boolean);
}

/**
 * @param {string} text
 * @param {Range[]} ranges of harsh sentences
 * @param {string} calm what stands there once instead, at the end if no sentence begins there
 * @returns {string}
 */
export function calmed(text, ranges, calm) {
  let kept = "";
  let last = 0;
  let isSaid = false;
  for (const [start, end] of ranges) {
    kept += text.slice(last, start);
    if (!isSaid && /(?:^|[.!?…。！？؟।\n])\s*$/u.test(kept.slice(-9))) {
      kept += calm;
      isSaid = true;
    } else {
      kept = kept.replace(/[ ,;:—]{1,9}$/u, "");
    }
    last = end;
  }
  kept += text.slice(last);
  return (isSaid || !ranges.length ? kept : `${kept.trimEnd()}\n\n${calm}`).trim();
}

/** @param {string} text @param {Range[]} ranges of secrets @returns {string} */
export function withoutSecrets(text, ranges) {
  let kept = "";
  let last = 0;
  for (const [start, end] of ranges) {
    kept += text.slice(last, start) + text.slice(start, end).replace(/[^]/gu, "•");
    last = end;
  }
  return kept + text.slice(last);
}
