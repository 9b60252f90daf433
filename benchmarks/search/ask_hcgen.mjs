// Asks the published search module of a built site, as a browser would:
// node ask_hcgen.mjs SITE LANGUAGE QUERIES.jsonl answers|bytes

import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lines, tellAnswers, tellBytes, wireBytes } from "./asking.mjs";

const HOST = "https://help.example.com/";
const [site, language, queries, what] = process.argv.slice(2);

// outside of a package that says so, Node takes .js files for old scripts
const folder = mkdtempSync(join(tmpdir(), "search-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
const scripts = readdirSync(join(site, "static")).filter((name) => name.endsWith(".js"));
for (const name of scripts) {
  copyFileSync(join(site, "static", name), join(folder, name));
}
const client = scripts.find((name) => name.startsWith("search-client."));
const { openSearch } = await import(join(folder, client));

/** @returns {Set<string>} a module and all that it loads */
function loaded(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, other] of text.matchAll(/from\s*"\.\/([^"]+)"/g)) {
      loaded(other, found);
    }
  }
  return found;
}

function open(told = () => {}) {
  const fetch = async (address) => {
    try {
      const data = readFileSync(join(site, new URL(address).pathname));
      told(data);
      return new Response(data);
    } catch {
      return new Response("", { status: 404 });
    }
  };
  return openSearch({ index: `${HOST}search/${language}.json`, fetch });
}

if (what === "bytes") {
  const modules = [...loaded(client)].map((name) => wireBytes(readFileSync(join(folder, name))));
  const own = modules.reduce((sum, each) => sum + each, 0);
  await tellBytes(lines(queries), async () => {
    let bytes = own;
    const index = await open((data) => {
      bytes += wireBytes(data);
    });
    return async (text) => {
      await index.search(text, { limit: 5 });
      return bytes;
    };
  });
} else {
  const index = await open();
  await tellAnswers(lines(queries), async (text) => {
    const results = await index.search(text, { limit: 10, withPassages: false });
    return results.map(({ id }) => id);
  });
}
