// On every page: remembers the language that the reader picks, for the page at the site's root.

for (const link of document.querySelectorAll("a[data-language]")) {
  link.addEventListener("click", () => {
    try {
      localStorage.setItem("language", link.dataset.language);
    } catch {
      // storage may be switched off; the choice then lasts for this click
    }
  });
}
