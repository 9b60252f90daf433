// What the scripts that ask an engine share: the queries, and how answers and bytes are told.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** @returns {{id: string, text: string}[]} */
export function lines(path) {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** @returns {number} bytes on the wire: files that are compressed already do not grow */
export function wireBytes(data) {
  return Math.min(data.length, gzipSync(data).length);
}

/** Tells ids of the ten best documents for each query. */
export async function tellAnswers(queries, ask) {
  for (const { id, text } of queries) {
    console.log(JSON.stringify({ id, top: (await ask(text)).slice(0, 10) }));
  }
}

/**
 * Tells what the first query of a visit costs, and the one after it.
 *
 * @param {() => Promise<(text: string) => Promise<number>>} visit opens a client that nothing is
 *   cached for; what it gives tells the bytes fetched so far, the client's too
 */
export async function tellBytes(queries, visit) {
  for (let at = 0; at + 1 < queries.length; at += 2) {
    const ask = await visit();
    const first = await ask(queries[at].text);
    const both = await ask(queries[at + 1].text);
    console.log(JSON.stringify({ id: queries[at].id, bytes: [first, both - first] }));
  }
}
