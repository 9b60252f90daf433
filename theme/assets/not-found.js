// On the 404 page that speaks all languages: shows the one in the address, hides the others, and
// then puts that language's own 404 page in its place, whose header and search speak it too.

const sections = [...document.querySelectorAll(".not-found")];
const address = location.pathname.toLowerCase();
const wanted = sections.find((section) => {
  const home = new URL(section.querySelector("a").href).pathname.toLowerCase();
  return address.startsWith(home);
});

/** @param {string} page address of the 404 page of a language */
async function replaceAll(page) {
  const response = await fetch(page);
  if (response.ok) {
    const own = new DOMParser().parseFromString(await response.text(), "text/html");
    document.title = own.title;
    document.documentElement.lang = own.documentElement.lang;
    document.documentElement.dir = own.documentElement.dir;
    document.body.replaceWith(own.body);
  }
}

if (wanted) {
  for (const section of sections) {
    section.hidden = section !== wanted;
  }
  if (wanted.lang) {
    replaceAll(wanted.dataset.page).catch(() => {
      // the text that is shown already will do
    });
  }
}
