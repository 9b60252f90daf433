// On every page: remembers the language that the reader picks, for the page at the site's root.

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-language]");
  if (link) {
    try {
      localStorage.setItem("language", link.dataset.language);
    } catch {
      // storage may be switched off; the choice then lasts for this click
    }
  }
});
