// Cuts text into words where there are blanks, and into pieces of two clusters where there are none.
// The twin of hcgen/search/pieces.py, which says what a cluster is and why.

const FAMILIES = [
  "[々〆〇㐀-䶿一-鿿\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]|[ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿｦ-ﾝ][\\u3099\\u309aﾞﾟ]*",
  "[가-힣]|[\\u1100-\\u115f][\\u1160-\\u11a7]?[\\u11a8-\\u11ff]?",
  "[\\u0e40-\\u0e44]*[\\u0e01-\\u0e2e][\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]*" +
    "(?:[\\u0e01-\\u0e2e][\\u0e34\\u0e38]?\\u0e4c)?" +
    "|[\\u0ec0-\\u0ec4]*[\\u0e81-\\u0eae\\u0edc-\\u0edf][\\u0eb0-\\u0ebd\\u0ec8-\\u0ece]*" +
    "|[\\u1780-\\u17b3](?:\\u17d2[\\u1780-\\u17b3]|[\\u17b6-\\u17d1\\u17d3\\u17dd])*" +
    "|[\\u1000-\\u102a\\u103f](?:\\u1039[\\u1000-\\u102a]|[\\u102b-\\u1038\\u103a-\\u103e]" +
    "|[\\u1000-\\u1021]\\u1037?\\u103a)*" +
    "|[\\u0e30-\\u0e3a\\u0e40-\\u0e45\\u0e47-\\u0e4e\\u0eb0-\\u0ebd\\u0ec0-\\u0ec4\\u0ec8-\\u0ece]",
];
const GAPS = [/^[・･]?$/, /^[ \u00a0]?$/, /^$/];
const UNITS = new RegExp(
  `(${FAMILIES.join(")|(")})|(?:(?!${FAMILIES.join("|")})[\\p{L}\\p{N}\\p{M}])+`, "gu",
);

/** @param {string} text @returns {[number, number][]} spans of words and pieces, by their start */
export function pieces(text) {
  const found = [];
  let last;
  for (const match of text.matchAll(UNITS)) {
    const start = match.index;
    const end = start + match[0].length;
    const family = [1, 2, 3].findIndex((group) => match[group] !== undefined);
    if (last && family === last.family && GAPS[family].test(text.slice(last.end, start))) {
      // the first cluster of a run waited alone for its neighbour
      if (last.isAlone) {
        found.pop();
      }
      found.push([last.start, end]);
      last = { family, start, end };
    } else {
      found.push([start, end]);
      last = family < 0 ? undefined : { family, start, end, isAlone: true };
    }
  }
  return found;
}

/**
 * @param {string} piece
 * @param {(text: string) => string} folded without case and accents
 * @returns {string} its surface form
 */
export function pieceForm(piece, folded) {
  const form = folded(piece.replace(/[ \u00a0・･]/g, ""))
    .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0xe50)
    .replace(/\u0e40\u0e40/g, "\u0e41")
    .replace(/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e4d])/g, "$2$1")
    .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, "$1");
  return [...form].slice(0, 40).join("");
}
