// Asks Pagefind through its own client, which needs but little of a browser:
// node ask_pagefind.mjs SITE LANGUAGE QUERIES.jsonl answers|bytes

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lines, tellAnswers, tellBytes, wireBytes } from "./asking.mjs";

const HOST = "https://help.example.com/";
const [site, language, queries, what] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), "search-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
copyFileSync(join(site, "pagefind/pagefind.js"), join(folder, "pagefind.mjs"));

let told = () => {};
globalThis.location = { origin: new URL(HOST).origin, href: HOST, pathname: "/" };
globalThis.window = { location };
globalThis.document = {
  currentScript: null,
  querySelector: () => ({ getAttribute: () => language }),
};
globalThis.fetch = async (address) => {
  const data = readFileSync(join(site, decodeURI(new URL(address, HOST).pathname)));
  told(data);
  return new Response(data);
};

let visits = 0;

async function open() {
  visits += 1; // another address makes another module, with nothing kept
  const pagefind = await import(`${join(folder, "pagefind.mjs")}?${visits}`);
  await pagefind.options({ basePath: "/pagefind/", baseUrl: "/", noWorker: true });
  await pagefind.init(language);
  return async (text, limit) => {
    const { results } = await pagefind.search(text);
    return Promise.all(results.slice(0, limit).map((result) => result.data()));
  };
}

if (what === "bytes") {
  const own = wireBytes(readFileSync(join(site, "pagefind/pagefind.js")));
  await tellBytes(lines(queries), async () => {
    let bytes = own;
    told = (data) => {
      bytes += wireBytes(data);
    };
    const search = await open();
    return async (text) => {
      await search(text, 5);
      return bytes;
    };
  });
} else {
  const search = await open();
  await tellAnswers(lines(queries), async (text) =>
    (await search(text, 10)).map(({ url }) => url.split("/").filter(Boolean)[1]),
  );
}
