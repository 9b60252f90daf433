// Reads the published index of one language; a file that is missing or broken counts as empty.
// The twin of hcgen/search/files.py and coding.py; hcgen/search/shards.py says what is in the files.

const LETTERS = 91;
const LAST_DIGIT = 60;
const PART_FOLLOWS = LETTERS - 1;
const TITLE_FOLLOWS = LETTERS - 2;
const GAP_DIGITS = LETTERS - LAST_DIGIT - 2;
const MOST_TITLE_PLACES = 9;
const IMPACTS = [64];
while (IMPACTS.length < TITLE_FOLLOWS) {
  IMPACTS.push(Math.floor((IMPACTS.at(-1) * 21) / 20));
}

/**
 * @typedef {object} KnownWord a word of the site's
 * @property {string} word
 * @property {number} frequency
 * @property {[string, number][]} targets term, and how it comes to stand for the word
 */

/**
 * @typedef {object} Posting what a term says about an article
 * @property {number} article
 * @property {number} whole its impact
 * @property {number} part of the article's text where the term is looked for
 * @property {number} place in the title, from 0; -1 where it is not in its first words
 * @property {number} titleLength in words; of use with a place only
 * @property {number} form mark of the title's own form of the term; of use with a place only
 */

/**
 * @param {number} articles how many there are
 * @param {number} holding how many of them hold a term
 * @returns {number} inverse document frequency, in sixteenths of a doubling
 */
export function termWeight(articles, holding) {
  const numerator = 2 * (articles + 1);
  let denominator = 2 * holding + 1;
  let weight = 0;
  while (numerator >= 2 * denominator) {
    denominator *= 2;
    weight += 16;
  }
  let mantissa = Math.floor((numerator * 2 ** 20) / denominator);
  for (const step of [8, 4, 2, 1]) {
    mantissa = Math.floor(mantissa ** 2 / 2 ** 20);
    if (mantissa >= 2 ** 21) {
      mantissa >>= 1;
      weight += step;
    }
  }
  return Math.max(1, weight);
}

/** @param {string} word @returns {number} that two forms of a word seldom have in common */
export function formMark(word) {
  return [...word].reduce((mark, each) => (7 * mark + each.codePointAt(0)) % LETTERS, 0);
}

/** @param {string} text @returns {{holding: number, found: Posting[]}} how many hold it, and the best */
function decodedPostings(text) {
  const found = [];
  let at = text.indexOf(" ") + 1;
  const holding = Number(text.slice(0, at));
  let article = -1;
  const next = () => {
    const number = text.charCodeAt(at);
    at += 1;
    if (!number) {
      throw new RangeError("cut off"); // NaN, behind the end
    }
    return number - 35 - (number > 92);
  };
  while (at < text.length) {
    let [part, place, titleLength, form] = [0, -1, 0, 0];
    let code = next();
    if (code === PART_FOLLOWS) {
      part = next();
      code = next();
    }
    if (code === TITLE_FOLLOWS) {
      const title = next();
      place = title % MOST_TITLE_PLACES;
      titleLength = (title - place) / MOST_TITLE_PLACES + 1;
      form = next();
      code = next();
    }
    let factor = 1;
    while (code >= LAST_DIGIT) {
      article += code * factor;
      factor *= GAP_DIGITS;
      code = next();
    }
    article += code * factor + 1;
    found.push({ article, whole: IMPACTS[next()], part, place, titleLength, form });
  }
  return { holding: holding || found.length, found };
}

/** @param {any} value @returns {string[][]} the value; throws if it is no list of lists */
function lists(value) {
  return expected(value, Array.isArray);
}

/** @param {any} value @param {(each: any) => boolean} isRight */
function expected(value, isRight) {
  if (!Array.isArray(value) || !value.every(isRight)) {
    throw new TypeError("broken");
  }
  return value;
}

/** @param {string[]} flat word and text, by turns @returns {Map<string, string>} */
function textsByWord(flat) {
  expected(flat, (each) => typeof each === "string");
  const found = new Map();
  let word = "";
  for (let at = 0; at + 1 < flat.length; at += 2) {
    word = begun(word, flat[at]);
    found.set(word, flat[at + 1]);
  }
  return found;
}

/** @param {string} word @param {string} rest how many characters it shares, and what follows */
function begun(word, rest) {
  return word.slice(0, Number.parseInt(rest[0], 36)) + rest.slice(1);
}

/** @param {string[]} flat @returns {Map<string, KnownWord>} */
function knownWords(flat) {
  const found = textsByWord(flat);
  for (const [word, text] of found) {
    const [frequency, ...others] = text.split(" ");
    const targets = (others.length ? others : [""]).map((each) =>
      each ? [begun(word, each.slice(1)), Number(each[0])] : [word, 0],
    );
    found.set(word, { word, frequency: Number(frequency), targets });
  }
  return found;
}

/** @param {string} hashes each goes for several files @param {number} number of the file */
function partName(hashes, number) {
  const start = (number >> 4) * 10;
  return `${number}-${hashes.slice(start, start + 10)}`;
}

/** Words in order, cut into files. */
class ShardedList {
  /** @param {string[]} entry what shards begin with; words with a file of their own; hashes */
  constructor([firsts, large, hashes]) {
    [this.firsts, this.large] = [firsts, large].map((words) => words.split(" ").filter(Boolean));
    const count = this.firsts.length + this.large.length;
    this.names = range(0, count).map((number) => partName(hashes, number));
  }

  /** @param {string} word @returns {number} of the file that would hold it; -1 before the first */
  place(word) {
    const large = this.large.indexOf(word);
    return large < 0
      ? this.firsts.findLastIndex((first) => first <= word)
      : this.firsts.length + large;
  }

  /** @param {string} beginning @returns {number[]} shards that may hold words with it */
  beginningWith(beginning) {
    const start = Math.max(0, this.place(beginning));
    return range(start, Math.max(start, this.place(`${beginning}\uffff`) + 1));
  }
}

/** @param {number} start @param {number} end */
export function range(start, end) {
  return Array.from({ length: end - start }, (_, place) => start + place);
}

/** The files of one language; every one is fetched once, when it is first needed. */
export class IndexFiles {
  /** @param {string} index address of the manifest @param {typeof fetch} fetch */
  constructor(index, fetch) {
    this.index = index;
    this.fetch = fetch;
    this.known = new Map();
    this.isPartial = false;
  }

  /** Opens the manifest; throws if there is none. */
  async open() {
    this.manifest = await this.load(this.index);
    this.words = new ShardedList(this.manifest.words);
    this.terms = new ShardedList(this.manifest.terms);
    return this;
  }

  /** @param {number} shard @returns {Promise<Map<string, KnownWord>>} */
  async knownWords(shard) {
    return (shard >= 0 && (await this.file("words", this.words.names[shard], knownWords))) || new Map();
  }

  /** @param {string} term @returns {Promise<{holding: number, found: Posting[]}>} */
  async postings(term) {
    const shard = this.terms.place(term);
    const found = shard >= 0 && (await this.file("terms", this.terms.names[shard], textsByWord));
    try {
      return decodedPostings((found && found.get(term)) ?? "");
    } catch {
      this.isPartial = true;
      return { holding: 0, found: [] };
    }
  }

  /** @param {number} article @returns {Promise<string[] | undefined>} */
  async row(article) {
    const { rows, rows_per_file: size } = this.manifest;
    const found = await this.file("rows", partName(rows, Math.floor(article / size)), lists);
    return found?.[article % size];
  }

  /** @returns {Promise<string[]>} anchor, heading and text, by turns, of the sections in a part */
  async part(texts, number) {
    const names = texts.split(" ");
    const [name, place = 0] = names[Math.min(number, names.length - 1)].split(".");
    return (await this.file("texts", name, lists))?.[place] ?? [];
  }

  /** @returns {Promise<any>} undefined if it cannot be read */
  async file(kind, name, parse) {
    const address = this.index.replace(/\.json([?#].*)?$/, `-${kind}-${name}.json`);
    if (!this.known.has(address)) {
      this.known.set(address, this.load(address).then(parse));
    }
    try {
      return await this.known.get(address);
    } catch {
      this.known.delete(address); // what failed once may work the next time
      this.isPartial = true;
    }
  }

  /** @param {string} address */
  async load(address) {
    const response = await this.fetch(address);
    if (!response.ok) {
      throw new Error(`${address}: ${response.status}`);
    }
    return response.json();
  }
}
