// Cuts texts as the browser does: texts as JSON lines in, spans and surface forms as JSON lines out.
import { createInterface } from "node:readline";

const [assets] = process.argv.slice(2);
const { pieceForm, pieces } = await import(`${assets}search-pieces.js`);
const { folded } = await import(`${assets}search-words.js`);
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const found = pieces(text).map(([start, end]) => [
    [...text.slice(0, start)].length,
    [...text.slice(0, end)].length,
    pieceForm(text.slice(start, end), folded),
  ]);
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
