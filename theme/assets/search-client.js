// Answers queries from the published index. Needs no document, so that other programs can run it.
// The twin of hcgen/search/query.py: both give the same articles in the same order.

const MOST_WORDS = 12;
const MOST_COMPLETIONS = 20;
const SHORTEST_BEGINNING = 2;
const LONGEST_TERM = 40;
const LETTERS = {
  đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th", ß: "ss", ς: "σ",
};

/**
 * @param {string} text
 * @returns {string} in lower case, without accents of Latin, Greek and Cyrillic letters
 */
function foldOnce(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .replace(/[đðøłħıæœþßς]/gu, (letter) => LETTERS[letter]);
}

/**
 * @param {string} text what a reader typed
 * @returns {string[]} its terms, each once, in order
 */
export function terms(text) {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const folded = words.map((word) => [...foldOnce(foldOnce(word))].slice(0, LONGEST_TERM).join(""));
  return [...new Set(folded.filter(Boolean))];
}

/**
 * @typedef {object} Result
 * @property {string} id the article's key, the same in all languages
 * @property {string} url below the site's root
 * @property {string} title
 * @property {string} description
 * @property {string} language tag of the article's language where it is not the reader's; else ""
 * @property {number} score comparable within one query only
 */

/**
 * Opens the index of one language; every file is fetched once, when it is first needed.
 *
 * @param {{index: string, fetch?: typeof fetch}} options `index` is the manifest's address
 */
export async function openSearch({ index, fetch = globalThis.fetch }) {
  const cache = new Map();

  /** @param {string} address */
  async function load(address) {
    const response = await fetch(address);
    if (!response.ok) {
      throw new Error(`${address}: ${response.status}`);
    }
    return response.json();
  }

  /** @param {string} name of a file beside the manifest */
  function file(name) {
    if (!cache.has(name)) {
      const loading = load(index.replace(/[^/]*$/, "") + name);
      cache.set(name, loading);
      // what failed once may work the next time
      loading.catch(() => cache.delete(name));
    }
    return cache.get(name);
  }

  const manifest = await load(index);

  /** @param {string} word @returns {number} the last shard that begins at or before it; or -1 */
  function shardOf(word) {
    let low = 0;
    let high = manifest.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (manifest.terms[middle][0] <= word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** @returns {Promise<number[][]>} entries of a term; for the last word of its completions too */
  async function matches(word, isLast) {
    const shard = shardOf(word);
    const found = [];
    if (shard >= 0) {
      const exact = Object.entries(await file(manifest.terms[shard][1])).find(
        ([term]) => term === word,
      );
      if (exact) {
        found.push(exact[1]);
      }
    }
    if (!isLast || word.length < SHORTEST_BEGINNING) {
      return found;
    }
    for (let number = Math.max(shard, 0); number < manifest.terms.length; number += 1) {
      for (const [term, entry] of sortedEntries(await file(manifest.terms[number][1]))) {
        if (term < word) {
          continue;
        }
        if (found.length >= MOST_COMPLETIONS || !term.startsWith(word)) {
          return found;
        }
        if (term !== word) {
          found.push(entry);
        }
      }
    }
    return found;
  }

  /**
   * @param {string} query
   * @param {{limit?: number}} [options]
   * @returns {Promise<Result[] & {total: number}>} best first; `total` counts all that match
   */
  async function search(query, { limit = 10 } = {}) {
    const words = terms(query).slice(0, MOST_WORDS);
    const scores = new Map();
    const matched = new Map();
    let total = 0;
    for (const [position, word] of words.entries()) {
      const found = await matches(word, position === words.length - 1);
      const weight = found.length
        ? Math.min(...found.map((entry) => entry[0]))
        : manifest.unknown_weight;
      total += weight;
      const best = new Map();
      for (const entry of found) {
        for (let at = 1; at < entry.length; at += 2) {
          best.set(entry[at], Math.max(best.get(entry[at]) ?? 0, entry[at + 1]));
        }
      }
      for (const [article, impact] of best) {
        scores.set(article, (scores.get(article) ?? 0) + weight * impact);
        matched.set(article, (matched.get(article) ?? 0) + weight);
      }
    }
    const ranked = [...scores]
      .map(([article, score]) => [
        article,
        Math.floor((score * (4 * total + 6 * matched.get(article))) / (10 * total)),
      ])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, limit);
    const results = await Promise.all(ranked.map(([article, score]) => result(article, score)));
    return Object.assign(results, { total: scores.size });
  }

  /** @returns {Promise<Result>} */
  async function result(article, score) {
    const size = manifest.rows_per_file;
    const rows = await file(manifest.rows[Math.floor(article / size)]);
    const [id, address, title, description, language] = rows[article % size];
    return { id, url: encodeURI(address), title, description, language, score };
  }

  return { search };
}

/**
 * A JavaScript object lists keys that look like numbers first, whatever the file says.
 *
 * @param {Record<string, number[]>} shard
 */
function sortedEntries(shard) {
  return Object.entries(shard).sort(([one], [other]) => (one < other ? -1 : 1));
}
