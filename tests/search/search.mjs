// Runs the browser's search client on a folder: queries as JSON lines in, results as JSON lines out.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

const [client, site, language, options = "{}"] = process.argv.slice(2);
const { openSearch } = await import(client);
const { wordsIn } = await import(new URL("search-words.js", client));
const fetch = async (address) => {
  const data = await readFile(new URL(address));
  return { ok: true, json: async () => JSON.parse(data) };
};
const index = await openSearch({ index: `file://${site}/search/${language}.json`, fetch });
for await (const line of createInterface({ input: process.stdin })) {
  const query = JSON.parse(line);
  const results = await index.search(query, JSON.parse(options));
  const { total, isForeign, isPartial, correction } = results;
  process.stdout.write(`${JSON.stringify({ terms: [...new Set(wordsIn(query).map(({ word }) => word))], results, total, isForeign, isPartial, correction })}\n`);
}
