// Remembers in this browser, and nowhere else, which requests were sent: when, by what channel, and
// until when the answer is due. Knows no document.

const KEY = "hc-requests";
const OFF = "off";
const DAY_MS = 86_400_000;
const DAYS = 90;
const MOST = 50;
const MOST_WORDS = 40;
const SHORTEST_WORD = 3;
const FEWEST_IN_COMMON = 2;
const SHARE_IN_COMMON = 0.5;

// scripts that put no blanks between words
const WITHOUT_BLANKS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * @typedef {object} Sent
 * @property {number} at milliseconds since 1970
 * @property {string} about value of the topic or service
 * @property {string} subject
 * @property {string} channel its id
 * @property {number | null} due minute since 1970 by which an answer is promised
 * @property {string[]} words of the problem that say what it is about
 */

/**
 * @param {string} text
 * @param {string[]} common words that say nothing about it
 * @returns {string[]} its words, each once; pairs of letters where no blanks part them
 */
export function tellingWords(text, common = []) {
  const quiet = new Set(common);
  const found = new Set();
  const runs = text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\p{Script=Thai}+|[\p{L}\p{N}\p{M}]+/gu);
  for (const run of runs ?? []) {
    if (WITHOUT_BLANKS.test(run)) {
      for (let at = 0; at + 1 < run.length; at += 1) {
        found.add(run.slice(at, at + 2));
      }
    } else if (run.length >= SHORTEST_WORD && !quiet.has(run)) {
      found.add(run);
    }
  }
  return [...found].slice(0, MOST_WORDS);
}

/** @param {string} name @returns {Storage | null} null where the browser gives none */
export function storageNamed(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/**
 * @param {Storage | null} storage null: there is none
 * @param {string} key
 * @returns {{ read: () => string, write: (text: string) => void }} of one text that is kept where
 *   that can be done; empty: there is none
 */
export function openSlot(storage, key) {
  return {
    read() {
      try {
        return storage.getItem(key) ?? "";
      } catch {
        return "";
      }
    },
    write(text) {
      try {
        if (text) {
          storage.setItem(key, text);
        } else {
          storage.removeItem(key);
        }
      } catch {
        // full, or switched off
      }
    },
  };
}

/** @param {Storage | null} storage null: there is none, and nothing is remembered */
export function openMemory(storage) {
  const { read, write } = openSlot(storage, KEY);

  /** @returns {Sent[]} those of the last 90 days, newest first */
  function all(now = Date.now()) {
    try {
      const entries = JSON.parse(read());
      return entries.filter(
        ({ at, subject, words }) =>
          at > now - DAYS * DAY_MS && at <= now && typeof subject === "string" && Array.isArray(words),
      );
    } catch {
      return [];
    }
  }

  return {
    all,

    get isOn() {
      return Boolean(storage) && read() !== OFF;
    },

    /** @param {boolean} isOn off forgets everything */
    turn(isOn) {
      write(isOn ? "[]" : OFF);
    },

    /** @param {Sent} entry */
    add(entry) {
      if (this.isOn) {
        write(JSON.stringify([entry, ...all(entry.at)].slice(0, MOST)));
      }
    },

    /** @param {number} at */
    remove(at) {
      write(JSON.stringify(all().filter((entry) => entry.at !== at)));
    },

    clear() {
      this.turn(this.isOn);
    },

    /** @param {string[]} words of a problem @returns {Sent | null} the newest about the same */
    like(words, now = Date.now()) {
      const wanted = new Set(words);
      const isLike = (entry) => {
        const common = entry.words.filter((word) => wanted.has(word)).length;
        const fewest = Math.min(entry.words.length, wanted.size);
        return common >= FEWEST_IN_COMMON && common >= SHARE_IN_COMMON * fewest;
      };
      return all(now).find(isLike) ?? null;
    },
  };
}
