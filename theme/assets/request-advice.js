// Reads what a customer is about to send, and says what could be better. Knows no document. Lengths
// are counted in letters, digits and marks; places are offsets.

const LEAST_CAPITALS = 20; // fewer may be one name or message
// Thai, Lao, Burmese, Khmer, Japanese and Chinese part no words
const UNPARTED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const MARKER = /^[^\S\n]*(?:\d{1,2}(?:[.)](?!\d)|\uFE0F?\u20E3)|[-*•–—](?=[^\S\n]))/u;
const ITEM = new RegExp(`${MARKER.source}(.*)`, "gmu");
const LABELLED = /^[^:\n]{1,30}:\s*\S/u;
const SENTENCE_END = /(?:^|[.!?…。！？؟।\n])\s*$/u;
const PARTICULAR = /\p{N}|["“„«「][^"”\n]|[\p{L}-]\.\p{L}{2}|@\p{L}/u;
const CARD =
  /(?<![\p{L}\p{N}#+_@/]-?)(?:\d{4}([ .\u00a0-])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{4,5}|\d{13,19})(?![\p{L}\p{N}])/gu;
// a 16-digit number from 35 without blanks is rather an identity number of East Java than a card
const ISSUED =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[068]\d{12}|35\d\d\D.*|(?:5[06-9]|6\d)\d{14,17})$/;
const KEY = /-----BEGIN ([A-Z ]{0,30}PRIVATE KEY)[^]*?(?:-----END \1.*|$)/g;
const DOUBLED = "0246813579"; // each digit twice, and the digits of that together
const VALUE =
  /^["”’)]?\s{0,3}([:=]\s{0,3})?["'“‘«]?(\d{3}[ -]\d{3}(?![\d\p{L}])|[^\s"”“«»]{1,64})/u;
const NO_SECRET = /:\/\/|@[^@]+\.\p{L}+$|^[x*•.…_-]+$|^\d+-\p{L}+$/iu;

/**
 * @typedef {[number, number]} Range start and end
 * @typedef {{ thin: number, long: number, calm: string, several: string[], same: string[],
 *   questions: string[], harsh: string[], secrets: string[] }} Norms phrases are folded, words one
 *   blank apart; hcgen/model/request_norms.py says what they and a colon at their end mean
 * @typedef {{ kind: "secret" | "harsh" | "capitals" | "thin" | "long" | "several" | "no_facts",
 *   ranges?: Range[], fact?: string, places?: number[] }} Advice `ranges` of secrets, or of
 *   sentences with harsh words; `fact` has the secrets, else the problem has; at `places` other
 *   problems begin
 * @typedef {{ start: number, end: number, colon?: boolean }} Hit
 */

/** @param {string} word */
function folded(word) {
  if (/^[a-z0-9]*$/.test(word) && !/([a-z])\1\1/.test(word)) {
    return word; // most words, and much faster
  }
  // the accents of Latin, Greek and Cyrillic letters, but not the vowels of other scripts
  const plain = word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  return plain.toLowerCase().replace(/(\p{L})\1{2,}/gu, "$1"); // “tolooong”
}

/** @param {string} text @param {RegExp} pattern @returns {Range[]} */
const rangesOf = (text, pattern) =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => [index, index + found.length]);

/** @param {string} text @returns {number} */
const letters = (text) => text.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;

/** @param {string} text @returns {Range[]} without the blanks around them */
function sentencesOf(text) {
  const found = [];
  let start = 0;
  for (const [last, end] of rangesOf(text, /[.!?…。！？؟।\n]+|$/gu)) {
    if (/[\n。！？]/u.test(text.slice(last, end)) || /^\s?$/u.test(text.charAt(end))) {
      const inner = text.slice(start, end).trim();
      const from = text.indexOf(inner, start);
      if (inner) {
        found.push([from, from + inner.length]);
      }
      start = end;
    }
  }
  return found;
}

/** @param {string} text @returns {(phrases: string[]) => Hit[]} finds phrases, in their order */
function finder(text) {
  const words = rangesOf(text, /[\p{L}\p{N}\p{M}]+/gu).map(([start, end]) => ({
    start,
    end,
    word: folded(text.slice(start, end)),
  }));
  return (phrases) => {
    const found = [];
    const byWord = new Map();
    for (const phrase of phrases) {
      const plain = phrase.replace(":", "");
      const colon = plain !== phrase;
      if (UNPARTED.test(plain)) {
        for (let at = -1; (at = text.indexOf(plain, at + 1)) >= 0; ) {
          found.push({ start: at, end: at + plain.length, colon });
        }
      } else {
        const parts = plain.split(" ");
        byWord.set(parts[0], [...(byWord.get(parts[0]) ?? []), { parts, colon }]);
      }
    }
    words.forEach(({ start, word }, first) => {
      byWord.get(word)?.forEach(({ parts, colon }) => {
        if (parts.every((part, number) => words[first + number]?.word === part)) {
          found.push({ start, end: words[first + parts.length - 1].end, colon });
        }
      });
    });
    return found.sort((one, other) => one.start - other.start);
  };
}

/** @param {Range[]} ranges @returns {Range[]} in order; those that overlap are one */
function merged(ranges) {
  const found = [];
  for (const [start, end] of ranges.sort((one, other) => one[0] - other[0])) {
    const last = found.at(-1);
    if (last && start < last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      found.push([start, end]);
    }
  }
  return found;
}

/** @param {string} number @returns {boolean} ISO/IEC 7812-1, annex B */
function isCard(number) {
  const digits = number.replace(/\D/g, "");
  const values = [...digits].reverse().map((digit, place) => +(place % 2 ? DOUBLED[digit] : digit));
  const sum = values.reduce((one, other) => one + other);
  return (ISSUED.test(digits) || ISSUED.test(number)) && sum % 10 === 0;
}

/**
 * @param {string} text
 * @param {Hit} hit a word that stands before secrets; with a colon, mostly before other words
 * @returns {Range[]} none, or one
 */
function secretBehind(text, { end, colon }) {
  const rest = text.slice(end, end + 200);
  const [all, sign, found] = rest.match(VALUE) ?? [];
  if (!found) {
    return [];
  }
  const value = found.replace(/[,;.)’']{1,9}$/, "");
  const start = all.length - found.length;
  const { length } = value;
  const hasSign = /[!#$%&*+=?@^_~]./.test(value);
  let isSecret = false;
  if (!/\p{L}/u.test(value)) {
    isSecret = /^\d[\d -]*$/.test(value) && length >= (colon ? 4 : 3) && length <= (sign ? 16 : 8);
  } else if (/\d/.test(value)) {
    isSecret = length > 4 && (sign || hasSign || (!colon && length > 5));
  } else if (sign && length > 5) {
    // words only: one of them, and nothing behind it
    const isAlone = /^["”’]?[.,;)]?[ \t]*(?:\n|$)/u.test(rest.slice(start + length));
    isSecret = hasSign || (isAlone && !/\n/.test(all));
  }
  return isSecret && !NO_SECRET.test(value) ? [[end + start, end + start + length]] : [];
}

/** @param {string} text @param {Hit[]} hits @returns {Range[]} */
function secretsIn(text, hits) {
  const cards = rangesOf(text, CARD).filter(([start, end]) => isCard(text.slice(start, end)));
  const named = hits.flatMap((hit) => secretBehind(text, hit));
  return merged([...cards, ...named, ...rangesOf(text, KEY)]);
}

/** @returns {Range[]} sentences with hits; of one that says much more, the part between commas */
function harshRanges(text, sentences, hits, thin) {
  const parts = sentences.flatMap(([from, to]) => {
    const sentence = text.slice(from, to);
    const isLong = letters(sentence) > 2 * thin;
    const pattern = isLong ? /[^,;:—\s][^,;:—]*/gu : /[^]+/gu;
    return rangesOf(sentence, pattern).map(([start, end]) => [from + start, from + end]);
  });
  let number = 0;
  const ranges = hits.map(({ start, end }) => {
    while (parts[number][1] <= start) {
      number += 1;
    }
    return [parts[number][0], Math.max(parts[number][1], end)];
  });
  return merged(ranges);
}

/** @returns {number[]} where the problems after the first begin, told from numbers and bullets */
function placesInList(text, hits, same, thin) {
  const items = [...text.matchAll(ITEM)];
  if (items.length < 2) {
    return [];
  }
  const before = text.slice(0, items[0].index);
  const intro = before.trimEnd().lastIndexOf("\n");
  const stands = ({ start, end }) => start > intro && end <= before.length;
  const areFacts = items.filter(([, words]) => LABELLED.test(words)).length * 2 >= items.length;
  const isAll = letters(before) < thin / 2 && !areFacts;
  const areLong = items.reduce((sum, [, words]) => sum + letters(words), 0) >= thin * items.length;
  const areProblems =
    hits.some((hit) => hit.colon && stands(hit)) || ((isAll || areLong) && !same.some(stands));
  return areProblems ? items.slice(1).map(({ index }) => index) : [];
}

/** @returns {number[]} where sentences begin that say that another problem follows */
function placesInSentences(text, sentences, hits, same, thin) {
  const begins = new Map(hits.filter(({ colon }) => !colon).map(({ start, end }) => [start, end]));
  const found = [];
  let next = 0;
  let last = 0;
  for (const [from, to] of sentences) {
    while (same[next]?.start < from) {
      next += 1;
    }
    const isSame = same[next]?.start < to;
    const said = begins.get(from + text.slice(from, to).search(/[\p{L}\p{N}]/u));
    const parts = [text.slice(last, from), text.slice(said, said + 9 * thin)];
    if (said && !isSame && parts.every((part) => letters(part) >= thin / 3)) {
      found.push(from);
      last = from;
    }
  }
  return found;
}

/**
 * @param {{ problem: string, facts: Record<string, string> }} request as written; only the facts
 *   that are asked for, empty where there is no answer
 * @param {Norms} norms
 * @returns {Advice[]} the most serious first; one of a kind, but for secrets in facts
 */
export function advise({ problem, facts }, norms) {
  const { thin } = norms;
  const found = [];
  const find = finder(problem);
  const sentences = sentencesOf(problem);
  const answers = Object.entries(facts);
  const add = (isTrue, advice) => isTrue && found.push(advice);

  const secrets = secretsIn(problem, find(norms.secrets));
  add(secrets.length, { kind: "secret", ranges: secrets });
  for (const [fact, text] of answers) {
    const ranges = secretsIn(text, finder(text)(norms.secrets));
    add(ranges.length, { kind: "secret", fact, ranges });
  }
  const harsh = find(norms.harsh);
  add(harsh.length, { kind: "harsh", ranges: harshRanges(problem, sentences, harsh, thin) });

  const capitals = problem.match(/\p{Lu}/gu)?.length ?? 0;
  const isShouted = capitals >= LEAST_CAPITALS && capitals > 0.7 * problem.match(/\p{L}/gu).length;
  add(isShouted, { kind: "capitals" });

  const length = letters(problem);
  const told = Math.max(0, ...answers.map(([, text]) => letters(text)));
  const isParticular = PARTICULAR.test(problem);
  const isQuestion = find(norms.questions).some(({ start }) =>
    SENTENCE_END.test(problem.slice(Math.max(start - 9, 0), start)),
  );
  const isThin = told < thin && length < (isParticular || isQuestion ? thin / 2 : thin);
  add(isThin && problem.trim(), { kind: "thin" });
  add(length > norms.long, { kind: "long" });

  const several = find(norms.several);
  const same = find(norms.same);
  let places = placesInList(problem, several, same, thin);
  if (!places.length) {
    places = placesInSentences(problem, sentences, several, same.filter(({ colon }) => !colon), thin);
  }
  add(places.length, { kind: "several", places });
  const isVague = !isThin && !isParticular && !isQuestion;
  add(isVague && !told && answers.length, { kind: "no_facts" });
  return found;
}

/** @param {string} text @param {number[]} places @returns {string[]} one text a problem */
export function split(text, places) {
  return [0, ...places]
    .map((start, number) => text.slice(start, places[number]).trimStart().replace(MARKER, "").trim())
    .filter(Boolean);
}

/**
 * @param {string} text
 * @param {Range[]} ranges of harsh sentences
 * @param {string} calm what stands there once instead; at the end if no sentence begins there
 * @returns {string}
 */
export function calmed(text, ranges, calm) {
  let kept = "";
  let last = 0;
  let missing = calm;
  for (const [start, end] of ranges) {
    kept += text.slice(last, start);
    last = end;
    if (SENTENCE_END.test(kept.slice(-9))) {
      kept += missing;
      last += text.slice(end, end + 9).match(missing ? /^[,;:—]*/u : /^[,;:—\s]*/u)[0].length;
      missing = "";
    } else {
      kept = kept.replace(/[ ,;:—]{1,9}$/u, "");
    }
  }
  kept = (kept + text.slice(last)).trim();
  const end = SENTENCE_END.test(kept.slice(-9)) ? "" : ".";
  return ranges.length && missing ? `${kept}${end} ${missing}` : kept;
}

/** @param {string} text @param {Range[]} ranges of secrets @returns {string} */
export function withoutSecrets(text, ranges) {
  let last = 0;
  const kept = ranges.map(([start, end]) => {
    const before = text.slice(last, start);
    last = end;
    return before + text.slice(start, end).replace(/[^]/gu, "•");
  });
  return kept.join("") + text.slice(last);
}
