// Asks MiniSearch, with the prefixes and edits that its documentation recommends:
// node ask_minisearch.mjs DOCUMENTS.jsonl LANGUAGE QUERIES.jsonl answers|bytes
// It has no segmentation of its own: languages without blanks get the browser's.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lines, tellAnswers, tellBytes, wireBytes } from "./asking.mjs";

const UNSPACED = ["zh", "ja", "th"];
const [documents, language, queries, what] = process.argv.slice(2);
const folder = join(process.env.PEERS, "node_modules/minisearch/dist");
const MiniSearch = createRequire(import.meta.url)(join(folder, "cjs/index.cjs"));

const options = {
  fields: ["title", "headings", "text"],
  storeFields: what === "bytes" ? ["title", "text"] : [],
  searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
};
if (UNSPACED.includes(language)) {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  options.tokenize = (text) =>
    [...segmenter.segment(text)].filter((each) => each.isWordLike).map((each) => each.segment);
}

const index = new MiniSearch(options);
index.addAll(
  lines(documents).map(({ id, title, sections }) => ({
    id,
    title,
    headings: sections.map(({ heading }) => heading).join("\n"),
    text: sections.map(({ text }) => text).join("\n"),
  })),
);

if (what === "bytes") {
  // the whole index comes with the first search, and nothing after it; the script is published with
  // its comments and long names, and no site would serve it so
  const terser = join(process.env.PEERS, "node_modules/terser/main.js");
  const { minify } = await import(pathToFileURL(terser).href);
  const { code } = await minify(readFileSync(join(folder, "umd/index.js"), "utf8"));
  const bytes = wireBytes(Buffer.from(JSON.stringify(index))) + wireBytes(Buffer.from(code));
  await tellBytes(lines(queries), async () => async () => bytes);
} else {
  await tellAnswers(lines(queries), async (text) => index.search(text).map(({ id }) => id));
}
