// Puts a request together: one subject and one text, and the addresses that hand them to the
// customer's own apps. Remembers in this browser, and nowhere else, which requests were sent: when,
// by what channel, and until when the answer is due. Knows no document.

// a brace beside another one is text; hcgen/model/request.py goes by the same
const PLACEHOLDER = /(?<!\{)\{([^{}\n]+)\}(?!\})/g;
const LONGEST_SUBJECT = 70;
const LONGEST_LINK = 2_000; // Windows hands no longer address to a mail app (2,083 with its end)
const LONGEST_TEXT = 4_096; // characters of one message in Telegram
const MINUTE_MS = 60_000;
const DAY = { weekday: "long", day: "numeric", month: "long" };
const TIME = { hour: "numeric", minute: "2-digit" };

const KEY = "hc-requests";
const OFF = "off";
const DAY_MS = 86_400_000;
const DAYS = 90;
const LATEST = 1e11; // the last minute that dates reach is later
const MOST = 50;
const MOST_WORDS = 40;
const SHORTEST_WORD = 3;
const FEWEST_IN_COMMON = 2;
const SHARE_IN_COMMON = 0.5;

// scripts that put no blanks between words
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * @typedef {object} Request
 * @property {string} topic its title; empty for none
 * @property {"new" | "follow_up" | "add" | "unhappy" | "other_way"} kind
 * @property {{ date: string, channel: string } | null} earlier what this one follows, in words
 * @property {string} problem as the customer wrote it
 * @property {[string, string][]} facts name and answer, in the order in which they are asked
 * @property {import("./trail.js").Step[]} trail what is to be told of the way
 *
 * @typedef {object} Frame what stands around the customer's words, in one language
 * @property {Record<string, string>} words
 * @property {Record<string, string>} labels of facts
 * @property {string} template of the text
 */

/** @param {string} pattern @param {Record<string, string>} values @returns {string} */
export function filled(pattern, values) {
  return pattern.replace(PLACEHOLDER, (all, name) => values[name] ?? all);
}

/** @param {string} text @returns {string} its first sentence, short enough for a subject */
export function summary(text) {
  const [first] = text.trim().split(/(?<=[.!?])\s|[。！？]|\n/u);
  const line = first.replace(/\s+/gu, " ").replace(/[.!?,;:\s]+$/u, "");
  const cut = [...line].slice(0, LONGEST_SUBJECT).join("");
  if (cut === line) {
    return line;
  }
  // texts without blanks are cut anywhere
  return `${cut.includes(" ") ? cut.replace(/\s+\S*$/u, "") : cut}…`;
}

/** @param {Request} request @param {Frame} frame @returns {{ subject: string, text: string }} */
export function compose(request, { words, labels, template }) {
  const facts = request.facts.map(([name, answer]) => [name, answer.trim()]);
  const lines = facts
    .filter(([name, answer]) => answer && !template.includes(`{${name}}`))
    .map(([name, answer]) => `${labels[name]}:${answer.includes("\n") ? "\n" : " "}${answer}`);
  const values = {
    ...Object.fromEntries(facts),
    topic: request.topic,
    problem: joined(opening(request, words), request.problem.trim()),
    facts: lines.join("\n"),
    trail: told(request.trail, words),
  };
  const paragraphs = template.split(/\n[^\S\n]*\n/u).filter((paragraph) => {
    const names = [...paragraph.matchAll(PLACEHOLDER)].map(([, name]) => name);
    const known = names.filter((name) => name in values);
    return !known.length || known.some((name) => values[name]);
  });
  return {
    subject: subjectOf(request, words),
    text: paragraphs.map((paragraph) => filled(paragraph, values).trim()).join("\n\n"),
  };
}

/** @param {...string} parts @returns {string} those that say something, apart */
function joined(...parts) {
  return parts.filter(Boolean).join("\n\n");
}

function opening({ kind, earlier }, words) {
  const state = earlier?.channel ? "" : earlier ? "_dated" : "_undated";
  return filled(words[kind === "follow_up" ? kind + state : kind] ?? "", earlier ?? {});
}

function subjectOf({ topic, kind, problem }, words) {
  const line = summary(problem);
  const subject = topic && line ? filled(words.subject, { topic, problem: line }) : topic || line;
  const pattern = words[`${kind === "add" ? "follow_up" : kind}_subject`];
  return pattern && subject ? filled(pattern, { subject }) : subject;
}

function told(steps, words) {
  const part = (heading, lines) => (lines.length ? [heading, ...lines].join("\n") : "");
  const read = steps.filter((step) => step.url).map(({ title, url }) => `- ${title}: ${url}`);
  const searched = steps.filter((step) => step.query).map(({ query }) => `- ${query}`);
  return joined(part(words.read, read), part(words.searched, searched));
}

/** @param {{ subject: string, text: string }} message */
export function whole({ subject, text }) {
  return joined(subject, text);
}

/** @param {string} text @returns {string} without what no address can carry */
function encoded(text) {
  // eslint-disable-next-line no-control-regex
  return encodeURIComponent(text.replace(/[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, ""));
}

/**
 * Returns the address that opens the customer's app with the message written in it.
 *
 * @param {string} base `mailto:…`, or the address of a messenger that ends where its text begins
 * @param {{ subject: string, text: string }} message
 * @returns {{ href: string, isWhole: boolean }} not whole: the text is too long, and left out
 */
export function messageLink(base, { subject, text }) {
  if (base.startsWith("mailto:")) {
    // RFC 6068, 5: lines of the text end in CR LF; a subject is one line
    const start = `${base}?subject=${encoded(subject.replace(/\s+/gu, " "))}`;
    const href = `${start}&body=${encoded(text).replaceAll("%0A", "%0D%0A")}`;
    return href.length > LONGEST_LINK ? { href: start, isWhole: false } : { href, isWhole: true };
  }
  const all = whole({ subject, text });
  const isWhole = all.length <= LONGEST_TEXT;
  return { href: base + encoded(isWhole ? all : subject), isWhole };
}

/**
 * Says by when an answer comes: in the organisation's time, and in the reader's where it differs.
 *
 * @param {number} minute since 1970
 * @param {{ words: Record<string, string>, zone: string, zone_name: string }} data
 * @param {string} language of the reader
 */
export function inWords(minute, { words, zone, zone_name }, language) {
  const format = (timeZone) =>
    [DAY, TIME].map((options) =>
      new Date(minute * MINUTE_MS).toLocaleString(language, { timeZone, ...options }),
    );
  const [day, time] = format(zone);
  const [dayHere, timeHere] = format();
  const when = filled(words.when, { day, time, zone: zone_name }).trim();
  if (dayHere === day && timeHere === time) {
    return when;
  }
  return filled(words.here, { when, here: dayHere === day ? timeHere : `${dayHere}, ${timeHere}` });
}

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
  const runs = text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu);
  for (const run of runs ?? []) {
    if (UNPARTED.test(run)) {
      for (let at = 0; at + 1 < run.length; at += 1) {
        found.add(run.slice(at, at + 2));
      }
    } else if (run.length >= SHORTEST_WORD && !quiet.has(run)) {
      found.add(run);
    }
  }
  return [...found].slice(0, MOST_WORDS);
}

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string} key
 * @returns {{ read: () => string, write: (text: string) => void }} of one text that is kept where
 *   that can be done; empty: there is none
 */
export function openSlot(storage, key) {
  return {
    read() {
      try {
        return window[storage].getItem(key) ?? "";
      } catch {
        return ""; // switched off
      }
    },
    write(text) {
      try {
        window[storage].setItem(key, text);
      } catch {
        // full, or switched off
      }
    },
  };
}

/** Opens what is remembered of requests; without storage that is nothing. */
export function openMemory() {
  const { read, write } = openSlot("localStorage", KEY);

  /** @returns {Sent[]} those of the last 90 days, newest first */
  function all(now = Date.now()) {
    try {
      return JSON.parse(read()).filter(
        ({ at, due, words }) =>
          at > now - DAYS * DAY_MS &&
          at <= now &&
          Array.isArray(words) &&
          (due === null || Math.abs(due) < LATEST),
      );
    } catch {
      return [];
    }
  }

  return {
    all,

    get isOn() {
      return read() !== OFF;
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
      if (this.isOn) {
        write(JSON.stringify(all().filter((entry) => entry.at !== at)));
      }
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
