// On every page: remembers the language that the reader picks, closes the list of languages, spells
// out the addresses of links on paper, and leads to the search field, which offers articles.

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-language]");
  if (link) {
    try {
      localStorage.setItem("language", link.dataset.language);
    } catch {
      // storage may be switched off; the choice then lasts for this click
    }
  }
  const open = document.querySelector(".switcher details[open]");
  if (open && !open.contains(target)) {
    open.open = false;
  }
});

/** @param {Element | null} target loads what the search field offers when it is first used */
function assistSearch(target) {
  if (target?.id === "hc-query" && target.form.dataset.index) {
    import("./search-box.js")
      .then(({ assist }) => assist(target))
      .catch(() => {
        // the form works without it
      });
  }
}

// not of the field itself: the 404 page puts another body in place of its own
document.addEventListener("focusin", ({ target }) => assistSearch(target));
assistSearch(document.activeElement);

document.addEventListener("keydown", (event) => {
  const { altKey, ctrlKey, key, metaKey, target } = event;
  const isTyping = target.isContentEditable || target.closest?.("input, select, textarea");
  const isSlash = key === "/" && !altKey && !ctrlKey && !metaKey && !isTyping;
  const isK = key.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !event.shiftKey;
  const field = document.querySelector("#hc-query");
  if (field && (isSlash || isK)) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

document.addEventListener("keydown", ({ key }) => {
  const open = document.querySelector(".switcher details[open]");
  if (key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

addEventListener("beforeprint", () => {
  for (const link of document.querySelectorAll("article a[href]:not([rel~=external])")) {
    // a place on the same page is on the paper already
    if (link.href.split("#")[0] !== location.href.split("#")[0] && /^https?:/.test(link.href)) {
      link.dataset.address = link.href;
    }
  }
});
