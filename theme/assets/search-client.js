// Answers queries from the published index. Needs no document, so that other programs can run it.
// The twin of hcgen/search/query.py: both give the same articles in the same order.

import { IndexFiles, formMark, range, termWeight } from "./search-files.js";
import { passageOf } from "./search-passages.js";
import { BEGINNING, CORRECTED, WHOLE, alternatives, wordsIn } from "./search-words.js";

const MOST_WORDS = 24;
const LIKELY = 128;
// what an article is worth whose title has the word in another form than was looked for
const OTHER_FORM = 192;
const BONUS_SCALE = 64;
const TITLE_BONUS = 64;
const ORDER_BONUS = 32;
// an answer whose score is below this share of the query's weight answers something else
const FOREIGN_BELOW = 200;

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
 * @typedef {object} Facts what a search brings beside its results
 * @property {number} total how many articles match
 * @property {boolean} isForeign nothing matches well: it is most likely not on the site
 * @property {boolean} isPartial a file could not be read, so that answers may be missing
 * @property {string} correction the query with unknown words put right; "" if there are none
 */

/**
 * Opens the index of one language; every file is fetched once, when it is first needed.
 *
 * @param {object} options
 * @param {string} [options.index] address of the manifest
 * @param {string} [options.base] address of the site's root, with `lang` in the place of `index`
 * @param {string} [options.lang]
 * @param {typeof fetch} [options.fetch]
 * @param {() => Promise<void> | void} [options.pause] lets others have their turn between steps
 */
export async function openSearch({
  index,
  base = "",
  lang,
  fetch = globalThis.fetch,
  pause = () => {},
}) {
  const address = index ?? `${base.replace(/([^/])$/, "$1/")}search/${lang}.json`;
  const files = await new IndexFiles(address, (...given) => fetch(...given)).open();
  const { manifest } = files;
  const weak = new Set(manifest.weak.split(" "));

  /**
   * @param {string} query
   * @param {{limit?: number, topic?: string, withPassages?: boolean}} [options] `topic`: path of the
   *   only topic to look in, with those below it
   * @returns {Promise<Result[] & Facts>} best first
   */
  async function search(query, { limit = 10, topic = "", withPassages = true } = {}) {
    files.isPartial = false;
    const { words, isOpen } = queryWords(query);
    const isWeak = words.map((word) => weak.has(word));
    const hasTelling = isWeak.includes(false);
    const groups = await Promise.all(
      words.map((word, place) =>
        group(word, isOpen && place === words.length - 1, hasTelling && isWeak[place]),
      ),
    );
    const members = topic && membersOf(topic);
    const found = ranked(groups).filter(([article]) => !members || members.has(article));
    const total = Math.max(found.length, ...(members ? [] : groups.map(({ holding }) => holding)));
    const weight = groups.reduce((sum, group) => sum + group.weight, 0);
    const shown = found.slice(0, limit);
    const made = await Promise.all(
      shown.map(([article, score]) => result(article, score, withPassages && groups)),
    );
    const results = made.filter(Boolean);
    return Object.assign(results, {
      total,
      isPartial: files.isPartial,
      isForeign: groups.length > 0 && !(found[0]?.[1] >= weight * FOREIGN_BELOW),
      correction: corrected(query, groups, results),
    });
  }

  /**
   * @param {string} beginning of a query
   * @param {{limit?: number}} [options]
   * @returns {Promise<string[]>} titles of the articles that may be meant
   */
  async function suggest(beginning, { limit = 5 } = {}) {
    return (await search(beginning, { limit, withPassages: false })).map(({ title }) => title);
  }

  /** @param {string} query @returns {Promise<string>} it with slips put right; "" without any */
  async function correct(query) {
    return (await search(query, { limit: 0 })).correction;
  }

  /** @returns {Set<number>} the articles of a topic and of those below it */
  function membersOf(topic) {
    const { topics } = manifest;
    const members = new Set();
    let article = 0;
    for (let at = 0; at < topics.length; at += 3) {
      const isWithin = `${topics[at]}/`.startsWith(`${topic}/`);
      for (const end = article + topics[at + 2]; article < end; article += 1) {
        if (isWithin) {
          members.add(article);
        }
      }
    }
    return members;
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
  async function group(word, isLast, isWeak) {
    const hits = new Map();
    await pause();
    const found = await alternatives(files, word, isLast);
    const postings = await Promise.all(found.map(({ term }) => files.postings(term)));
    await pause();
    for (const [place, alternative] of found.entries()) {
      const mark = formMark(alternative.word);
      for (const posting of postings[place].found) {
        let impact = Math.floor((posting.whole * alternative.worth) / WHOLE);
        if (posting.place >= 0 && posting.form !== mark) {
          impact = Math.floor((impact * OTHER_FORM) / WHOLE);
        }
        if (!(hits.get(posting.article)?.impact >= impact)) {
          hits.set(posting.article, { ...posting, alternative, impact });
        }
      }
    }
    const correction = found[0]?.how === CORRECTED ? found[0].word : "";
    // what is worth much less than the best reading must not make the word look common
    const most = Math.max(0, ...found.map(({ worth }) => worth));
    const least = Math.floor((most * LIKELY) / WHOLE);
    const holding = Math.max(
      [...hits.values()].filter(({ alternative }) => alternative.worth >= least).length,
      ...postings.filter((_, place) => found[place].worth >= least).map((each) => each.holding),
    );
    const weight = termWeight(manifest.articles, holding);
    return { word, weight: isWeak ? Math.max(1, weight >> 1) : weight, holding, hits, correction };
  }

  /** @returns {Promise<Result | undefined>} */
  async function result(article, score, groups) {
    const row = await files.row(article);
    if (row) {
      const [id, path, title, language, topic, texts] = row;
      const { needles, part } = lookedFor(article, groups || []);
      const sections = groups ? await files.part(texts, part) : [];
      await pause();
      const passage = passageOf(sections, needles);
      return { id, url: encodeURI(path), title, ...passage, language, topic, score };
    }
  }

  return { search, suggest, correct, topics: topicsOf(manifest) };
}

/** @returns {{path: string, title: string, articles: number}[]} topics that have articles */
function topicsOf({ topics }) {
  return range(0, topics.length / 3).map((place) => {
    const [path, title, articles] = topics.slice(3 * place);
    return { path, title, articles };
  });
}

/** @returns {string} the query with corrected words in their places; "" if there are none */
function corrected(query, groups, results) {
  const right = new Map(groups.map(({ word, correction }) => [word, correction]));
  let made = "";
  let done = 0;
  for (const { word, start, end } of wordsIn(query)) {
    if (right.get(word)) {
      made += query.slice(done, start) + written(right.get(word), results);
      done = end;
    }
  }
  return made && made + query.slice(done);
}

/** @returns {string} a word with its accents, as the best result that has it writes it */
function written(wanted, results) {
  for (const text of results.flatMap(({ title, passage }) => [title, passage])) {
    const found = wordsIn(text).find(({ word }) => word === wanted);
    if (found) {
      return text.slice(found.start, found.end).toLowerCase();
    }
  }
  return wanted;
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
  const found = new Map();
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  for (const [number, { weight, hits }] of groups.entries()) {
    for (const [article, { impact, place, titleLength, alternative }] of hits) {
      if (!found.has(article)) {
        found.set(article, { points: 0, matched: 0, titled: 0, places: new Set(), inOrder: 0 });
      }
      const sum = found.get(article);
      sum.points += weight * impact;
      sum.matched += weight;
      if (place >= 0) {
        sum.titled += Math.floor((weight * alternative.worth) / WHOLE);
        sum.places.add(place);
        sum.titleLength = titleLength;
        sum.inOrder += sum.number === number - 1 && sum.place === place - 1;
        Object.assign(sum, { number, place });
      }
    }
  }
  return [...found]
    .map(([article, sum]) => [article, scoreOf(sum, total, groups.length)])
    .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

/** @returns {number} more for an article that holds all words, or whose title is them */
function scoreOf({ points, matched, titled, places, titleLength, inOrder }, total, words) {
  const covered = Math.floor((points * (3 * total + 7 * matched)) / (10 * total));
  if (!titled) {
    return covered;
  }
  let share = Math.floor((TITLE_BONUS * titled * places.size) / (total * titleLength));
  if (words > 1) {
    share += Math.floor((ORDER_BONUS * titled * inOrder) / (total * (words - 1)));
  }
  return Math.floor((covered * (BONUS_SCALE + share)) / BONUS_SCALE);
}
