// Offers articles that may answer what is being written.

import { element } from "./request-elements.js";

const MOST = 3;
const FEWEST_LETTERS = 12; // of a text that says what is looked for
const MOST_WORDS = 12;

let opening = null;
let latest = 0;

/** @param {Element} place @param {object} data @param {string} text */
export async function offerAnswers(place, data, text) {
  const mine = (latest += 1);
  const results = text.trim().length < FEWEST_LETTERS ? [] : await search(data, text);
  if (mine !== latest) {
    return; // the customer has written on
  }
  const links = results.map(({ url, title, language }) => {
    const link = element("a", { href: new URL(url, new URL(data.root, location.href)).href }, title);
    if (language) {
      link.lang = language;
      link.dir = "auto";
    }
    return link;
  });
  const list = place.querySelector("ul");
  // a list that stays the same must not be read out again
  if (links.map(String).join() !== [...list.querySelectorAll("a")].map(String).join()) {
    list.replaceChildren(...links.map((link) => element("li", {}, link)));
  }
  place.hidden = !links.length;
}

async function search(data, text) {
  const common = new Set(data.common);
  const words = (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter(
    (word) => !common.has(word.toLowerCase()),
  );
  try {
    opening ??= import("./search-client.js").then(({ openSearch }) =>
      openSearch({ index: new URL(data.search, location.href).href }),
    );
    const index = await opening;
    // the blank says that the last word is a whole one
    return await index.search(`${words.slice(0, MOST_WORDS).join(" ")} `, { limit: MOST });
  } catch {
    opening = null; // perhaps the next time
    return [];
  }
}
