// At the site's root: opens the remembered language, else the first of the browser's languages
// that the site has. Without a match, or with `#choose`, the list stays.

/** @returns {string[]} the languages that the reader would like, best first */
function wishes() {
  let remembered = null;
  try {
    remembered = localStorage.getItem("language");
  } catch {
    // storage may be switched off
  }
  return [...(remembered ? [remembered] : []), ...navigator.languages];
}

/**
 * @param {string} wish a BCP 47 tag of the browser, such as "ms-MY"
 * @param {HTMLAnchorElement[]} links
 * @returns {HTMLAnchorElement | undefined} the link to that language, or to the same one elsewhere
 */
function linkFor(wish, links) {
  const tag = wish.toLowerCase();
  const same = (link) => link.dataset.language.toLowerCase();
  return (
    links.find((link) => same(link) === tag) ??
    links.find((link) => same(link).split("-")[0] === tag.split("-")[0])
  );
}

if (location.hash !== "#choose") {
  const links = [...document.querySelectorAll(".choices a[data-language]")];
  const link = wishes()
    .map((wish) => linkFor(wish, links))
    .find(Boolean);
  if (link) {
    location.replace(link.href);
  }
}
