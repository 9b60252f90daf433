// On every page: remembers the language that the reader picks, closes the list of languages, and
// spells out the addresses of links on paper.

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
