// Answers queries from the published index. Needs no document, so that other programs can run it.
// The twin of hcgen/search/query.py: both give the same articles in the same order.

import { IndexFiles, termWeight } from "./search-files.js";
import { passageOf } from "./search-passages.js";
import { BEGINNING, WHOLE, alternatives, wordsIn } from "./search-words.js";

const MOST_WORDS = 12;

/**
 * @typedef {object} Result
 * @property {string} id the article's key, the same in all languages
 * @property {string} url below the site's root
 * @property {string} title
 * @property {string} anchor of the section that answers; "" for the article's beginning
 * @property {string} heading of that section
 * @property {string} passage text of the section around the words that were found
 * @property {[number, number][]} marks where in it they stand
 * @property {string} language tag of the article's language where it is not the reader's; else ""
 * @property {string} topic path of its topic; "" for none
 * @property {number} score comparable within one query only
 */

/**
 * Opens the index of one language; every file is fetched once, when it is first needed.
 *
 * @param {object} options
 * @param {string} [options.index] address of the manifest
 * @param {string} [options.base] address of the site's root, with `lang` in the place of `index`
 * @param {string} [options.lang]
 * @param {typeof fetch} [options.fetch]
 */
export async function openSearch({ index, base = "", lang, fetch = globalThis.fetch }) {
  const address = index ?? `${base.replace(/([^/])$/, "$1/")}search/${lang}.json`;
  const files = await new IndexFiles(address, (...given) => fetch(...given)).open();
  const { manifest } = files;

  /**
   * @param {string} query
   * @param {{limit?: number}} [options]
   * @returns {Promise<Result[] & {total: number}>} best first; `total` counts all that match
   */
  async function search(query, { limit = 10 } = {}) {
    files.isPartial = false;
    const { words, isOpen } = queryWords(query);
    const groups = await Promise.all(
      words.map((word, place) => group(word, isOpen && place === words.length - 1)),
    );
    const found = ranked(groups);
    const shown = found.slice(0, limit);
    const results = await Promise.all(
      shown.map(([article, score]) => result(article, score, groups)),
    );
    return Object.assign(results.filter(Boolean), {
      total: found.length,
      isPartial: files.isPartial,
    });
  }

  /** @returns {{words: string[], isOpen: boolean}} what to look for; the last may be unfinished */
  function queryWords(query) {
    const spans = wordsIn(query);
    const all = spans.map(({ word }) => word);
    const telling = all.filter((word) => !manifest.stop.includes(word));
    const kept = [...new Set(telling.length ? telling : all)];
    const isOpen =
      spans.at(-1)?.end === query.length &&
      kept.at(-1) === all.at(-1) &&
      kept.length <= MOST_WORDS;
    return { words: kept.slice(0, MOST_WORDS), isOpen };
  }

  /** @returns {Promise<{word: string, weight: number, hits: Map<number, object>}>} */
  async function group(word, isLast) {
    const hits = new Map();
    const found = await alternatives(files, word, isLast);
    const postings = await Promise.all(found.map(({ term }) => files.postings(term)));
    for (const [place, alternative] of found.entries()) {
      for (const [article, whole, part] of postings[place]) {
        const impact = Math.floor((whole * alternative.worth) / WHOLE);
        if (!(hits.get(article)?.impact >= impact)) {
          hits.set(article, { alternative, impact, part });
        }
      }
    }
    return { word, weight: termWeight(manifest.articles, hits.size), hits };
  }

  /** @returns {Promise<Result | undefined>} */
  async function result(article, score, groups) {
    const row = await files.row(article);
    if (row) {
      const [id, path, title, language, topic, texts] = row;
      const { needles, part } = lookedFor(article, groups);
      const passage = passageOf(await files.part(texts, part), needles);
      return { id, url: encodeURI(path), title, ...passage, language, topic, score };
    }
  }

  return { search };
}

/** @returns {{needles: object[], part: number}} what to look for in an article's text, and where */
function lookedFor(article, groups) {
  const needles = [];
  const parts = new Map([[0, 0]]);
  for (const { word: typed, weight, hits } of groups) {
    const hit = hits.get(article);
    if (hit) {
      const { word, term, how } = hit.alternative;
      needles.push({ typed, word, term, isBeginning: how === BEGINNING, weight });
      parts.set(hit.part, (parts.get(hit.part) ?? 0) + weight);
    }
  }
  const [[part]] = [...parts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return { needles, part };
}

/** @returns {[number, number][]} article and score of all that hold a word, best first */
function ranked(groups) {
  const scores = new Map();
  let total = 0;
  for (const { weight, hits } of groups) {
    total += weight;
    for (const [article, { impact }] of hits) {
      const [score, matched] = scores.get(article) ?? [0, 0];
      scores.set(article, [score + weight * impact, matched + weight]);
    }
  }
  return [...scores]
    .map(([article, [score, matched]]) => [
      article,
      Math.floor((score * (4 * total + 6 * matched)) / (10 * total)),
    ])
    .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}
