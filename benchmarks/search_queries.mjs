// Asks the published search module of a built site, as a browser would:
// node search_queries.mjs SITE LANGUAGE QUERIES.jsonl > RUN.jsonl

import { copyFileSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HOST = "https://help.example.com/";
const [site, language, queries] = process.argv.slice(2);

// outside of a package that says so, Node takes .js files for old scripts
const folder = mkdtempSync(join(tmpdir(), "search-"));
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
const scripts = readdirSync(join(site, "static")).filter((name) => name.endsWith(".js"));
for (const name of scripts) {
  copyFileSync(join(site, "static", name), join(folder, name));
}

async function fetch(address) {
  try {
    return new Response(readFileSync(join(site, new URL(address).pathname)));
  } catch {
    return new Response("", { status: 404 });
  }
}

const client = scripts.find((name) => name.startsWith("search-client."));
const { openSearch } = await import(join(folder, client));
const index = await openSearch({ index: `${HOST}search/${language}.json`, fetch });
for (const line of readFileSync(queries, "utf8").split("\n").filter(Boolean)) {
  const { qid, q } = JSON.parse(line);
  const results = await index.search(q, { limit: 10, withPassages: false });
  console.log(JSON.stringify({ qid, top: results.map(({ id }) => id) }));
}
