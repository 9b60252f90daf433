// Cuts text into words where there are blanks, and into pieces of two clusters where there are none.
// The twin of hcgen/search/pieces.py, which says what a cluster is and why.

const BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4";
const AFTER =
  "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e\u17b6-\u17d1\u17d3\u17dd";
const FAMILIES = [
  "[々〆〇㐀-䶿一-鿿\uf900-\ufaff\u{20000}-\u{3ffff}]|[ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿｦ-ﾝ][\u3099\u309aﾞﾟ]*",
  "[가-힣]|[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?",
  `[${BEFORE}]*[ก-ฮກ-ຮໜໝက-ဪဿក-ឳ](?:[${AFTER}]|[\u1039\u17d2][က-ဪក-ឳ])*` +
    `(?:[ก-ฮက-အ][\u0e34\u0e38\u1037]?[\u0e4c\u103a][\u1037\u1038]?)*|[${BEFORE}${AFTER}]`,
];
const GAPS = [/^[・･]?$/, /^[ \u00a0]?$/, /^$/];
const UNITS = RegExp(
  `(${FAMILIES.join(")|(")})|(?:(?!${FAMILIES.join("|")})[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
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
